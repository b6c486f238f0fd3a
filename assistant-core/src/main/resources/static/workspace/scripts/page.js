// What the modules of the care team's pages share: elements by id, words, calls to the service.

export const byId = (id) => document.getElementById(id);

/** A word of the page, with its `{names}` filled in; the words stand in the page's own language. */
export function word(name, values = {}) {
  const text = byId('words').dataset[name] ?? name;
  return text.replace(/\{(\w+)\}/g, (_, one) => values[one]);
}

/** The token against forged requests; it changes with the session. */
export const csrf = () => document.querySelector('meta[name=csrf]');

export const post = (address) =>
  fetch(address, { method: 'POST', headers: { [csrf().dataset.header]: csrf().content } });

/** Speaks through a live region: emptied first, so that the same words are read again. */
export function say(region, words) {
  const node = byId(region);
  node.textContent = '';
  setTimeout(() => (node.textContent = words), 150);
}
