// What stands in the conversation, in its order. Every change is told to the page.

/** @typedef {import('./types.js').Entry} Entry */

export class Entries {
  /** @type {Entry[]} */
  all = [];

  /** @param {(entry?: Entry) => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** @returns {Entry | undefined} */
  find(wanted) {
    return wanted && this.all.find(({ id }) => id === wanted);
  }

  /** The patient's own message that the server has not named yet. */
  unnamed(text) {
    return this.all.find((one) => one.kind === 'patient' && !one.id && one.text === text);
  }

  /** What must not be lost when another conversation is shown. */
  underWay() {
    return this.all.filter(
      ({ kind, pending, reply, status = 'sent' }) =>
        kind === 'consent' || pending || reply || status !== 'sent',
    );
  }

  clear() {
    this.all = [];
    this.changed();
  }

  /** @param {Entry} entry */
  add(entry) {
    this.all.push(entry);
    this.changed(entry);
    return entry;
  }

  /** @param {Entry | null} [entry] */
  remove(entry) {
    if (!entry) return;
    this.all = this.all.filter((one) => one !== entry);
    this.changed(entry);
  }

  /** Takes over what is new of an entry. */
  put(entry, news) {
    this.changed(Object.assign(entry, news));
  }

  /** The message waits for no reply any more. */
  dropReply(message) {
    this.remove(message.reply);
    message.reply = null;
  }
}
