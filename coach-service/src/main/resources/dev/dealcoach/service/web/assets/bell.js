// Tells how many notices were not seen.

import { t } from './texts.js';

const bell = document.getElementById('bell');
try {
  const response = await fetch('/api/v1/notices/unseen');
  if (response.ok) {
    const { unseen } = await response.json();
    if (unseen) {
      bell.querySelector('.bell-count').textContent = unseen > 99 ? '99+' : String(unseen);
      bell.setAttribute('aria-label', t('notices.bell', { n: unseen }));
    }
  }
} catch {
  // the bell stays without a number
}
