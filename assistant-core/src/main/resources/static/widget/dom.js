// Builds page elements. What the server sends enters as text or as a checked address, never as markup.

/** An element: `tag.class`, perhaps attributes (`on…` are listeners), children; null and false are left out. */
export function h(name, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  node.classList.add(...classes);
  const attributes = children[0]?.constructor === Object ? children.shift() : {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value != null && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter(Boolean));
  return node;
}

export const button = (label, onclick, attributes) =>
  h('button', { type: 'button', onclick, ...attributes }, label);

/** For screen readers alone. */
export const hidden = (text) => h('span.vh', text);

/** A link in a new tab; nothing where the address is not of the web. */
export function link(address, base, label, note) {
  const url = address && URL.canParse(address, base) && new URL(address, base);
  return (
    /^https?:$/.test(url?.protocol) &&
    h('a', { href: url.href, target: '_blank', rel: 'noopener' }, label, hidden(note))
  );
}

const NUMBERS = /(?<![\w.-])((?:1-)?\d{3}-\d{3}-\d{4}|911|988)(?![\w-]|\.\d)/;
const telephone = (number) => h('a', { href: `tel:${number.replaceAll('-', '')}` }, number);

/** The text in pieces, its telephone numbers as links that call. */
export const withNumbers = (text) =>
  text.split(NUMBERS).map((piece, i) => (i % 2 ? telephone(piece) : piece));

/** Speaks through a live region; the text stays long enough to be noticed. */
export function say(text, region) {
  const line = h('p', text);
  region.append(line);
  setTimeout(() => line.remove(), 4000);
}
