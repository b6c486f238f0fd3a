// What the widget says by itself, in the patient's language. The words stand on the server, in one
// file a language, beside all others that patients read.
import { backOff } from './api.js';

const known = new Map();

/**
 * The texts in the first wished language that the service speaks, else in English. Asks until they
 * are there.
 * @param {string[]} wishes BCP 47 tags
 * @returns {Promise<Record<string, string>>} the texts by name, and the language's tag as `language`
 */
export async function texts(wishes) {
  const address = new URL(
    `texts.json?${new URLSearchParams(wishes.map((tag) => ['lang', tag]))}`,
    import.meta.url,
  );
  for (let tries = 0; !known.has(address.href); tries++) {
    const response = await fetch(address, { credentials: 'omit' }).catch(() => null);
    if (response?.ok) known.set(address.href, await response.json());
    else await new Promise((go) => setTimeout(go, backOff(tries)));
  }
  return known.get(address.href);
}

/** The text with its `{names}` filled in. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
