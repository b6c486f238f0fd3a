// The tab: how many wait, emergencies first, in its title and its icon.
import { byId, word } from './page.js';

const cover = byId('cover');
const icon = document.querySelector('link[rel=icon]');

// The title may name a patient: it is kept here, not in the document.
let home = document.body.dataset.title;
delete document.body.dataset.title;

/** Another page of the same window has another title. */
export function titleIs(title) {
  home = title;
}

/** @param {{waiting: number, emergencies: number}} alarms */
export function show(alarms) {
  draw(alarms);
  title(alarms);
}

/** The title, and the counts on the cover; the cover's title names nobody. */
export function title({ waiting, emergencies }) {
  const base = cover.hidden ? home : cover.dataset.title;
  const urgent = emergencies > 0 ? `${word('emergencies', { n: emergencies })} ` : '';
  document.title = urgent + (waiting > 0 ? `(${waiting}) ` : '') + base;
  const counts = byId('cover-counts');
  const words = emergencies > 0 ? `${counts.dataset.emergencies} ${emergencies}. ` : '';
  const told = waiting > 0 ? `${words}${counts.dataset.waiting} ${waiting}` : counts.dataset.none;
  if (counts.textContent !== told) counts.textContent = told;
  counts.classList.toggle('urgent', emergencies > 0);
}

// A red diamond for emergencies, a blue disc for others, a grey one for none: form and colour.
function draw({ waiting, emergencies }) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  const pen = canvas.getContext('2d');
  const calm = waiting > 0 ? '#0b4f9e' : '#4d5661';
  pen.fillStyle = emergencies > 0 ? '#a3121f' : calm;
  pen.beginPath();
  if (emergencies > 0) {
    for (const corner of [
      [16, 0],
      [32, 16],
      [16, 32],
      [0, 16],
    ])
      pen.lineTo(...corner);
  } else pen.arc(16, 16, 14, 0, 7);
  pen.fill();
  pen.fillStyle = '#fff';
  pen.font = 'bold 18px sans-serif';
  pen.textAlign = 'center';
  if (waiting > 0) pen.fillText(String(Math.min(99, emergencies || waiting)), 16, 22);
  icon.href = canvas.toDataURL();
}
