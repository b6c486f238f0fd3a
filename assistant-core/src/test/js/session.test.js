import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Session } from './widget/session.js';
import { markOf } from './widget/outbox.js';
import { forget } from './widget/store.js';

const later = setTimeout; // the real one, whatever a test does to it

const json = (body, status = 200) => new Response(JSON.stringify(body), { status });
const stream = (...all) =>
  new Response(all.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''));
const turn = (messageId, replyId, text) => ({
  messageId,
  replyId,
  text,
  triage: { level: 'SELF_CARE' },
  sentences: [],
  citations: [],
});

/** A service with one conversation; `answers` tells what each message gets. */
class Service {
  sent = [];
  answers = [];
  transcript = [];
  conversations = [{ id: 'c', state: 'bot' }];

  fetch = async (url, { method, body }) => {
    const path = url.pathname.replace('/api/v1', '');
    const asked = body && JSON.parse(body);
    if (method === 'GET' && path === '/conversations')
      return json({ conversations: this.conversations });
    if (method === 'GET') return json({ messages: this.transcript });
    if (path.endsWith('/messages')) {
      this.sent.push(asked);
      return this.answers.shift()(asked);
    }
    return new Response(null, { status: 204 });
  };
}

const kinds = (session) =>
  session.entries.map(({ kind, text, status }) => [kind, text, status].filter(Boolean).join(' '));

describe('a conversation', () => {
  let service;
  let session;
  let told;
  let access;
  let view;
  const real = {
    fetch: globalThis.fetch,
    addEventListener: globalThis.addEventListener,
    sessionStorage: globalThis.sessionStorage,
  };

  beforeEach(() => {
    const stored = new Map();
    service = new Service();
    told = { restored: [], lost: 0 };
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      value: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => stored.set(key, value),
        removeItem: (key) => stored.delete(key),
      },
    });
    globalThis.addEventListener = () => {};
    globalThis.fetch = service.fetch;
    access = { get: async () => 'token', judge: () => {}, person: 'maria' };
    view = {
      changed() {},
      attend() {},
      restore: (text) => told.restored.push(text),
      lost: () => told.lost++,
    };
    session = page();
  });

  /** As a page begins, or begins again. */
  const page = () => new Session(new URL('http://service/'), access, 'en', view);

  const reload = () => {
    session.end();
    session = page();
    return session.open();
  };

  afterEach(() => {
    session.end();
    mock.timers.reset();
    mock.restoreAll();
    forget();
    Object.assign(globalThis, { fetch: real.fetch, addEventListener: real.addEventListener });
  });

  const settled = async (condition) => {
    for (let i = 0; i < 400 && !condition(); i++) await new Promise((go) => later(go, 10));
    assert.ok(condition(), JSON.stringify(kinds(session)));
  };

  it('shows the reply in the place of the waiting line', async () => {
    service.answers = [
      () => stream(['triage', {}], ['sentence', { text: 'Rest.' }], ['done', turn('m', 'r', 'Rest.')]),
    ];
    await session.send({ text: 'hello' });
    await settled(() => session.entries.at(-1).turn);
    assert.deepEqual(kinds(session), ['patient hello sent', 'assistant Rest.']);
    assert.equal(session.entries[0].id, 'm');
  });

  it('sends a message again under the same id until it arrives', async () => {
    service.answers = [
      () => json({}, 503),
      () => stream(['triage', {}]), // cut off
      () => stream(['done', turn('m', 'r', 'Rest.')]),
    ];
    await session.send({ text: 'hello' });
    await settled(() => session.entries.at(-1).turn);
    assert.equal(service.sent.length, 3);
    assert.equal(new Set(service.sent.map(({ clientMessageId }) => clientMessageId)).size, 1);
    assert.deepEqual(kinds(session), ['patient hello sent', 'assistant Rest.']);
  });

  it('gives back what is too long', async () => {
    service.answers = [() => json({ code: 'too-long' }, 413)];
    await session.send({ text: 'hello' });
    await settled(() => told.restored.length);
    assert.deepEqual(told.restored, ['hello']);
    assert.deepEqual(kinds(session), ['patient hello tooLong']);
  });

  it('holds a message until the patient agrees, and sends it then', async () => {
    service.answers = [
      () => json({ code: 'consent-required' }, 403),
      () => stream(['done', turn('m', 'r', 'Rest.')]),
    ];
    await session.send({ text: 'hello' });
    await settled(() => session.entries.some(({ kind }) => kind === 'consent'));
    assert.equal(session.entries[0].status, 'held');
    await session.agree();
    await settled(() => session.entries.at(-1).turn);
    assert.deepEqual(kinds(session), ['patient hello sent', 'assistant Rest.']);
  });

  it('shows a turn once, though it comes by its request, the stream and the transcript', async () => {
    service.answers = [() => stream(['done', turn('m', 'r', 'Rest.')])];
    await session.send({ text: 'hello' });
    await settled(() => session.entries.at(-1).turn);
    session.finish(turn('m', 'r', 'Rest.'));
    session.receive({ id: 'm', author: 'patient', text: 'hello', at: 'now' }, true);
    session.receive(
      { id: 'r', author: 'assistant', text: 'Rest.', at: 'now', turn: turn('m', 'r', 'Rest.') },
      true,
    );
    assert.deepEqual(kinds(session), ['patient hello sent', 'assistant Rest.']);
  });

  it('keeps messages in their order', async () => {
    let first;
    const waits = new Promise((go) => (first = go));
    service.answers = [
      async () => {
        await waits;
        return stream(['done', turn('m1', 'r1', 'One.')]);
      },
      () => stream(['done', turn('m2', 'r2', 'Two.')]),
    ];
    session.send({ text: 'one' });
    session.send({ text: 'two' });
    await settled(() => service.sent.length === 1);
    first();
    await settled(() => service.sent.length === 2);
    assert.deepEqual(
      service.sent.map(({ text }) => text),
      ['one', 'two'],
    );
  });

  it('sends from a page without TLS, which knows no randomUUID', async () => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    service.answers = [() => stream(['done', turn('m', 'r', 'Rest.')])];
    await session.send({ text: 'hello' });
    await settled(() => session.entries.at(-1).turn);
    assert.match(service.sent[0].clientMessageId, /^[\w-]{10,}$/);
    delete crypto.randomUUID;
  });

  it('works where the browser forbids storage', async () => {
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    session = page();
    service.answers = [() => stream(['done', turn('m', 'r', 'Rest.')])];
    await session.send({ text: 'hello' });
    await settled(() => session.entries.at(-1).turn);
    session.draft('half a');
    await reload();
    assert.deepEqual(told.restored, ['half a']);
  });

  for (const [what, broken] of [
    ['the server does not answer', () => ({ fetch: () => new Promise(() => {}) })],
    ['no token is to be had', () => ({ token: () => new Promise(() => {}) })],
    ['the conversation does not open', () => ({ fetch: async () => json({}, 500) })],
    ['the network is away', () => ({ fetch: () => Promise.reject(new TypeError('failed')) })],
    ['a portal answers in its place', () => ({ fetch: async () => new Response('<html>') })],
  ]) {
    it(`tells within ten seconds that a message is not sent: ${what}`, async () => {
      mock.method(console, 'error', () => {});
      mock.timers.enable({ apis: ['setTimeout'] });
      const { fetch, token } = broken();
      if (fetch) globalThis.fetch = fetch;
      if (token) access.get = token;
      session.send({ text: 'hello' });
      await settled(() => session.entries[0]);
      mock.timers.tick(9_999);
      await settled(() => session.entries[0].status === 'retry');
      assert.equal(session.undelivered.length, 1);
    });
  }

  it('tells a fault of its own as one, and tries nothing again', async () => {
    const reported = mock.method(console, 'error', () => {});
    service.answers = [() => stream(['done', null])];
    await session.send({ text: 'hello' });
    await settled(() => session.entries[0].status === 'failed');
    assert.equal(reported.mock.callCount(), 1);
    assert.equal(service.sent.length, 1);
  });

  it('keeps what is not delivered over a reload, under the same id, until it is', async () => {
    service.answers = [() => json({}, 503)];
    await session.send({ text: 'my left leg is swollen' });
    await settled(() => session.entries[0].status === 'retry');
    service.answers = [() => stream(['done', turn('m', 'r', 'Call.')])];
    await reload();
    await settled(() => session.entries.at(-1).turn);
    assert.deepEqual(kinds(session), ['patient my left leg is swollen sent', 'assistant Call.']);
    assert.equal(service.sent[0].clientMessageId, service.sent[1].clientMessageId);
    await reload();
    assert.equal(service.sent.length, 2);
  });

  it('shows what is not delivered before the service can be reached again', async () => {
    service.answers = [() => json({}, 503)];
    await session.send({ text: 'hello' });
    await settled(() => session.entries[0].status === 'retry');
    globalThis.fetch = () => Promise.reject(new TypeError('failed'));
    reload();
    await settled(() => session.entries.length === 1);
    assert.equal(session.undelivered[0].text, 'hello');
  });

  it('shows a message once that had arrived before the page heard of it', async () => {
    service.answers = [() => json({}, 503)];
    await session.send({ text: 'hello' });
    await settled(() => session.entries[0].status === 'retry');
    service.transcript = [
      { id: 'm', author: 'patient', text: 'hello', at: 'then' },
      { id: 'r', author: 'assistant', text: 'Rest.', at: 'then', turn: turn('m', 'r', 'Rest.') },
    ];
    service.answers = [() => stream(['done', turn('m', 'r', 'Rest.')])];
    await reload();
    await settled(() => service.sent.length === 2 && session.undelivered.length === 0);
    assert.deepEqual(kinds(session), ['patient hello sent', 'assistant Rest.']);
  });

  it('neither shows nor sends another person what was not delivered or is half typed', async () => {
    service.answers = [() => json({}, 503)];
    await session.send({ text: 'I am Maria' });
    await settled(() => session.entries[0].status === 'retry');
    session.draft('and I');
    access.person = 'dana';
    service.conversations = [{ id: 'd', state: 'bot' }];
    await reload();
    await settled(() => session.id === 'd');
    assert.deepEqual([session.entries, told.restored, service.sent.length], [[], [], 1]);
    access.person = 'maria';
    service.conversations = [{ id: 'c', state: 'bot' }];
    await reload();
    assert.deepEqual([session.entries, service.sent.length], [[], 1]);
  });

  it('gives back what was half typed', async () => {
    await session.open();
    session.draft('my left l');
    await reload();
    assert.deepEqual(told.restored, ['my left l']);
    session.draft('');
    await reload();
    assert.equal(told.restored.length, 1);
  });

  it('forgets all of it when the patient signs out', async () => {
    service.answers = [() => json({}, 503)];
    await session.send({ text: 'hello' });
    session.draft('and');
    session.end();
    forget();
    session = page();
    await session.open();
    assert.deepEqual([session.entries, told.restored], [[], []]);
  });

  it('is left when a new token turns out to be about another child', async () => {
    await session.open();
    await session.verify();
    assert.equal(told.lost, 0);
    service.conversations = [{ id: 'other', state: 'bot' }];
    await session.verify();
    assert.equal(told.lost, 1);
  });

  it('shows a transcript as it was', async () => {
    service.transcript = [
      { id: 'm', author: 'patient', text: 'hi', at: 'then' },
      { id: 'r', author: 'assistant', text: 'Hello.', at: 'then', turn: turn('m', 'r', 'Hello.') },
      { id: 'p', author: 'provider', text: 'I am Ana.', at: 'then' },
    ];
    await session.open();
    assert.deepEqual(kinds(session), ['patient hi sent', 'assistant Hello.', 'provider I am Ana.']);
    assert.ok(session.entries.every(({ live }) => !live));
  });
});

describe('a refusal', () => {
  for (const [status, code, mark] of [
    [undefined, undefined, 'retry'],
    [500, undefined, 'retry'],
    [503, 'busy', 'retry'],
    [429, 'too-fast', 'tooFast'],
    [413, 'too-long', 'tooLong'],
    [403, 'consent-required', 'held'],
    [403, 'forbidden', 'failed'],
    [409, 'other-text', 'failed'],
  ]) {
    it(`${status} ${code} is told as ${mark}`, () => assert.equal(markOf(status, code), mark));
  }
});
