// Shows times as people say them, with the exact time in the reader's zone on hover.

import { language } from './texts.js';

const locale = language === 'zh' ? 'zh-CN' : 'en';
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60]];
const LONGEST = 14 * 86_400;

/** The words for an instant, seen from now. */
export function when(instant, now = Date.now()) {
  const seconds = (new Date(instant) - now) / 1000;
  if (Math.abs(seconds) > LONGEST) return day.format(new Date(instant));
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['minute', 60];
  return relative.format(Math.round(seconds / length) || 0, unit);
}

/** A place in a recording, such as 1:05. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** Puts the words into every `time` element below. */
export function showTimes(root = document) {
  for (const each of root.querySelectorAll('time[datetime]')) {
    if (!each.dateTime.includes('T')) continue;
    each.textContent = when(each.dateTime);
    each.title = exact.format(new Date(each.dateTime));
  }
}
