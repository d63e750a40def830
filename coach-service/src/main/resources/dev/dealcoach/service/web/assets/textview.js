// The document's text with marks: headings, paragraphs, lists, tables and slides rebuilt from its blocks.

import { bring, el } from './elements.js';
import { pieces } from './marks.js';
import { t } from './texts.js';

const BULLET = /^\s*([•·●○■□▪◆◇–—*-]|[(（]?[0-9一二三四五六七八九十]+[)）.、．])/u;

export class TextView {
  constructor(place, blocks, items) {
    this.place = place;
    this.marks = new Map(); // block → stretches to mark
    for (const item of items) {
      item.parts.forEach((part, i) => {
        const stretch = { item, start: part.start, end: part.end, first: i === 0 };
        if (!this.marks.has(part.block)) this.marks.set(part.block, []);
        this.marks.get(part.block).push(stretch);
      });
    }
    const view = el('div.text-view');
    view.append(...(blocks.length ? this.#sequence(blocks) : [el('p.muted', {}, t('document.empty'))]));
    place.replaceChildren(view);
  }

  /** Brings an item into view. */
  show(item) {
    this.place.querySelectorAll('mark.current').forEach((mark) => mark.classList.remove('current', 'flash'));
    const marks = this.place.querySelectorAll(`mark[data-key="${item.key}"]`);
    marks.forEach((mark) => mark.classList.add('current', 'flash'));
    if (marks.length) bring(marks[0]);
  }

  /** Calls back with the item whose mark was clicked. */
  onPick(pick) {
    this.place.addEventListener('click', (event) => {
      const mark = event.target.closest('mark');
      if (mark && getSelection().isCollapsed) pick(mark.dataset.key);
    });
  }

  close() {
    this.place.replaceChildren();
  }

  /** Blocks in order, with slides, tables and lists gathered. */
  #sequence(blocks) {
    const indexed = blocks.map((block, index) => ({ ...block, index }));
    if (indexed.some((block) => block.slide !== undefined)) {
      return runs(indexed, (block) => block.slide).map((slide) => this.#slide(slide));
    }
    return this.#flow(indexed);
  }

  #slide(blocks) {
    const notes = blocks.filter((block) => block.notes);
    const number = blocks[0].slide;
    return el('section.slide', { 'aria-label': t('document.slide', { n: number }) },
      el('div.slide-number', { 'aria-hidden': 'true' }, t('document.slide', { n: number })),
      ...this.#flow(blocks.filter((block) => !block.notes)),
      notes.length
        ? el('div.slide-notes', {}, el('div.slide-notes-label', {}, t('document.notes')), ...this.#flow(notes))
        : null);
  }

  #flow(blocks) {
    const gathered = runs(blocks, (block) =>
      block.table !== undefined ? `table ${block.table}` : block.kind === 'list_item' ? 'list' : block.index);
    return gathered.map((run) => {
      if (run[0].table !== undefined) return this.#table(run);
      if (run[0].kind === 'list_item') return this.#list(run);
      return this.#single(run[0]);
    });
  }

  #single(block) {
    const text = this.#text(block);
    if (block.kind === 'heading' || block.kind === 'slide_title') {
      const level = Math.min(6, (block.level ?? 1) + 1);
      return el(`h${level}`, { 'data-block': block.index }, text);
    }
    const name = block.kind === 'note' ? 'p.note' : block.kind === 'caption' ? 'p.caption' : 'p';
    return el(name, { 'data-block': block.index }, text);
  }

  #list(blocks) {
    return el('ul', {}, blocks.map((block) => {
      const own = BULLET.test(block.text) ? '.numbered' : '';
      return el(`li.level-${Math.min(4, block.level ?? 1)}${own}`, { 'data-block': block.index }, this.#text(block));
    }));
  }

  #table(blocks) {
    const columns = Math.max(...blocks.map((block) => block.column)) + 1;
    const rows = runs(blocks, (block) => block.row).map((row, r) =>
      el('tr', {}, Array.from({ length: columns }, (_, column) =>
        el(r === 0 ? 'th' : 'td', {},
          ...row.filter((block) => block.column === column)
            .map((block) => el('div', { 'data-block': block.index }, this.#text(block)))))));
    return el('div.table-scroll', {}, el('table', {}, rows));
  }

  /** A block's text cut at the ends of marks; where marks overlap they lie within each other. */
  #text(block) {
    const stretches = this.marks.get(block.index) ?? [];
    return pieces(block.text, stretches).map((piece) => {
      let node = document.createTextNode(piece.text);
      for (const stretch of piece.covering.reverse()) {
        const begins = stretch.first && stretch.start === piece.start;
        node = el(`mark.mark-${stretch.item.kind}`,
          { 'data-key': stretch.item.key, 'data-number': begins ? stretch.item.number : null }, node);
      }
      return node;
    });
  }
}

/** Cuts a list into runs of neighbours with the same `of`. */
function runs(list, of) {
  const result = [];
  for (const each of list) {
    const last = result.at(-1);
    if (last && of(last[0]) === of(each)) last.push(each);
    else result.push([each]);
  }
  return result;
}
