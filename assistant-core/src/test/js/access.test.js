import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Access } from './widget/access.js';
import { backOff } from './widget/api.js';

const token = (claims) => `x.${btoa(JSON.stringify(claims))}.x`;
const soon = () => Date.now() / 1000 + 60;
const nothing = () => {};

describe('the token', () => {
  it('is handed out while it is valid', async () => {
    const access = new Access(nothing, nothing);
    const good = token({ sub: 'a', exp: soon() });
    access.set(good);
    assert.equal(await access.get(), good);
  });

  it('is asked for when it has expired', async () => {
    const fresh = token({ sub: 'a', exp: soon() });
    const access = new Access(() => access.set(fresh), nothing);
    access.set(token({ sub: 'a', exp: 1 }));
    assert.equal(await access.get(), fresh);
  });

  it('is asked for once, however many wait for it', async () => {
    const ask = mock.fn(() => access.set(token({ sub: 'a', exp: soon() })));
    const access = new Access(ask, nothing);
    await Promise.all([access.get(), access.get(), access.get()]);
    assert.equal(ask.mock.callCount(), 1);
  });

  it('is not used again once it was refused', () => {
    const access = new Access(nothing, nothing);
    const refused = token({ sub: 'a', exp: soon() });
    access.set(refused);
    access.judge(refused, false);
    assert.equal(access.present, false);
  });

  it('tells when it is another person’s, and only then', () => {
    const onOther = mock.fn();
    const access = new Access(nothing, onOther);
    access.set(token({ sub: 'a', exp: soon() }));
    access.set(token({ sub: 'a', exp: soon() + 1 }));
    assert.equal(onOther.mock.callCount(), 0);
    access.set(token({ sub: 'b', exp: soon() }));
    assert.equal(onOther.mock.callCount(), 1);
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
