// The text of a spoken summary: marks as in a typed one, and every word can be heard and mended.

import { el, symbol } from './elements.js';
import { ITEMS } from './checklist.js';
import { Problem } from './service.js';
import { language, t } from './texts.js';
import { clock } from './times.js';

const RANK = ['covered', 'partial', 'against', 'vague'];

/** Below this the engine was not sure of a word. */
const UNSURE = 0.8;

/** Every place that the report names: `{start, end, key, kind, title}`. */
function stretchesOf(report) {
  if (!report) return [];
  const all = [];
  const add = (places, key, kind, title) => places.forEach(({ start, end }, i) => all.push({ start, end, key: `${key}-${i}`, kind, title }));
  for (const id of ITEMS) {
    const { status, evidence, against } = report.items[id];
    add(evidence, `${id}-for`, status, `${t(`item.${id}`)} · ${t(`status.${status}`)}`);
    add(against, `${id}-against`, 'against', `${t(`item.${id}`)} · ${t('summary.against')}`);
  }
  add(report.vague, 'vague', 'vague', t('summary.vague'));
  return all;
}

export class SpokenText {
  /**
   * `pick` is called with the key of a mark that a reader chooses; `mend(position, text)` keeps a correction, null if the
   * reader may not.
   */
  constructor(place, report, body, { pick = () => {}, mend = null, heading = t('spoken.said') } = {}) {
    this.body = body;
    this.pick = pick;
    this.mend = mend;
    this.player = el('audio', { controls: true, preload: 'metadata', src: body.audio, 'aria-label': t('spoken.audio') });
    this.player.addEventListener('timeupdate', () => this.#follow());
    this.words = this.#words(stretchesOf(report));
    this.text = el('div.said-text.spoken', { role: 'group', 'aria-label': t('spoken.words') }, this.#laidOut());
    this.text.addEventListener('keydown', (event) => this.#move(event));
    this.panel = el('div.word-panel', { hidden: true });
    const kinds = RANK.filter((kind) => this.text.querySelector(`.mark-${kind}`));
    place.replaceChildren(
      el('h2', {}, heading),
      el('p.hint', {}, t(mend ? 'spoken.hint.mend' : 'spoken.hint')),
      this.player,
      ...(body.doubtful ? [el('p.notice', { id: 'doubtful' }, t('spoken.doubtful'))] : []),
      this.text,
      this.panel,
      kinds.length ? el('ul.said-legend', { 'aria-label': t('legend.heading') }, kinds.map((kind) => el('li', {},
        el(`span.sample.mark-${kind}`, { 'aria-hidden': 'true' }, '文 A'), ' ', t(`summary.mark.${kind}`)))) : '');
  }

  #words(stretches) {
    return this.body.words.map((word, i) => {
      const end = word.at + word.word.length;
      const covering = stretches.filter((s) => s.start < end && word.at < s.end)
        .sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
      const first = covering[0];
      const weak = covering.some((each) => each.kind === 'vague');
      return el(`button.word${first ? `.marked.mark-${first.kind}` : ''}${weak ? '.weak' : ''}${word.conf < UNSURE && !word.heard ? '.unsure' : ''}${word.heard ? '.mended' : ''}`, {
        type: 'button',
        tabindex: i ? '-1' : '0',
        'data-keys': covering.map((each) => each.key).join(' '),
        title: [clock(word.start), word.heard ? t('spoken.heard', { word: word.heard }) : '', ...new Set(covering.map((each) => each.title))].filter(Boolean).join('\n'),
        onclick: () => this.#choose(i, first),
      }, word.word);
    });
  }

  #laidOut() {
    const all = [];
    let at = 0;
    this.body.words.forEach((word, i) => {
      if (word.at > at) all.push(document.createTextNode(this.body.text.slice(at, word.at)));
      all.push(this.words[i]);
      at = word.at + word.word.length;
    });
    return all;
  }

  #choose(i, mark) {
    this.#focus(i);
    if (mark) this.pick(mark.key);
    this.hear(i);
    this.#open(i);
  }

  /** Plays one word, with a little around it. */
  hear(i) {
    this.#play(this.body.words[i]);
  }

  /** When a place is said: from when to when, in seconds; null if no word of it was heard. */
  said(key) {
    const words = this.body.words.filter((_, i) => this.words[i].dataset.keys.split(' ').includes(key));
    return words.length ? { start: words[0].start, end: words.at(-1).end } : null;
  }

  /** Plays a place from its first word to its last. */
  hearPlace(key) {
    this.#play(this.said(key));
  }

  #play({ start, end }) {
    this.until = end + 0.15;
    this.player.currentTime = Math.max(0, start - 0.1);
    this.player.play().catch(() => {}); // a format that this browser does not play
  }

  #follow() {
    if (this.until && this.player.currentTime >= this.until) {
      this.player.pause();
      this.until = null;
    }
    const now = this.player.currentTime;
    this.body.words.forEach((word, i) => this.words[i].classList.toggle('playing', !this.player.paused && word.start <= now && now < word.end));
  }

  #focus(i) {
    this.words.forEach((each, n) => each.setAttribute('tabindex', n === i ? '0' : '-1'));
    this.words[i].focus({ preventScroll: true });
  }

  #move(event) {
    const at = this.words.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.words.length - 1 }[event.key];
    if (at < 0 || to === undefined || !this.words[to]) return;
    event.preventDefault();
    this.#focus(to);
  }

  /** The word that was chosen: hear it again, mend it. */
  #open(i) {
    const word = this.body.words[i];
    const input = el('input.input', { id: 'mend', value: word.word, maxlength: '60', autocomplete: 'off' });
    const said = el('p.hint', { role: 'status' }, word.heard ? t('spoken.heard', { word: word.heard }) : '');
    const form = el('form.row', {
      onsubmit: async (event) => {
        event.preventDefault();
        const text = input.value.trim();
        if (!text || text === word.word) return;
        said.textContent = t('spoken.mending');
        try {
          await this.mend(i, text);
        } catch (problem) {
          said.textContent = problem instanceof Problem ? `${problem.title} ${problem.detail}` : t('error.network.title');
        }
      },
    }, el('label.label', { for: 'mend' }, t('spoken.mend')), input, el('button.button.quiet-button', { type: 'submit' }, t('spoken.mend.do')));
    this.panel.replaceChildren(
      el('div.row', {},
        el('strong', {}, word.word), el('span.muted', {}, clock(word.start)),
        el('button.button.quiet-button', { type: 'button', onclick: () => this.hear(i) }, t('spoken.hear'))),
      this.mend ? form : '', said);
    this.panel.hidden = false;
  }

  /** Shows where a piece stands. */
  show(key) {
    for (const each of this.words) {
      const meant = each.dataset.keys.split(' ').includes(key);
      each.classList.toggle('current', meant);
      each.classList.toggle('flash', meant);
    }
  }
}

const STAGES = ['sent', 'transcribing', 'scoring'];
const AT = { waiting: 1, 'no-model': 1, transcribing: 1, scoring: 2, done: 3, refused: 3 };
const SYMBOLS = { done: '●', now: '◐', next: '○' };

/** Shows how far a recording has come. */
export function showProgress(place, state) {
  const at = AT[state];
  place.replaceChildren(
    el('h1', {}, t(state === 'no-model' ? 'spoken.state.no-model' : 'spoken.under-way')),
    el('ol.stages', {}, STAGES.map((stage, i) => {
      const now = i < at ? 'done' : i === at ? (state === 'waiting' || state === 'no-model' ? 'next' : 'now') : 'next';
      return el('li', { 'data-state': now }, symbol(SYMBOLS[now]), el('span', {}, t(`spoken.stage.${stage}`)), el('span.muted', {}, t(`progress.${now}`)));
    })),
    state === 'no-model' ? el('p.notice', { id: 'no-model' }, t('spoken.no-model')) : el('p.muted', {}, t('spoken.leave')));
  place.hidden = false;
}

/** Why a recording does not count, for rep and manager alike. */
export function flagged(flags, mine, when) {
  return flags.map(({ flag, contact }) => el('section.notice.flag', { 'data-flag': flag },
    el('h2', {}, symbol('!', 'problem-symbol'), ' ', t(`spoken.flag.${flag}`)),
    el('p', {}, t(mine ? `spoken.flag.${flag}.do` : 'spoken.flag.manager'), ' ',
      contact ? el('a', { href: `/deals/${contact.deal}/contacts/${contact.id}` }, `${contact.customer} · ${when(contact.held)}`) : '')));
}

/** What was noted of the contact, and how its checklist stands. */
export function facts(place, { facts, checklist, due }, when) {
  const line = (kind, ...children) => el(`li.fact-${kind}`, {}, ...children);
  place.replaceChildren(
    line(checklist, symbol({ done: '●', due: '◐', overdue: '▲' }[checklist]), ' ', t(`spoken.checklist.${checklist}`, { when: when(due) })),
    ...(facts ? [
      facts.consent ? line('consent', symbol('✓'), ' ', t('spoken.consent')) : null,
      facts.action ? line('action', t('spoken.action', { action: facts.action }), ' · ', t(facts.confirmed ? 'spoken.confirmed' : 'spoken.not-confirmed')) : null,
    ].filter(Boolean) : []));
  place.hidden = false;
}

/** The sentences that may be the customer's: the rep says which are. */
export function confirmations(place, said, keep) {
  place.hidden = !said.length;
  if (!said.length) return;
  const boxes = said.map((each, i) => el('label.check', { for: `said-${i}` },
    el('input', { type: 'checkbox', id: `said-${i}`, value: each.text, checked: each.kept || each.likely, disabled: each.kept }),
    el('span', {}, each.text, each.kept ? el('span.muted', {}, ` ${t('spoken.customer.kept')}`) : '')));
  const told = el('p.hint', { role: 'status' });
  place.replaceChildren(
    el('h2', {}, t('spoken.customer')),
    el('p.hint', {}, t('spoken.customer.hint')),
    el('form', {
      id: 'confirm',
      onsubmit: async (event) => {
        event.preventDefault();
        const chosen = boxes.map((box) => box.querySelector('input')).filter((box) => box.checked && !box.disabled).map((box) => box.value);
        if (!chosen.length) {
          told.textContent = t('spoken.customer.none');
          return;
        }
        try {
          await keep(chosen);
        } catch (problem) {
          told.textContent = problem instanceof Problem ? `${problem.title} ${problem.detail}` : t('error.network.title');
        }
      },
    }, boxes, el('button.button.quiet-button', { type: 'submit', disabled: said.every((each) => each.kept) }, t('spoken.customer.do')), told));
}

/** Sends JSON as our pages do. */
export async function post(address, body, csrf, key = null) {
  let response;
  try {
    response = await fetch(`${address}?lang=${language}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf, ...(key ? { 'Idempotency-Key': key } : {}) },
      body: JSON.stringify(body),
    });
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  return JSON.parse(answer);
}
