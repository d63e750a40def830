// Plays a deal back: one event after the other, so that people can say what they would have done next.

import { t } from './texts.js';

const events = [...document.querySelectorAll('#events > li')];
const [player, play, back, all, place] = ['player', 'play', 'back', 'all', 'place'].map((id) => document.getElementById(id));
let shown = events.length;

function show(count, go) {
  shown = Math.max(1, Math.min(count, events.length));
  events.forEach((each, i) => {
    each.hidden = i >= shown;
    each.classList.toggle('learn-now', i === shown - 1 && shown < events.length);
  });
  const playing = shown < events.length;
  play.textContent = playing ? t('replay.step') : t('replay.play');
  back.disabled = shown <= 1 || !playing;
  all.disabled = !playing;
  place.textContent = t('replay.place', { n: shown, all: events.length });
  if (go) events[shown - 1].scrollIntoView({ block: 'center' });
}

if (events.length > 1) {
  player.hidden = false;
  show(events.length, false);
  play.addEventListener('click', () => show(shown < events.length ? shown + 1 : 1, true));
  back.addEventListener('click', () => show(shown - 1, true));
  all.addEventListener('click', () => show(events.length, false));
}
