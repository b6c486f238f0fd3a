// Messages on their way: in their order, again until they have arrived or are refused for good.
import { backOff, problem } from './api.js';
import { events } from './events.js';

const TIME_BUDGET_MILLIS = 25_000;
const ORDER_MILLIS = 3_000; // a message waits for the one before it, so long at most

export class Outbox {
  #before = Promise.resolve();

  /**
   * @param {import('./session.js').Session} session
   * @param {import('./bell.js').Bell} bell
   * @param {AbortSignal} ended
   */
  constructor(session, bell, ended) {
    Object.assign(this, { session, bell, ended });
  }

  async send(text) {
    const { session } = this;
    const entry = session.list.add({ kind: 'patient', text, live: true, status: 'sending' });
    const before = this.#before;
    this.#before = new Promise((settle) => Object.assign(entry, { settle }));
    await session.open();
    await Promise.race([before, this.bell.pause(ORDER_MILLIS)]);
    this.deliver(entry);
  }

  /** Sends what is new, held or failed until it has arrived or is refused for good. */
  async deliver(entry) {
    entry.conversation ??= this.session.id;
    for (let tries = 0, millis = 0; millis !== null; tries++) {
      await this.bell.pause(millis);
      this.#mark(entry, 'sending');
      millis = await this.#request(entry).catch((refusal) => this.#refused(entry, refusal, tries));
      entry.settle();
    }
  }

  async #request(entry) {
    const { list, api } = this.session;
    const waiting = {
      kind: 'assistant',
      pending: true,
      live: true,
      wait: 'looking',
      sentences: [],
    };
    const reply = (entry.reply = list.add(waiting));
    const timer = setTimeout(() => {
      if (reply.triage) reply.wait = 'safe'; // it is stored
      list.changed(reply);
    }, TIME_BUDGET_MILLIS);
    try {
      const path = `/conversations/${entry.conversation}/messages`;
      const body = { text: entry.text, clientMessageId: (entry.clientId ??= crypto.randomUUID()) };
      const response = await api.call('POST', path, { body, accept: 'text/event-stream' });
      for await (const { event, data } of events(response)) {
        if (event === 'problem') throw problem(data);
        if (event === 'done') this.session.finish(data, entry);
        if (!reply.pending || !entry.reply) return null; // done, or the live stream was faster
        if (event === 'triage') {
          reply.triage = data;
          entry.settle();
          this.#mark(entry, 'sent');
        } else reply.sentences.push(data);
        list.changed(reply);
      }
      throw problem({}); // it ended too early
    } finally {
      clearTimeout(timer);
    }
  }

  /** The milliseconds after which to try again, or null. */
  #refused(entry, { status, code, retryAfter = 5 }, tries) {
    const { session } = this;
    if (this.ended.aborted || !entry.reply) return null;
    session.list.dropReply(entry);
    const mark = markOf(status, code);
    this.#mark(entry, mark, { n: retryAfter });
    if (mark === 'tooFast') return retryAfter * 1000;
    if (mark === 'retry') return backOff(tries);
    if (mark === 'held') session.askConsent();
    else entry.clientId = null;
    if (status === 404 || mark === 'tooLong') session.view.restore(entry.text);
    if (status === 404) session.view.lost();
    return null;
  }

  #mark(entry, status, values) {
    this.session.list.put(entry, { status, values });
  }
}

/** What became of a message that was refused: the name of the text that says it. */
export function markOf(status, code) {
  if (code === 'consent-required') return 'held';
  if (!status || status >= 500) return 'retry';
  return { 429: 'tooFast', 413: 'tooLong' }[status] ?? 'failed';
}
