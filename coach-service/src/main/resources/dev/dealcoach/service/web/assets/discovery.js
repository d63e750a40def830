// The page on which a summary is typed and its score is read.

import { showChecklist } from './checklist.js';
import { SummaryText } from './summarytext.js';
import { bring } from './elements.js';
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
  const summary = new SummaryText($('said'), said, report, (key) => pick(key, $('checklist')));
  showChecklist($('checklist'), report, json, {
    pick: (key) => pick(key, $('said')),
    change: (empty) => {
      if (empty) {
        text.value = '';
        sessionStorage.removeItem(DRAFT);
        counted();
      }
      if (location.hash === '#result') history.back();
      else form();
    },
  });
  $('ask-for').hidden = true;
  $('answered').hidden = false;
  main.classList.add('ready');
  main.dataset.ready = 'true';

  /** Shows on both sides which piece is meant, and brings the other side's into view. */
  function pick(key, other) {
    summary.show(key);
    for (const each of $('checklist').querySelectorAll('[aria-current]')) each.removeAttribute('aria-current');
    for (const each of $('checklist').querySelectorAll(`[data-key="${key}"]`)) each.setAttribute('aria-current', 'true');
    const there = other.querySelector(`.current, [aria-current]`);
    if (!there) return;
    bring(there);
    if (other === $('checklist')) there.focus({ preventScroll: true });
  }
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
