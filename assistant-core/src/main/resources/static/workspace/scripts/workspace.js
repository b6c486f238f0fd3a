// The care team's pages: what ticks, what is announced, what keys do.
import './forms.js';
import * as inbox from './inbox.js';
import * as keys from './keys.js';
import { tellLength } from './reply.js';
import { tick } from './times.js';
import * as transcript from './transcript.js';

function begin() {
  inbox.begin();
  transcript.begin();
  tick();
  tellLength();
}

document.body.addEventListener('htmx:sseMessage', ({ target }) => {
  if (target.id === 'inbox') inbox.announceNew();
  if (target.id === 'transcript') transcript.announceNew();
  tick();
});
document.addEventListener('workspace:fresh', begin); // after the lock the content is new
setInterval(tick, 1000);
keys.begin();
begin();
