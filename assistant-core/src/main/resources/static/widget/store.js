// What outlives the page in this tab: in its session storage, or in memory where that is forbidden.
const FIELDS = ['text', 'clientId', 'conversation', 'person'];
const key = (name) => `health-assistant.${name}`;
const memory = new Map();

/**
 * Keeps a value under a name: a text, or of each object the fields that another page needs.
 * @param {'conversation' | 'outbox' | 'draft'} name
 * @param {any} [value] none: what was kept is forgotten
 */
export function keep(name, value) {
  memory.delete(name);
  const json = JSON.stringify(value, FIELDS);
  try {
    if (value) sessionStorage.setItem(key(name), json);
    else sessionStorage.removeItem(key(name));
  } catch {
    memory.set(name, json);
  }
}

/** What was kept under a name; nothing or null where there is none. */
export function recall(name) {
  try {
    return JSON.parse(memory.get(name) ?? sessionStorage.getItem(key(name)));
  } catch {}
}

/** Forgets everything, for signing out. */
export function forget() {
  for (const name of ['conversation', 'outbox', 'draft']) keep(name);
}
