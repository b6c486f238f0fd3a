// The patient's token: held in memory alone, asked for when it is missing, expired or refused.
import { backOff } from './api.js';

/** What a JWT claims, unverified; nothing where it is none. */
const claims = (token) => {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return {};
  }
};

export class Access {
  /** Whether a token has been asked for in vain. */
  lacking = false;
  #refusals = 0;
  #renewal;
  #go;

  /**
   * @param {() => void} ask asks the page for a token
   * @param {() => void} onOther the new token is another person's
   */
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

  /** The token, once there is one that has not expired. */
  async get() {
    while (!this.present) await (this.#renewal ??= this.#renew());
    return this.token;
  }

  /** What the server thought of a token; one that it refused is used no more. */
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
