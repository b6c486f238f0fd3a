// Writing a reply: its length in texts, and suggestions that are taken over.
import { byId, word } from './page.js';
import { count } from './segments.js';

export function tellLength() {
  const area = byId('reply-text');
  const out = byId('segments');
  if (!area || !out) return;
  const { length, texts } = count(area.value);
  const name = texts === 1 ? 'oneText' : 'texts';
  out.textContent = length === 0 ? '' : word(name, { length, texts });
}

// A suggested text goes behind what stands there; sending stays a press of its own.
function takeOver(opener) {
  const area = byId('reply-text');
  const text = byId(opener.dataset.from).textContent;
  area.value = area.value.trim() === '' ? text : `${area.value.trimEnd()}\n\n${text}`;
  area.focus();
  tellLength();
}

document.addEventListener('input', ({ target }) => {
  if (target.id === 'reply-text') tellLength();
});
document.addEventListener('click', ({ target }) => {
  const opener = target.closest('.fill');
  if (opener) takeOver(opener);
});
