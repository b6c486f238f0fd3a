// How many texts a reply becomes. The gateway's own count decides; this one is for writing, and the
// build holds it to the service's.

/** The GSM 7-bit alphabet (3GPP TS 23.038), and its extension, whose characters take two places. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

const PLACES = { basic: [160, 153], other: [70, 67] }; // of a text alone, of one of several

/**
 * A character of two places is never divided between two texts.
 * @returns {{length: number, texts: number}} places used, and texts needed: none for nothing
 */
export function count(text) {
  const characters = [...text];
  const isBasic = characters.every((one) => BASIC.has(one) || EXTENDED.has(one));
  const places = (one) => (isBasic ? (EXTENDED.has(one) ? 2 : 1) : one.length);
  const length = characters.reduce((sum, one) => sum + places(one), 0);
  const [alone, joined] = PLACES[isBasic ? 'basic' : 'other'];
  if (length <= alone) return { length, texts: Math.min(1, length) };
  let texts = 1;
  let used = 0;
  for (const taken of characters.map(places)) {
    if (used + taken > joined) {
      texts++;
      used = 0;
    }
    used += taken;
  }
  return { length, texts };
}
