// What only the patient has on the portal: who read the record, who helps, choices and devices.
import './caregivers.js';
import { api, day, element, folded, grouped, opens, renew, token } from './portal.js';

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
devices.querySelector('button').disabled = false;
api('GET', '/me/consents').then(showChoices, () => (said.textContent = said.dataset.failed));
