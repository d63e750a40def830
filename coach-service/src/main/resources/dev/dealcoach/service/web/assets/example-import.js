// The page on which a file of examples is imported.

import { el, symbol } from './elements.js';
import { importing } from './importing.js';
import { t } from './texts.js';

importing({
  address: '/api/v1/imports/examples',
  headers: () => ({ 'Content-Type': 'application/octet-stream' }),
  sentence: ({ good, bad, created, changed, unchanged }, check) => (check
    ? t('import.looked', { good, bad })
    : t('files.done', { created, changed, unchanged, bad })),
  shown: (lines) => lines.filter(({ state }) => state === 'bad'),
  parts: ({ line, message }) => [
    el('span.list-main', {}, symbol('!'), ' ', t('import.line', { n: line })),
    el('span.muted', {}, message),
  ],
});
