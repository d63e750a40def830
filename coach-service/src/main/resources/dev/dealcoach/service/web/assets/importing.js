// What the pages share on which a file is imported: looked at first, then imported.

import { onChosen } from './chosen.js';
import { el } from './elements.js';
import { Problem } from './service.js';
import { showProblem } from './stages.js';
import { language, t } from './texts.js';

const $ = (id) => document.getElementById(id);
const { csrf } = $('main').dataset;
const MOST = 200;

/**
 * Lets a file be chosen or dropped, and imports it.
 *
 * address: where it goes; headers: of a file, made once for looking at it and importing it;
 * sentence: what the answer says; shown: which lines, in their order; parts: a line's elements
 */
export function importing({ address, headers, sentence, shown, parts }) {
  let file = null;
  let own = null;

  async function send(check) {
    let response;
    try {
      response = await fetch(`${address}?check=${check}&lang=${language}`, {
        method: 'POST',
        headers: { ...own, 'X-CSRF-Token': csrf },
        body: file,
      });
    } catch {
      throw Problem.network(t);
    }
    const answer = await response.text();
    if (!response.ok) throw Problem.from(answer, t);
    show(JSON.parse(answer), check);
  }

  function show(answer, check) {
    $('answer').textContent = sentence(answer, check);
    $('import').hidden = !check || !answer.good;
    $('lines').replaceChildren(...shown(answer.lines).slice(0, MOST).map((line) => el('li', {}, parts(line))));
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
    own = headers();
    await attempt(true);
  }

  onChosen($('file'), ([chosen]) => choose(chosen));
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
}
