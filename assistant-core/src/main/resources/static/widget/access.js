// The patient's token: held in memory alone, asked for when it is missing, expired or refused.
import { backOff } from './api.js';

/** What a JWT claims, unverified; nothing where it is none, as the page of a sign-in. */
const claims = (token) => {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
};

export class Access {
  /** Whom the token is about: all that it claims but times and its own id. Unset before the first. */
  person;
  #vain = false;
  #refusals = 0;
  #renewal;
  #go;

  /**
   * @param {object} on
   * @param {() => void} on.ask asks the page for a token
   * @param {() => void} on.other the new token is another person's
   * @param {() => void} on.doubt the new token is perhaps about another person: its subject is the
   *   same, something else is not
   * @param {() => void} on.changed whether tokens are lacking has changed
   */
  constructor(on) {
    this.on = on;
  }

  set(token) {
    this.token = token;
    if (!this.present) return;
    const { exp, iat, nbf, jti, ...who } = claims(token);
    const { person, subject } = this;
    this.person = JSON.stringify(who);
    this.subject = who.sub;
    if (person && who.sub !== subject) this.on.other();
    else if (person && person !== this.person) this.on.doubt();
    this.#vain = false;
    this.#go?.();
  }

  get present() {
    const claimed = claims(this.token);
    return !!claimed && !(claimed.exp * 1000 <= Date.now());
  }

  /** Whether the page gave no token when asked, or only such as the server refuses. */
  get lacking() {
    return this.#vain || this.#refusals > 1;
  }

  /** The token, once there is one that has not expired. */
  async get() {
    while (!this.present) await (this.#renewal ??= this.#renew());
    return this.token;
  }

  /** What the server thought of a token; one that it refused is used no more. */
  judge(token, good) {
    const { lacking } = this;
    this.#refusals = good ? 0 : this.#refusals + 1;
    if (!good && token === this.token) this.token = null;
    if (lacking !== this.lacking) this.on.changed();
  }

  async #renew() {
    const pause = (millis) => new Promise((go) => setTimeout((this.#go = go), millis));
    await pause(this.#refusals > 1 ? backOff(this.#refusals) : 0);
    for (let tries = 2; !this.present; tries++) {
      this.#vain = tries > 2;
      this.on.ask();
      if (!this.present) await pause(backOff(tries));
    }
    this.#renewal = null;
  }
}
