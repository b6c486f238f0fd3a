// <health-assistant base-url token lang theme mode open>: the element, its panel, and what ties them together.
import { Access } from './api.js';
import { button, h, hidden, say } from './dom.js';
import { draw, isEmergency, spoken } from './entry.js';
import { Session, forget } from './session.js';
import { sheet } from './style.js';
import { fill, pick, texts } from './texts.js';

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

  get #shown() {
    return this.#inline || this.hasAttribute('open');
  }

  // Builds the panel; again when the language changes, keeping what is typed.
  #build() {
    const { session, field } = this.#ui;
    const language = pick(this.lang, document.documentElement.lang, navigator.language);
    const t = texts(language);
    const ui = (this.#ui = { t, language, session, send: (text) => this.#send(text), sheet: (form) => this.#sheet(form) });
    const role = this.#inline ? 'region' : 'dialog';
    ui.launcher = button(t.launch, () => this.open(), { class: 'launcher main', part: 'launcher', 'aria-haspopup': 'dialog' });
    ui.polite = h('div', { class: 'vh', role: 'status' });
    ui.urgent = h('div', { class: 'vh', role: 'alert' });
    ui.banner = h('p', { class: 'banner' });
    ui.earlier = h('div', { class: 'row' });
    ui.list = h('div');
    ui.log = h(
      'div',
      { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': t.log, tabindex: 0, onscroll: () => (ui.newest.hidden ||= this.#atEnd) },
      h('details', { ontoggle: () => this.#earlier() }, h('summary', {}, t.earlier), ui.earlier),
      h('p', { class: 'soft' }, t.disclosure),
      ui.list,
      hidden(t.logEnd),
    );
    ui.newest = button(t.newest, () => this.#scroll(ui.list.lastChild), { hidden: '' });
    ui.slot = h('div');
    ui.field = h('textarea', { 'aria-label': t.label, placeholder: t.label, rows: 1, oninput: () => this.#count(), onkeydown: (event) => this.#key(event) });
    ui.field.value = field?.value ?? '';
    ui.count = h('p', { role: 'status' });
    ui.form = h('form', { onsubmit: (event) => this.#submit(event) }, ui.field, ui.count, h('div', { class: 'row' }, button(t.human, () => this.#human(t.humanAsk)), h('button', { class: 'main' }, t.send)));
    ui.panel = h(
      'section',
      { class: 'panel', part: 'panel', role, 'aria-label': t.title, onkeydown: (event) => this.#escape(event) },
      h('header', {}, h('h2', {}, t.title), button(t.newChat, () => this.#newChat()), !this.#inline && button('✕', () => this.close(), { 'aria-label': t.close })),
      ui.banner,
      ui.log,
      ui.newest,
      ui.slot,
      ui.form,
    );
    this.shadowRoot.replaceChildren(ui.urgent, ui.polite, ui.launcher, ui.panel);
    this.#nodes.clear();
    session?.entries.forEach((entry) => this.#changed(entry));
    this.#count();
  }

  #restart() {
    const { session, language } = this.#ui;
    if (!language) return;
    session?.end();
    const base = this.getAttribute('base-url') || new URL('..', import.meta.url).href;
    this.#ui.session = new Session(new URL(base.replace(/\/*$/, '/'), document.baseURI), this.#access, language, {
      changed: (entry) => this.#changed(entry),
      removed: (entry) => this.#nodes.get(entry)?.remove(),
      cleared: () => this.#ui.list.replaceChildren(),
      restore: (text) => this.#restore(text),
      attend: () => this.#attend(),
      lost: () => this.#restart(),
      watching: () => this.isConnected && this.#shown && !document.hidden,
    });
    this.#ui.list.replaceChildren();
    this.#attend();
  }

  #needToken() {
    this.dispatchEvent(new CustomEvent('token-needed', { bubbles: true, composed: true }));
    this.#attend();
  }

  // Brings the panel and the live stream in line with the network, the sign-in, and who is on the other side.
  async #attend() {
    const { t, session, panel, launcher, banner } = this.#ui;
    if (!session) return;
    panel.hidden = !this.#shown;
    launcher.hidden = this.#shown;
    const news = (!navigator.onLine && t.offline) || (this.#access.lacking && t.signedOut) || (session.failing && t.openFailed) || t[session.state] || '';
    if (news !== banner.textContent) say(news, this.#ui.polite);
    banner.textContent = news;
    banner.hidden = !news;
    if (document.hidden || !this.#shown) session.unwatch();
    if (document.hidden) return;
    if (this.#shown) {
      await session.open();
      session.see();
      session.watch();
    } else if (this.#access.present) {
      const n = await session.list().catch(() => 0);
      launcher.textContent = t.launch + (n ? ` (${fill(t.unread, { n })})` : '');
    }
  }

  #changed(entry) {
    const { list, session, newest } = this.#ui;
    if (!session?.entries.includes(entry)) return; // left behind in another conversation
    const follows = this.#atEnd || this.#box.scrollTop === this.#scrolled || entry.kind === 'patient';
    const node = this.#nodes.get(entry) ?? h('div');
    this.#nodes.set(entry, node);
    if (!node.parentNode) {
      list.append(node);
      newest.hidden = follows;
    }
    const stops = () => [...node.querySelectorAll('a, button, summary')];
    const focused = stops().indexOf(this.shadowRoot.activeElement);
    draw(entry, node, this.#ui);
    stops()[focused]?.focus();
    if (follows) this.#scroll(node);
    if (isEmergency(entry)) entry.alarm ??= setTimeout(() => this.#narrate(entry, this.#ui.urgent), ALARM_MILLIS);
    else this.#narrate(entry, this.#ui.polite);
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
    if (!text) return this.#ui.field.focus();
    this.#ui.field.value = '';
    this.#count();
    this.#send(text);
  }

  #restore(text) {
    const { field } = this.#ui;
    field.value = [text, field.value].filter(Boolean).join('\n');
    this.#count();
  }

  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#ui.form.requestSubmit();
  }

  #count() {
    const { t, field, count } = this.#ui;
    const n = LONGEST - field.value.length;
    count.textContent = n > LONGEST - COUNT_FROM ? '' : fill(n < 0 ? t.over : t.left, { n: Math.abs(n) });
  }

  // Escape leaves one thing at a time: an open source, a question, the panel.
  #escape(event) {
    if (event.key !== 'Escape') return;
    const back = this.shadowRoot.querySelector('[data-back]');
    if (back) back.click();
    else if (!this.#inline) this.close();
  }

  #sheet({ title, field, choices = [], choice, yes, then }) {
    const { t, slot } = this.#ui;
    const before = this.shadowRoot.activeElement;
    const shut = () => {
      slot.replaceChildren();
      before.focus();
    };
    const text = field && h('textarea', { 'aria-label': field, placeholder: field, rows: 2 });
    const radios = choices.map((value) => h('label', {}, h('input', { type: 'radio', name: 'choice', value, ...(value === choice && { checked: '' }) }), ' ', t[value]));
    const onsubmit = (event) => {
      event.preventDefault();
      const reason = new FormData(event.target).get('choice');
      shut();
      then({ ...(reason && { reason }), ...(text?.value.trim() && { comment: text.value.trim() }) });
    };
    const row = h('div', { class: 'row' }, h('button', { class: 'main' }, yes), button(t.cancel, shut, { 'data-back': '' }));
    slot.replaceChildren(h('form', { onsubmit }, h('p', {}, h('b', {}, title)), radios, text, row));
    slot.querySelector('input:checked, input, textarea, button').focus();
  }

  #newChat() {
    const { t, session } = this.#ui;
    this.#sheet({ title: t.newChatAsk, yes: t.newChat, then: () => session.change() });
  }

  #human(title) {
    const { t, session } = this.#ui;
    const then = ({ comment }) => session.askForPerson(comment).catch(() => this.#human(t.failed));
    this.#sheet({ title, field: t.reason, yes: t.human, then });
  }

  async #earlier() {
    const { session, earlier, language } = this.#ui;
    await session.list();
    const others = session.conversations.filter(({ id }) => id !== session.id);
    const date = (one) => new Date(one.lastAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
    earlier.replaceChildren(...others.map((one) => button(date(one), () => session.change(one))));
  }
}

customElements.define('health-assistant', HealthAssistant);
