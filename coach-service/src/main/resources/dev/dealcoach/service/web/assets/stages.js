// Shows how far a review has come: real stages, each done, under way or to come.

import { el, symbol } from './elements.js';
import { t } from './texts.js';

const STAGES = ['uploading', 'reading', 'reviewing'];
const SYMBOLS = { done: '●', now: '◐', next: '○' };

/** Fills `place` and returns a function that moves it on: `move('reading')`, `move('uploading', 0.4)`. */
export function showStages(place, name) {
  const rows = STAGES.map((stage) => {
    const mark = symbol(SYMBOLS.next);
    const state = el('span.muted');
    return { stage, mark, state, row: el('li', {}, mark, el('span', {}, t(`progress.${stage}`)), state) };
  });
  const bar = el('div.bar-fill');
  const waiting = el('p.muted', { hidden: true }, t('progress.waiting'));
  place.replaceChildren(
    el('h2', {}, t('progress.heading', { name })),
    el('ol.stages', {}, rows.map((each) => each.row)),
    el('div.bar-track', { 'aria-hidden': 'true' }, bar),
    waiting,
  );
  place.hidden = false;

  return (stage, share = 0) => {
    const at = Math.max(0, STAGES.indexOf(stage === 'waiting' ? 'reading' : stage));
    waiting.hidden = stage !== 'waiting';
    rows.forEach(({ mark, state, row }, i) => {
      const now = i < at ? 'done' : i === at ? 'now' : 'next';
      mark.textContent = SYMBOLS[now];
      row.dataset.state = now;
      const percent = now === 'now' && stage === 'uploading' ? ` ${Math.round(share * 100)}%` : '';
      const words = t(`progress.${now}`) + percent;
      if (state.textContent !== words) state.textContent = words;
    });
    bar.style.width = `${((at + share) / STAGES.length) * 100}%`;
  };
}

/** Shows what went wrong, with the next step, and puts the focus there. */
export function showProblem(place, problem, action) {
  place.replaceChildren(
    el('h2', {}, symbol('!', 'problem-symbol'), ' ', problem.title ?? String(problem)),
    el('p', {}, problem.detail ?? ''),
    action ?? '',
  );
  place.hidden = false;
  place.focus();
}
