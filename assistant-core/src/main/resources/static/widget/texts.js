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

/**
 * A date in words, as precise as it is known: a record often knows the month or the year alone.
 * @param {string} date `2026`, `2026-05`, or a day, perhaps with a time
 * @param {string} language a BCP 47 tag
 * @param {'long' | 'medium'} dateStyle of a whole day
 */
export const inWords = (date, language, dateStyle = 'long') =>
  new Date(date.slice(0, 10)).toLocaleDateString(language, {
    // Dates alone are read in UTC: told in it, none becomes another day.
    timeZone: 'UTC',
    ...(date.length < 10 ? { year: 'numeric', month: date[4] && 'long' } : { dateStyle }),
  });
