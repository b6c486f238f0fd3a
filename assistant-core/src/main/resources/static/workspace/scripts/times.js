// Times that count on between two messages of the stream.
import { word } from './page.js';

const MINUTES_OF_TWO_DAYS = 2 * 24 * 60;

/** A length of time as the service writes it: `7 min`, `3 h 5 min`, `2 d`. */
export function span(from, to, words) {
  const minutes = Math.max(0, Math.floor((to - from) / 60_000));
  if (minutes < 60) return words('minutes', { n: minutes });
  if (minutes < MINUTES_OF_TWO_DAYS) {
    return words('hours', { h: Math.floor(minutes / 60), n: minutes % 60 });
  }
  return words('days', { n: Math.floor(minutes / 1440) });
}

export function tick() {
  const now = Date.now();
  for (const time of document.querySelectorAll('time[data-waited]')) {
    time.textContent = span(Date.parse(time.dateTime), now, word);
  }
  for (const time of document.querySelectorAll('time[data-target]')) {
    const due = Date.parse(time.dateTime);
    const late = now > due;
    time.textContent = word(late ? 'late' : 'left', {
      span: span(late ? due : now, late ? now : due, word),
    });
    time.closest('.row, .head').classList.toggle('late', late);
  }
}
