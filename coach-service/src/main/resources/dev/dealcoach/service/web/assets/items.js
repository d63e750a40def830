// Everything of a review that has a place in the document, numbered in reading order.

import { isPraise } from './groups.js';
import { t } from './texts.js';

/**
 * The items of a review: `{key, kind, title, advice, parts, number}`. `kind` is quote, evidence, objection, finding
 * or gap (something missing that could go there). Items without a place have no number.
 */
export function itemsOf(report) {
  const gold = report.gold;
  const items = [
    ...gold.pain_quote.quotes.map((quote, i) => ({
      key: `quote-${i}`,
      kind: 'quote',
      title: `${t('gold.source', { n: quote.source_index + 1 })} · ${t(`gold.kind.${quote.kind}`)}`,
      advice: t('gold.said', { text: quote.source }),
      parts: quote.location,
    })),
    ...gold.evidence.items.map((item, i) => ({
      key: `evidence-${i}`,
      kind: 'evidence',
      title: item.text,
      parts: item.location,
    })),
    ...gold.objections.items.map((item, i) => ({
      key: `objection-${i}`,
      kind: 'objection',
      title: item.objection,
      parts: item.location,
    })),
    ...report.findings.map((finding, i) => ({
      key: `finding-${i}`,
      kind: finding.quote ? 'finding' : 'gap',
      finding,
      title: finding.message,
      advice: finding.advice,
      parts: finding.location,
    })),
  ];
  for (const item of items) item.parts ??= [];
  // praise and paraphrases are said twice: once as what was found, once as a finding on it; one mark is enough
  const shown = (item) => !(item.finding && isPraise(item.finding)) &&
    !(item.kind === 'quote' && items.some((other) => other.finding && !isPraise(other.finding) && samePlace(item, other)));
  const placed = gathered(items.filter((item) => item.parts.length && shown(item)));
  placed.sort((a, b) => a.parts[0].block - b.parts[0].block || a.parts[0].start - b.parts[0].start);
  placed.forEach((item, i) => (item.number = i + 1));
  const byKey = new Map(items.map((item) => [item.key, item]));
  for (const item of placed) for (const { key } of item.members ?? []) byKey.set(key, item);
  return { placed, byKey };
}

/** What is missing at one place is one item: a heading that lacks seven clauses has one mark, not seven. */
function gathered(items) {
  const result = [];
  for (const item of items) {
    const first = item.kind === 'gap' && result.find((other) => other.kind === 'gap' && samePlace(item, other));
    if (!first) {
      result.push({ ...item, members: [item] });
      continue;
    }
    first.members.push(item);
    first.title = t('walk.gaps', { n: first.members.length });
    first.advice = first.members.map((member) => member.title).join('\n');
  }
  return result;
}

const samePlace = (one, other) => one.parts.length === other.parts.length &&
  one.parts.every((part, i) =>
    part.block === other.parts[i].block && part.start === other.parts[i].start && part.end === other.parts[i].end);

/** Where a part stands, in words. */
export function placeOf(part) {
  if (part.page !== undefined) return t('place.page', { n: part.page });
  if (part.slide !== undefined) return t(part.notes ? 'place.slide.notes' : 'place.slide', { n: part.slide });
  if (part.table !== undefined) return t('place.cell', { table: part.table + 1, row: part.row + 1 });
  if (part.paragraph !== undefined) return t('place.paragraph', { n: part.paragraph + 1 });
  if (part.line !== undefined) return t('place.line', { n: part.line });
  return '';
}
