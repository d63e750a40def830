// The page's sentences, as the server put them into the page.

const texts = JSON.parse(document.getElementById('texts').textContent);

/** The sentence with this key, its {places} filled. An unknown key is our mistake and shows as itself. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** Whether there is a sentence with this key. */
export const has = (key) => key in texts;

/** zh or en. */
export const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
