// Leads through the marks of a document in reading order.

import { el } from './elements.js';
import { t } from './texts.js';

export class Walk {
  /** `go` is called with the item that the reader walks to. */
  constructor(place, items, go) {
    Object.assign(this, { items, go, at: -1 });
    this.count = el('span.walk-count', {}, t('walk.start', { all: items.length }));
    this.text = el('div.walk-text', { 'aria-live': 'polite', tabindex: '0' }, el('span.muted.walk-keys', {}, t('walk.keys')));
    this.back = el('button.walk-button', { type: 'button', id: 'previous', onclick: () => this.step(-1) },
      el('span', { 'aria-hidden': 'true' }, '‹ '), t('walk.previous'));
    this.on = el('button.walk-button', { type: 'button', id: 'next', onclick: () => this.step(1) },
      t('walk.next'), el('span', { 'aria-hidden': 'true' }, ' ›'));
    place.replaceChildren(...(items.length
      ? [this.text, el('div.walk-row', {}, this.back, this.count, this.on)]
      : [el('span.muted', {}, t('walk.empty'))]));
    if (items.length) document.addEventListener('keydown', (event) => this.#key(event));
  }

  step(by) {
    const n = this.items.length;
    const at = this.at < 0 ? (by > 0 ? 0 : n - 1) : (this.at + by + n) % n;
    this.go(this.items[at]);
  }

  /** Says which item the reader is at. */
  show(item) {
    this.at = this.items.indexOf(item);
    this.count.textContent = t('walk.count', { n: this.at + 1, all: this.items.length });
    this.text.replaceChildren(
      el('p.walk-kind', {},
        el(`span.number.badge-${item.kind}`, { 'aria-hidden': 'true' }, String(item.number)), t(`kind.${item.kind}`)),
      el('p.walk-title', {}, item.title),
      item.advice ? el('p.walk-advice', {}, item.advice) : '');
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    const by = { j: 1, n: 1, k: -1, p: -1 }[event.key.toLowerCase()];
    if (by) {
      event.preventDefault();
      this.step(by);
    }
  }
}
