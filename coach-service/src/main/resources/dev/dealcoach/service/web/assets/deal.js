// The page of a deal: hands proposals in, several at a time, and follows their reviews as they come about.

import { onChosen } from './chosen.js';
import { el } from './elements.js';
import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { has, language, t } from './texts.js';
import { showTimes, when } from './times.js';

const $ = (id) => document.getElementById(id);
const { deal, csrf } = $('main').dataset;
const largest = Number(document.body.dataset.largestFile);
const STATES = { waiting: '○', reading: '◐', reviewing: '◐', done: '●', refused: '!' };

let events = null;

/** One file on its way: a bar until it has arrived, then the events tell of its review. */
function send(file) {
  if (file.size > largest) {
    showProblem($('error'), new Problem(t('problem.too-large.title'), t('problem.too-large.detail')));
    return;
  }
  const fill = el('span.bar-fill');
  const share = el('span.muted', {}, '0%');
  const line = el('li.transfer', {}, el('span.list-main', {}, file.name), share, el('span.bar-track', { 'aria-hidden': 'true' }, fill));
  $('transfers').append(line);
  const form = new FormData();
  form.append('file', file);
  const request = new XMLHttpRequest(); // fetch does not report the progress of an upload
  request.open('POST', `/api/v1/deals/${deal}/proposals?lang=${language}`);
  request.setRequestHeader('X-CSRF-Token', csrf);
  request.setRequestHeader('Idempotency-Key', crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`);
  request.upload.onprogress = (event) => {
    const part = event.lengthComputable ? event.loaded / event.total : 0;
    fill.style.width = `${part * 100}%`;
    share.textContent = `${Math.round(part * 100)}%`;
  };
  request.onerror = () => {
    line.remove();
    showProblem($('error'), Problem.network(t));
  };
  request.onload = () => {
    line.remove();
    if (request.status === 201) {
      $('error').hidden = true;
      show(JSON.parse(request.responseText));
      follow();
    } else {
      showProblem($('error'), Problem.from(request.responseText, t));
    }
  };
  request.send(form);
}

function words(review) {
  if (review.state === 'done') {
    const corrected = review.machineGold === null ? '' : ` · ${t('corr.tag', { n: review.machineGold })}`;
    return `${t('deal.state.done')} · ${t('gold.heading')} ${t('gold.of', { n: review.gold })}${corrected}`;
  }
  const reason = `problem.${review.refusal}.title`;
  return review.state === 'refused' && has(reason) ? `${t('deal.state.refused')} · ${t(reason)}` : t(`deal.state.${review.state}`);
}

function show(review) {
  $('no-reviews').hidden = true;
  const list = $('reviews');
  const old = list.querySelector(`[data-review="${review.id}"]`);
  const name = review.state === 'refused'
    ? el('span.list-main', {}, review.fileName)
    : el('a.list-main', { href: `/deals/${deal}/reviews/${review.id}` }, review.fileName);
  const line = el('li', { 'data-review': review.id, 'data-state': review.state }, name,
    el('span.muted', {}, t('deal.version', { n: review.version }), ' · ',
      el('time', { datetime: review.handedIn }, when(review.handedIn)), ' · ',
      el('span', { 'aria-hidden': 'true' }, `${STATES[review.state]} `), el('span.review-state', {}, words(review))),
    review.state === 'done' && review.version > 1
      ? el('a.quiet.list-end', { href: `/deals/${deal}/reviews/${review.id}/compare` }, t('compare.link')) : null);
  if (old) {
    const focused = old.contains(document.activeElement);
    old.replaceWith(line);
    if (focused) line.querySelector('a')?.focus();
  } else {
    list.prepend(line);
  }
}

/** Follows the reviews until all have ended. */
function follow() {
  events?.close();
  events = new EventSource(`/api/v1/deals/${deal}/events`);
  events.addEventListener('review', (event) => show(JSON.parse(event.data)));
  events.addEventListener('end', () => events.close());
}

showTimes();

const input = $('file');
if (input) {
  const sendAll = (files) => [...files].forEach(send);
  onChosen(input, sendAll);
  const drop = $('drop');
  for (const kind of ['dragenter', 'dragover']) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) drop.classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    sendAll(event.dataTransfer?.files ?? []);
  });
}

/** Reads a mail; its words wait in the form, so that greetings can go before they are kept. */
async function readMail(file) {
  let response;
  try {
    response = await fetch(`/api/v1/deals/${deal}/mails?check=true&lang=${language}`, {
      method: 'POST',
      headers: { 'Content-Type': 'message/rfc822', 'X-CSRF-Token': csrf },
      body: await file.arrayBuffer(),
    });
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  const { from, paragraphs } = JSON.parse(answer);
  $('say').value = [$('say').value.trim(), ...paragraphs].filter(Boolean).join('\n');
  $('source').value = 'mail';
  $('mail-read').textContent = t('deal.mail.read', { n: paragraphs.length, from });
  $('say').focus();
}

async function chooseMail([file]) {
  try {
    await readMail(file);
    $('error').hidden = true;
  } catch (problem) {
    showProblem($('error'), problem instanceof Problem ? problem : Problem.network(t));
  }
}

if ($('mail')) onChosen($('mail'), chooseMail);

// leaving while a file is on its way would lose it; what has arrived goes on by itself
addEventListener('beforeunload', (event) => {
  if ($('transfers').children.length) event.preventDefault();
});

if ($('reviews').querySelector('li:not([data-state="done"]):not([data-state="refused"])')) follow();
