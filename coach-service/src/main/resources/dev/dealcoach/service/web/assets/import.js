// The page on which a table of deals is imported.

import { el, symbol } from './elements.js';
import { importing } from './importing.js';
import { t } from './texts.js';

const SYMBOLS = { created: '●', there: '●', good: '○', bad: '!' };

importing({
  address: '/api/v1/imports/deals',
  headers: () => ({
    'Content-Type': 'text/csv',
    'Idempotency-Key': crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
  }),
  sentence: ({ good, bad }, check) => t(check ? 'import.looked' : 'import.done', { good, bad }),
  // what is wrong comes first; what is right only counts
  shown: (lines) => [...lines].sort((a, b) => (b.state === 'bad') - (a.state === 'bad') || a.line - b.line),
  parts: ({ line, state, deal, column, problem }) => [
    el('span.list-main', {}, symbol(SYMBOLS[state]), ' ', deal
      ? el('a', { href: `/deals/${deal}` }, t('import.line', { n: line })) : t('import.line', { n: line })),
    el('span.muted', {}, [column, problem ?? t(`import.state.${state}`)].filter(Boolean).join(' · ')),
  ],
});
