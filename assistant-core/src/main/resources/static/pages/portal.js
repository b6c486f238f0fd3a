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
document.getElementById('sign-out').addEventListener('submit', () => widget.destroy?.());

const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

const record = document.getElementById('record');
const opener = document.getElementById('show-record');
opener.addEventListener('click', async () => {
  record.hidden = !record.hidden;
  opener.setAttribute('aria-expanded', !record.hidden);
  opener.textContent = record.hidden ? opener.dataset.show : opener.dataset.hide;
  if (!record.hidden) await showRecord();
});

async function showRecord() {
  try {
    const { sections } = await api('GET', '/me/record');
    record.replaceChildren(...sections.flatMap(sectionOf));
  } catch {
    record.replaceChildren(element('p', record.dataset.failed));
  }
}

function sectionOf({ title, status, entries }) {
  if (status !== 'ok')
    return [element('h3', title), element('p', record.getAttribute(`data-${status}`) ?? status)];
  const list = document.createElement('ul');
  for (const { text, date, source } of entries) {
    const item = element('li', text);
    item.append(element('small', ` (${[date && day(date), source].filter(Boolean).join(', ')})`));
    list.append(item);
  }
  return [element('h3', title), list];
}

const day = (date) => inWords(date, document.documentElement.lang, 'medium');

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
api('GET', '/me/consents').then(showChoices, () => (said.textContent = said.dataset.failed));
