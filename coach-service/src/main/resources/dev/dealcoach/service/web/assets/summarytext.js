// The text of a summary with its marks: what an item stands on, what speaks against it, and weak commitments.

import { ITEMS } from './checklist.js';
import { el } from './elements.js';
import { pieces } from './marks.js';
import { t } from './texts.js';

// where marks lie over each other, the first of these gives the look
const RANK = ['covered', 'partial', 'against', 'vague'];

export class SummaryText {
  /** `pick` is called with the key of the mark that a reader chooses. */
  constructor(place, said, report, pick) {
    const stretches = stretchesOf(report);
    const kinds = RANK.filter((kind) => stretches.some((stretch) => stretch.kind === kind));
    this.text = el('div.said-text', {}, pieces(said, stretches).map((piece) => mark(piece, pick)));
    place.replaceChildren(
      el('h2', {}, t('summary.said')),
      this.text,
      kinds.length ? el('ul.said-legend', { 'aria-label': t('legend.heading') }, kinds.map((kind) => el('li', {},
        el(`span.sample.mark-${kind}`, { 'aria-hidden': 'true' }, '文 A'), ' ', t(`summary.mark.${kind}`)))) : '');
  }

  /** Shows where a piece stands. */
  show(key) {
    for (const each of this.text.querySelectorAll('mark')) {
      const meant = each.dataset.keys.split(' ').includes(key);
      each.classList.toggle('current', meant);
      each.classList.toggle('flash', meant);
    }
  }
}

/** Every place that the report names: `{start, end, key, kind, number, title}`. */
function stretchesOf(report) {
  const all = [];
  const add = (places, key, kind, number, title) => places.forEach(({ start, end }, i) =>
    all.push({ start, end, key: `${key}-${i}`, kind, number, title }));
  ITEMS.forEach((id, i) => {
    const { status, evidence, against } = report.items[id];
    add(evidence, `${id}-for`, status, String(i + 1), `${t(`item.${id}`)} · ${t(`status.${status}`)}`);
    add(against, `${id}-against`, 'against', '×', `${t(`item.${id}`)} · ${t('summary.against')}`);
  });
  add(report.vague, 'vague', 'vague', '~', t('summary.vague'));
  return all;
}

function mark({ text, start, covering }, pick) {
  if (!covering.length) return document.createTextNode(text);
  const ranked = [...covering].sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
  const first = ranked[0];
  const begins = [...new Set(ranked.filter((each) => each.start === start).map((each) => each.number))];
  const choose = () => getSelection().isCollapsed && pick(first.key);
  const weak = ranked.some((each) => each.kind === 'vague');
  return el(`mark.mark-${first.kind}${weak ? '.weak' : ''}`, {
    'data-keys': ranked.map((each) => each.key).join(' '),
    'data-number': begins.length ? begins.join(' ') : null,
    role: 'button',
    tabindex: '0',
    title: [...new Set(ranked.map((each) => each.title))].join('\n'),
    onclick: choose,
    onkeydown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      pick(first.key);
    },
  }, text);
}
