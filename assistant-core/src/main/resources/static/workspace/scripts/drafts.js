// What was being written when the lock came: kept in memory alone, given back to the same person.
import { byId } from './page.js';

const FIELDS = 'main .act :is(textarea, select, input:not([type=hidden]))';

const fields = () => [...document.querySelectorAll(FIELDS)];
const place = (field) => `${field.form.id} ${field.name}`;
const isBox = (field) => field.type === 'checkbox';
const valueOf = (field) => (isBox(field) ? field.checked : field.value);
const isText = (field) => /^(TEXTAREA|INPUT)$/.test(field.tagName) && !isBox(field);

function untouched(field) {
  if (isBox(field)) return field.defaultChecked;
  if (field.tagName !== 'SELECT') return field.defaultValue;
  return (field.querySelector('option[selected]') ?? field.options[0])?.value;
}

/** What somebody has written or chosen on the page. */
export const written = () =>
  fields()
    .filter((field) => valueOf(field) !== untouched(field))
    .map((field) => ({ at: place(field), value: valueOf(field), text: isText(field) }));

/** Puts it back where it stood; what has no place any more is shown, to be copied. */
export function restore(drafts) {
  const left = new Set(drafts);
  for (const field of fields()) {
    const draft = drafts.find(({ at }) => at === place(field));
    if (!draft) continue;
    field[isBox(field) ? 'checked' : 'value'] = draft.value;
    left.delete(draft);
  }
  showUnsent([...left].filter(({ text }) => text).map(({ value }) => value));
}

function showUnsent(texts) {
  const result = byId('result');
  if (!result || texts.length === 0) return;
  const why = document.createElement('p');
  why.className = 'bad';
  why.textContent = result.dataset.unsent;
  const quote = document.createElement('blockquote');
  quote.textContent = texts.join('\n\n');
  result.replaceChildren(why, quote);
}
