// The five items of a summary: the answer first, then each item with its reason, its places and what to ask next.

import { el, symbol } from './elements.js';
import { clock } from './times.js';
import { language, t } from './texts.js';

export const ITEMS = ['pain', 'budget', 'decision_maker', 'competitor', 'next_step'];
const SYMBOLS = { covered: '●', partial: '◐', missing: '○' };
const URGENCY = ['missing', 'partial'];

/**
 * Fills `place`; `pick` is called with the key of a place in the text. `before` and `after` are elements to show
 * around it, if any. `scored` is false for what is kept and does not count; below `red` a score is red. `hear` plays a
 * place where it was spoken; `said` says from when to when, in seconds, null for what was not.
 */
export function showChecklist(place, report, { pick, before = null, after = null, scored = true, red = 60, hear = null, said = () => null }) {
  place.replaceChildren(
    ...[
      before,
      answer(report, scored, red),
      filler(report),
      strip(report),
      el('ol.items', {}, ITEMS.map((id, i) => item(id, i + 1, report.items[id], { pick, hear, said }))),
      vague(report, { pick, hear, said }),
      after,
    ].filter(Boolean));
}

function answer(report, scored, red) {
  const [comma, stop] = language === 'zh' ? ['，', '。'] : [', ', '.'];
  const count = (status) => ITEMS.filter((id) => report.items[id].status === status).length;
  const first = URGENCY.flatMap((status) => ITEMS.filter((id) => report.items[id].status === status))[0];
  const covered = count('covered');
  const words = covered === 5 ? t('summary.answer.all')
    : [t(`summary.answer.${covered === 0 ? 'none' : 'some'}`, { n: covered }),
      ...['partial', 'missing'].filter(count).map((status) => t(`summary.answer.${status}`, { n: count(status) }))]
      .join(comma) + stop;
  return el('div.answer', {},
    scored ? el('p.answer-name', {}, t('summary.score'), ' ',
      el(`span.big${report.score < red ? '.point-not' : ''}`, { id: 'score' }, String(report.score)), ' / 100')
      : el('p.answer-name', { id: 'not-scored' }, t('summary.not-scored')),
    el('h1.answer-text', { id: 'answer', tabindex: '-1' }, words),
    first ? el('p.ask-first', {},
      el('a', { href: `#item-${first}`, onclick: jump }, t('summary.ask-first', { item: t(`item.${first}`) })),
      ' ', report.items[first].ask) : null);
}

function filler(report) {
  return report.filler ? el('section.notice', { id: 'filler' },
    el('h2', {}, symbol('!', 'problem-symbol'), ' ', t('summary.filler')),
    el('p', {}, t('summary.filler.detail'))) : null;
}

function strip(report) {
  return el('ul.item-strip', { 'aria-label': t('summary.checklist') }, ITEMS.map((id) => {
    const { status } = report.items[id];
    return el(`li.status-${status}`, {},
      el('a', { href: `#item-${id}`, onclick: jump }, symbol(SYMBOLS[status], 'status-symbol'), ' ', t(`item.${id}`),
        el('span.unseen', {}, ` ${t(`status.${status}`)}`)));
  }));
}

/** Goes to an item without leaving a trace in the address. */
function jump(event) {
  event.preventDefault();
  const item = document.getElementById(event.currentTarget.getAttribute('href').slice(1));
  item.scrollIntoView({ block: 'start' });
  item.focus({ preventScroll: true });
}

function item(id, number, found, acts) {
  return el(`li.item.status-${found.status}`, { id: `item-${id}`, tabindex: '-1' },
    el('div.group-head', {},
      el('h2', {}, symbol(SYMBOLS[found.status], 'status-symbol'), ' ', t(`item.${id}`)),
      el('span.status-word', {}, t(`status.${found.status}`))),
    el('p.reason', {}, found.reason),
    places(found.evidence, `${id}-for`, 'evidence', 'summary.evidence', acts, String(number), found.status),
    places(found.against, `${id}-against`, 'against', 'summary.against', acts, '×', 'against'),
    found.ask ? el('div.ask', {}, el('h3', {}, t('summary.ask')), el('p', {}, found.ask)) : null);
}

function places(list, key, kind, label, { pick, hear, said }, number, badge) {
  if (!list.length) return null;
  return el(`div.places.places-${kind}`, {},
    label && el('h3', {}, t(label)),
    el('ul', {}, list.map((place, i) => el('li', {},
      el('button.place', { type: 'button', 'data-key': `${key}-${i}`, onclick: () => pick(`${key}-${i}`) },
        el(`span.number.badge-${badge}`, { 'aria-hidden': 'true' }, number),
        el('span.words', {}, place.text)),
      listen(`${key}-${i}`, place.text, said(`${key}-${i}`), hear)))));
}

/** Where it was spoken, a place can be heard. */
function listen(key, text, span, hear) {
  return span && el('button.go.hear', { type: 'button', 'data-hear': key, onclick: () => hear(key) },
    symbol('▶'), ' ', t('spoken.hear.place', { at: clock(span.start) }), el('span.unseen', {}, ` ${text}`));
}

function vague(report, acts) {
  if (!report.vague.length) return null;
  return el('section.vague', { id: 'vague' },
    el('h2', {}, t('summary.vague')),
    el('p.muted', {}, t('summary.vague.detail')),
    places(report.vague, 'vague', 'vague', null, acts, '~', 'vague'));
}
