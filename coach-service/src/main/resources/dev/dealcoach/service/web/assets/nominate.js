// Puts a passage before the trainers with two clicks: the first shows what they would see, the second sends it.

import { el } from './elements.js';
import { Problem } from './service.js';
import { language, t } from './texts.js';

const csrf = () => document.querySelector('input[name="csrf"]')?.value ?? '';

async function post(path, body) {
  let response;
  try {
    response = await fetch(`/api/v1/nominations${path}?lang=${language}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf() },
      body: JSON.stringify(body),
    });
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  return JSON.parse(answer);
}

/** A button that nominates; `body` is `{review or contact, text, shows}`. */
export function nominateButton(body) {
  const place = el('div.nominate', {});
  const open = el('button.go', { type: 'button', onclick: () => attempt(preview) }, t('nominate.do'));
  place.append(open);

  async function attempt(what) {
    try {
      await what();
    } catch (problem) {
      place.append(el('p.detail', { role: 'alert' }, problem instanceof Problem ? `${problem.title}. ${problem.detail ?? ''}` : t('error.network.title')));
    }
  }

  async function preview() {
    const { text, masks } = await post('/preview', body);
    const shown = el('blockquote.passage', {});
    let done = 0;
    for (const { start, end } of masks) {
      shown.append(text.slice(done, start), el('mark', {}, text.slice(start, end)));
      done = end;
    }
    shown.append(text.slice(done));
    const send = el('button.button', { type: 'button', onclick: () => attempt(nominate) }, t('nominate.send'));
    place.replaceChildren(
      el('p.detail', {}, t('nominate.masked')),
      shown,
      el('div.row', {}, send, el('button.button.quiet-button', { type: 'button', onclick: () => place.replaceChildren(open) }, t('nominate.leave'))));
    send.focus();
  }

  async function nominate() {
    await post('', body);
    place.replaceChildren(el('p.detail', { role: 'status' }, t('nominate.done')));
  }

  return place;
}
