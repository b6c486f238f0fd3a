// The entries as they stand on the page: drawn, spoken, and scrolled to while the reader follows.
import { h, say } from './dom.js';
import { draw, spoken } from './entry.js';
import { isEmergency, isOfAbuse } from './reply.js';

// Sentences that come together are spoken together.
const ALARM_MILLIS = 250;
const NEAR = 60;
const MARGIN = 12;

export class Log {
  #nodes = new Map();
  #scrolled;

  /** @param {object} ui the panel's parts, its texts and its session */
  constructor(ui) {
    this.ui = ui;
  }

  /** Draws an entry and removes those that are gone; keeps the focus and the reader's place. */
  changed(entry) {
    const { session, leave } = this.ui;
    leave.hidden = !session.entries.some(isOfAbuse);
    for (const [one, node] of this.#nodes) {
      if (session.entries.includes(one)) continue;
      this.#nodes.delete(one);
      node.remove();
    }
    if (!session.entries.includes(entry)) return;
    const follows = entry.kind === 'patient' || this.#atEnd();
    this.#draw(entry);
    if (follows) this.#follow();
    this.#speak(entry);
  }

  /** Does something that takes room from the log; a reader who followed still sees the end. */
  keepPlace(work) {
    const follows = this.#scroller.scrollTop === this.#scrolled;
    work();
    if (follows) this.#follow();
  }

  #draw(entry) {
    const node = this.#nodes.get(entry) ?? h('div');
    this.#nodes.set(entry, node);
    if (!node.parentNode) this.ui.list.append(node);
    const stops = () => [...node.querySelectorAll('a, button, summary')];
    const focused = stops().indexOf(node.getRootNode().activeElement);
    draw(entry, node, this.ui);
    stops()[focused]?.focus();
  }

  // An emergency at once, the sentences of a reply as they come, and what becomes of a message.
  #speak(entry) {
    const { polite, urgent } = this.ui;
    if (isEmergency(entry)) {
      entry.alarm ??= setTimeout(() => this.#narrate(entry, urgent), ALARM_MILLIS);
    } else if (entry.pending && entry.sentences?.[0]) {
      entry.voice ||= setTimeout(() => {
        entry.voice = 0;
        this.#narrate(entry, polite);
      }, ALARM_MILLIS);
    } else this.#narrate(entry, polite);
  }

  // What was spoken of a reply is not spoken again.
  #narrate(entry, region) {
    const { told } = entry;
    const text = (entry.told = entry.live && spoken(entry, this.ui.t));
    if (!text || text === told) return;
    say(told && text.startsWith(told) ? text.slice(told.length) : text, region);
  }

  // On a very low screen the whole panel scrolls.
  get #scroller() {
    const { log, panel } = this.ui;
    return log.scrollHeight > log.clientHeight ? log : panel;
  }

  #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollTop === this.#scrolled || scrollHeight - scrollTop - clientHeight < NEAR;
  }

  // To the beginning of what came last; all of it is seen if it fits.
  #follow() {
    const node = this.#nodes.get(this.ui.session.entries.at(-1));
    if (!node) return;
    const scroller = this.#scroller;
    const above = node.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += above - MARGIN;
    this.#scrolled = scroller.scrollTop;
  }
}
