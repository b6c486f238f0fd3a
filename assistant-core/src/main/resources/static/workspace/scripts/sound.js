// The alarm's sound: three tones. Browsers allow it after a click or a key, and until then the page
// says that it is blocked. One window alone makes it.
import { byId } from './page.js';

const STORED = 'workspace-sound';
const MELODY = [880, 660, 880]; // Hz
const audio = window.AudioContext ? new AudioContext() : null;
const button = byId('sound');

const wanted = () => localStorage.getItem(STORED) !== 'off';

function state() {
  if (!wanted() || !audio) return 'off';
  return audio.state === 'running' ? 'on' : 'blocked';
}

function show() {
  if (!button || button.dataset.state === state()) return;
  button.dataset.state = state();
  button.textContent = button.dataset[state()];
}

function tone(at, pitch) {
  const source = audio.createOscillator();
  const gain = audio.createGain();
  source.frequency.value = pitch;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.4, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.22);
  source.connect(gain).connect(audio.destination);
  source.start(at);
  source.stop(at + 0.25);
}

/** Sounds the alarm, unless it is switched off or another window of this browser does. */
export function sound() {
  if (state() !== 'on') return;
  navigator.locks.request(STORED, { ifAvailable: true }, async (alone) => {
    if (!alone) return;
    MELODY.forEach((pitch, n) => tone(audio.currentTime + n * 0.3, pitch));
    const { dataset } = document.body;
    dataset.sounded = Number(dataset.sounded || 0) + 1;
    await new Promise((done) => setTimeout(done, 1000));
  });
}

async function press() {
  if (button.dataset.state === 'blocked') {
    await audio.resume();
  } else {
    localStorage.setItem(STORED, wanted() ? 'off' : 'on');
    if (wanted()) await audio?.resume();
  }
  show();
  sound();
}

function allow({ target }) {
  if (wanted() && audio?.state === 'suspended' && target.id !== 'sound') audio.resume();
}

export function begin() {
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, allow, true);
  audio?.addEventListener('statechange', show);
  button?.addEventListener('click', press);
  button?.toggleAttribute('disabled', false);
  show();
}
