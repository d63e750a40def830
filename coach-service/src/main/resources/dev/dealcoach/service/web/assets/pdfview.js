// The PDF as it is printed, drawn by PDF.js, with highlights over the pages.

import * as pdfjs from '/assets/pdfjs/build/pdf.mjs';
import { bring, el } from './elements.js';
import { t } from './texts.js';

pdfjs.GlobalWorkerOptions.workerSrc = '/assets/pdfjs/build/pdf.worker.mjs';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const WIDEST_FIT = 900; // CSS pixels; a wider page is tiring to read
const BADGE = 15; // CSS pixels a number takes
const LARGEST_CANVAS = 1 << 24; // pixels; beyond that phones draw nothing

export class PdfView {
  constructor(place, url, items) {
    this.place = place;
    this.url = url;
    this.items = items;
    this.zoom = 1;
    this.pages = []; // {page, width, height, element, canvas, job}
  }

  /** Opens the document and lays its pages out. Rejects if PDF.js cannot read it. */
  async open() {
    const response = await fetch(this.url);
    if (!response.ok) throw new Error(`the document was answered with ${response.status}`);
    this.loading = pdfjs.getDocument({
      data: await response.arrayBuffer(), // the service is near: one request brings all
      cMapUrl: '/assets/pdfjs/cmaps/',
      cMapPacked: true,
      standardFontDataUrl: '/assets/pdfjs/standard_fonts/',
      wasmUrl: '/assets/pdfjs/wasm/',
      iccUrl: '/assets/pdfjs/iccs/',
      useSystemFonts: true, // a Chinese PDF without its fonts shows in the machine's
      isEvalSupported: false,
      enableXfa: false,
    });
    this.pdf = await this.loading.promise;
    this.view = el('div.pdf-view');
    this.place.replaceChildren(this.view);
    this.watcher = new IntersectionObserver((seen) => this.#seen(seen), { root: this.place, rootMargin: '800px 0px' });
    for (let number = 1; number <= this.pdf.numPages; number++) {
      const page = await this.pdf.getPage(number);
      this.#add(page, number);
    }
    this.#resize();
    this.resizer = new ResizeObserver(() => this.#resize());
    this.resizer.observe(this.place);
  }

  /** Brings an item into view. */
  show(item) {
    this.view.querySelectorAll('.current').forEach((each) => each.classList.remove('current', 'flash'));
    const marks = [...this.view.querySelectorAll(`[data-key="${item.key}"]`)];
    marks.forEach((mark) => mark.classList.add('current', 'flash'));
    const target = marks.find((mark) => mark.classList.contains('highlight')) ?? this.#elementOf(item);
    if (target) bring(target);
  }

  #elementOf(item) {
    return this.pages[(item.parts[0].page ?? 1) - 1]?.element;
  }

  /** Calls back with the item under a click. */
  onPick(pick) {
    this.view.addEventListener('click', (event) => {
      if (!getSelection().isCollapsed) return;
      const sheet = event.target.closest('.sheet');
      const under = [...(sheet?.querySelectorAll('.highlight, .badge') ?? [])].filter((each) => {
        const box = each.getBoundingClientRect();
        return event.clientX >= box.left && event.clientX <= box.right &&
          event.clientY >= box.top && event.clientY <= box.bottom;
      });
      // the smallest highlight under the pointer is the one that is meant
      under.sort((a, b) => a.offsetWidth * a.offsetHeight - b.offsetWidth * b.offsetHeight);
      if (under.length) pick(under[0].dataset.key);
    });
  }

  /** Steps through the sizes; 0 fits the width. */
  zoomBy(step) {
    const at = ZOOMS.findIndex((zoom) => zoom >= this.zoom);
    this.zoom = step === 0 ? 1 : ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + step))];
    const share = this.place.scrollTop / Math.max(1, this.place.scrollHeight);
    this.#resize();
    this.place.scrollTop = share * this.place.scrollHeight;
    return this.zoom;
  }

  close() {
    this.watcher?.disconnect();
    this.resizer?.disconnect();
    this.pages.forEach((sheet) => sheet.job?.cancel());
    this.loading?.destroy();
    this.place.replaceChildren();
  }

  #add(page, number) {
    // boxes are measured on the page as it is seen: turned, cropped, in points
    const [x0, y0, x1, y1] = page.view;
    const turned = page.rotate % 180 !== 0;
    const width = turned ? y1 - y0 : x1 - x0;
    const height = turned ? x1 - x0 : y1 - y0;
    const element = el('div.sheet', {
      'data-page': number,
      role: 'group',
      'aria-label': t('document.page', { n: number, all: this.pdf.numPages }),
    });
    const sheet = { page, width, height, element };
    sheet.badges = this.#highlights(sheet, number);
    this.pages.push(sheet);
    this.view.append(element);
    this.#fit(sheet);
    this.watcher.observe(element);
  }

  /** Lays the highlights over a page; returns the numbers for its margin. */
  #highlights({ element, width, height }, number) {
    const layer = el('div.highlights', { 'aria-hidden': 'true' });
    const margin = el('div.margin', { 'aria-hidden': 'true' });
    const badges = [];
    for (const item of this.items) {
      item.parts.forEach((part, i) => {
        if (part.page !== number) return;
        (part.boxes ?? []).forEach(([x0, y0, x1, y1], b) => {
          const box = el(`div.highlight.mark-${item.kind}`, { 'data-key': item.key });
          place(box, x0 / width, y0 / height, (x1 - x0) / width, (y1 - y0) / height);
          layer.append(box);
          if (i > 0 || b > 0) return;
          const middle = (y0 + y1) / 2;
          const badge = el(`div.badge.badge-${item.kind}`, { 'data-key': item.key }, String(item.number));
          badge.style.top = `${(middle / height) * 100}%`;
          badges.push({ badge, middle });
          margin.append(badge);
        });
      });
    }
    element.append(layer, margin);
    return badges;
  }

  #fit(sheet) {
    const room = Math.min(WIDEST_FIT, this.place.clientWidth - 24);
    const width = Math.max(120, Math.floor(room * this.zoom));
    sheet.scale = width / sheet.width;
    sheet.element.style.width = `${width}px`;
    sheet.element.style.height = `${Math.round(width * (sheet.height / sheet.width))}px`;
    sheet.element.style.setProperty('--total-scale-factor', sheet.scale);
    // numbers stand beside the first line of what they mark, further in where one stands already
    sheet.badges.forEach(({ badge, middle }, i) => {
      const taken = sheet.badges.slice(0, i).filter((other) => Math.abs(other.middle - middle) * sheet.scale < BADGE);
      const column = [0, 1, 2, 3, 4, 5].find((each) => !taken.some((other) => other.column === each)) ?? 0;
      sheet.badges[i].column = column;
      badge.style.left = `${0.4 + 2.1 * column}em`;
    });
    sheet.element.style.setProperty('--scale-round-x', '1px');
    sheet.element.style.setProperty('--scale-round-y', '1px');
  }

  #resize() {
    const room = this.place.clientWidth;
    if (!room || (room === this.room && this.zoom === this.fitted)) return;
    [this.room, this.fitted] = [room, this.zoom];
    for (const sheet of this.pages) {
      this.#fit(sheet);
      if (sheet.near) this.#draw(sheet);
    }
  }

  #seen(entries) {
    for (const entry of entries) {
      const sheet = this.pages[Number(entry.target.dataset.page) - 1];
      sheet.near = entry.isIntersecting;
      if (sheet.near) this.#draw(sheet);
      else this.#forget(sheet);
    }
  }

  async #draw(sheet) {
    if (sheet.drawn === sheet.scale) return;
    sheet.drawn = sheet.scale;
    sheet.job?.cancel();
    const viewport = sheet.page.getViewport({ scale: sheet.scale / sheet.page.userUnit });
    const sharp = Math.min(devicePixelRatio || 1, Math.sqrt(LARGEST_CANVAS / (viewport.width * viewport.height)));
    const canvas = el('canvas', { 'aria-hidden': 'true' });
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    const job = sheet.page.render({
      canvasContext: canvas.getContext('2d', { alpha: false }),
      viewport,
      transform: sharp === 1 ? null : [sharp, 0, 0, sharp, 0, 0],
    });
    sheet.job = job;
    try {
      await job.promise;
    } catch (error) {
      if (error instanceof pdfjs.RenderingCancelledException) return;
      throw error;
    }
    if (sheet.job !== job) return;
    const text = el('div.textLayer');
    sheet.element.querySelectorAll('canvas, .textLayer').forEach((old) => old.remove());
    sheet.element.prepend(canvas);
    sheet.element.append(text);
    await new pdfjs.TextLayer({
      textContentSource: sheet.page.streamTextContent({ includeMarkedContent: false, disableNormalization: true }),
      container: text,
      viewport,
    }).render();
    sheet.element.dataset.drawn = 'true';
  }

  #forget(sheet) {
    sheet.job?.cancel();
    sheet.drawn = null;
    delete sheet.element.dataset.drawn;
    sheet.element.querySelectorAll('canvas, .textLayer').forEach((old) => old.remove());
    sheet.page.cleanup();
  }
}

function place(element, x, y, width, height) {
  element.style.left = `${x * 100}%`;
  element.style.top = `${y * 100}%`;
  element.style.width = `${width * 100}%`;
  element.style.height = `${height * 100}%`;
}
