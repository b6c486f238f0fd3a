// Alarms of the care team's pages: sound, the tab, and the lock on the screen. The service says how
// many wait, never who; so this goes on while the screen is locked.
//
// All windows of a browser act as one. They tell each other, over the channel `workspace`:
//   alarms {waiting, emergencies, newest, locked}   the counts, from the window that holds the stream
//   ask      a new window wants the counts
//   active   somebody touched a page, so no window is idle
//   lock     lock every window          open   unlock every window
//   ended    the session is over: cover every window, with nothing to unlock
import * as badge from './badge.js';
import * as connection from './connection.js';
import * as cover from './cover.js';
import * as idle from './idle.js';
import { byId, post } from './page.js';
import * as sound from './sound.js';

const REMIND_MILLIS = 60_000;
const NEWEST = 'workspace-newest';
const EMERGENCIES = 'workspace-emergencies';

const windows = new BroadcastChannel('workspace');
const { page } = document.body.dataset;
const stored = (name) => Number(sessionStorage.getItem(name) || 0);
let now = { waiting: 0, emergencies: 0, newest: 0, locked: page === 'locked' };

const titled = () => badge.title(now);
const open = () => {
  cover.open(() => {
    idle.touch();
    titled();
  });
};

function take(alarms) {
  // Counts that were under way when this window locked say "not locked": only where the service has
  // said "locked" before are they an unlocking.
  const unlocked = now.locked && !alarms.locked;
  now = alarms;
  // More of them is a new one too, whatever its time: the service's clock may have been set back.
  if (now.newest > stored(NEWEST) || now.emergencies > stored(EMERGENCIES)) sound.sound();
  sessionStorage.setItem(NEWEST, now.newest);
  sessionStorage.setItem(EMERGENCIES, now.emergencies);
  byId('lost').textContent = '';
  if (now.locked) cover.shut(false, titled);
  else if (unlocked && cover.isShut()) open();
  badge.show(now);
}

const heard = {
  active: idle.touch,
  lock: () => cover.shut(false, titled),
  ended: () => {
    now.locked = true;
    cover.shut(true, titled);
  },
  open: () => cover.isShut() && open(),
  alarms: take,
  ask: () => connection.isHeld() && windows.postMessage({ kind: 'alarms', value: now }),
};

/** Tells all windows, this one too. */
function tell(kind, value) {
  windows.postMessage({ kind, value });
  heard[kind](value);
}

function lock() {
  post('/workspace/lock').catch(() => {});
  tell('lock');
}

async function unlock(event) {
  if (page === 'locked') return; // there the form itself goes on
  event.preventDefault();
  await post('/workspace/unlock');
  tell('open');
}

windows.addEventListener('message', ({ data }) => heard[data.kind]?.(data.value));
sound.begin();
idle.watch(cover.isShut, () => windows.postMessage({ kind: 'active' }), lock);
byId('lock')?.addEventListener('submit', (event) => {
  event.preventDefault(); // pressed before this script ran, the form itself locks
  lock();
});
byId('unlock')?.addEventListener('submit', unlock);
setInterval(() => now.emergencies > 0 && sound.sound(), REMIND_MILLIS);
windows.postMessage({ kind: 'ask' });
connection.hold(
  (alarms) => tell('alarms', alarms),
  () => tell('ended'),
);
badge.show(now);
