// Rule packs: numbers beside the lines of a file, a zip that comes back, and how far a dry run is.

import { onChosen } from './chosen.js';
import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { t } from './texts.js';

const $ = (id) => document.getElementById(id);
const { csrf } = $('main').dataset;

/** Numbers the lines of the editor; those with problems are marked. */
function number(area, gutter) {
  const faulty = new Set([...document.querySelectorAll('[data-line]')].map((each) => Number(each.dataset.line)));
  let shown = 0;
  const draw = () => {
    const count = area.value.split('\n').length;
    if (count === shown) return;
    shown = count;
    const nodes = [];
    for (let line = 1; line <= count; line++) {
      if (faulty.has(line)) {
        const mark = document.createElement('mark');
        mark.textContent = String(line);
        nodes.push(mark, '\n');
      } else nodes.push(`${line}\n`);
    }
    gutter.replaceChildren(...nodes);
    gutter.scrollTop = area.scrollTop;
  };
  area.addEventListener('input', draw);
  area.addEventListener('scroll', () => { gutter.scrollTop = area.scrollTop; });
  draw();
}

/** Brings a line into view and selects it. */
function show(area, line) {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  const height = parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, (line - 4) * height);
}

const area = $('text');
if (area) {
  number(area, $('lines'));
  document.querySelectorAll('[data-line]').forEach((link) => {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      show(area, Number(link.dataset.line));
    });
  });
  const kept = area.value;
  let saved = false;
  area.form.addEventListener('submit', () => { saved = true; });
  window.addEventListener('beforeunload', (event) => {
    if (!saved && area.value !== kept) event.preventDefault();
  });
}

async function chooseZip([file]) {
  const form = new FormData();
  form.append('file', file, 'rules.zip');
  try {
    const response = await fetch($('zip').dataset.to, {
      method: 'POST',
      headers: { 'X-CSRF-Token': csrf, Accept: 'text/html' },
      body: form,
    });
    if (!response.ok) throw new Problem(t('problem.pack-unfit.title'), t('problem.pack-unfit.detail'));
    location.assign(response.url);
  } catch (problem) {
    showProblem($('zip-error'), problem instanceof Problem ? problem : Problem.network(t));
  }
}

if ($('zip')) onChosen($('zip'), chooseZip);

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Says how far a dry run is, and shows the page anew when it has ended. */
async function follow({ trial, list }) {
  for (;;) {
    await pause(1000);
    const response = await fetch(list, { headers: { Accept: 'application/json' } });
    if (!response.ok) return;
    const found = (await response.json()).find((each) => each.id === trial);
    if (!found || found.state !== 'running') break;
    $('bar').max = found.total;
    $('bar').value = found.done;
    document.querySelector('label[for=bar]').textContent = t('packs.trial.progress', found);
    $('answer').textContent = t('packs.trial.answer', found);
  }
  location.reload();
}

const progress = $('progress');
if (progress?.dataset.state === 'running') follow(progress.dataset);
