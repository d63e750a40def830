// What every page of somebody who is signed in does: tells times in the reader's words and zone, sorts tables.

import { el } from './elements.js';
import { language, t } from './texts.js';
import { when } from './times.js';

const locale = language === 'zh' ? 'zh-CN' : 'en';
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
document.querySelectorAll('time.when').forEach((each) => {
  const then = new Date(each.dateTime);
  each.textContent = when(then);
  each.title = exact.format(then);
});
document.querySelectorAll('time.day').forEach((each) => {
  const then = new Date(each.dateTime);
  each.textContent = day.format(then);
  each.title = exact.format(then);
});

/** What a row is sorted by. */
function value(row, column, kind) {
  const cell = row.cells[column];
  const text = cell.dataset.value ?? cell.textContent.trim();
  return kind === 'number' ? Number.parseFloat(text) : text;
}

function sort(table, head, column, kind) {
  const up = head.getAttribute('aria-sort') !== 'ascending';
  const body = table.tBodies[0];
  const collator = new Intl.Collator(locale);
  const rows = [...body.rows].sort((one, other) => {
    const [a, b] = [value(one, column, kind), value(other, column, kind)];
    return (up ? 1 : -1) * (kind === 'number' ? a - b : collator.compare(a, b));
  });
  table.querySelectorAll('th[aria-sort]').forEach((each) => each.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  body.append(...rows);
}

document.querySelectorAll('table[data-sortable]').forEach((table) => {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const kind = head.dataset.sort;
    if (!kind) return;
    const button = el('button.sort', { type: 'button', title: t('table.sort'), onclick: () => sort(table, head, column, kind) });
    button.append(...head.childNodes);
    head.append(button);
  });
});

// who signs out leaves no page behind on the phone; what waits to be sent stays
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => {
  globalThis.caches?.delete('dealcoach-recorder-1');
});
