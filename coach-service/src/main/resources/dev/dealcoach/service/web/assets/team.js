// Draws the tables of the team's pages: heat map, distribution, trend. Each table stays beside its drawing.

import { el } from './elements.js';
import { t } from './texts.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const HEAT_ROW = 34;

/** The page's own colours and type. */
function look() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    muted: token('--muted'),
    line: token('--line'),
    accent: token('--accent'),
    paper: token('--surface'),
    second: token('--quote'),
    heat: [token('--evidence-wash'), token('--quote-wash'), token('--finding-wash')],
    font: getComputedStyle(document.body).fontFamily,
  };
}

const text = (cell) => cell.textContent.trim();
const number = (cell) => {
  const value = cell.dataset.value ?? text(cell);
  return value === '' ? null : Number(value);
};
const rows = (table) => [...table.tBodies[0].rows];

function base(colours) {
  return {
    animation: !still.matches,
    aria: { enabled: false },
    textStyle: { fontFamily: colours.font, color: colours.ink },
    // a tooltip of its own markup would need styles that the page does not allow
    tooltip: { renderMode: 'richText', backgroundColor: colours.paper, borderColor: colours.line, textStyle: { color: colours.ink } },
  };
}

const axis = (colours, more = {}) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.muted, ...more },
  splitLine: { lineStyle: { color: colours.line } },
});

// a team without contacts of its own has nothing to show
const heldRows = (table) => rows(table).filter((row) => [...row.cells].some((cell) => cell.dataset.value));

function heat(table, colours) {
  const heads = [...table.tHead.rows[0].cells].slice(1, -1).map(text);
  const held = heldRows(table);
  const teams = held.map((row) => text(row.cells[0]));
  const data = held.flatMap((row, y) =>
    heads.map((_, x) => [x, y, number(row.cells[x + 1])]).filter(([, , value]) => value !== null));
  return {
    ...base(colours),
    grid: { left: 8, right: 8, top: 8, bottom: 32, containLabel: true },
    xAxis: { type: 'category', data: heads, ...axis(colours), splitArea: { show: false } },
    yAxis: { type: 'category', data: teams, inverse: true, ...axis(colours, { width: 96, overflow: 'truncate' }) },
    visualMap: { min: 0, max: 100, show: false, inRange: { color: colours.heat } },
    series: [{
      type: 'heatmap',
      data,
      label: { show: true, color: colours.ink, formatter: ({ value }) => `${value[2]}%` },
      itemStyle: { borderColor: colours.paper, borderWidth: 2 },
    }],
  };
}

function bars(table, colours) {
  return {
    ...base(colours),
    grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: rows(table).map((row) => text(row.cells[0])), ...axis(colours, { hideOverlap: true }) },
    yAxis: { type: 'value', minInterval: 1, ...axis(colours) },
    series: [{ type: 'bar', data: rows(table).map((row) => number(row.cells[1])), itemStyle: { color: colours.accent }, label: { show: true, position: 'top', color: colours.muted, formatter: ({ value }) => (value ? String(value) : '') } }],
  };
}

function trend(table, colours) {
  const heads = [...table.tHead.rows[0].cells].map(text);
  const spans = rows(table).reverse();
  const line = (column, yAxisIndex, colour, symbol, type) => ({
    name: heads[column],
    type: 'line',
    yAxisIndex,
    // a week without contacts neither breaks nor bends the line
    connectNulls: true,
    symbol,
    symbolSize: 8,
    data: spans.map((row) => number(row.cells[column])),
    lineStyle: { color: colour, width: 2.5, type },
    itemStyle: { color: colour },
  });
  return {
    ...base(colours),
    tooltip: { ...base(colours).tooltip, trigger: 'axis' },
    legend: { top: 0, textStyle: { color: colours.ink } },
    grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: spans.map((row) => text(row.cells[0])), ...axis(colours, { hideOverlap: true }) },
    yAxis: [
      { type: 'value', min: 0, max: 100, interval: 20, ...axis(colours) },
      { type: 'value', min: 0, max: 3, interval: 1, ...axis(colours), splitLine: { show: false } },
    ],
    series: [line(1, 0, colours.accent, 'circle', 'solid'), line(3, 1, colours.second, 'rect', 'dashed')],
  };
}

const KINDS = { heat, bars, trend };

const tables = [...document.querySelectorAll('table[data-chart]')]
  .filter((table) => rows(table).some((row) => [...row.cells].slice(1).some((cell) => cell.dataset.value)));
if (tables.length) {
  const echarts = await import('/assets/echarts/echarts.esm.min.mjs');
  const charts = tables.map((table) => {
    const kind = table.dataset.chart;
    const place = el('div.team-chart', { role: 'img', 'aria-label': t('team.chart', { name: table.dataset.label }), 'data-kind': kind });
    if (kind === 'heat') place.style.height = `${heldRows(table).length * HEAT_ROW + 56}px`;
    const frame = table.closest('details') ?? table.closest('.table-scroll') ?? table;
    frame.before(place);
    if (frame.localName === 'details') frame.open = false;
    return { table, kind, chart: echarts.init(place, null, { renderer: 'canvas' }) };
  });
  const draw = () => {
    const colours = look();
    charts.forEach(({ table, kind, chart }) => chart.setOption(KINDS[kind](table, colours), true));
  };
  draw();
  dark.addEventListener('change', draw);
  new ResizeObserver(() => charts.forEach(({ chart }) => chart.resize())).observe(document.getElementById('main'));
  // what was printed on another width
  addEventListener('beforeprint', () => charts.forEach(({ chart }) => chart.resize()));
  document.body.dataset.charts = String(charts.length);
}
