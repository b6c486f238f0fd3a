// Keyboard shortcuts. They can be switched off, since they get in the way of some screen readers.
import { byId } from './page.js';

const dialog = byId('keys');
const on = byId('keys-on');

function move(step) {
  const rows = [...document.querySelectorAll('.row .who')];
  const at = rows.indexOf(document.activeElement);
  const first = step > 0 ? 0 : rows.length - 1;
  const to = at < 0 ? first : at + step;
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  a: () => byId('do-acknowledge')?.click(),
  r: () => byId('reply-text')?.focus(),
  '?': () => dialog.showModal(),
};

function pressed(event) {
  const { key, target } = event;
  const writing = target.closest('input, textarea, select, dialog');
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (!byId('cover').hidden || writing || modified || !(key in actions)) return;
  if (!on.checked && key !== '?') return;
  event.preventDefault();
  actions[key]();
}

export function begin() {
  if (!dialog) return;
  on.checked = localStorage.getItem('workspace-keys') !== 'off';
  on.addEventListener('change', () =>
    localStorage.setItem('workspace-keys', on.checked ? 'on' : 'off'),
  );
  byId('keys-open').addEventListener('click', () => dialog.showModal());
  byId('keys-open').disabled = false;
  document.addEventListener('keydown', pressed);
}
