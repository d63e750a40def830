// The page of a contact: the score card of its summary.

import { showCard } from './card.js';
import { el, symbol } from './elements.js';
import { showExamples } from './examples.js';
import { nominateButton } from './nominate.js';
import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { language, t } from './texts.js';
import { showTimes, when } from './times.js';

const $ = (id) => document.getElementById(id);
const main = $('main');
const { contact, deal, mine } = main.dataset;

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
      mine ? el('a.button.quiet-button', { href: `/deals/${deal}/contacts/new` }, t('contact.another')) : null,
      el('a.button.quiet-button', { id: 'download-json', href: `/api/v1/contacts/${contact}/report.json?lang=${language}` },
        t('summary.download'))));
}

async function load() {
  let response;
  try {
    response = await fetch(`/api/v1/contacts/${contact}?lang=${language}`);
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  const { text, report, copy } = JSON.parse(answer);
  if (!report) return;
  showCard($('checklist'), $('said'), text, report, { before: copied(copy), after: after() });
  if (text.length >= 10 && !report.filler) $('said').append(nominateButton({ contact, text, shows: covered(report) }));
  const rest = el('section.examples', { id: 'examples', hidden: true });
  $('checklist').querySelector('.downloads')?.before(rest);
  // ask.decision-maker-missing answers the item decision_maker
  const item = (rule) => rule.replace(/^ask\.|-(missing|partial)$/g, '').replaceAll('-', '_');
  showExamples(`/api/v1/contacts/${contact}/examples`, (rule) => $(`item-${item(rule)}`), rest);
  $('answered').hidden = false;
}

showTimes();
load()
  .catch((problem) => showProblem($('error'), problem instanceof Problem ? problem : Problem.network(t)))
  .finally(() => (main.dataset.ready = 'true'));
