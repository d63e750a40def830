// The page on which a proposal is handed in.

import { el } from './elements.js';
import { finished, handIn, Problem } from './service.js';
import { showProblem, showStages } from './stages.js';
import { language, t } from './texts.js';

const form = document.getElementById('form');
const input = document.getElementById('file');
const drop = document.getElementById('drop');
const notes = document.getElementById('notes');
const count = document.getElementById('notes-count');
const fileName = document.getElementById('file-name');
const error = document.getElementById('error');
const progress = document.getElementById('progress');
const largest = Number(document.body.dataset.largestFile);
const DRAFT = 'dealcoach.notes';

let chosen = null;

const size = (bytes) => {
  const [value, unit] = bytes >= 1 << 20 ? [bytes / (1 << 20), 'MB'] : [bytes / 1024, 'KB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
};

document.getElementById('file-hint').textContent = t('upload.formats', { size: size(largest) });
document.getElementById('private').textContent = t('upload.private', { hours: document.body.dataset.hours });

// what is typed outlives a reload and a switch of language, and ends with the tab
notes.value = sessionStorage.getItem(DRAFT) ?? '';
const counted = () => {
  const lines = notes.value.split('\n').filter((line) => line.trim()).length;
  count.textContent = lines ? t('upload.notes.count', { n: lines }) : '';
};
notes.addEventListener('input', () => {
  sessionStorage.setItem(DRAFT, notes.value);
  counted();
});
counted();

function choose(file) {
  chosen = file;
  error.hidden = true;
  drop.classList.add('filled');
  fileName.replaceChildren(
    el('span.chosen', {}, file.name),
    el('span.muted', {}, size(file.size)),
    el('span.link', {}, t('upload.change')),
  );
}

input.addEventListener('change', () => input.files.length && choose(input.files[0]));

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
  const files = event.dataTransfer?.files ?? [];
  if (!files.length || form.hidden) return;
  choose(files[0]);
  if (files.length > 1) {
    showProblem(error, { title: t('upload.one-file', { name: files[0].name }), detail: '' });
  }
});

function fail(problem) {
  progress.hidden = true;
  form.hidden = false;
  showProblem(error, problem);
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!chosen) {
    fail(new Problem(t('upload.pick-first'), ''));
    return;
  }
  if (chosen.size > largest) {
    fail(new Problem(t('problem.too-large.title'), t('problem.too-large.detail')));
    return;
  }
  error.hidden = true;
  form.hidden = true;
  const move = showStages(progress, chosen.name);
  move('uploading');
  progress.focus();
  try {
    const review = await handIn(chosen, notes.value, language, t, (share) => move('uploading', share));
    move('reading');
    await finished(review.id, language, t, (now) => move(now.state));
    location.assign(`/reviews/${review.id}`);
  } catch (problem) {
    fail(problem instanceof Problem ? problem : Problem.network(t));
  }
});

// coming back with the browser's button shows the form, not the stages of what is over
addEventListener('pageshow', () => {
  form.hidden = false;
  progress.hidden = true;
});
