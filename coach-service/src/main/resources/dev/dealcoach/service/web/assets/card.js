// The score card of a summary: the five items on one side, the text with its marks on the other.

import { showChecklist } from './checklist.js';
import { bring } from './elements.js';
import { SummaryText } from './summarytext.js';

/**
 * Fills both sides; `around` has the elements to show before and after the items, and `spoken(text, pick)` makes the text
 * of what was spoken.
 */
export function showCard(checklist, text, said, report, around) {
  const choose = (key) => pick(key, checklist);
  const summary = around.spoken ? around.spoken(text, choose) : new SummaryText(text, said, report, choose);
  showChecklist(checklist, report, {
    pick: (key) => pick(key, text),
    ...(summary.hearPlace ? { hear: hearPlace, said: (key) => summary.said(key) } : {}),
    ...around,
  });

  /** Plays a place, and shows which words they are without leaving the item. */
  function hearPlace(key) {
    summary.show(key);
    summary.hearPlace(key);
  }

  /** Shows on both sides which piece is meant, and brings the other side's into view. */
  function pick(key, other) {
    summary.show(key);
    for (const each of checklist.querySelectorAll('[aria-current]')) each.removeAttribute('aria-current');
    for (const each of checklist.querySelectorAll(`[data-key="${key}"]`)) each.setAttribute('aria-current', 'true');
    const there = other.querySelector(`.current, [aria-current]`);
    if (!there) return;
    bring(there);
    if (other === checklist) there.focus({ preventScroll: true });
  }
}
