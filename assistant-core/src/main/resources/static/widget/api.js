// HTTP to the assistant: bearer token, refusals as problems.

/** @typedef {import('./types.js').Problem} Problem */

/**
 * How long to wait before another try: 1 s, doubled each time, 30 s at most.
 * @param {number} tries how many have failed
 */
export const backOff = (tries) => Math.min(30_000, 1000 * 2 ** tries);

// Until a response begins.
const PATIENCE_MILLIS = 45_000;

/** @returns {Problem} */
export const problem = ({ status, code }, retryAfter) =>
  Object.assign(new Error(code), { status, code, retryAfter });

/** Whether it is a refusal or the network's fault; all else is a fault of our own. */
export const isProblem = (fault) => Object.hasOwn(fault, 'status');

export class Api {
  /**
   * @param {URL} base the service's address, ending in a slash
   * @param {import('./access.js').Access} access
   * @param {AbortSignal} signal ends every call
   */
  constructor(base, access, signal) {
    Object.assign(this, { base, access, signal });
  }

  /**
   * The response of a success. With a bad token it asks again, after another was given.
   * @throws {Problem}
   */
  async call(method, path, options = {}) {
    const { body, accept = 'application/json', signal = this.signal, headers } = options;
    for (;;) {
      const token = await this.access.get();
      signal.throwIfAborted();
      const response = await reach(new URL(`api/v1${path}`, this.base), signal, {
        method,
        body: body && JSON.stringify(body),
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: accept,
          ...(body && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        credentials: 'omit',
        cache: 'no-store',
      });
      this.access.judge(token, response.status !== 401);
      if (response.ok) return response;
      const { code } = await response.json().catch(() => ({}));
      const { status } = response;
      if (status !== 401)
        throw problem({ status, code }, +response.headers.get('Retry-After') || 5);
    }
  }

  async json(method, path, body) {
    const response = await this.call(method, path, { body });
    return response.status === 204 ? {} : response.json();
  }

  /** The SVG at an address, with words in a language; the token goes to no other interface. */
  async picture(address, language) {
    const own = new URL('api/v1', this.base).href;
    const [, path] = new URL(address, this.base).href.split(own);
    const headers = { 'Accept-Language': language };
    return (await this.call('GET', path, { accept: 'image/svg+xml', headers })).text();
  }
}

async function reach(address, ended, options) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MILLIS);
  const signal = AbortSignal.any([ended, patience.signal]);
  try {
    return await fetch(address, { ...options, signal });
  } catch {
    ended.throwIfAborted();
    throw problem({});
  } finally {
    clearTimeout(timer);
  }
}
