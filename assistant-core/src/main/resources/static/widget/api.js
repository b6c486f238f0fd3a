// Talks HTTP with the assistant: tokens, refusals, event streams.
const QUIET_MILLIS = 45_000; // three heartbeats missed

export const backOff = (tries) => Math.min(30_000, 1000 * 2 ** tries);

export const problem = ({ status, code }, retryAfter) => Object.assign(new Error(code), { status, code, retryAfter });

const claims = (token) => {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return {};
  }
};

/** Holds the token in memory; asks for another when it is missing, expired or refused. */
export class Access {
  lacking = false;
  #refusals = 0;
  #renewal;
  #go;

  /** `onOther`: the new token is another person's. */
  constructor(ask, onOther) {
    Object.assign(this, { ask, onOther });
  }

  set(token) {
    this.token = token;
    const { sub } = claims(token);
    if (!this.present) return;
    if (this.subject && sub !== this.subject) this.onOther();
    this.subject = sub;
    this.lacking = false;
    this.#go?.();
  }

  get present() {
    return !!this.token && !(claims(this.token).exp * 1000 <= Date.now());
  }

  async get() {
    while (!this.present) await (this.#renewal ??= this.#renew());
    return this.token;
  }

  judge(token, good) {
    this.#refusals = good ? 0 : this.#refusals + 1;
    if (!good && token === this.token) this.token = null;
  }

  async #renew() {
    const pause = (millis) => new Promise((go) => setTimeout((this.#go = go), millis));
    await pause(this.#refusals > 1 ? backOff(this.#refusals) : 0);
    for (let tries = 2; !this.present; tries++) {
      this.lacking = tries > 2;
      this.ask();
      if (!this.present) await pause(backOff(tries));
    }
    this.#renewal = null;
  }
}

export class Api {
  constructor(base, access, signal) {
    Object.assign(this, { base, access, signal });
  }

  /** The response of a success; with a bad token, after another was given. */
  async call(method, path, { body, accept = 'application/json', signal = this.signal, headers } = {}) {
    for (;;) {
      const token = await this.access.get();
      signal.throwIfAborted();
      const response = await fetch(new URL(`api/v1${path}`, this.base), {
        method,
        signal,
        body: body && JSON.stringify(body),
        headers: { Authorization: `Bearer ${token}`, Accept: accept, ...(body && { 'Content-Type': 'application/json' }), ...headers },
        credentials: 'omit',
        cache: 'no-store',
      });
      this.access.judge(token, response.status !== 401);
      if (response.ok) return response;
      const { code } = await response.json().catch(() => ({}));
      if (response.status !== 401) throw problem({ status: response.status, code }, +response.headers.get('Retry-After') || 5);
    }
  }

  async json(method, path, body) {
    const response = await this.call(method, path, { body });
    return response.status === 204 ? {} : response.json();
  }

  /** A picture of this interface; the token goes to no other place. */
  async picture(address) {
    const [, path] = new URL(address, this.base).href.split(new URL('api/v1', this.base).href);
    return (await this.call('GET', path, { accept: 'image/svg+xml' })).text();
  }
}

/** `{event, id, data}` of a stream, until it ends or falls silent. */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const timer = setTimeout(() => reader.cancel(), QUIET_MILLIS);
      const { value, done } = await reader.read();
      clearTimeout(timer);
      if (done) return;
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      for (const block of blocks) {
        const event = Object.fromEntries([...block.matchAll(/^(event|id|data): ?(.*)$/gm)].map((found) => found.slice(1)));
        if (event.data) yield { ...event, data: JSON.parse(event.data) };
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
