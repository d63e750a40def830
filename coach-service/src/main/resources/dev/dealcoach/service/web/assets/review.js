// The page of a review: waits for it, then shows the document and the result side by side.

import { correctionBlock, fetchSheet, heldGold, scoreMark } from './corrections.js';
import { bring, el } from './elements.js';
import { showExamples } from './examples.js';
import { itemsOf } from './items.js';
import { api, finished, Problem } from './service.js';
import { showProblem, showStages } from './stages.js';
import { showResult } from './result.js';
import { TextView } from './textview.js';
import { language, t } from './texts.js';
import { Walk } from './walk.js';

const $ = (id) => document.getElementById(id);
const main = $('main');
const id = location.pathname.split('/').pop();

async function start() {
  let move = null;
  try {
    const review = await finished(id, language, t, (now) => {
      move ??= showStages($('progress'), now.name);
      move(now.state);
    });
    const sheet = main.dataset.api ? await fetchSheet(`${api}/${id}`) : null;
    $('progress').hidden = true;
    show(sheet ? { ...review, report: heldGold(review.report, sheet) } : review);
    if (sheet) corrected(sheet);
    // its place is below the result, beside which the document stands
    $('result').append($('set-task') ?? '');
  } catch (problem) {
    $('progress').hidden = true;
    if (!(problem instanceof Problem)) console.error(problem);
    showProblem($('error'), problem instanceof Problem ? problem : Problem.network(t),
      el('p', {}, main.dataset.back
        ? el('a.button', { href: main.dataset.back }, t('review.back'))
        : el('a.button', { href: '/' }, t('gone.again'))));
  }
}

/** What people say of the points, at each of them. */
function corrected(sheet) {
  $('scores').querySelector('.strip-total').append(' ', scoreMark(sheet) ?? '');
  for (const line of sheet.items) {
    const group = $(`score-${line.item}`);
    group.append(correctionBlock(line, sheet, {
      address: `${api}/${id}`,
      csrf: document.querySelector('input[name="csrf"]').value,
      changed: () => {
        history.replaceState(null, '', `#${group.id}`);
        location.reload();
      },
    }) ?? '');
    if (location.hash === `#${group.id}`) group.scrollIntoView();
  }
}

function show(review) {
  document.title = `${review.name} · ${t('product')}`;
  $('bar-middle').textContent = review.name;
  const { placed, byKey } = itemsOf(review.report);
  const state = { view: null };

  const walk = new Walk($('walk'), placed, (item) => pick(item.key, true));
  function pick(key, walking = false) {
    const item = byKey.get(key);
    tab('document');
    walk.show(item);
    state.view?.show(item);
    $('result').querySelectorAll('[aria-current]').forEach((each) => each.removeAttribute('aria-current'));
    const entries = $('result').querySelectorAll(`.group [data-key="${item.key}"]`);
    entries.forEach((each) => each.setAttribute('aria-current', 'true'));
    if (walking && entries.length && $('result').offsetParent) bring(entries[0]);
    history.replaceState(null, '', `#${item.key}`);
  }

  showResult($('result'), review, byKey, pick);
  if (main.dataset.api) {
    showExamples(`${api}/${review.id}/examples`, (rule) => $('result').querySelector(`.costs [data-rule="${rule}"]`), $('examples'));
  }
  $('tabs').hidden = $('document').hidden = $('result').hidden = false;
  main.classList.add('ready');
  setUpTabs();
  setUpDocument(review, placed, state, pick).then(() => {
    const asked = byKey.get(decodeURIComponent(location.hash.slice(1)));
    if (asked?.number) pick(asked.key);
    main.dataset.ready = 'true';
  });
}

async function setUpDocument(review, items, state, pick) {
  const place = $('document-scroll');
  const tools = $('document-tools');
  const legend = el('details.legend', {},
    el('summary', {}, t('legend.heading')),
    el('ul', {}, ['quote', 'evidence', 'objection', 'finding', 'gap']
      .filter((kind) => items.some((item) => item.kind === kind))
      .map((kind) => el('li', {}, el(`span.sample.mark-${kind}`, { 'aria-hidden': 'true' }, '文 A'), ' ', t(`kind.${kind}`)))));
  const zoom = el('div.zoom', {},
    zoomButton('−', 'document.zoom.out', -1), zoomButton('↔', 'document.zoom.fit', 0), zoomButton('+', 'document.zoom.in', 1));
  const kinds = el('div.switch', { role: 'group', 'aria-label': t('document.label') });

  function zoomButton(sign, label, by) {
    return el('button.tool', { type: 'button', title: t(label), 'aria-label': t(label), onclick: () => state.view.zoomBy(by) }, sign);
  }

  async function view(kind) {
    state.view?.close();
    state.view = null;
    if (kind === 'original') {
      try {
        const { PdfView } = await import('./pdfview.js');
        const pdf = new PdfView(place, review.document, items);
        await pdf.open();
        state.view = pdf;
      } catch (error) {
        console.error(error);
        place.before(el('p.notice', {}, t('document.broken')));
        return view('text');
      }
    } else {
      state.view = new TextView(place, review.blocks, items);
    }
    zoom.hidden = kind !== 'original';
    main.dataset.view = kind;
    kinds.querySelectorAll('button').forEach((each) => each.setAttribute('aria-pressed', String(each.dataset.kind === kind)));
    state.view.onPick(pick);
    if (walkItem()) state.view.show(walkItem());
    return undefined;
  }

  const walkItem = () => items.find((item) => `#${item.key}` === location.hash);
  if (review.document) {
    for (const kind of ['original', 'text']) {
      kinds.append(el('button.tool', { type: 'button', 'data-kind': kind, 'aria-pressed': 'false', onclick: () => view(kind) },
        t(`document.${kind}`)));
    }
  }
  tools.replaceChildren(...[review.document ? kinds : null, zoom, legend].filter(Boolean));
  await view(review.document ? 'original' : 'text');
}

/** On a narrow screen result and document take turns. */
function tab(shown) {
  main.dataset.shown = shown;
  for (const name of ['result', 'document']) {
    const on = name === shown;
    $(`tab-${name}`).setAttribute('aria-selected', String(on));
    $(`tab-${name}`).tabIndex = on ? 0 : -1;
  }
}

function setUpTabs() {
  for (const name of ['result', 'document']) $(`tab-${name}`).addEventListener('click', () => tab(name));
  $('tabs').addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = main.dataset.shown === 'result' ? 'document' : 'result';
    tab(other);
    $(`tab-${other}`).focus();
  });
}

start();
