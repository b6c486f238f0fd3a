// <health-assistant base-url token lang theme mode open>: the element, its panel, and what ties them together.
import { Access } from './api.js';
import { box, button, h, hidden, say } from './dom.js';
import { draw, isEmergency, spoken } from './entry.js';
import { Session, forget } from './session.js';
import { sheet } from './style.js';
import { fill, texts } from './texts.js';

const LONGEST = 4000;
const COUNT_FROM = 3500;
const ALARM_MILLIS = 250; // sentences that come together are spoken together
const NEAR = 60;

class HealthAssistant extends HTMLElement {
  static observedAttributes = ['token', 'lang', 'base-url', 'mode', 'open'];
  #access = new Access(() => this.#needToken(), () => this.#restart());
  #nodes = new Map();
  #ui = {};
  #life;
  #scrolled;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    const { signal } = (this.#life = new AbortController());
    for (const type of ['online', 'offline', 'visibilitychange']) addEventListener(type, () => this.#attend(), { signal, capture: true });
    this.#build();
    this.#restart();
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#ui.session.end();
    this.#ui = {};
  }

  attributeChangedCallback(name, before, now) {
    if (name === 'token') this.#access.set(now);
    if (!this.#ui.session) return;
    if (name === 'base-url') this.#restart();
    if (name === 'lang' || name === 'mode') this.#build();
    this.#attend();
  }

  /** Opens the panel, as its launcher does. */
  open() {
    this.setAttribute('open', '');
    this.#ui.field.focus();
  }

  /** Closes the panel; the focus returns to the launcher. */
  close() {
    this.removeAttribute('open');
    this.#ui.launcher.focus();
  }

  /** Forgets the patient and goes away: for signing out, on shared devices above all. */
  destroy() {
    forget();
    this.remove();
    this.removeAttribute('token');
    this.shadowRoot.replaceChildren();
  }

  get #inline() {
    return this.getAttribute('mode') === 'inline';
  }

  // Builds the panel; again when the language changes, keeping what is typed.
  #build() {
    const { session, field } = this.#ui;
    const t = texts(this.lang, document.documentElement.lang, navigator.language);
    const ui = (this.#ui = { t, session, send: (text) => this.#send(text), ask: (question) => this.#ask(question) });
    const head = [h('h2', {}, t.title), button(t.newChat, () => this.#newChat()), !this.#inline && button('✕', () => this.close(), { 'aria-label': t.close })];
    ui.launcher = button(t.launch, () => this.open(), { class: 'launcher main', part: 'launcher', 'aria-haspopup': 'dialog' });
    ui.polite = h('div', { class: 'vh', role: 'status' });
    ui.urgent = h('div', { class: 'vh', role: 'alert' });
    ui.banner = h('p', { class: 'banner' });
    ui.earlier = box('row');
    ui.list = h('div');
    const earlier = h('details', { ontoggle: () => this.#earlier() }, h('summary', {}, t.earlier), ui.earlier);
    const log = { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': t.log, tabindex: 0 };
    ui.log = h('div', log, earlier, h('p', { class: 'soft' }, t.disclosure), ui.list, hidden(t.logEnd));
    ui.slot = h('div');
    ui.field = h('textarea', { 'aria-label': t.label, placeholder: t.label, rows: 1, oninput: () => this.#count(), onkeydown: (event) => this.#key(event) });
    ui.field.value = field?.value ?? '';
    ui.count = h('p', { role: 'status' });
    const row = box('row', button(t.human, () => this.#human(t.humanAsk)), h('button', { class: 'main' }, t.send));
    const form = h('form', { onsubmit: (event) => this.#submit(event) }, ui.field, ui.count, row);
    const panel = { class: 'panel', part: 'panel', role: this.#inline ? 'region' : 'dialog', 'aria-label': t.title, onkeydown: (event) => this.#escape(event) };
    ui.panel = h('section', panel, h('header', {}, head), ui.banner, ui.log, ui.slot, form);
    this.shadowRoot.replaceChildren(ui.urgent, ui.polite, ui.launcher, ui.panel);
    this.#nodes.clear();
    session?.entries.forEach((entry) => this.#changed(entry));
    this.#count();
  }

  #restart() {
    const { session, t } = this.#ui;
    if (!t) return;
    session?.end();
    const base = this.getAttribute('base-url') || new URL('..', import.meta.url).href;
    this.#ui.session = new Session(new URL(base.replace(/\/*$/, '/'), document.baseURI), this.#access, t.language, {
      changed: (entry) => this.#changed(entry),
      restore: (text) => this.#restore(text),
      attend: () => this.#attend(),
      lost: () => this.#restart(),
    });
    this.#changed();
    this.#attend();
  }

  #needToken() {
    this.dispatchEvent(new CustomEvent('token-needed', { bubbles: true, composed: true }));
    this.#attend();
  }

  // Brings the panel and the live stream in line with the network, the sign-in, and who is on the other side.
  async #attend() {
    const { t, session, panel, launcher, banner, polite } = this.#ui;
    if (!session) return;
    const shown = this.#inline || this.hasAttribute('open');
    panel.hidden = !shown;
    launcher.hidden = shown;
    const news = (!navigator.onLine && t.offline) || (this.#access.lacking && t.signedOut) || (session.failing && t.openFailed) || t[session.state] || '';
    if (news !== banner.textContent) say(news, polite);
    banner.textContent = news;
    banner.hidden = !news;
    session.watched = shown && !document.hidden;
    if (session.watched) {
      await session.open();
      session.see();
      session.watch();
    } else session.unwatch();
  }

  // Draws what the session says has changed, and takes away what it no longer holds.
  #changed(entry) {
    const { list, session, polite, urgent } = this.#ui;
    for (const [one, node] of this.#nodes) if (!session.entries.includes(one)) node.remove(this.#nodes.delete(one));
    if (!session.entries.includes(entry)) return;
    const follows = this.#atEnd || this.#box.scrollTop === this.#scrolled || entry.kind === 'patient';
    const node = this.#nodes.get(entry) ?? h('div');
    this.#nodes.set(entry, node);
    if (!node.parentNode) list.append(node);
    const stops = () => [...node.querySelectorAll('a, button, summary')];
    const focused = stops().indexOf(this.shadowRoot.activeElement);
    draw(entry, node, this.#ui);
    stops()[focused]?.focus();
    if (follows) this.#scroll(node);
    if (isEmergency(entry)) entry.alarm ??= setTimeout(() => this.#narrate(entry, urgent), ALARM_MILLIS);
    else this.#narrate(entry, polite);
  }

  // An emergency is spoken first and at once; a reply once, when it is whole; and what becomes of a message.
  #narrate(entry, region) {
    const text = entry.live && spoken(entry, this.#ui.t);
    if (text && text !== entry.told) say(text, region);
    entry.told = text;
  }

  // What scrolls: the transcript, or on a very low screen the whole panel.
  get #box() {
    const { log, panel } = this.#ui;
    return log.scrollHeight > log.clientHeight ? log : panel;
  }

  get #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#box;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #scroll(node) {
    const box = this.#box;
    box.scrollTop += node.getBoundingClientRect().top - box.getBoundingClientRect().top - 12;
    this.#scrolled = box.scrollTop;
  }

  #send(text) {
    this.#ui.session.send(text);
    this.#ui.field.focus();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#ui.field.value.trim();
    this.#ui.field.value = '';
    this.#count();
    if (text) this.#send(text);
  }

  #restore(text) {
    const { field } = this.#ui;
    field.value = `${text}\n${field.value}`.trim();
    this.#count();
  }

  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#submit(event);
  }

  #count() {
    const { t, field, count } = this.#ui;
    const n = LONGEST - field.value.length;
    count.textContent = n > LONGEST - COUNT_FROM ? '' : fill(n < 0 ? t.over : t.left, { n: Math.abs(n) });
  }

  // Escape leaves one thing at a time: an open source or question, then the panel.
  #escape(event) {
    if (event.key !== 'Escape') return;
    const back = this.shadowRoot.querySelector('.back');
    if (back) back.click();
    else if (!this.#inline) this.close();
  }

  // A question above the text field; `then` gets what was written, if there is a `label` for it.
  #ask({ question, label, yes, then }) {
    const { t, slot } = this.#ui;
    const before = this.shadowRoot.activeElement;
    const field = label && h('textarea', { 'aria-label': label, placeholder: label });
    const shut = () => {
      slot.replaceChildren();
      before.focus();
    };
    const onsubmit = (event) => {
      event.preventDefault();
      shut();
      then(field?.value.trim());
    };
    const row = box('row', button(t.cancel, shut, { class: 'back' }), h('button', { class: 'main' }, yes));
    slot.replaceChildren(h('form', { onsubmit }, h('b', {}, question), field, row));
    (field || row.firstChild).focus();
  }

  #newChat() {
    const { t, session } = this.#ui;
    this.#ask({ question: t.newChatAsk, yes: t.newChat, then: () => session.change() });
  }

  #human(question) {
    const { t, session } = this.#ui;
    this.#ask({ question, label: t.reason, yes: t.human, then: (reason) => session.askForPerson(reason).catch(() => this.#human(t.failed)) });
  }

  async #earlier() {
    const { session, earlier, t } = this.#ui;
    await session.list();
    const others = session.conversations.filter(({ id }) => id !== session.id);
    const date = (one) => new Date(one.lastAt).toLocaleString(t.language, { dateStyle: 'medium', timeStyle: 'short' });
    earlier.replaceChildren(...others.map((one) => button(date(one), () => session.change(one))));
  }
}

customElements.define('health-assistant', HealthAssistant);
