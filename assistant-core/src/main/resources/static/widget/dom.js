// Builds page elements. What comes from the server enters as text or as a checked address, never as markup.

/** An element; `on…` are listeners, and what is null or false is left out. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value != null && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter(Boolean));
  return node;
}

/** A `div` of this class. */
export const box = (name, ...children) => h('div', { class: name }, ...children);

export const button = (label, onclick, attributes) => h('button', { type: 'button', onclick, ...attributes }, label);

/** Text for screen readers alone. */
export const hidden = (text) => h('span', { class: 'vh' }, text);

/** A link in a new tab; nothing where the address is not of the web. */
export function link(address, base, label, note) {
  const url = address && URL.canParse(address, base) && new URL(address, base);
  return /^https?:$/.test(url?.protocol) && h('a', { href: url.href, target: '_blank', rel: 'noopener' }, label, hidden(note));
}

/** The text in pieces, its telephone numbers as links that call. */
export const withNumbers = (text) =>
  text.split(/(?<![\w.-])((?:1-)?\d{3}-\d{3}-\d{4}|911|988)(?![\w-]|\.\d)/).map((piece, i) => (i % 2 ? h('a', { href: `tel:${piece.replaceAll('-', '')}` }, piece) : piece));

/** Speaks through a live region; the text stays long enough to be noticed. */
export function say(text, region) {
  const line = h('p', {}, text);
  region.append(line);
  setTimeout(() => line.remove(), 4000);
}
