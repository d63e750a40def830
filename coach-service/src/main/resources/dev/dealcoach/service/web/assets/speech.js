// The administrator's page of speech models: sends a zip, and follows an installation.

import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { t } from './texts.js';

const $ = (id) => document.getElementById(id);
const { csrf, underWay } = $('main').dataset;

$('zip-form').addEventListener('submit', async (event) => {
  const [file] = $('file').files;
  if (!file) return; // a path on the service's machine goes as a plain form
  event.preventDefault();
  $('zip-do').disabled = true;
  $('work').hidden = false;
  $('work').textContent = t('speech.sending');
  const form = new FormData();
  form.append('file', file, 'model.zip');
  try {
    const response = await fetch(`/manage/speech/upload?id=${encodeURIComponent($('id').value)}`, {
      method: 'POST',
      headers: { 'X-CSRF-Token': csrf, Accept: 'text/html' },
      body: form,
    });
    if (response.ok) {
      location.assign('/manage/speech');
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    throw new Problem(page.querySelector('#error h2, main h1')?.textContent ?? t('error.network.title'), '');
  } catch (problem) {
    $('work').hidden = true;
    $('zip-do').disabled = false;
    showProblem($('error'), problem instanceof Problem ? problem : Problem.network(t));
  }
});

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Says how far an installation is, and shows the page anew when it has ended. */
async function follow() {
  for (;;) {
    await pause(700);
    const response = await fetch('/manage/speech/state', { headers: { Accept: 'application/json' } });
    if (!response.ok) return;
    const { id, stage, percent } = await response.json();
    if (['idle', 'done', 'failed'].includes(stage)) break;
    $('work').textContent = `${id} · ${t(`speech.stage.${stage}`)}${percent ? ` ${percent} %` : ''}`;
  }
  location.replace('/manage/speech');
}

if (underWay) follow().catch(() => {});
