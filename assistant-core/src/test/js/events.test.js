import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { events } from './widget/events.js';

const response = (...pieces) =>
  new Response(
    new ReadableStream({
      start(controller) {
        const encoder = new TextEncoder();
        for (const piece of pieces) controller.enqueue(encoder.encode(piece));
        controller.close();
      },
    }),
  );

const all = async (...pieces) => {
  const found = [];
  for await (const event of events(response(...pieces))) found.push(event);
  return found;
};

describe('an event stream', () => {
  it('gives each event with its name, id and data', async () => {
    const found = await all('event: message\nid: 7\ndata: {"a":1}\n\n', 'event:done\ndata:2\n\n');
    assert.deepEqual(found, [
      { event: 'message', id: '7', data: { a: 1 } },
      { event: 'done', data: 2 },
    ]);
  });

  it('is read the same wherever the network cuts it', async () => {
    const whole = 'event: message\r\nid: é\r\ndata: {"text":"ñandú"}\r\n\r\nevent: done\r\ndata: {}\r\n\r\n';
    const bytes = new TextEncoder().encode(whole);
    const expected = await all(whole);
    for (let cut = 1; cut < bytes.length; cut++) {
      const cutStream = new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(bytes.slice(0, cut));
            controller.enqueue(bytes.slice(cut));
            controller.close();
          },
        }),
      );
      const found = [];
      for await (const event of events(cutStream)) found.push(event);
      assert.deepEqual(found, expected, `cut at ${cut}`);
    }
  });

  it('joins the data lines of an event', async () => {
    assert.deepEqual(await all('data: {"a":\ndata: 1}\n\n'), [{ data: { a: 1 } }]);
  });

  it('leaves out heartbeats and what was cut off at the end', async () => {
    assert.deepEqual(await all(': still here\n\ndata: 1\n\ndata: 2'), [{ data: 1 }]);
  });
});
