import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Access } from './widget/access.js';
import { backOff } from './widget/api.js';

const token = (claims) => `x.${btoa(JSON.stringify(claims))}.x`;
const soon = () => Date.now() / 1000 + 60;
const nothing = () => {};
const made = (on) =>
  new Access({ ask: nothing, other: nothing, doubt: nothing, changed: nothing, ...on });

describe('the token', () => {
  it('is handed out while it is valid', async () => {
    const access = made();
    const good = token({ sub: 'a', exp: soon() });
    access.set(good);
    assert.equal(await access.get(), good);
  });

  it('is asked for when it has expired', async () => {
    const fresh = token({ sub: 'a', exp: soon() });
    const access = made({ ask: () => access.set(fresh) });
    access.set(token({ sub: 'a', exp: 1 }));
    assert.equal(await access.get(), fresh);
  });

  it('is asked for once, however many wait for it', async () => {
    const ask = mock.fn(() => access.set(token({ sub: 'a', exp: soon() })));
    const access = made({ ask });
    await Promise.all([access.get(), access.get(), access.get()]);
    assert.equal(ask.mock.callCount(), 1);
  });

  it('is not used again once it was refused', () => {
    const access = made();
    const refused = token({ sub: 'a', exp: soon() });
    access.set(refused);
    access.judge(refused, false);
    assert.equal(access.present, false);
  });

  it('tells when it is another person’s, and only then', () => {
    const onOther = mock.fn();
    const access = made({ other: onOther });
    access.set(token({ sub: 'a', exp: soon() }));
    access.set(token({ sub: 'a', exp: soon() + 1 }));
    assert.equal(onOther.mock.callCount(), 0);
    access.set(token({ sub: 'b', exp: soon() }));
    assert.equal(onOther.mock.callCount(), 1);
  });

  it('is in doubt when it is the same proxy’s for another child', () => {
    const [other, doubt] = [mock.fn(), mock.fn()];
    const access = made({ other, doubt });
    access.set(token({ sub: 'a', act_for: 'one', exp: soon(), iat: 1 }));
    access.set(token({ sub: 'a', act_for: 'one', exp: soon() + 1, iat: 2, jti: 'x' }));
    assert.equal(doubt.mock.callCount(), 0);
    access.set(token({ sub: 'a', act_for: 'two', exp: soon() }));
    assert.equal(doubt.mock.callCount(), 1);
    assert.equal(other.mock.callCount(), 0);
  });

  it('is lacking when the server refuses one after another', () => {
    const changed = mock.fn();
    const access = made({ changed });
    for (const jti of ['1', '2']) {
      access.set(token({ sub: 'a', exp: soon(), jti }));
      access.judge(access.token, false);
    }
    assert.equal(access.lacking, true);
    assert.equal(changed.mock.callCount(), 1);
    access.set(token({ sub: 'a', exp: soon(), jti: '3' }));
    access.judge(access.token, true);
    assert.equal(access.lacking, false);
    assert.equal(changed.mock.callCount(), 2);
  });

  it('is missing where the page gives another thing, such as its sign-in page', () => {
    const access = made();
    for (const other of ['<!doctype html>', 'a.b.c', '', undefined, null]) {
      access.set(other);
      assert.equal(access.present, false);
    }
  });
});

describe('waiting before another try', () => {
  it('doubles from one second to thirty', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 50].map(backOff),
      [1, 2, 4, 8, 16, 30, 30].map((s) => s * 1000),
    );
  });
});
