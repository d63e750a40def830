// The page on which a table of deals is imported: looked at first, then imported.

import { el, symbol } from './elements.js';
import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { language, t } from './texts.js';

const $ = (id) => document.getElementById(id);
const { csrf } = $('main').dataset;
const SYMBOLS = { created: '●', there: '●', good: '○', bad: '!' };

let table = null;
let key = null;

async function send(check) {
  let response;
  try {
    response = await fetch(`/api/v1/imports/deals?check=${check}&lang=${language}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv', 'X-CSRF-Token': csrf, 'Idempotency-Key': key },
      body: table,
    });
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  show(JSON.parse(answer), check);
}

function show({ good, bad, lines }, check) {
  $('answer').textContent = t(check ? 'import.looked' : 'import.done', { good, bad });
  $('import').hidden = !check || !good;
  // what is wrong comes first; what is right only counts
  const shown = [...lines].sort((a, b) => (b.state === 'bad') - (a.state === 'bad') || a.line - b.line).slice(0, 200);
  $('lines').replaceChildren(...shown.map(({ line, state, deal, column, problem }) => el('li', {},
    el('span.list-main', {}, symbol(SYMBOLS[state]), ' ', deal
      ? el('a', { href: `/deals/${deal}` }, t('import.line', { n: line })) : t('import.line', { n: line })),
    el('span.muted', {}, [column, problem ?? t(`import.state.${state}`)].filter(Boolean).join(' · ')))));
  $('report').hidden = false;
  $('report').focus();
}

async function attempt(check) {
  $('error').hidden = true;
  try {
    await send(check);
  } catch (problem) {
    $('report').hidden = true;
    showProblem($('error'), problem instanceof Problem ? problem : Problem.network(t));
  }
}

async function choose(file) {
  if (!file) return;
  table = await file.arrayBuffer();
  key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  await attempt(true);
}

$('file').addEventListener('change', () => {
  const [file] = $('file').files;
  $('file').value = '';
  choose(file);
});
$('import').addEventListener('click', () => attempt(false));
for (const kind of ['dragenter', 'dragover']) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    $('drop').classList.add('over');
  });
}
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) $('drop').classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  $('drop').classList.remove('over');
  choose(event.dataTransfer?.files[0]);
});
