// The inbox: says what is new, and what has to be called now.
import { byId, say } from './page.js';

const marksOf = ({ dataset: { key, call } }) => [key, call && `call ${call}`].filter(Boolean);
const rows = () => [...document.querySelectorAll('[data-key]')];
const marks = () => new Set(rows().flatMap(marksOf));

let known = marks();

/** The rows were renewed: those that were not there before are announced, emergencies at once. */
export function announceNew() {
  const fresh = rows().filter((row) => marksOf(row).some((mark) => !known.has(mark)));
  const urgent = fresh.filter((row) => row.dataset.level === 'EMERGENCY');
  const other = fresh.filter((row) => row.dataset.level !== 'EMERGENCY');
  if (urgent.length > 0) say('assertive', announcement(urgent));
  if (other.length > 0) say('polite', announcement(other));
  known = marks();
}

function announcement(some) {
  const calls = (row) =>
    [...row.querySelectorAll('.call')].map((one) => ` ${one.textContent.trim()}`);
  return some.map((row) => row.dataset.announce + calls(row).join('.')).join('. ');
}

/** Another page is shown: what stands there now is known. */
export function begin() {
  known = marks();
  // On a phone the rows come first; the filter opens by a touch.
  const filters = document.querySelector('.filters');
  if (filters && matchMedia('(max-width: 40rem)').matches) filters.open = false;
  // The way back from an escalation leads to the inbox as it was filtered.
  if (document.body.dataset.page === 'inbox') {
    sessionStorage.setItem('workspace-inbox', location.search);
  }
  const back = byId('back');
  if (back) back.href = `/workspace${sessionStorage.getItem('workspace-inbox') ?? ''}`;
}
