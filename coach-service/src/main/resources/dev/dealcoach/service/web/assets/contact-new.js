// The page on which a contact is noted and its summary is written.

import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { language, t } from './texts.js';

const $ = (id) => document.getElementById(id);
const { deal, contact, csrf, longest } = $('main').dataset;
const text = $('text');
const held = $('held');
const DRAFT = `dealcoach.contact.${contact || deal}`;
const newKey = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

// sent again after a failure, the same contact is kept once
let key = newKey();
$('form').addEventListener('input', () => (key = newKey()));

// what is typed outlives a reload and a switch of language, and ends with the tab
text.value = sessionStorage.getItem(DRAFT) ?? text.value;
text.addEventListener('input', () => {
  sessionStorage.setItem(DRAFT, text.value);
  counted();
});
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) $('form').requestSubmit();
});

function counted() {
  const said = text.value.trim();
  const n = language === 'zh' ? [...said.replace(/\s/g, '')].length : said.split(/\s+/).filter(Boolean).length;
  $('count').textContent = n ? t('summary.count', { n: new Intl.NumberFormat(language).format(n) }) : '';
}
counted();

if (held) {
  const local = (date) => new Date(date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  held.max = local(new Date());
}

/** What is wrong with the text as far as it can be told here; the service looks closer. */
function wrong(said) {
  const name = !said.trim() ? 'summary-empty' : said.length > Number(longest) ? 'summary-too-long' : null;
  return name && new Problem(t(`problem.${name}.title`), t(`problem.${name}.detail`));
}

async function keep() {
  const problem = wrong(text.value);
  if (problem) throw problem;
  const body = contact ? { text: text.value } : {
    text: text.value,
    kind: $('kind').value,
    people: $('people').value,
    ...(held.value ? { held: new Date(held.value).toISOString() } : {}),
  };
  const address = contact ? `/api/v1/contacts/${contact}/summaries` : `/api/v1/deals/${deal}/contacts`;
  let response;
  try {
    response = await fetch(`${address}?lang=${language}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf, 'Idempotency-Key': key },
      body: JSON.stringify(body),
    });
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  sessionStorage.removeItem(DRAFT);
  location.assign(`/deals/${deal}/contacts/${contact || JSON.parse(answer).id}`);
}

$('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('error').hidden = true;
  $('start').disabled = true;
  $('start').textContent = t('summary.working');
  try {
    await keep();
  } catch (problem) {
    if (!(problem instanceof Problem)) console.error(problem);
    showProblem($('error'), problem instanceof Problem ? problem : Problem.network(t));
    $('start').disabled = false;
    $('start').textContent = t('contact.keep');
  }
});

// coming back with the browser's button finds the form ready
addEventListener('pageshow', () => {
  $('start').disabled = false;
  $('start').textContent = t('contact.keep');
});
