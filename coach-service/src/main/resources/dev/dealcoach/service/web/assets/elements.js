// Builds elements. Text always becomes text nodes, so nothing from a document is ever taken for markup.

/** An element: `el('p.muted', {id: 'x', onclick: f}, 'text', child)`. Null children are left out. */
export function el(what, properties = {}, ...children) {
  const [name, ...classes] = what.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** The same for elements that show what someone reads aloud differently: a symbol hidden from screen readers. */
export const symbol = (text, className = 'symbol') => el(`span.${className}`, { 'aria-hidden': 'true' }, text);

/** Scrolls an element to the middle of its scroller, gently unless the reader's system asks for stillness. */
export function bring(element, block = 'center') {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, inline: 'nearest', behavior: still ? 'auto' : 'smooth' });
}
