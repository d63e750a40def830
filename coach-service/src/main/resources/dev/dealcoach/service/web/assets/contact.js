// The page of a contact: how far its recording has come, the score card of its summary, its words and their sound.

import { showCard } from './card.js';
import { correctionBlock, fetchSheet, heldReport, scoreMark } from './corrections.js';
import { el, symbol } from './elements.js';
import { showExamples } from './examples.js';
import { nominateButton } from './nominate.js';
import { Problem } from './service.js';
import { confirmations, facts, flagged, post, showProgress, SpokenText } from './spoken.js';
import { showProblem } from './stages.js';
import { language, t } from './texts.js';
import { showTimes, when } from './times.js';

const $ = (id) => document.getElementById(id);
const main = $('main');
const { contact, deal, mine, csrf, red } = main.dataset;

/** A summary that repeats an earlier one says so, and which one. */
function copied(copy) {
  return copy ? el('section.notice', { id: 'copy' },
    el('h2', {}, symbol('!', 'problem-symbol'), ' ', t('contact.copy')),
    el('p', {}, t('contact.copy.detail', { n: copy.likeness }), ' ',
      el('a', { href: `/deals/${copy.deal}/contacts/${copy.contact}` }, `${copy.customer} · ${when(copy.held)}`))) : null;
}

const covered = (report) => Object.entries(report.items).filter(([, found]) => found.status === 'covered').map(([id]) => id);

function after() {
  return el('section.downloads', {},
    el('div.row', {},
      mine ? el('a.button.quiet-button', { href: `/deals/${deal}/contacts/${contact}/summary` }, t('summary.change')) : null,
      mine ? el('a.button.quiet-button', { href: `/record?deal=${deal}` }, t('contact.another')) : null,
      el('a.button.quiet-button', { id: 'download-json', href: `/api/v1/contacts/${contact}/report.json?lang=${language}` },
        t('summary.download'))));
}

async function get(address) {
  let response;
  try {
    response = await fetch(`${address}?lang=${language}`);
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  return JSON.parse(answer);
}

const mend = (recording) => mine && (async (position, text) => {
  await post(`/api/v1/recordings/${recording}/corrections`, { position, text }, csrf);
  await load();
});

/** What people say of the score, at each item; what is said of none stands below them. */
function corrected(sheet) {
  const around = (id) => ({
    address: `/api/v1/contacts/${contact}`,
    csrf,
    changed: async () => {
      await load();
      $(id)?.focus();
    },
  });
  $('score')?.parentElement.append(' ', scoreMark(sheet) ?? '');
  for (const line of sheet.items) {
    const place = $(`item-${line.item}`);
    const block = correctionBlock(line, sheet, around(place ? place.id : 'item-scored'));
    if (place) place.append(block ?? '');
    else if (block && (line.machine === 'aside' || line.said.length || sheet.mayJudge)) {
      const rest = el('section.corr-scored', { id: 'item-scored', tabindex: '-1' }, el('h2', {}, t('item.scored')),
        el('p.muted', {}, t(`corr.scored.${line.value}`)), block);
      const end = $('checklist').querySelector('.downloads');
      if (end) end.before(rest);
      else $('checklist').append(rest);
    }
  }
}

/** The score card; what was spoken has words that can be heard. */
function card({ contact: line, text, report: machine, copy }, spoken, sheet) {
  const report = heldReport(machine, sheet);
  const words = spoken?.words.length && spoken.text === text;
  showCard($('checklist'), $('said'), text, report, {
    before: spoken ? null : copied(copy),
    after: after(),
    scored: line.counts,
    red: Number(red),
    ...(words ? { spoken: (place, pick) => new SpokenText(place, report, spoken, { pick, mend: mend(spoken.recording.id) }) } : {}),
  });
  corrected(sheet);
  if (text.length >= 10 && !report.filler) $('said').append(nominateButton({ contact, text, shows: covered(report) }));
  examples();
  $('answered').hidden = false;
  return words;
}

/** How the best sellers asked for what is missing, below its items. */
function examples() {
  const rest = el('section.examples', { id: 'examples', hidden: true });
  $('checklist').querySelector('.downloads')?.before(rest);
  // ask.decision-maker-missing answers the item decision_maker
  const item = (rule) => rule.replace(/^ask\.|-(missing|partial)$/g, '').replaceAll('-', '_');
  showExamples(`/api/v1/contacts/${contact}/examples`, (rule) => $(`item-${item(rule)}`), rest);
}

function show(written, { recording, facts: noted, checklist, due, said }, sheet) {
  const state = recording?.recording.state;
  if (recording || noted) facts($('facts'), { facts: noted, checklist, due }, when);
  $('no-summary').hidden = Boolean(recording || written.report);
  const ended = !recording || state === 'done' || state === 'refused';
  $('progress').hidden = ended;
  if (!ended) showProgress($('progress'), state);
  $('flags').replaceChildren(...(recording ? flagged(standing(written, recording), Boolean(mine), when) : []), refused(recording));
  const shown = written.report ? card(written, recording, sheet) : false;
  // what is not scored, or was written anew, keeps its transcript
  const apart = state === 'done' && !shown;
  $('transcript').hidden = !apart;
  if (apart) {
    $('answered').hidden = false;
    if (recording.words.length) new SpokenText($('transcript'), null, recording, { mend: mend(recording.recording.id), heading: t('spoken.transcript') });
    else $('transcript').replaceChildren(el('h2', {}, t('spoken.transcript')), el('p.muted', {}, t('spoken.nothing')), el('audio', { controls: true, src: recording.audio, 'aria-label': t('spoken.audio') }));
    if (!written.report) $('checklist').replaceChildren(el('h1', {}, t('spoken.not-scored')), el('p', {}, t('spoken.not-scored.do')), again());
  }
  if (state === 'done' && !written.report) corrected(sheet);
  confirmations($('customer-said'), said, async (chosen) => {
    await post(`/api/v1/contacts/${contact}/statements`, { statements: chosen }, csrf, crypto.randomUUID?.());
    await load();
  });
  if (noted?.photo) {
    $('photo-place').replaceChildren(el('img.photo', { src: noted.photo, alt: t('record.photo') }));
    $('photo-place').hidden = false;
  }
  if (!ended) follow(recording.recording.id);
}

/** What speaks against the words goes when they were written anew; what speaks against the sound stays. */
const standing = ({ report, text }, { flags, text: spoken }) =>
  flags.filter(({ flag }) => !report || text === spoken || !['filler', 'same-words'].includes(flag));

const again = () => mine ? el('p.row', {},
  el('a.button', { href: `/record?deal=${deal}` }, t('record.again')),
  el('a.button.quiet-button', { href: `/deals/${deal}/contacts/${contact}/summary` }, t('contact.write'))) : '';

function refused(recording) {
  const code = recording?.recording.refusal;
  return code ? el('section.notice', { id: 'refused' },
    el('h1', {}, symbol('!', 'problem-symbol'), ' ', t('spoken.refused')),
    el('p', {}, t(`spoken.refusal.${code}`), ' ', t('spoken.refused.kept')), again()) : '';
}

let events = null;

/** Follows the recording until it has ended, then shows what came of it. */
function follow(recording) {
  events?.close();
  events = new EventSource(`/api/v1/recordings/${recording}/events`);
  events.addEventListener('recording', ({ data }) => {
    const { state } = JSON.parse(data);
    if (state !== 'done' && state !== 'refused') showProgress($('progress'), state);
  });
  events.addEventListener('end', () => {
    events.close();
    load().catch(failed);
  });
}

async function load() {
  const [written, spoken, sheet] = await Promise.all([get(`/api/v1/contacts/${contact}`),
    get(`/api/v1/contacts/${contact}/recording`), fetchSheet(`/api/v1/contacts/${contact}`)]);
  show(written, spoken, sheet);
}

const failed = (problem) => {
  if (!(problem instanceof Problem)) console.error(problem);
  showProblem($('error'), problem instanceof Problem ? problem : Problem.network(t));
};

showTimes();
load().catch(failed).finally(() => (main.dataset.ready = 'true'));
