// The lock on the screen: while it is shut, the page's content is not in the document at all.
import { titleIs } from './badge.js';
import { restore, written } from './drafts.js';
import { byId, csrf } from './page.js';

const RETRY_MILLIS = 3000;
const cover = byId('cover');
let drafts = [];
let renewing = null;
let wanted = false; // to be open: a lock while the content is being fetched holds

export const isShut = () => !cover.hidden;

/**
 * Takes the content away.
 * @param {boolean} ended the session is over: there is nothing to unlock
 * @param {() => void} changed
 */
export function shut(ended, changed) {
  wanted = false;
  if (ended) byId('cover-why').textContent = cover.dataset.ended;
  byId('unlock')?.toggleAttribute('hidden', ended);
  if (isShut()) return;
  drafts = written();
  for (const one of document.querySelectorAll('[sse-connect]')) {
    htmx.trigger(one, 'htmx:beforeCleanupElement');
  }
  const main = byId('content');
  main.replaceChildren();
  for (const part of [main, byId('bar')]) Object.assign(part, { hidden: true, inert: true });
  for (const region of ['polite', 'assertive', 'lost']) byId(region).textContent = '';
  document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
  cover.hidden = false;
  cover.setAttribute('role', 'main');
  byId('cover-title').focus();
  changed();
}

/**
 * Fetches the content anew and shows it, with what was being written.
 * @param {() => void} changed
 */
export function open(changed) {
  wanted = true;
  renewing ??= renew(changed).finally(() => (renewing = null));
}

async function renew(changed) {
  if (!wanted) return;
  const { dataset } = document.body;
  if (dataset.page === 'locked') return location.replace(dataset.to);
  const headers = { Accept: 'text/html' };
  const answer = await fetch(location.href, { headers }).catch(() => null);
  // The service is away for a while: what was written stays.
  if (!answer || answer.status >= 500) {
    return setTimeout(() => wanted && open(changed), RETRY_MILLIS);
  }
  if (answer.redirected || !answer.ok) return location.reload();
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const me = (page) => page.querySelector('.me').textContent;
  if (me(fresh) !== me(document)) return location.reload(); // another person
  if (!wanted) return;
  takeOver(fresh);
  changed();
}

function takeOver(fresh) {
  csrf().content = fresh.querySelector('meta[name=csrf]').content;
  for (const one of document.querySelectorAll('input[name=_csrf]')) one.value = csrf().content;
  titleIs(fresh.body.dataset.title);
  byId('content').replaceWith(document.adoptNode(fresh.getElementById('content')));
  Object.assign(byId('bar'), { hidden: false, inert: false });
  cover.hidden = true;
  cover.removeAttribute('role');
  restore(drafts);
  drafts = [];
  htmx.process(byId('content'));
  document.dispatchEvent(new Event('workspace:fresh'));
  (byId('reply-text')?.value ? byId('reply-text') : byId('content')).focus();
}
