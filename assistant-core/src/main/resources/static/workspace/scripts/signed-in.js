// After signing in again in a window of its own: opens the others, and goes.
new BroadcastChannel('workspace').postMessage({ kind: 'open' });
window.close();
