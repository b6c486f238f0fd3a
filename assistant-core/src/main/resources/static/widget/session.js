// The conversation: which one it is, what is in it, who answers. Knows no page.
import { Api, backOff, isProblem } from './api.js';
import { Bell } from './bell.js';
import { Entries } from './entries.js';
import { Outbox } from './outbox.js';
import { keep, recall } from './store.js';
import { Stream } from './stream.js';

export class Session {
  /** Whether somebody looks: only then is the stream open, and what came counts as seen. */
  watched = false;
  /** Whether the conversation cannot be opened. */
  failing = false;
  #ended = new AbortController();
  #bell = new Bell();
  #opening;
  #seen = null;
  #left = recall('outbox') ?? [];
  #draft = recall('draft');

  /**
   * @param {URL} base
   * @param {import('./access.js').Access} access
   * @param {string} language to begin in
   * @param {import('./types.js').View} view
   */
  constructor(base, access, language, view) {
    const { signal } = this.#ended;
    this.language = language;
    this.view = view;
    this.api = new Api(base, access, signal);
    this.list = new Entries((entry) => {
      this.#keep();
      view.changed(entry);
    });
    this.outbox = new Outbox(this, this.#bell, signal);
    this.stream = new Stream(this, this.#bell);
    addEventListener('online', () => this.#bell.ring(), { signal });
  }

  get entries() {
    return this.list.all;
  }

  end() {
    this.#ended.abort();
    this.unwatch();
  }

  /** The patient's conversations, newest first. */
  async conversations() {
    return (await this.api.json('GET', '/conversations')).conversations;
  }

  /** Opens the conversation in use, else the newest, else a first one. */
  open() {
    return (this.#opening ??= this.#untilDone(async () => {
      await this.api.access.get();
      this.person = this.api.access.person;
      this.#takeUp(({ person }) => person && person === this.person);
      const all = await this.conversations();
      await this.#enter(all.find(({ id }) => id === recall('conversation')) ?? all[0]);
      this.#takeUp(({ conversation }) => all.some(({ id }) => id === conversation));
      this.#left = [];
      this.#draft = null;
      this.#keep();
    }));
  }

  /** Makes sure that the conversation is still the caller's own: a token may be about another child. */
  async verify() {
    await this.#opening;
    if (!this.id) return;
    await this.#untilDone(async () => {
      const all = await this.conversations();
      if (!all.some(({ id }) => id === this.id)) this.view.lost();
      else this.person = this.api.access.person;
    });
  }

  /** What has been written and is not stored by the server yet. */
  get undelivered() {
    return this.entries.filter(
      ({ kind, id, status, back }) => kind === 'patient' && !id && !back && status !== 'sent',
    );
  }

  /** Keeps what is typed, for another page of the same person. */
  draft(text) {
    keep('draft', text && { text, conversation: this.id, person: this.person });
  }

  // Takes up what an earlier page of this person left; nobody else's is ever shown or sent.
  #takeUp(isOwn) {
    const left = this.#left;
    this.#left = left.filter((message) => !isOwn(message));
    left.filter(isOwn).forEach((message) => this.send(message));
    if (!this.#draft || !isOwn(this.#draft)) return;
    this.view.restore(this.#draft.text);
    this.#draft = null;
  }

  #keep() {
    if (this.#ended.signal.aborted) return;
    keep('outbox', [...this.#left, ...this.undelivered]);
  }

  /** Opens another one, or begins one. After one that is still being opened, else that would win. */
  change(conversation) {
    const before = Promise.resolve(this.#opening);
    this.#opening = before.then(() => {
      this.unwatch();
      return this.#untilDone(() => this.#enter(conversation));
    });
    return this.#opening;
  }

  async #enter(known) {
    const begin = { language: this.language, channel: 'web' };
    const { id, state, ...fresh } = known ?? (await this.api.json('POST', '/conversations', begin));
    const path = `/conversations/${id}/messages`;
    const { messages } = known ? await this.api.json('GET', path) : { messages: [] };
    this.id = id;
    keep('conversation', id);
    this.#seen = null;
    this.stream.rewind();
    const underWay = this.list.underWay();
    this.list.clear();
    if (!known) this.list.add({ kind: 'greeting', ...fresh });
    for (const message of messages) this.receive(message);
    underWay.forEach((entry) => this.list.add(entry));
    this.stateIs(state);
  }

  /** @param {import('./types.js').Kept} message a new one, or one that an earlier page left */
  send(message) {
    return this.outbox.send(message);
  }

  deliver(entry) {
    return this.outbox.deliver(entry);
  }

  askConsent() {
    if (this.entries.some(({ kind }) => kind === 'consent')) return;
    this.list.add({ kind: 'consent', live: true });
  }

  /** The patient agrees to chat: what was held goes out. */
  async agree() {
    await this.api.json('PUT', '/me/consents', { purpose: 'chat', granted: true });
    this.list.remove(this.entries.find(({ kind }) => kind === 'consent'));
    this.#bell.ring();
    for (const entry of this.entries.filter(({ status }) => status === 'held')) this.deliver(entry);
  }

  /** Asks for a person; the server writes the message itself. */
  async askForPerson(reason) {
    await this.open();
    const path = `/conversations/${this.id}/human`;
    const { turn } = await this.api.json('POST', path, { reason: reason || undefined });
    if (turn) this.finish(turn);
    else if (this.state !== 'person') this.stateIs('waiting');
  }

  /** Rates a reply; a comment that sounds urgent is answered by a turn. */
  async feedback({ id }, rating) {
    const { turn } = await this.api.json('POST', `/messages/${id}/feedback`, rating);
    if (turn) this.finish(turn);
  }

  watch() {
    return this.stream.open();
  }

  unwatch() {
    this.stream.close();
  }

  /** Tells what has been seen, if somebody looks. */
  see() {
    const newest = this.entries.findLast(({ id, kind }) => id && kind !== 'patient')?.id;
    if (!newest || newest === this.#seen || !this.watched) return;
    this.#seen = newest;
    const path = `/conversations/${this.id}/seen`;
    this.api.json('POST', path, { upTo: newest }).catch(() => (this.#seen = null));
  }

  /** @param {'bot' | 'waiting' | 'person'} state who answers */
  stateIs(state = 'bot') {
    this.state = state;
    this.view.attend();
  }

  /** Takes a message of the transcript, or of the stream while it is live. */
  receive({ id, author, writtenBy, text, at, turn }, live = false) {
    this.stream.passed(id);
    const own = author === 'patient';
    const known = this.list.find(id) ?? (own && this.list.unnamed(text));
    if (turn && author === 'assistant') this.finish(turn, null, at, live);
    else if (!known)
      this.#add({ kind: author, id, writtenBy, text, at, live, status: own ? 'sent' : undefined });
    else if (own) this.list.put(known, { id, at, status: 'sent', values: undefined });
  }

  /**
   * Shows a turn. It comes from its request, the stream or the transcript, perhaps from all three:
   * the first to come is shown, a later one only where its text is another.
   */
  finish(turn, asked, at = new Date().toISOString(), live = true) {
    const { messageId, replyId, text } = turn;
    const twin = this.list.find(messageId);
    if (asked && twin && twin !== asked) this.#gone(asked);
    const question = twin ?? asked;
    const known = this.list.find(replyId);
    const shown = known ?? (replyId && question?.reply);
    if (question) {
      if (shown !== question.reply) this.list.dropReply(question);
      const news = { id: messageId, reply: null, done: true, status: 'sent', values: undefined };
      this.list.put(question, news);
    }
    if (!replyId || known?.turn?.text === text) return;
    const content = { kind: 'assistant', id: replyId, turn, text, at, live, pending: false };
    if (shown) this.list.put(shown, content);
    else this.#add(content);
    this.see();
  }

  // A message that had arrived although an earlier page did not hear of it.
  #gone(sent) {
    sent.done = true;
    this.list.dropReply(sent);
    this.list.remove(sent);
  }

  #add(entry) {
    this.list.add(entry);
    this.see();
  }

  async #untilDone(work) {
    for (let tries = 0; !this.#ended.signal.aborted; tries++) {
      try {
        await work();
        this.failing = false;
        this.view.attend();
        return;
      } catch (fault) {
        if (this.#ended.signal.aborted) return;
        if (!isProblem(fault)) console.error(fault);
        const refused = fault.code === 'consent-required';
        if (refused) this.askConsent();
        this.failing = !refused;
        this.view.attend();
        await this.#bell.pause(backOff(tries));
      }
    }
  }
}
