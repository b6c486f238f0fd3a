// The signed-in portal: gives the widget its token and shows the record.
import { inWords } from '../widget/texts.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const widget = document.querySelector('health-assistant');
export let token = meta('assistant-token');

export async function renew() {
  const response = await fetch('/session/token', {
    method: 'POST',
    headers: { [meta('_csrf_header')]: meta('_csrf') },
  });
  if (response.ok) ({ token } = await response.json());
  else if ([401, 403].includes(response.status)) location.reload(); // signed out: to the sign-in
}

export async function api(method, path, body) {
  const call = () =>
    fetch(`/api/v1${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: {
        Authorization: `Bearer ${token}`,
        'Accept-Language': document.documentElement.lang, // the page's, whatever the browser's
        ...(body && { 'Content-Type': 'application/json' }),
      },
    });
  let response = await call();
  if (response.status === 401) {
    await renew();
    response = await call();
  }
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

widget.token = token;
widget.addEventListener('token-needed', async () => {
  await renew();
  widget.token = token;
});
const signOut = document.getElementById('sign-out');
signOut.addEventListener('submit', () => widget.destroy?.());
// Whoever leaves in a hurry leaves no open door: the request outlives the page.
widget.addEventListener('leave', () => {
  fetch(signOut.action, { method: 'POST', body: new URLSearchParams(new FormData(signOut)), keepalive: true });
});

export const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

const record = document.getElementById('record');

/** The button that opens a part of the page, which is fetched anew each time, and closes it. */
export function opens(button, part, show) {
  button.addEventListener('click', async () => {
    part.hidden = !part.hidden;
    button.setAttribute('aria-expanded', !part.hidden);
    button.textContent = part.hidden ? button.dataset.show : button.dataset.hide;
    if (!part.hidden) await show();
  });
  button.disabled = false; // until now nobody would have heard it pressed
}

opens(document.getElementById('show-record'), record, showRecord);

async function showRecord() {
  try {
    const { asOf, sections } = await api('GET', '/me/record');
    const age = asOf ? [element('p', `${record.dataset.asOf} ${day(asOf.slice(0, 10))}`)] : [];
    record.replaceChildren(...age, ...sections.flatMap(sectionOf));
  } catch {
    record.replaceChildren(element('p', record.dataset.failed));
  }
}

// A measure stands once, with its last value, the one before and a small plot; what is over stands
// apart. Where something comes from is opened on purpose.
function sectionOf({ title, status, entries }) {
  const note = status === 'ok' ? [] : [element('p', record.getAttribute(`data-${status}`) ?? status)];
  if (!entries.length) return [element('h3', title), ...note];
  const now = entries.filter(({ past }) => !past);
  const past = entries.filter((entry) => entry.past);
  const blocks = now.length ? [listOf(now)] : [];
  if (past.length) blocks.push(folded(record.dataset.past, listOf(past)));
  return [element('h3', title), ...note, ...blocks];
}

export function folded(title, inside) {
  const details = document.createElement('details');
  details.append(element('summary', title), inside);
  return details;
}

function listOf(entries) {
  const list = document.createElement('ul');
  // Readings of one measure together, the newest first; each other entry by itself.
  for (const same of grouped(entries, (entry) => entry.trend ?? entry).values()) list.append(itemOf(same));
  return list;
}

/** By key, in the order in which keys first come; older browsers have no Map.groupBy. */
export function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function itemOf([last, ...earlier]) {
  const item = element('li', last.text);
  if (last.date) item.append(element('small', ` ${day(last.date)}`));
  if (earlier.length) {
    const [before] = earlier;
    const value = before.text.slice(before.text.indexOf(': ') + 2);
    const when = before.date ? `, ${day(before.date)}` : '';
    item.append(element('small', ` ${record.dataset.before} ${value}${when}`));
  }
  // Of what devices measured only the last reading is listed, though there may be many.
  if (earlier.length || /^Observation\/(own|told)-/.test(last.source)) {
    const plot = new Image();
    plot.alt = '';
    plot.className = 'trend';
    const graph = folded(record.dataset.plot, plot);
    graph.addEventListener('toggle', () => plot.src || drawn(plot, last.trend), { once: true });
    item.append(graph);
  }
  item.append(folded(record.dataset.from, element('small', [last, ...earlier].map(({ source }) => source).join(', '))));
  return item;
}

async function drawn(plot, trend) {
  const lang = document.documentElement.lang;
  const headers = { Authorization: `Bearer ${token}`, Accept: 'image/svg+xml', 'Accept-Language': lang };
  const response = await fetch(trend, { headers });
  if (!response.ok) return;
  const svg = await response.text();
  plot.alt = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('desc')?.textContent ?? '';
  plot.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}

export const day = (date) => inWords(date, document.documentElement.lang, 'medium');

// Who acts for a patient sees the record alone; all else is the patient's own.
if (document.getElementById('choices')) import('./own.js');
