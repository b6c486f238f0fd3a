// Notices when nobody touches any of the pages. The service keeps the time too.
import { post } from './page.js';

const LIMIT_MILLIS = Number(document.querySelector('meta[name=idle]').content);
const TELL_MILLIS = Math.min(15_000, LIMIT_MILLIS / 4);
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

let touched = Date.now();
let told = 0;

export function touch() {
  touched = Date.now();
}

/**
 * @param {() => boolean} isShut
 * @param {() => void} active somebody is here: to be told to the other windows
 * @param {() => void} lock nobody is
 */
export function watch(isShut, active, lock) {
  const look = () => {
    if (isShut()) return;
    if (Date.now() - touched >= LIMIT_MILLIS) return lock();
    if (touched > told && Date.now() - told >= TELL_MILLIS) {
      told = Date.now();
      active();
      post('/workspace/active').catch(() => {});
    }
  };
  for (const kind of TOUCHES) addEventListener(kind, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  setInterval(look, 1000);
}
