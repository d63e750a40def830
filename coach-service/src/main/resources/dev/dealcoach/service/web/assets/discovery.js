// The page on which a summary is typed and its score is read.

import { showCard } from './card.js';
import { el } from './elements.js';
import { Problem, score } from './service.js';
import { showProblem } from './stages.js';
import { language, t } from './texts.js';

const $ = (id) => document.getElementById(id);
const main = $('main');
const text = $('text');
const industry = $('industry');
const longest = Number(main.dataset.longest);
const DRAFT = 'dealcoach.summary';
const TRADE = 'dealcoach.summary.industry';

// what is typed outlives a reload and a switch of language, and ends with the tab
text.value = sessionStorage.getItem(DRAFT) ?? '';
industry.value = sessionStorage.getItem(TRADE) ?? '';
industry.addEventListener('change', () => sessionStorage.setItem(TRADE, industry.value));
text.addEventListener('input', () => {
  sessionStorage.setItem(DRAFT, text.value);
  counted();
});
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) $('form').requestSubmit();
});

function counted() {
  const said = text.value.trim();
  const chinese = language === 'zh';
  const n = chinese ? [...said.replace(/\s/g, '')].length : said.split(/\s+/).filter(Boolean).length;
  $('count').textContent = n ? t('summary.count', { n: new Intl.NumberFormat(language).format(n) }) : '';
}
counted();

/** What is wrong with the text as far as it can be told here; the service looks closer. */
function wrong(said) {
  const name = !said.trim() ? 'summary-empty' : said.length > longest ? 'summary-too-long' : null;
  return name && new Problem(t(`problem.${name}.title`), t(`problem.${name}.detail`));
}

async function judge() {
  const said = text.value;
  const problem = wrong(said);
  if (problem) throw problem;
  const { report, json } = await score(said, industry.value, language, t);
  show(said, report, json);
}

$('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('error').hidden = true;
  $('start').disabled = true;
  $('start').textContent = t('summary.working');
  try {
    await judge();
    if (location.hash !== '#result') history.pushState(null, '', '#result');
    scrollTo(0, 0);
    $('answer').focus({ preventScroll: true });
  } catch (problem) {
    if (!(problem instanceof Problem)) console.error(problem);
    form();
    showProblem($('error'), problem instanceof Problem ? problem : Problem.network(t));
  } finally {
    $('start').disabled = false;
    $('start').textContent = t('summary.start');
  }
});

function show(said, report, json) {
  showCard($('checklist'), $('said'), said, report, { after: after(json) });
  $('ask-for').hidden = true;
  $('answered').hidden = false;
  main.classList.add('ready');
  main.dataset.ready = 'true';
}

/** What can be done next; `json` is the report as it came. */
function after(json) {
  const change = (empty) => {
    if (empty) {
      text.value = '';
      sessionStorage.removeItem(DRAFT);
      counted();
    }
    if (location.hash === '#result') history.back();
    else form();
  };
  const file = new Blob([json], { type: 'application/json' });
  return el('section.downloads', {},
    el('div.row', {},
      el('button.button.quiet-button', { type: 'button', id: 'change', onclick: () => change(false) }, t('summary.change')),
      el('button.button.quiet-button', { type: 'button', id: 'another', onclick: () => change(true) }, t('summary.another')),
      el('a.button.quiet-button', { id: 'download-json', href: URL.createObjectURL(file), download: 'discovery.dealcoach.json' },
        t('summary.download'))));
}

function form() {
  $('answered').hidden = true;
  $('ask-for').hidden = false;
  main.classList.remove('ready');
  delete main.dataset.ready;
}

// back and forth between what was typed and its result, by the browser's buttons too
addEventListener('popstate', () => {
  if (location.hash === '#result' && text.value.trim()) judge().catch(form);
  else {
    form();
    text.focus();
  }
});
if (location.hash === '#result') {
  if (text.value.trim()) judge().catch(form);
  else history.replaceState(null, '', location.pathname + location.search);
}
$('language').addEventListener('click', () => {
  $('language').hash = location.hash; // the result stays a result in the other language
});
