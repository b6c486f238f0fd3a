// The signed-in portal: gives the widget its token, shows the record and the patient's choices.
import { inWords } from '../widget/texts.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const widget = document.querySelector('health-assistant');
let token = meta('assistant-token');

async function renew() {
  const response = await fetch('/session/token', {
    method: 'POST',
    headers: { [meta('_csrf_header')]: meta('_csrf') },
  });
  if (response.ok) ({ token } = await response.json());
  else if ([401, 403].includes(response.status)) location.reload(); // signed out: to the sign-in
}

async function api(method, path, body) {
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

const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

const record = document.getElementById('record');

/** The button that opens a part of the page, which is fetched anew each time, and closes it. */
function opens(button, part, show) {
  button.addEventListener('click', async () => {
    part.hidden = !part.hidden;
    button.setAttribute('aria-expanded', !part.hidden);
    button.textContent = part.hidden ? button.dataset.show : button.dataset.hide;
    if (!part.hidden) await show();
  });
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

function folded(title, inside) {
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
function grouped(items, keyOf) {
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

const day = (date) => inWords(date, document.documentElement.lang, 'medium');

const reads = document.getElementById('reads');
opens(document.getElementById('show-reads'), reads, showReads);

async function showReads() {
  try {
    const { disclosures } = await api('GET', '/me/disclosures');
    reads.replaceChildren(...(disclosures.length ? readsByDay(disclosures) : [element('p', reads.dataset.none)]));
  } catch {
    reads.replaceChildren(element('p', reads.dataset.failed));
  }
}

/** A day after the other, the newest first: who read for what, and the items on request. */
function readsByDay(disclosures) {
  const newestFirst = [...disclosures].sort((a, b) => b.at.localeCompare(a.at));
  const days = grouped(newestFirst, ({ at }) => at.slice(0, 10));
  return [...days].flatMap(([date, ofDay]) => {
    const list = document.createElement('ul');
    const kinds = grouped(ofDay, ({ by, why }) => `${by} ${why.split(' ')[0]}`);
    for (const [kind, same] of kinds) {
      const [by, why] = kind.split(' ');
      const items = [...new Set(same.map(({ item }) => item))];
      const words = reads.getAttribute(`data-why-${why}`) ?? reads.getAttribute(`data-by-${by}`) ?? reads.dataset.other;
      const line = element('li', words.replace('{count}', items.length));
      line.append(folded(reads.dataset.items, element('small', items.join(', '))));
      list.append(line);
    }
    return [element('h3', day(date)), list];
  });
}

const choices = document.getElementById('choices');
const said = document.getElementById('choices-said');

function showChoices({ consents }) {
  for (const { purpose, granted } of consents) {
    const box = choices.elements[purpose];
    if (box) Object.assign(box, { checked: granted, disabled: false });
  }
}

choices.addEventListener('change', async ({ target }) => {
  said.textContent = '';
  try {
    await api('PUT', '/me/consents', { purpose: target.name, granted: target.checked });
    said.textContent = said.dataset.saved;
  } catch {
    target.checked = !target.checked;
    said.textContent = said.dataset.failed;
  }
});
choices.addEventListener('submit', (event) => event.preventDefault());

// A file of readings is sent as it is; how far it is read is asked for meanwhile.
const devices = document.getElementById('devices');
const sent = document.getElementById('devices-said');
const count = new Intl.NumberFormat(document.documentElement.lang);
const numbered = (text, number) => text.replace('{count}', count.format(number));

async function sendFile() {
  const body = new FormData(devices);
  const send = () =>
    fetch('/api/v1/me/measurements/import', { method: 'POST', body, headers: { Authorization: `Bearer ${token}` } });
  await renew(); // a long file needs a fresh token
  const response = await send();
  const answer = await response.json();
  sent.textContent = response.ok
    ? numbered(sent.dataset.done, answer.imported)
    : (sent.getAttribute(`data-${answer.code}`) ?? sent.dataset.failed);
}

devices.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = devices.querySelector('button');
  button.disabled = true;
  sent.textContent = numbered(sent.dataset.reading, 0);
  const asking = setInterval(async () => {
    const { state, records } = await api('GET', '/me/measurements/import').catch(() => ({}));
    if (state === 'reading' && button.disabled) sent.textContent = numbered(sent.dataset.reading, records);
  }, 2000);
  try {
    await sendFile();
  } catch {
    sent.textContent = sent.dataset.failed;
  } finally {
    clearInterval(asking);
    button.disabled = false;
  }
});
api('GET', '/me/consents').then(showChoices, () => (said.textContent = said.dataset.failed));
