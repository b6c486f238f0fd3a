// Server-sent events of a response that `fetch` gave: EventSource cannot send a token.
import { problem } from './api.js';

// Three heartbeats missed.
const QUIET_MILLIS = 45_000;

/** The fields of one block; the lines of its data joined, as the standard says. */
function parse(block) {
  const event = { data: [] };
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^(event|id|data): ?(.*)$/.exec(line) ?? [];
    if (field === 'data') event.data.push(value);
    else if (field) event[field] = value;
  }
  return event;
}

function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    throw problem({});
  }
}

/**
 * The events of a stream, until it ends, breaks off or falls silent.
 * @throws {import('./types.js').Problem} where what comes is no such stream
 * @param {Response} response
 * @returns {AsyncGenerator<{event?: string, id?: string, data: any}>} data is parsed JSON
 */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const timer = setTimeout(() => reader.cancel(), QUIET_MILLIS);
      const { value, done } = await reader.read().catch(() => ({ done: true }));
      clearTimeout(timer);
      if (done) return;
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      for (const { data, ...event } of blocks.map(parse)) {
        if (data.length) yield { ...event, data: parsed(data.join('\n')) };
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
