// The stream of alarm counts. One window holds it for all of them, since a browser opens only a few
// connections; when that window closes, another takes over.
import { byId } from './page.js';

const RETRY_MILLIS = 3000;

let held = false;

/** Whether this window holds the stream. */
export const isHeld = () => held;

/**
 * @param {(alarms: object) => void} took
 * @param {() => void} ended the session is over: nothing may stay on the screen
 */
export function hold(took, ended) {
  navigator.locks.request('workspace-alarms', () => {
    connect(took, ended);
    return new Promise(() => {}); // as long as the window lives
  });
}

function connect(took, ended) {
  held = true;
  const source = new EventSource('/workspace/alarms');
  source.addEventListener('alarms', ({ data }) => took(JSON.parse(data)));
  source.addEventListener('error', () => lost(source, took, ended));
}

// Where it ends for good, either the service is away, and it is tried again, or the session is over.
async function lost(source, took, ended) {
  const line = byId('lost');
  if (line.textContent === '') line.textContent = line.dataset.text;
  if (source.readyState !== EventSource.CLOSED) return;
  const answer = await fetch('/workspace/locked').catch(() => null);
  if (answer && !new URL(answer.url).pathname.startsWith('/workspace')) ended();
  setTimeout(() => connect(took, ended), RETRY_MILLIS);
}
