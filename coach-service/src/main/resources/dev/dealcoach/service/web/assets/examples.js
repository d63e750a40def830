// Examples of the best sellers: fetched for a review or a summary, shown under what they answer.

import { el, symbol } from './elements.js';
import { language, t } from './texts.js';

const PATIENCE = 40;
const csrf = () => document.querySelector('input[name="csrf"]')?.value ?? '';
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The examples for an address; waits while the index is prepared, null if there is no answer. */
async function fetched(address) {
  for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
    let response;
    try {
      response = await fetch(`${address}?lang=${language}`);
    } catch {
      return null;
    }
    if (!response.ok) return null;
    const body = await response.json();
    if (body.state === 'ready') return body;
    await pause(1500);
  }
  return null;
}

/** Fetches and shows them; `place` finds the element under which the one for a rule goes, or null. */
export async function showExamples(address, place, rest) {
  const body = await fetched(address);
  if (!body) return;
  const left = [];
  for (const example of body.examples) {
    const under = place(example.finding);
    if (under) under.append(card(example));
    else left.push(example);
  }
  if (!body.examples.length && !body.note) return;
  rest.append(...[
    body.examples.length ? el('h2', {}, t('example.heading')) : null,
    body.note ? el('p.muted', { id: 'examples-note' }, body.note) : null,
    body.examples.length > left.length
      ? el('p', {}, el('button.inline-link', { type: 'button', onclick: first }, t('example.go', { n: body.examples.length - left.length })))
      : null,
    ...left.map(card),
  ].filter(Boolean));
  rest.hidden = false;
}

function first() {
  const example = document.querySelector('.example');
  example.scrollIntoView({ block: 'center' });
  example.focus({ preventScroll: true });
}

function card(example) {
  const facts = [example.seller, example.industry, example.product].filter(Boolean).join(' · ');
  return el('figure.example', { 'data-example': example.id, tabindex: '-1' },
    el('figcaption', {}, symbol('★'), ' ', el('strong', {}, t(example.talkTrack ? 'example.talk-track' : 'example.how')), ' ', facts),
    passage(example),
    example.whyItWorks ? el('p.detail', {}, el('strong', {}, t('example.works')), ' ', example.whyItWorks) : null,
    el('p.detail.muted', {}, example.why.join(' · ')),
    el('div.row', {},
      thumb(example),
      el('a.quiet', { href: `/examples/${example.id}` }, t('example.open'))));
}

/** The passage with the place that answers marked. */
function passage({ text, start, end, language: spoken }) {
  const place = el('blockquote.passage', { lang: spoken });
  if (start === undefined) place.append(text);
  else place.append(text.slice(0, start), el('mark', {}, text.slice(start, end)), text.slice(end));
  return place;
}

function thumb(example) {
  const button = el('button.button.quiet-button.thumb', { type: 'button', 'aria-pressed': String(example.helped) });
  const show = () => {
    const helped = button.getAttribute('aria-pressed') === 'true';
    button.replaceChildren(...(helped ? [symbol('✓'), ' ', t('example.helped')] : [t('example.helps')]));
  };
  button.addEventListener('click', async () => {
    const helped = button.getAttribute('aria-pressed') !== 'true';
    const response = await fetch(`/api/v1/examples/${example.id}/helped`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf() },
      body: JSON.stringify({ helped }),
    }).catch(() => null);
    if (!response?.ok) return;
    button.setAttribute('aria-pressed', String(helped));
    show();
  });
  show();
  return button;
}
