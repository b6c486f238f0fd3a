// <health-assistant base-url token lang theme mode open>: the element and its panel.
import { Access } from './api.js';
import { button, h, say } from './dom.js';
import { draw, isEmergency, spoken } from './entry.js';
import { Session, forget } from './session.js';
import { sheet } from './style.js';
import { fill, texts } from './texts.js';

const COUNTED = 3500; // characters from which on they are counted
const ALARM_MILLIS = 250; // sentences that come together are spoken together
const NEAR = 60;

class HealthAssistant extends HTMLElement {
  static observedAttributes = ['token', 'lang', 'base-url', 'open'];
  #access = new Access(() => this.#askToken(), () => this.#restart());
  #root = this.attachShadow({ mode: 'open' });
  #nodes = new Map();
  #ui = {};
  #life;
  #scrolled;

  connectedCallback() {
    const { signal } = (this.#life = new AbortController());
    for (const type of ['online', 'offline', 'visibilitychange']) addEventListener(type, () => this.#attend(), { signal });
    this.#root.adoptedStyleSheets = [sheet];
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
    if (name === 'lang') this.#build();
    this.#attend();
  }

  open() {
    this.setAttribute('open', '');
    this.#ui.field.focus();
  }

  close() {
    this.removeAttribute('open');
    this.#ui.launcher.focus();
  }

  /** For signing out: forgets the patient and goes away. */
  destroy() {
    forget();
    this.remove();
    this.removeAttribute('token');
    this.#root.replaceChildren();
  }

  get #inline() {
    return this.getAttribute('mode') === 'inline';
  }

  // Again when the language changes, keeping what is typed.
  #build() {
    const { session, field } = this.#ui;
    const t = texts(this.lang, document.documentElement.lang, navigator.language);
    const ui = (this.#ui = { t, session, send: (text) => this.#send(text), ask: (question) => this.#ask(question) });
    ui.polite = h('div.vh', { role: 'status' });
    ui.urgent = h('div.vh', { role: 'alert' });
    ui.banner = h('div.banner');
    ui.earlier = h('div.row');
    ui.list = h('div');
    ui.slot = h('div');
    ui.count = h('div', { role: 'status' });
    ui.field = h('textarea', { 'aria-label': t.label, placeholder: t.label, rows: 1, oninput: () => this.#count(), onkeydown: (event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing && this.#submit(event) });
    ui.launcher = button(t.launch, () => this.open(), { class: 'launcher main' });
    const shut = !this.#inline && button('✕', () => this.close(), { 'aria-label': t.close });
    const earlier = h('details', { ontoggle: () => this.#earlier() }, h('summary', t.earlier), ui.earlier);
    const log = { role: 'log', 'aria-live': 'off', 'aria-label': t.log, tabindex: 0 };
    ui.log = h('div.log', log, earlier, h('p.soft', t.disclosure), ui.list);
    const row = h('div.row', button(t.human, () => this.#human(t.humanAsk)), h('button.main', t.send));
    const form = h('form', { onsubmit: (event) => this.#submit(event) }, ui.field, ui.count, row);
    const panel = { role: this.#inline ? 'region' : 'dialog', 'aria-label': t.title, onkeydown: (event) => this.#escape(event) };
    const head = h('header', h('h2', t.title), button(t.newChat, () => this.#ask({ question: t.newChatAsk, yes: t.newChat, then: () => this.#ui.session.change() })), shut);
    ui.panel = h('section.panel', panel, head, ui.banner, ui.log, ui.slot, form);
    this.#root.replaceChildren(ui.urgent, ui.polite, ui.launcher, ui.panel);
    this.#nodes.clear();
    session?.entries.forEach((entry) => this.#changed(entry));
    this.#type(field?.value ?? '');
  }

  #restart() {
    const { session, t } = this.#ui;
    if (!t) return;
    session?.end();
    const base = this.getAttribute('base-url') || new URL('..', import.meta.url).href;
    this.#ui.session = new Session(new URL(base.replace(/\/*$/, '/'), document.baseURI), this.#access, t.language, {
      changed: (entry) => this.#changed(entry),
      restore: (text) => this.#type(`${text}\n${this.#ui.field.value}`.trim()),
      attend: () => this.#attend(),
      lost: () => this.#restart(),
    });
    this.#changed();
    this.#attend();
  }

  #askToken() {
    this.dispatchEvent(new CustomEvent('token-needed', { bubbles: true, composed: true }));
    this.#attend();
  }

  // Follows the network, the sign-in and who answers.
  async #attend() {
    const { t, session, panel, launcher, banner, polite } = this.#ui;
    if (!session) return;
    const shown = this.#inline || this.hasAttribute('open');
    panel.hidden = !shown;
    launcher.hidden = shown;
    const news = (!navigator.onLine && t.offline) || (this.#access.lacking && t.signedOut) || (session.failing && t.openFailed) || t[session.state] || '';
    if (news !== banner.textContent) say(news, polite);
    const follows = this.#scroller.scrollTop === this.#scrolled;
    banner.textContent = news;
    banner.hidden = !news;
    if (follows) this.#follow(); // the banner takes its room from the chat
    session.watched = shown && !document.hidden;
    if (!session.watched) return session.unwatch();
    await session.open();
    session.see();
    session.watch();
  }

  // Draws an entry and removes those that are gone; keeps the focus and the reader's place.
  #changed(entry) {
    const { list, session, polite, urgent } = this.#ui;
    for (const [one, node] of this.#nodes) if (!session.entries.includes(one)) node.remove(this.#nodes.delete(one));
    if (!session.entries.includes(entry)) return;
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    const follows = entry.kind === 'patient' || scrollTop === this.#scrolled || scrollHeight - scrollTop - clientHeight < NEAR;
    const node = this.#nodes.get(entry) ?? h('div');
    this.#nodes.set(entry, node);
    if (!node.parentNode) list.append(node);
    const stops = () => [...node.querySelectorAll('a, button, summary')];
    const focused = stops().indexOf(this.#root.activeElement);
    draw(entry, node, this.#ui);
    stops()[focused]?.focus();
    if (follows) this.#follow();
    if (isEmergency(entry)) entry.alarm ??= setTimeout(() => this.#narrate(entry, urgent), ALARM_MILLIS);
    else this.#narrate(entry, polite);
  }

  // Speaks an emergency at once, a reply once it is whole, and what becomes of a message.
  #narrate(entry, region) {
    const text = entry.live && spoken(entry, this.#ui.t);
    if (text && text !== entry.told) say(text, region);
    entry.told = text;
  }

  // On a very low screen the whole panel.
  get #scroller() {
    const { log, panel } = this.#ui;
    return log.scrollHeight > log.clientHeight ? log : panel;
  }

  // To the beginning of what came last; all of it is seen if it fits.
  #follow() {
    const node = this.#nodes.get(this.#ui.session.entries.at(-1));
    if (!node) return;
    const scroller = this.#scroller;
    scroller.scrollTop += node.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
    this.#scrolled = scroller.scrollTop;
  }

  #send(text) {
    this.#ui.session.send(text);
    this.#ui.field.focus();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#ui.field.value.trim();
    this.#type('');
    if (text) this.#send(text);
  }

  #type(text) {
    this.#ui.field.value = text;
    this.#count();
  }

  #count() {
    const { t, field, count } = this.#ui;
    const n = field.value.length;
    count.textContent = n < COUNTED ? '' : fill(t.count, { n });
  }

  // First what is open in the panel, then the panel.
  #escape({ key }) {
    if (key !== 'Escape') return;
    const back = this.#root.querySelector('.back');
    if (back) back.click();
    else if (!this.#inline) this.close();
  }

  // `then` gets what was written, where a `label` asks for text.
  #ask({ question, label, yes, then }) {
    const { t, slot } = this.#ui;
    const before = this.#root.activeElement;
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
    const row = h('div.row', button(t.cancel, shut, { class: 'back' }), h('button.main', yes));
    slot.replaceChildren(h('form', { onsubmit }, h('b', question), field, row));
    (field || row.firstChild).focus();
  }

  #human(question) {
    const { t, session } = this.#ui;
    this.#ask({ question, label: t.reason, yes: t.human, then: (reason) => session.askForPerson(reason).catch(() => this.#human(t.failed)) });
  }

  async #earlier() {
    const { session, earlier, t } = this.#ui;
    const others = (await session.list()).filter(({ id }) => id !== session.id);
    const date = (one) => new Date(one.lastAt).toLocaleString(t.language, { dateStyle: 'medium', timeStyle: 'short' });
    earlier.replaceChildren(...others.map((one) => button(date(one), () => session.change(one))));
  }
}

customElements.define('health-assistant', HealthAssistant);
