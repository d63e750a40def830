// The page on which a file of examples is imported: looked at first, then imported.

import { el, symbol } from './elements.js';
import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { language, t } from './texts.js';

const $ = (id) => document.getElementById(id);
const { csrf } = $('main').dataset;
let file = null;

async function send(check) {
  let response;
  try {
    response = await fetch(`/api/v1/imports/examples?check=${check}&lang=${language}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': csrf },
      body: file,
    });
  } catch {
    throw Problem.network(t);
  }
  const answer = await response.text();
  if (!response.ok) throw Problem.from(answer, t);
  show(JSON.parse(answer), check);
}

function show({ good, bad, created, changed, unchanged, lines }, check) {
  $('answer').textContent = check ? t('import.looked', { good, bad }) : t('files.done', { created, changed, unchanged, bad });
  $('import').hidden = !check || !good;
  $('lines').replaceChildren(...lines.filter((line) => line.state === 'bad').slice(0, 200).map((line) => el('li', {},
    el('span.list-main', {}, symbol('!'), ' ', t('import.line', { n: line.line })),
    el('span.muted', {}, line.message))));
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

async function choose(chosen) {
  if (!chosen) return;
  file = await chosen.arrayBuffer();
  await attempt(true);
}

$('file').addEventListener('change', () => {
  const [chosen] = $('file').files;
  $('file').value = '';
  choose(chosen);
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
