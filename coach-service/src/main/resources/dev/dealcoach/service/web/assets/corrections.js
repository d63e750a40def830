// What people say of a score: what holds beside what the machine said, and the forms to confirm, change or dispute it.

import { el, symbol } from './elements.js';
import { Problem } from './service.js';
import { language, t } from './texts.js';
import { when } from './times.js';

const SYMBOLS = { covered: '●', partial: '◐', missing: '○', met: '●', not_met: '○', counts: '●', aside: '○' };
const LONGEST_REASON = 500;
const LONGEST_TEXT = 2000;
let forms = 0;

/** What holds of a contact or review: `address` is its own, below `/api/v1`. */
export async function fetchSheet(address) {
  let response;
  try {
    response = await fetch(`${address}/corrections?lang=${language}`);
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  return JSON.parse(answer);
}

/** A summary's report with the statuses that hold; the reasons stay the machine's, what is covered needs no question. */
export function heldReport(report, sheet) {
  const items = { ...report.items };
  for (const { item, value, machine } of sheet.items) {
    if (items[item] && value !== machine) {
      const { reason, ask } = items[item];
      items[item] = { ...items[item], status: value, reason: t('corr.machine.reason', { reason }), ask: value === 'covered' ? null : ask };
    }
  }
  return { ...report, score: sheet.score ?? report.score, items };
}

/** A proposal's report with the points that hold. */
export function heldGold(report, sheet) {
  const gold = { ...report.gold, score: sheet.score ?? report.gold.score };
  for (const { item, value } of sheet.items) gold[item] = { ...gold[item], met: value === 'met' };
  return { ...report, gold };
}

/** The mark beside a score that a person corrected. */
export const scoreMark = ({ machineScore }) => machineScore === null || machineScore === undefined ? null
  : el('span.tag.corr-tag', {}, t('corr.tag', { n: machineScore }));

/** A value, as shape and words. */
const shown = (value) => [symbol(SYMBOLS[value], 'corr-symbol'), ' ', t(`corr.value.${value}`)];

/**
 * What people said of an item and what the viewer may say; `changed` is called when something was kept. Null if there is
 * nothing to show.
 */
export function correctionBlock(line, sheet, { address, csrf, changed }) {
  const spoken = [
    line.value === line.machine ? null : el('p.corr-machine', {}, t('corr.machine'), ' ', shown(line.machine)),
    ...line.said.map(word),
    line.dispute ? disputed(line.dispute) : null,
  ].filter(Boolean);
  const acts = line.dispute ? [] : sheet.mayJudge ? judging(line, { address, csrf, changed })
    : sheet.mayDispute ? [disputing(line, { address, csrf, changed })] : [];
  if (!spoken.length && !acts.length) return null;
  return el('div.corr', { 'data-item': line.item }, spoken, acts);
}

function word({ kind, value, reason, author, at }) {
  return el(`p.corr-said.corr-${kind}`, {},
    el('strong', {}, t(`corr.said.${kind}`, { name: author })), ' ', shown(value),
    reason ? el('q', {}, reason) : null,
    el('span.muted', {}, when(at)));
}

function disputed({ id, text, state, at }) {
  return el('p.corr-said.corr-dispute', {},
    el('strong', {}, t(`corr.dispute.${state}`)), ' ', el('q', {}, text), el('span.muted', {}, when(at)), ' ',
    el('a.quiet', { href: `/disputes/${id}` }, t('corr.dispute.link')));
}

/** The manager agrees with one tap, or puts something else in its place. */
function judging(line, { address, csrf, changed }) {
  const id = `corr-${forms += 1}`;
  const confirm = el('button.button.quiet-button.corr-confirm', { type: 'button' }, symbol('✓'), ' ', t('corr.confirm'));
  const trouble = el('p.corr-trouble', { role: 'alert' });
  const reason = el('textarea', { id: `${id}-reason`, rows: 2, maxlength: LONGEST_REASON, required: true });
  const form = el('form.corr-form', {},
    el('fieldset.corr-values', {}, el('legend.label', {}, t('corr.change.to')), line.values.map((value) =>
      el('label.check', {}, el('input', { type: 'radio', name: 'value', value, required: true, checked: value === line.value }), el('span', {}, shown(value))))),
    el('div.field', {}, el('label.label', { for: `${id}-reason` }, t('corr.reason')),
      el('p.hint', {}, t('corr.reason.hint')), reason),
    el('button.button', { type: 'submit' }, t('corr.change.do')));
  const say = (body) => kept(() => send(`${address}/corrections`, JSON.stringify(body), csrf,
    { 'Content-Type': 'application/json' }), trouble, changed);
  confirm.addEventListener('click', () => say({ item: line.item, value: line.value }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say({ item: line.item, value: new FormData(form).get('value'), reason: reason.value });
  });
  return [
    el('div.corr-acts', {}, confirm,
      line.values.length > 1 ? el('details.corr-open', {}, el('summary', {}, t('corr.change')), form) : null),
    trouble,
  ];
}

/** Who did the work says why something is not so. */
function disputing(line, { address, csrf, changed }) {
  const id = `corr-${forms += 1}`;
  const trouble = el('p.corr-trouble', { role: 'alert' });
  const form = el('form.corr-form', {},
    el('p.hint', {}, t('corr.dispute.hint')),
    el('div.field', {}, el('label.label', { for: `${id}-text` }, t('corr.dispute.text')),
      el('textarea', { id: `${id}-text`, name: 'text', rows: 3, maxlength: LONGEST_TEXT, required: true })),
    el('div.field', {}, el('label.label', { for: `${id}-file` }, t('corr.dispute.file'), ' ', el('span.muted', {}, t('optional'))),
      el('input', { id: `${id}-file`, type: 'file', name: 'file' })),
    el('button.button', { type: 'submit' }, t('corr.dispute.do')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = new FormData(form);
    body.append('item', line.item);
    if (!body.get('file')?.name) body.delete('file');
    kept(() => send(`${address}/disputes`, body, csrf, {}), trouble, changed);
  });
  return el('details.corr-open', {}, el('summary', {}, t('corr.dispute')), form, trouble);
}

/** Sends once, and says what stood in the way; what was written stays. */
async function kept(sending, trouble, changed) {
  trouble.textContent = '';
  try {
    await sending();
  } catch (problem) {
    const { title, detail } = problem instanceof Problem ? problem : Problem.network(t);
    trouble.textContent = detail ? `${title} ${detail}` : title;
    return;
  }
  await changed();
}

async function send(address, body, csrf, headers) {
  let response;
  try {
    response = await fetch(`${address}?lang=${language}`, {
      method: 'POST',
      headers: { ...headers, 'X-CSRF-Token': csrf },
      body,
    });
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  return JSON.parse(answer);
}
