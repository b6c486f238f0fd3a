// The conversation: its entries, messages on their way, the live stream. Knows no page.
import { Api, backOff, events, problem } from './api.js';

const STREAM = 'text/event-stream';
const TIME_BUDGET_MILLIS = 25_000;
const ORDER_MILLIS = 3_000; // a message waits for the one before it, so long at most
const STORED = 'health-assistant.conversation';

export const forget = () => sessionStorage.removeItem(STORED);

export class Session {
  entries = [];
  #ended = new AbortController();
  #before = Promise.resolve();
  #bell = new EventTarget();
  #opening;
  #stream;
  #seen;
  #lastEvent;

  /** `screen`: `changed(entry)`, `restore(text)`, `attend()` to the state, `lost()` of the conversation. */
  constructor(base, access, language, screen) {
    const { signal } = this.#ended;
    Object.assign(this, { language, screen, api: new Api(base, access, signal) });
    addEventListener('online', () => this.#hurry(), { signal });
  }

  end() {
    this.#ended.abort();
    this.unwatch();
  }

  async list() {
    return (await this.api.json('GET', '/conversations')).conversations;
  }

  /** The conversation in use, else the newest, else a first one. */
  open() {
    return (this.#opening ??= this.#untilDone(async () => {
      const list = await this.list();
      await this.#enter(list.find(({ id }) => id === sessionStorage.getItem(STORED)) ?? list[0]);
    }));
  }

  // After one that is still being opened, else that one would win.
  change(conversation) {
    const before = Promise.resolve(this.#opening);
    return (this.#opening = before.then(() => {
      this.unwatch();
      return this.#untilDone(() => this.#enter(conversation));
    }));
  }

  async #enter(known) {
    const { id, state, ...fresh } = known ?? (await this.api.json('POST', '/conversations', { language: this.language, channel: 'web' }));
    const { messages } = known ? await this.api.json('GET', `/conversations/${id}/messages`) : { messages: [] };
    sessionStorage.setItem(STORED, (this.id = id));
    this.#lastEvent = this.#seen = null;
    const underWay = this.entries.filter(({ kind, pending, reply, status = 'sent' }) => kind === 'consent' || pending || reply || status !== 'sent');
    this.entries = [];
    this.screen.changed();
    if (!known) this.#add({ kind: 'greeting', ...fresh });
    for (const message of messages) this.#receive(message);
    underWay.forEach((entry) => this.#add(entry));
    this.#stateIs(state);
  }

  async send(text) {
    const entry = this.#add({ kind: 'patient', text, live: true, status: 'sending' });
    const before = this.#before;
    this.#before = new Promise((settle) => Object.assign(entry, { settle }));
    await this.open();
    await Promise.race([before, this.#pause(ORDER_MILLIS)]);
    this.deliver(entry);
  }

  /** Sends what is new, held or failed until it has arrived or is refused for good. */
  async deliver(entry) {
    entry.conversation ??= this.id;
    for (let tries = 0, millis = 0; millis !== null; tries++) {
      await this.#pause(millis);
      this.#mark(entry, 'sending');
      millis = await this.#request(entry).catch((problem) => this.#refused(entry, problem, tries));
      entry.settle();
    }
  }

  async #request(entry) {
    const reply = (entry.reply = this.#add({ kind: 'assistant', pending: true, live: true, wait: 'looking', sentences: [] }));
    const timer = setTimeout(() => {
      if (reply.triage) reply.wait = 'safe'; // it is stored
      this.screen.changed(reply);
    }, TIME_BUDGET_MILLIS);
    try {
      const body = { text: entry.text, clientMessageId: (entry.clientId ??= crypto.randomUUID()) };
      const response = await this.api.call('POST', `/conversations/${entry.conversation}/messages`, { body, accept: STREAM });
      for await (const { event, data } of events(response)) {
        if (event === 'problem') throw problem(data);
        if (event === 'done') this.#finish(data, entry);
        if (!reply.pending || !entry.reply) return null; // done, or the live stream was faster
        if (event === 'triage') {
          reply.triage = data;
          entry.settle();
          this.#mark(entry, 'sent');
        } else reply.sentences.push(data);
        this.screen.changed(reply);
      }
      throw problem({}); // it ended too early
    } finally {
      clearTimeout(timer);
    }
  }

  // The milliseconds after which to try again, or null.
  #refused(entry, { status, code, retryAfter = 5 }, tries) {
    if (this.#ended.signal.aborted || !entry.reply) return null;
    this.#dropReply(entry);
    let mark = { 429: 'tooFast', 413: 'tooLong' }[status] ?? 'failed';
    if (!status || status >= 500) mark = 'retry';
    if (code === 'consent-required') mark = 'held';
    this.#mark(entry, mark, { n: retryAfter });
    if (mark === 'tooFast') return retryAfter * 1000;
    if (mark === 'retry') return backOff(tries);
    if (mark === 'held') this.#askConsent();
    else entry.clientId = null;
    if (status === 404 || mark === 'tooLong') this.screen.restore(entry.text);
    if (status === 404) this.screen.lost();
    return null;
  }

  #askConsent() {
    if (!this.entries.some(({ kind }) => kind === 'consent')) this.#add({ kind: 'consent', live: true });
  }

  async agree() {
    await this.api.json('PUT', '/me/consents', { purpose: 'chat', granted: true });
    this.#remove(this.entries.find(({ kind }) => kind === 'consent'));
    this.#hurry();
    this.entries.filter(({ status }) => status === 'held').forEach((entry) => this.deliver(entry));
  }

  /** The server writes the message itself. */
  async askForPerson(reason) {
    await this.open();
    const { turn } = await this.api.json('POST', `/conversations/${this.id}/human`, { reason: reason || undefined });
    if (turn) this.#finish(turn);
    else if (this.state !== 'person') this.#stateIs('waiting');
  }

  /** A comment that sounds urgent is answered by a turn. */
  async feedback({ id }, rating) {
    const { turn } = await this.api.json('POST', `/messages/${id}/feedback`, rating);
    if (turn) this.#finish(turn);
  }

  async watch() {
    if (this.#stream || !this.id || !this.watched) return;
    const { signal } = (this.#stream = new AbortController());
    for (let tries = 0; !signal.aborted; tries++) {
      try {
        const headers = this.#lastEvent && { 'Last-Event-ID': this.#lastEvent };
        for await (const { event, id, data } of events(await this.api.call('GET', `/conversations/${this.id}/events`, { accept: STREAM, headers, signal }))) {
          if (signal.aborted) return;
          tries = 0;
          if (event === 'handoff') this.#stateIs(data.state);
          if (event === 'turn') this.#finish(data);
          if (event === 'message') this.#receive(data, true);
          this.#lastEvent = id ?? this.#lastEvent;
        }
      } catch ({ status }) {
        if (status === 404) return this.screen.lost();
      }
      await this.#pause(backOff(tries));
    }
  }

  unwatch() {
    this.#stream?.abort();
    this.#stream = null;
  }

  /** Tells what has been seen, if somebody looks. */
  see() {
    const newest = this.entries.findLast(({ id, kind }) => id && kind !== 'patient')?.id;
    if (!newest || newest === this.#seen || !this.watched) return;
    this.#seen = newest;
    this.api.json('POST', `/conversations/${this.id}/seen`, { upTo: newest }).catch(() => (this.#seen = null));
  }

  #stateIs(state = 'bot') {
    this.state = state;
    this.screen.attend();
  }

  #receive({ id, author, text, at, turn }, live) {
    this.#lastEvent = id;
    const own = author === 'patient';
    const known = this.#find(id) ?? (own && this.entries.find((one) => one.kind === author && !one.id && one.text === text));
    if (turn && author === 'assistant') this.#finish(turn, null, at, live);
    else if (!known) this.#add({ kind: author, id, text, at, live, status: own ? 'sent' : undefined });
    else if (own) this.#mark(Object.assign(known, { id, at }), 'sent');
  }

  // A turn comes from its request, the stream or the transcript, perhaps from all three.
  #finish(turn, asked, at = new Date().toISOString(), live = true) {
    const { messageId, replyId, text } = turn;
    const question = asked ?? this.#find(messageId);
    const known = this.#find(replyId);
    const shown = known ?? (replyId && question?.reply);
    if (question) {
      if (shown !== question.reply) this.#dropReply(question);
      question.id = messageId;
      question.reply = null;
      this.#mark(question, 'sent');
    }
    if (!replyId || known?.turn?.text === text) return;
    const content = { kind: 'assistant', id: replyId, turn, text, at, live, pending: false };
    if (shown) this.screen.changed(Object.assign(shown, content));
    else this.#add(content);
    this.see();
  }

  #find(wanted) {
    return wanted && this.entries.find(({ id }) => id === wanted);
  }

  #add(entry) {
    this.entries.push(entry);
    this.screen.changed(entry);
    if (entry.id) this.see();
    return entry;
  }

  #remove(entry) {
    this.entries = this.entries.filter((one) => one !== entry);
    this.screen.changed(entry);
  }

  #dropReply(question) {
    if (question.reply) this.#remove(question.reply);
    question.reply = null;
  }

  #mark(entry, status, values) {
    this.screen.changed(Object.assign(entry, { status, values }));
  }

  async #untilDone(work) {
    for (let tries = 0; !this.#ended.signal.aborted; tries++) {
      try {
        await work();
        this.failing = false;
        this.screen.attend();
        return;
      } catch ({ code }) {
        const refused = code === 'consent-required';
        if (refused) this.#askConsent();
        this.failing = !refused;
        this.screen.attend();
        await this.#pause(backOff(tries));
      }
    }
  }

  // Ends early when the network is back or the patient agreed.
  #pause(millis) {
    const signal = AbortSignal.timeout(millis);
    return new Promise((go) => {
      signal.onabort = go;
      this.#bell.addEventListener('ring', go, { once: true, signal });
    });
  }

  #hurry() {
    this.#bell.dispatchEvent(new Event('ring'));
  }
}
