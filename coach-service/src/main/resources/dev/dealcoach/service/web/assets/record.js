// The recorder: hold, speak, let go. What was recorded lies on the phone before it is sent, and goes when it can.

import { el } from './elements.js';
import { stamped } from './photo.js';
import { all, flush, put, remove } from './queue.js';
import { record } from './recorder.js';
import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { has, language, t } from './texts.js';
import { when } from './times.js';

const SHORTEST = 2;
const FULL = 30;
const GRACE = 3;
const SEND_AFTER = 3;

const $ = (id) => document.getElementById(id);
const main = $('main');
const hold = $('hold');

let holding = null; // { recorder, released, since } while the button is held
let recorded = null; // { audio, recordedAt } until it is sent
let sendIn = null; // the timer that sends

const tell = (words) => ($('said').textContent = words);
const word = (key, values) => ($('hold-word').textContent = t(key, values));

function problem(name) {
  showProblem($('error'), new Problem(t(`problem.${name}.title`), t(`problem.${name}.detail`)));
}

/* --- holding --- */

async function press() {
  if (holding || hold.disabled) return;
  $('error').hidden = true;
  if (!$('consent').checked) {
    problem('no-consent');
    $('consent').focus();
    return;
  }
  const mine = { recorder: null, released: false };
  holding = mine;
  forget();
  hold.classList.add('opening');
  word('record.opening');
  try {
    if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('', 'NotSupportedError');
    mine.recorder = await record(level);
  } catch (error) {
    holding = null;
    idle();
    problem(error.name === 'NotAllowedError' || error.name === 'SecurityError' ? 'microphone-refused' : 'no-microphone');
    return;
  }
  if (mine.released) {
    // let go before the microphone was open
    await mine.recorder.stop();
    holding = null;
    idle();
    tell(t('record.too-short'));
    word('record.too-short');
    return;
  }
  mine.at = new Date();
  navigator.vibrate?.(40);
  hold.classList.replace('opening', 'on');
  hold.setAttribute('aria-pressed', 'true');
  word('record.speak');
  tell(t('record.speak'));
  mine.clock = setInterval(() => tick(mine), 100);
}

function tick(mine) {
  const seconds = mine.recorder.seconds();
  const left = Math.ceil(FULL - seconds);
  if (seconds < FULL) {
    $('hold-count').textContent = String(left);
    hold.style.setProperty('--share', seconds / FULL);
    if (left <= 5) hold.classList.add('ending');
  } else {
    word('record.grace');
    $('hold-count').textContent = `+${Math.max(0, Math.ceil(FULL + GRACE - seconds))}`;
  }
  if (seconds >= FULL + GRACE) release();
}

async function release() {
  const mine = holding;
  if (!mine || mine.released) return;
  mine.released = true;
  if (!mine.recorder) return; // the press finds out
  clearInterval(mine.clock);
  const seconds = mine.recorder.seconds();
  const audio = await mine.recorder.stop();
  holding = null;
  idle();
  if (seconds < SHORTEST) {
    word('record.too-short');
    tell(t('record.too-short'));
    return;
  }
  recorded = { audio, recordedAt: mine.at.toISOString(), seconds };
  review();
}

function idle() {
  hold.classList.remove('opening', 'on', 'ending');
  hold.removeAttribute('aria-pressed');
  hold.style.removeProperty('--share');
  $('hold-count').textContent = '';
  level(0);
  word('record.hold');
}

function level(share) {
  $('level-fill').style.width = `${share * 100}%`;
  $('level').setAttribute('aria-valuenow', String(Math.round(share * 100)));
}

/* --- what was recorded: listen, record again, or wait until it goes --- */

function review() {
  $('review').hidden = false;
  hold.hidden = true;
  $('level').hidden = true;
  $('hold-hint').hidden = true;
  let left = SEND_AFTER;
  const count = () => {
    if (left === 0) {
      send();
      return;
    }
    $('sending').textContent = t('record.sending-in', { n: left, seconds: Math.round(recorded.seconds) });
    left -= 1;
    sendIn = setTimeout(count, 1000);
  };
  count();
}

function stay() {
  clearTimeout(sendIn);
  sendIn = null;
  $('sending').textContent = t('record.recorded', { seconds: Math.round(recorded.seconds) });
}

function forget() {
  clearTimeout(sendIn);
  sendIn = null;
  recorded = null;
  $('review').hidden = true;
  hold.hidden = false;
  $('level').hidden = false;
  $('hold-hint').hidden = false;
  if ($('listen').src) URL.revokeObjectURL($('listen').src);
  $('listen').removeAttribute('src');
  $('listen').hidden = true;
}

const newKey = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16)).join('');

async function send() {
  clearTimeout(sendIn);
  const mine = recorded;
  if (!mine) return;
  recorded = null;
  const entry = {
    key: newKey(),
    account: main.dataset.account,
    reader: language,
    deal: $('deal').value,
    customer: $('deal').selectedOptions[0]?.textContent ?? '',
    audio: mine.audio,
    recordedAt: mine.recordedAt,
    consent: true,
    people: $('people').value,
    action: $('action').value,
    confirmed: $('confirmed').checked,
    language: $('language-spoken').value,
    photo: photo?.blob ?? null,
    removeLocation: $('remove-location').checked,
  };
  try {
    await put(entry);
  } catch (error) {
    console.error(error);
    recorded = mine;
    stay();
    problem('phone-full');
    return;
  }
  $('review').hidden = true;
  $('consent').checked = false;
  $('form').reset();
  photo = null;
  showPhoto();
  forget();
  await sendWaiting(entry.key);
}

/* --- what waits on the phone --- */

let again = null;

/** Sends what waits; goes to the contact if the one just recorded was taken. */
async function sendWaiting(mine = null) {
  clearTimeout(again);
  await list(true);
  const result = await flush();
  $('sign-in').hidden = !result.signIn;
  await list(false);
  const taken = mine && result.sent.get(mine);
  if (taken) {
    location.assign(`/deals/${taken.deal}/contacts/${taken.contact}`);
    return;
  }
  if (result.sent.size) tell(t('record.sent', { n: result.sent.size }));
  trouble(result.problem);
  $('offline').hidden = Boolean(result.problem) || (!result.away && !fromPhone());
  if (result.away && result.left) {
    again = setTimeout(sendWaiting, 10_000);
    const worker = await navigator.serviceWorker?.getRegistration('/record');
    await worker?.sync?.register('recordings').catch(() => {});
  }
}

/** Why the service cannot take what waits, and what becomes of it; nothing if it can. */
function trouble(problem) {
  const place = $('trouble');
  place.hidden = !problem;
  if (!problem) {
    place.replaceChildren();
    return;
  }
  const key = `record.trouble.${problem.type?.split(':').at(-1)}`;
  place.replaceChildren(el('strong', {}, problem.title ?? t('record.trouble')), ' ', t(has(key) ? key : 'record.trouble.kept'));
}

const fromPhone = () => !navigator.onLine;

async function list(sending) {
  const entries = await all();
  $('waiting').hidden = !entries.length;
  $('queue').replaceChildren(...entries.map((entry) => el('li', { 'data-key': entry.key },
    el('span.list-main', {}, entry.customer),
    el('span.muted', {}, when(entry.recordedAt), ' · ',
      entry.problem ?? (entry.account === main.dataset.account ? t(sending ? 'record.state.sending' : 'record.state.waits') : t('record.state.other'))),
    entry.problem ? el('button.button.quiet-button', { type: 'button', onclick: () => discard(entry) }, t('record.discard')) : null)));
}

async function discard(entry) {
  if (!confirm(t('record.discard.sure'))) return;
  await remove(entry.key);
  await list(false);
}

/* --- a photo with its time and place --- */

let photo = null;

async function takePhoto() {
  const [file] = $('photo')?.files ?? [];
  photo = null;
  if (file) {
    try {
      photo = await stamped(file, { withPlace: !$('remove-location').checked });
    } catch (error) {
      console.error(error);
      problem('no-photo');
    }
  }
  showPhoto();
}

function showPhoto() {
  const shown = $('photo-shown');
  if (shown.src) URL.revokeObjectURL(shown.src);
  shown.hidden = !photo;
  $('place-choice').hidden = !photo?.placed;
  $('photo-done').textContent = photo ? t('record.photo.stamped', { stamp: photo.stamp }) : '';
  if (photo) shown.src = URL.createObjectURL(photo.blob);
  else shown.removeAttribute('src');
}

/* --- what is pressed --- */

if (hold) {
  hold.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    hold.focus({ preventScroll: true });
    hold.setPointerCapture(event.pointerId);
    press();
  });
  for (const kind of ['pointerup', 'pointercancel']) hold.addEventListener(kind, release);
  hold.addEventListener('contextmenu', (event) => event.preventDefault());
  hold.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) press();
  });
  hold.addEventListener('keyup', (event) => {
    if (event.key === ' ' || event.key === 'Enter') release();
  });
  hold.addEventListener('blur', release);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') release();
  });
  $('send').addEventListener('click', send);
  $('again').addEventListener('click', () => {
    forget();
    hold.focus();
  });
  $('play').addEventListener('click', () => {
    stay();
    const player = $('listen');
    if (!player.src) player.src = URL.createObjectURL(recorded.audio);
    player.hidden = false;
    player.play();
  });
  $('photo').addEventListener('change', takePhoto);
  $('remove-location').addEventListener('change', takePhoto);
  $('form').addEventListener('submit', (event) => event.preventDefault());
}

addEventListener('online', () => sendWaiting());
addEventListener('offline', () => ($('offline').hidden = false));
addEventListener('beforeunload', (event) => {
  if (recorded || holding) event.preventDefault();
});

try {
  await navigator.serviceWorker?.register('/record/worker.js', { type: 'module', scope: '/record' });
} catch (error) {
  console.warn('without the worker the recorder needs the network', error.name);
}
$('offline').hidden = !fromPhone();
await sendWaiting();
main.dataset.ready = 'true';
