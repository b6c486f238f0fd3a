// Messages on their way: in their order, again until they have arrived or are refused for good.
import { backOff, isProblem, problem } from './api.js';
import { events } from './events.js';

const TIME_BUDGET_MILLIS = 25_000;
// A message that is not stored by then is told to be on its way still.
const LATE_MILLIS = 8_000;
// A message waits for the one before it, so long at most.
const ORDER_MILLIS = 3_000;

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

  /**
   * Sends a new message, or one that an earlier page could not get away.
   * @param {import('./types.js').Kept} message
   */
  async send({ text, clientId = newId(), conversation }) {
    const { session } = this;
    const fresh = { kind: 'patient', text, clientId, conversation, live: true };
    const entry = session.list.add({ ...fresh, status: 'sending', person: session.person });
    this.#warn(entry);
    const before = this.#before;
    this.#before = new Promise((settle) => Object.assign(entry, { settle }));
    await session.open();
    await Promise.race([before, this.bell.pause(ORDER_MILLIS)]);
    this.deliver(entry);
  }

  /** Sends what is new, held or failed until it has arrived or is refused for good. */
  async deliver(entry) {
    entry.conversation ??= this.session.id;
    entry.person ??= this.session.person;
    for (let tries = 0, millis = 0; millis !== null; tries++) {
      await this.bell.pause(millis);
      if (entry.status !== 'retry' && !entry.stored) this.#mark(entry, 'sending');
      this.#warn(entry);
      millis = await this.#request(entry).catch((refusal) => this.#refused(entry, refusal, tries));
      entry.settle();
    }
    clearTimeout(entry.timer);
  }

  // Whatever keeps a message from arriving: soon it says so, and what to do in an emergency.
  #warn(entry) {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      if (entry.status === 'sending' && !this.ended.aborted) this.#mark(entry, 'retry');
    }, LATE_MILLIS);
  }

  async #request(entry) {
    const { list, api } = this.session;
    const path = `/conversations/${entry.conversation}/messages`;
    const body = { text: entry.text, clientMessageId: (entry.clientId ??= newId()) };
    const response = await api.call('POST', path, { body, accept: 'text/event-stream' });
    // The live stream was faster.
    if (entry.done) return response.body.cancel() && null;
    const waiting = { kind: 'assistant', pending: true, live: true, wait: 'looking' };
    const reply = (entry.reply = list.add({ ...waiting, sentences: [] }));
    const timer = setTimeout(() => {
      // It is stored.
      if (reply.triage) reply.wait = 'safe';
      list.changed(reply);
    }, TIME_BUDGET_MILLIS);
    try {
      for await (const { event, data } of events(response)) {
        if (event === 'problem') throw problem(data);
        if (event === 'done') this.session.finish(data, entry);
        if (entry.done) return null;
        if (event === 'triage') {
          reply.triage = data;
          entry.stored = true;
          entry.settle();
          this.#mark(entry, 'sent');
        } else reply.sentences.push(data);
        list.changed(reply);
      }
      // It ended too early.
      throw problem({});
    } finally {
      clearTimeout(timer);
    }
  }

  /** The milliseconds after which to try again, or null. */
  #refused(entry, refusal, tries) {
    const { session } = this;
    if (this.ended.aborted || entry.done) return null;
    session.list.dropReply(entry);
    if (!isProblem(refusal)) {
      console.error(refusal);
      this.#mark(entry, 'failed');
      return null;
    }
    const { status, code, retryAfter = 5 } = refusal;
    const mark = markOf(status, code);
    if (mark !== 'retry' || !entry.stored) this.#mark(entry, mark, { n: retryAfter });
    if (mark === 'tooFast') return retryAfter * 1000;
    if (mark === 'retry') return backOff(tries);
    if (mark === 'held') session.askConsent();
    else entry.clientId = null;
    if (status === 404 || mark === 'tooLong') {
      entry.back = true;
      if (entry.person === session.api.access.person) session.view.restore(entry.text);
    }
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

/** An id that no other message has. Not `randomUUID`, which pages without TLS do not know. */
const newId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
