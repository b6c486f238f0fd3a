import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Session } from './widget/session.js';
import { markOf } from './widget/outbox.js';

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

  fetch = async (url, { method, body }) => {
    const path = url.pathname.replace('/api/v1', '');
    const asked = body && JSON.parse(body);
    if (method === 'GET' && path === '/conversations')
      return json({ conversations: [{ id: 'c', state: 'bot' }] });
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
    const access = { get: async () => 'token', judge: () => {} };
    const view = {
      changed() {},
      attend() {},
      restore: (text) => told.restored.push(text),
      lost: () => told.lost++,
    };
    session = new Session(new URL('http://service/'), access, 'en', view);
  });

  afterEach(() => {
    session.end();
    Object.assign(globalThis, { fetch: real.fetch, addEventListener: real.addEventListener });
  });

  const settled = async (condition) => {
    for (let i = 0; i < 400 && !condition(); i++) await new Promise((go) => setTimeout(go, 10));
    assert.ok(condition(), JSON.stringify(kinds(session)));
  };

  it('shows the reply in the place of the waiting line', async () => {
    service.answers = [
      () => stream(['triage', {}], ['sentence', { text: 'Rest.' }], ['done', turn('m', 'r', 'Rest.')]),
    ];
    await session.send('hello');
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
    await session.send('hello');
    await settled(() => session.entries.at(-1).turn);
    assert.equal(service.sent.length, 3);
    assert.equal(new Set(service.sent.map(({ clientMessageId }) => clientMessageId)).size, 1);
    assert.deepEqual(kinds(session), ['patient hello sent', 'assistant Rest.']);
  });

  it('gives back what is too long', async () => {
    service.answers = [() => json({ code: 'too-long' }, 413)];
    await session.send('hello');
    await settled(() => told.restored.length);
    assert.deepEqual(told.restored, ['hello']);
    assert.deepEqual(kinds(session), ['patient hello tooLong']);
  });

  it('holds a message until the patient agrees, and sends it then', async () => {
    service.answers = [
      () => json({ code: 'consent-required' }, 403),
      () => stream(['done', turn('m', 'r', 'Rest.')]),
    ];
    await session.send('hello');
    await settled(() => session.entries.some(({ kind }) => kind === 'consent'));
    assert.equal(session.entries[0].status, 'held');
    await session.agree();
    await settled(() => session.entries.at(-1).turn);
    assert.deepEqual(kinds(session), ['patient hello sent', 'assistant Rest.']);
  });

  it('shows a turn once, though it comes by its request, the stream and the transcript', async () => {
    service.answers = [() => stream(['done', turn('m', 'r', 'Rest.')])];
    await session.send('hello');
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
    session.send('one');
    session.send('two');
    await settled(() => service.sent.length === 1);
    first();
    await settled(() => service.sent.length === 2);
    assert.deepEqual(
      service.sent.map(({ text }) => text),
      ['one', 'two'],
    );
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
