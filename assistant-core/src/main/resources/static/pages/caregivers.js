// Whom the patient lets act: gives, shows and withdraws it, part by part.
import { api, day, element, opens } from './portal.js';

const care = document.getElementById('care');
const said = document.getElementById('care-said');

opens(document.getElementById('show-care'), care, showCare);

async function showCare() {
  said.textContent = '';
  try {
    show(await api('GET', '/me/caregivers'));
  } catch {
    care.replaceChildren(element('p', care.dataset.failed));
  }
}

function show({ parts, caregivers }) {
  const people = caregivers.map((person) => personOf(person, parts));
  care.replaceChildren(...(people.length ? people : [element('p', care.dataset.none)]));
}

function personOf({ id, name, relationship, related, parts: given, at }, parts) {
  const group = element('fieldset', '');
  group.append(element('legend', relationship ? `${name}, ${relationship}` : name));
  if (!related) group.append(element('p', care.dataset.over));
  else if (!given.length) group.append(element('p', care.dataset.noAccess));
  if (at) group.append(element('small', `${care.dataset.since} ${day(at.slice(0, 10))}`));
  if (related) group.append(...parts.map((part) => choiceOf(id, part, given)));
  if (given.length) {
    const end = Object.assign(element('button', care.dataset.withdraw), { type: 'button' });
    end.addEventListener('click', () => decide(id, [], id));
    group.append(end);
  }
  return group;
}

function choiceOf(id, part, given) {
  const row = element('div', '');
  row.className = 'choice';
  const box = Object.assign(document.createElement('input'), {
    type: 'checkbox',
    id: `care-${id}-${part}`,
    checked: given.includes(part),
  });
  box.setAttribute('role', 'switch');
  const label = Object.assign(element('label', care.getAttribute(`data-${part}`) ?? part), { htmlFor: box.id });
  box.addEventListener('change', () => {
    const others = given.filter((one) => one !== part);
    decide(id, box.checked ? [...others, part] : others, box.id);
  });
  row.append(label, box);
  return row;
}

/** Keeps it and shows what holds then; the keyboard stays where it was. */
async function decide(id, parts, at) {
  said.textContent = '';
  try {
    show(await api('PUT', `/me/caregivers/${encodeURIComponent(id)}`, { parts }));
    said.textContent = said.dataset.saved;
  } catch {
    await showCare();
    said.textContent = said.dataset.failed;
  }
  (document.getElementById(at) ?? document.getElementById('show-care')).focus();
}
