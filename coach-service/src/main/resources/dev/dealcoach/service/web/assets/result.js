// The result: the answer first, then the scores, then what earned and what cost each of them.

import { el, symbol } from './elements.js';
import { bySeverity, DIAGNOSES, GOLD, isPraise, scoreOf } from './groups.js';
import { placeOf } from './items.js';
import { nominateButton } from './nominate.js';
import { api } from './service.js';
import { has, language, t } from './texts.js';

const MOST_TO_MEND = 3;
const KEPT = api !== '/api/reviews'; // a review of somebody who is signed in
const SEVERITY_SYMBOLS = { problem: '▲', warning: '■', advice: '◆', info: '·' };

/** Fills `place` with a review; `pick` is called with the key of the item a person wants to see. */
export function showResult(place, review, byKey, pick) {
  const { report } = review;
  const findings = report.findings
    .map((finding, i) => ({ ...finding, key: `finding-${i}` }))
    // what could not be read has a notice of its own
    .filter((finding) => !isPraise(finding) && finding.rule !== 'document.unread');
  const toMend = findings.filter((finding) => finding.severity !== 'info').sort(bySeverity);
  const page = new Result(review, findings, byKey, pick);
  place.replaceChildren(
    ...[
      page.answer(toMend[0]),
      page.unread(),
      page.strip(),
      page.mendFirst(toMend.slice(0, MOST_TO_MEND)),
      el('h2', {}, t('gold.heading')),
      ...GOLD.map((score) => page.gold(score)),
      el('h2', {}, t('diagnosis.heading')),
      ...DIAGNOSES.map((score) => page.diagnosis(score)),
      page.others(),
      el('section.examples', { id: 'examples', hidden: true }),
      page.downloads(),
    ].filter(Boolean),
  );
}

class Result {
  constructor(review, findings, byKey, pick) {
    Object.assign(this, { review, report: review.report, findings, byKey, pick });
  }

  answer(first) {
    const space = language === 'zh' ? '' : ' '; // Chinese sentences follow each other without one
    const mend = first ? [t('answer.mend'), space, this.#sentence(first)] : [t('answer.nothing')];
    return el('div.answer', {},
      el('p.answer-name', {}, this.review.name),
      el('p.answer-text', { id: 'answer' }, t(`answer.${this.report.gold.score}`), space, ...mend),
      this.report.document.unread.length ? el('p.muted', {}, t('answer.unread')) : null);
  }

  #sentence(finding) {
    return this.byKey.get(finding.key).number
      ? el('button.inline-link', { type: 'button', onclick: () => this.pick(finding.key) }, finding.message)
      : el('span', {}, finding.message);
  }

  unread() {
    const { unread } = this.report.document;
    if (!unread.length) return null;
    const reasons = new Map(); // reason → pages
    for (const part of unread) {
      const reason = part.reason.toLowerCase().replaceAll('-', '_');
      if (!reasons.has(reason)) reasons.set(reason, []);
      reasons.get(reason).push(part.page);
    }
    return el('section.notice', { id: 'unread' },
      el('h2', {}, symbol('!', 'problem-symbol'), ' ', t('unread.heading')),
      el('ul', {}, [...reasons].map(([reason, pages]) => el('li', {},
        el('strong', {}, pages.some((page) => page === null || page === undefined)
          ? t('unread.whole')
          : t('unread.page', { n: spans(pages).join(language === 'zh' ? '、' : ', ') })),
        ' — ', has(`unread.reason.${reason}`) ? t(`unread.reason.${reason}`) : reason))),
      el('p.muted', {}, t('unread.explain')));
  }

  strip() {
    const gold = this.report.gold;
    return el('section.strip', { id: 'scores', 'aria-label': t('gold.heading') },
      el('div.strip-gold', {},
        el('p.strip-total', {}, el('span.big', {}, t('gold.of', { n: gold.score })), ' ', t('gold.heading')),
        el('ul', {}, GOLD.map((score) => el('li', {},
          el('a', { href: `#score-${score}` }, point(gold[score].met), ' ', t(`gold.${score}`),
            el('span.unseen', {}, ` ${t(gold[score].met ? 'gold.met' : 'gold.not')}`)))))),
      el('ul.strip-bars', {}, DIAGNOSES.map((score) => el('li', {},
        el('a', { href: `#score-${score}` },
          el('span.bar-name', {}, t(`diagnosis.${score}`)), this.#bar(score))))));
  }

  #bar(score) {
    const value = this.report.diagnoses[score].score;
    if (value === null || value === undefined) return el('span.bar-none', {}, t(this.#none(score)));
    const fill = el('span.bar-fill');
    fill.style.width = `${value}%`;
    return [
      el('span.bar-track', { 'aria-hidden': 'true' }, fill),
      el('span.bar-value', {}, el('span', { 'aria-hidden': 'true' }, String(value)),
        el('span.unseen', {}, t('diagnosis.points', { n: value }))),
    ];
  }

  /** Why a diagnosis has no score. */
  #none(score) {
    const given = score === 'customer_language' && this.review.statements.length;
    return `diagnosis.none.${score}${given ? '.given' : ''}`;
  }

  mendFirst(findings) {
    if (!findings.length) return null;
    return el('section.mend', { id: 'mend' },
      el('h2', {}, t('mend.heading')),
      el('ol', {}, findings.map((finding) => el('li', {},
        el('p.message', {}, finding.message), el('p.advice', {}, finding.advice), this.#go(finding.key)))));
  }

  gold(score) {
    const part = this.report.gold[score];
    const entries = score === 'pain_quote' ? part.quotes : part.items;
    const earned = score === 'pain_quote' ? entries.filter((quote) => quote.kind !== 'paraphrase').length : entries.length;
    return this.#group(score,
      [point(part.met), ' ', t(`gold.${score}`)],
      el('span.group-score', {}, t(part.met ? 'gold.met' : 'gold.not')),
      el('p.muted', {}, t(part.met ? `gold.${score}.earned` : `gold.${score}.need`, { n: earned })),
      entries.length ? el('ul.entries', {}, entries.map((entry, i) => this.#earned(score, entry, i))) : null);
  }

  #earned(score, entry, i) {
    switch (score) {
      case 'pain_quote':
        return el('li', {},
          this.#quote(`quote-${i}`, entry.text),
          el('p.detail', {}, `${t('gold.source', { n: entry.source_index + 1 })} · ${t(`gold.kind.${entry.kind}`)}`),
          entry.kind === 'verbatim' ? null : el('p.detail', {}, t('gold.said', { text: entry.source })),
          this.#nominate(entry.text, 'pain_quote'));
      case 'evidence':
        return el('li', {}, this.#quote(`evidence-${i}`, entry.text), this.#nominate(entry.text, 'evidence'));
      default:
        return el('li', {},
          this.#quote(`objection-${i}`, entry.objection),
          el('p.detail', {}, el('strong', {}, t('gold.answer')), ' ', entry.response),
          this.#nominate(`${entry.objection}\n${entry.response}`, 'objections'));
    }
  }

  /** What earned a point may teach others. */
  #nominate(text, show) {
    return KEPT && text.length >= 10 ? nominateButton({ review: this.review.id, text, shows: [show] }) : null;
  }

  diagnosis(score) {
    const part = this.report.diagnoses[score];
    const none = part.score === null || part.score === undefined;
    const names = score === 'structure' ? 'section' : 'clause';
    const named = (ids) => (ids ?? []).map((id) => (has(`${names}.${id}`) ? t(`${names}.${id}`) : id));
    return this.#group(score,
      [t(`diagnosis.${score}`)],
      el('span.group-score', {}, none ? t(this.#none(score)) : t('diagnosis.points', { n: part.score })),
      none ? el('p.muted', {}, t(`${this.#none(score)}.do`)) : null,
      chips('diagnosis.missing', named(part.missing), 'missing'),
      chips('diagnosis.terms', part.missing_terms, 'missing'),
      chips('diagnosis.unanswered', part.unanswered, 'missing'),
      chips('diagnosis.present', named(part.present), 'there'),
      chips('diagnosis.answered', part.answered, 'there'));
  }

  others() {
    const costs = this.#costs('other');
    return costs ? el('section.group', { id: 'score-other' }, el('h2', {}, t('other.heading')), costs) : null;
  }

  #group(score, name, points, ...content) {
    return el('section.group', { id: `score-${score}`, tabindex: '-1' },
      el('div.group-head', {}, el('h3', {}, name), points),
      content, this.#costs(score));
  }

  /** The findings that cost a score, gravest first; what is said of several places alike is said once. */
  #costs(score) {
    const alike = new Map();
    for (const finding of this.findings.filter((each) => scoreOf(each.rule) === score).sort(bySeverity)) {
      const said = [finding.rule, finding.message, finding.advice].join('\n');
      alike.set(said, [...(alike.get(said) ?? []), finding]);
    }
    if (!alike.size) return null;
    return el('div.costs', {},
      el('h4', {}, t('costs.heading')),
      el('ul.entries', {}, [...alike.values()].map(([first, ...others]) =>
        el(`li.finding.severity-${first.severity}`, { 'data-rule': first.rule },
          el('p.message', {}, symbol(SEVERITY_SYMBOLS[first.severity] ?? '·', 'severity-symbol'), ' ', first.message,
            el('span.unseen', {}, ` (${t(`severity.${first.severity}`)})`)),
          el('p.advice', {}, first.advice),
          [first, ...others].map((each) => (each.quote ? this.#quote(each.key, each.quote) : this.#go(each.key)))))));
  }

  /** The words of the document, as a button that leads to them. */
  #quote(key, text) {
    const item = this.byKey.get(key);
    if (!item.number) return el('blockquote.place', {}, text);
    return el(`button.place.place-${item.kind}`,
      { type: 'button', 'data-key': item.key, onclick: () => this.pick(item.key) },
      el(`span.number.badge-${item.kind}`, { 'aria-hidden': 'true' }, String(item.number)),
      el('span.words', {}, text),
      el('span.where', {}, placeOf(item.parts[0])));
  }

  /** A way to the place of something that is missing. */
  #go(key) {
    const item = this.byKey.get(key);
    if (!item.number) return null;
    const place = placeOf(item.parts[0]);
    const words = item.kind === 'gap' ? t('place.near', { place }) : t('place.go', { place });
    return el('button.go', { type: 'button', 'data-key': item.key, onclick: () => this.pick(item.key) },
      el(`span.number.badge-${item.kind}`, { 'aria-hidden': 'true' }, String(item.number)), words);
  }

  downloads() {
    const { review } = this;
    const query = `?lang=${language}`;
    const annotated = review.annotated
      ? el('a.button.quiet-button', { href: review.annotated + query, download: true, id: 'download-annotated' },
        t(`review.download.annotated.${this.report.document.type}`))
      : null;
    const until = review.expires
      ? new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { timeStyle: 'short', dateStyle: 'medium' })
        .format(new Date(review.expires))
      : null;
    return el('section.downloads', { 'aria-label': t('review.download') },
      el('h2', {}, t('review.download')),
      el('div.row', {},
        annotated,
        el('a.button.quiet-button',
          { href: `${api}/${review.id}/report.json${query}`, download: true, id: 'download-json' },
          t('review.download.json')),
        el('button.button.quiet-button', { type: 'button', onclick: () => print() }, t('review.print'))),
      until ? el('p.muted', {}, t('review.expires', { time: until })) : null);
  }
}

const point = (met) => symbol(met ? '●' : '○', met ? 'point-met' : 'point-not');

function chips(label, words, kind) {
  if (!words?.length) return null;
  return el('div.chips', {},
    el('span.chips-label', {}, t(label)),
    el('ul', {}, words.map((word) => el(`li.chip.chip-${kind}`, {}, symbol(kind === 'there' ? '●' : '○'), ' ', word))));
}

/** 1, 2, 3, 7 → 1–3, 7 */
function spans(pages) {
  const result = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = result.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else result.push([page, page]);
  }
  return result.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
}
