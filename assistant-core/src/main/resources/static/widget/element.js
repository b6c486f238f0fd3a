// <health-assistant base-url token lang theme mode open>: the element. Each is a property too
// (`baseUrl`); the token as a property stands nowhere on the page.
import { Access } from './access.js';
import { button, h, say } from './dom.js';
import { Log } from './log.js';
import { ask, panel } from './panel.js';
import { Session } from './session.js';
import { forget } from './store.js';
import { sheet } from './style.js';
import { texts } from './texts.js';

const REFLECTED = { baseUrl: 'base-url', theme: 'theme', mode: 'mode' };

class HealthAssistant extends HTMLElement {
  static observedAttributes = ['token', 'lang', 'base-url', 'open'];
  #access = new Access({
    ask: () => this.#askToken(),
    other: () => this.#restart(),
    doubt: () => this.#ui.session?.verify(),
    changed: () => this.#attend(),
  });
  #root = this.attachShadow({ mode: 'open' });
  #ui = {};
  #life;

  async connectedCallback() {
    // Moved on the page.
    if (this.#life) return;
    const { signal } = (this.#life = new AbortController());
    this.#upgrade();
    this.#root.adoptedStyleSheets = [sheet];
    await this.#build();
    if (signal.aborted) return;
    for (const type of ['online', 'offline', 'visibilitychange']) {
      addEventListener(type, () => this.#attend(), { signal });
    }
    const warn = (event) => this.#ui.session?.undelivered.length && event.preventDefault();
    addEventListener('beforeunload', warn, { signal });
    this.#restart();
  }

  // Frameworks move elements by taking them out for a moment.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  #end() {
    this.#life?.abort();
    this.#life = null;
    this.#ui.session?.end();
    this.#ui = {};
  }

  // A page may have set properties before this element was defined.
  #upgrade() {
    for (const name of ['token', 'open', ...Object.keys(REFLECTED)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  async attributeChangedCallback(name, before, now) {
    if (name === 'token') this.#access.set(now);
    if (!this.#ui.session) return;
    if (name === 'base-url') this.#restart();
    if (name === 'lang') await this.#build();
    this.#attend();
  }

  get token() {
    return this.#access.token;
  }

  set token(token) {
    this.#access.set(token);
  }

  get open() {
    return this.hasAttribute('open');
  }

  set open(open) {
    this.toggleAttribute('open', !!open);
  }

  /** Opens the panel and goes to its field. */
  show() {
    this.open = true;
    this.#ui.field?.focus();
  }

  close() {
    this.open = false;
    this.#ui.launcher?.focus();
  }

  /** For signing out: forgets the patient and goes away. */
  destroy() {
    this.#end();
    this.remove();
    this.removeAttribute('token');
    this.#access.token = null;
    this.#root.replaceChildren();
    forget();
  }

  // For somebody who must not be seen here: nothing stays on the screen or in this tab, and going back leads past
  // this page. A page hears `leave`, to sign out.
  #leave() {
    this.dispatchEvent(new Event('leave'));
    this.destroy();
    document.documentElement.remove();
    location.replace('https://www.weather.gov');
  }

  get #inline() {
    return this.mode === 'inline';
  }

  // Again when the language changes, keeping what is typed.
  async #build() {
    const life = this.#life;
    const wishes = [this.lang, document.documentElement.lang, navigator.language];
    const t = await texts(wishes.filter(Boolean));
    if (life !== this.#life || life.signal.aborted) return;
    const { session, field } = this.#ui;
    const ui = panel(t, this.#inline, {
      open: () => this.show(),
      close: () => this.close(),
      leave: () => this.#leave(),
      fresh: () => this.#fresh(),
      human: () => this.#human(t.humanAsk),
      earlier: () => this.#earlier(),
      submit: (text) => this.#send(text),
      typed: (text) => this.#ui.session?.draft(text),
    });
    const typed = field?.value ?? '';
    Object.assign(ui, { t, session });
    ui.send = (text) => this.#send(text);
    ui.ask = (question) => ask(question, ui);
    ui.drawn = new Log(ui);
    this.#ui = ui;
    this.#root.replaceChildren(h('div.root', ui.urgent, ui.polite, ui.launcher, ui.panel));
    session?.entries.forEach((entry) => ui.drawn.changed(entry));
    ui.type(typed);
  }

  #restart() {
    const { session, t, type } = this.#ui;
    if (!t) return;
    if (session?.person && session.person !== this.#access.person) type('');
    session?.end();
    const base = this.baseUrl || new URL('..', import.meta.url).href;
    const address = new URL(base.replace(/\/*$/, '/'), document.baseURI);
    this.#ui.session = new Session(address, this.#access, t.language, {
      changed: (entry) => this.#ui.drawn?.changed(entry),
      restore: (text) => this.#ui.type(`${text}\n${this.#ui.field.value}`.trim()),
      attend: () => this.#attend(),
      lost: () => this.#restart(),
    });
    this.#ui.drawn.changed();
    this.#attend();
  }

  #askToken() {
    this.dispatchEvent(new CustomEvent('token-needed', { bubbles: true, composed: true }));
    this.#attend();
  }

  // Follows the network, the sign-in and who answers.
  async #attend() {
    const { session, panel: node, launcher, drawn } = this.#ui;
    if (!session) return;
    const shown = this.#inline || this.open;
    node.hidden = !shown;
    launcher.hidden = shown;
    // The banner takes its room from the chat.
    drawn.keepPlace(() => this.#tell(this.#news()));
    session.watched = shown && !document.hidden;
    if (!session.watched) return session.unwatch();
    await session.open();
    session.see();
    session.watch();
  }

  #news() {
    const { t, session } = this.#ui;
    if (!navigator.onLine) return t.offline;
    if (this.#access.lacking) return t.signedOut;
    return session.failing ? t.openFailed : (t[session.state] ?? '');
  }

  #tell(news) {
    const { banner, polite } = this.#ui;
    if (news !== banner.textContent) say(news, polite);
    banner.textContent = news;
    banner.hidden = !news;
  }

  #send(text) {
    this.#ui.session.send({ text });
    this.#ui.field.focus();
  }

  #fresh() {
    const { t, ask: put } = this.#ui;
    put({ question: t.newChatAsk, yes: t.newChat, then: () => this.#ui.session.change() });
  }

  #human(question) {
    const { t, ask: put, session } = this.#ui;
    const then = (reason) => session.askForPerson(reason).catch(() => this.#human(t.notDone));
    put({ question, label: t.reason, yes: t.human, then });
  }

  async #earlier() {
    const { session, earlier, t } = this.#ui;
    const others = (await session.conversations()).filter(({ id }) => id !== session.id);
    const style = { dateStyle: 'medium', timeStyle: 'short' };
    const date = ({ lastAt }) => new Date(lastAt).toLocaleString(t.language, style);
    const choose = (one) => button(date(one), () => session.change(one));
    earlier.replaceChildren(...others.map(choose));
  }
}

for (const [name, attribute] of Object.entries(REFLECTED)) {
  Object.defineProperty(HealthAssistant.prototype, name, {
    get() {
      return this.getAttribute(attribute);
    },
    set(value) {
      this.setAttribute(attribute, value ?? '');
    },
  });
}

customElements.define('health-assistant', HealthAssistant);
