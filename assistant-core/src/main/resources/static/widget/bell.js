// Waiting that can be cut short: by the network coming back, by the patient agreeing.

export class Bell {
  #target = new EventTarget();

  /** Waits so long, or until the bell rings. */
  pause(millis) {
    const signal = AbortSignal.timeout(millis);
    return new Promise((go) => {
      signal.onabort = go;
      this.#target.addEventListener('ring', go, { once: true, signal });
    });
  }

  ring() {
    this.#target.dispatchEvent(new Event('ring'));
  }
}
