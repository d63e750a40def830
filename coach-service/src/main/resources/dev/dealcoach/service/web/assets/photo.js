// Puts time and place visibly into a photo. The picture is drawn anew, so that nothing of what the camera noted in the
// file stays in it: the place is in the stamp, or nowhere.

import { language } from './texts.js';

const LONGEST_SIDE = 1600;

/** The place and time that a camera noted in a JPEG: `{ place, taken }`, each null if it is not there. */
export function notes(buffer) {
  const none = { place: null, taken: null };
  const view = new DataView(buffer);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return none;
  for (let at = 2; at + 4 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker === 0xffda || (marker & 0xff00) !== 0xff00) return none;
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) {
      try {
        return exif(new DataView(buffer, at + 10, view.getUint16(at + 2) - 8));
      } catch {
        return none; // broken notes are none
      }
    }
  }
  return none;
}

function exif(view) {
  const little = view.getUint16(0) === 0x4949;
  const short = (at) => view.getUint16(at, little);
  const long = (at) => view.getUint32(at, little);
  const rational = (at) => long(at) / (long(at + 4) || 1);
  const entries = (at) => new Map(Array.from({ length: short(at) }, (_, i) => [short(at + 2 + 12 * i), at + 2 + 12 * i]));
  const text = (entry, length) => Array.from({ length }, (_, i) => String.fromCharCode(view.getUint8(long(entry + 8) + i))).join('');
  const main = entries(long(4));
  let taken = null;
  if (main.has(0x8769)) {
    const detail = entries(long(main.get(0x8769) + 8));
    if (detail.has(0x9003)) {
      const [, date, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d)/.exec(text(detail.get(0x9003), 19)) ?? [];
      if (date) taken = `${date.replaceAll(':', '-')} ${time}`;
    }
  }
  let place = null;
  if (main.has(0x8825)) {
    const gps = entries(long(main.get(0x8825) + 8));
    const degrees = (name, side, negative) => {
      if (!gps.has(name)) return null;
      const at = long(gps.get(name) + 8);
      const value = rational(at) + rational(at + 8) / 60 + rational(at + 16) / 3600;
      return gps.has(side) && String.fromCharCode(view.getUint8(gps.get(side) + 8)) === negative ? -value : value;
    };
    const [north, east] = [degrees(2, 1, 'S'), degrees(4, 3, 'W')];
    if (north !== null && east !== null) place = `${north.toFixed(5)}, ${east.toFixed(5)}`;
  }
  return { place, taken };
}

/** The photo with its stamp: `{ blob, stamp, placed }`; `placed` says whether the camera noted a place. */
export async function stamped(file, { withPlace }) {
  const { place, taken } = notes(await file.arrayBuffer());
  const time = taken ?? new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium', timeStyle: 'short' })
    .format(new Date(file.lastModified));
  const stamp = [time, withPlace ? place : null].filter(Boolean).join(' · ');
  const picture = await createImageBitmap(file);
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  const draw = canvas.getContext('2d');
  draw.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const size = Math.max(14, Math.round(canvas.width / 32));
  draw.font = `${size}px sans-serif`;
  const width = Math.min(canvas.width, draw.measureText(stamp).width + size);
  draw.fillStyle = 'rgb(0 0 0 / 65%)';
  draw.fillRect(0, canvas.height - 2 * size, width, 2 * size);
  draw.fillStyle = '#fff';
  draw.textBaseline = 'middle';
  draw.fillText(stamp, size / 2, canvas.height - size, canvas.width - size);
  const blob = await new Promise((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', 0.85));
  return { blob, stamp, placed: place !== null };
}
