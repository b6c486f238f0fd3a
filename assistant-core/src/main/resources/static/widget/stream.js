// The live stream of a conversation: resumed where it broke, closed while nobody looks.
import { backOff } from './api.js';
import { events } from './events.js';

export class Stream {
  #reading = null;
  #last = null;

  /**
   * @param {import('./session.js').Session} session
   * @param {import('./bell.js').Bell} bell
   */
  constructor(session, bell) {
    Object.assign(this, { session, bell });
  }

  /** Another conversation: nothing of it has been read. */
  rewind() {
    this.#last = null;
  }

  /** Everything up to this message is there. */
  passed(messageId) {
    this.#last = messageId;
  }

  async open() {
    const { session } = this;
    if (this.#reading || !session.id || !session.watched) return;
    const { signal } = (this.#reading = new AbortController());
    for (let tries = 0; !signal.aborted; tries++) {
      try {
        for await (const event of events(await this.#request(signal))) {
          if (signal.aborted) return;
          tries = 0;
          this.#take(event);
        }
      } catch ({ status }) {
        if (status === 404) return session.view.lost();
      }
      await this.bell.pause(backOff(tries));
    }
  }

  close() {
    this.#reading?.abort();
    this.#reading = null;
  }

  #request(signal) {
    const { api, id } = this.session;
    const headers = this.#last && { 'Last-Event-ID': this.#last };
    const accept = 'text/event-stream';
    return api.call('GET', `/conversations/${id}/events`, { accept, headers, signal });
  }

  #take({ event, id, data }) {
    const { session } = this;
    if (event === 'handoff') session.stateIs(data.state);
    if (event === 'turn') session.finish(data);
    if (event === 'message') session.receive(data, true);
    this.#last = id ?? this.#last;
  }
}
