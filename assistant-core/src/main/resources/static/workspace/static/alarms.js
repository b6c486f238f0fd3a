// Alarms of the care team's pages: sound, the tab's title and badge, and the lock on the screen.
// The service says how many wait, never who; so this goes on while the screen is locked.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const body = document.body;
  const csrf = document.querySelector("meta[name=csrf]");
  const post = (address) => fetch(address, { method: "POST", headers: { [csrf.dataset.header]: csrf.content } });

  // Sound: three tones; browsers allow it after a click or a key, and until then the page says so.
  const REMIND = 60000;
  const audio = window.AudioContext ? new AudioContext() : null;
  const button = byId("sound");
  const wanted = () => localStorage.getItem("workspace-sound") !== "off";
  const showSound = () => {
    if (!button) return;
    const state = !wanted() || !audio ? "off" : audio.state === "running" ? "on" : "blocked";
    if (button.dataset.state === state) return;
    button.dataset.state = state;
    button.textContent = button.dataset[state];
  };
  const tone = (at, pitch) => {
    const source = audio.createOscillator();
    const gain = audio.createGain();
    source.frequency.value = pitch;
    gain.gain.setValueAtTime(0.0001, at);
    gain.gain.exponentialRampToValueAtTime(0.4, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.22);
    source.connect(gain).connect(audio.destination);
    source.start(at);
    source.stop(at + 0.25);
  };
  // One window alone makes it.
  const sound = () => {
    if (!wanted() || audio?.state !== "running") return;
    navigator.locks.request("workspace-sound", { ifAvailable: true }, async (alone) => {
      if (!alone) return;
      [880, 660, 880].forEach((pitch, n) => tone(audio.currentTime + n * 0.3, pitch));
      body.dataset.sounded = Number(body.dataset.sounded || 0) + 1;
      await new Promise((done) => setTimeout(done, 1000));
    });
  };
  const allow = (event) => {
    if (wanted() && audio?.state === "suspended" && event.target.id !== "sound") audio.resume();
  };
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, allow, true);
  audio?.addEventListener("statechange", showSound);
  button?.addEventListener("click", async () => {
    if (button.dataset.state === "blocked") {
      await audio.resume();
    } else {
      localStorage.setItem("workspace-sound", wanted() ? "off" : "on");
      if (wanted()) await audio?.resume();
    }
    showSound();
    sound();
  });
  showSound();

  // The tab: emergencies first. The title may name a patient: it is kept here, not in the document.
  let home = body.dataset.title;
  delete body.dataset.title;
  let now = { waiting: 0, emergencies: 0, newest: 0, locked: body.dataset.page === "locked" };
  const icon = document.querySelector("link[rel=icon]");
  const badge = () => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 32;
    const draw = canvas.getContext("2d");
    const urgent = now.emergencies > 0;
    draw.fillStyle = urgent ? "#a3121f" : now.waiting > 0 ? "#0b4f9e" : "#4d5661";
    draw.beginPath();
    if (urgent) [[16, 0], [32, 16], [16, 32], [0, 16]].forEach(([x, y]) => draw.lineTo(x, y));
    else draw.arc(16, 16, 14, 0, 7);
    draw.fill();
    draw.fillStyle = "#fff";
    draw.font = "bold 18px sans-serif";
    draw.textAlign = "center";
    if (now.waiting > 0) draw.fillText(String(Math.min(99, now.emergencies || now.waiting)), 16, 22);
    icon.href = canvas.toDataURL();
  };
  const cover = byId("cover");
  const title = () => {
    const base = cover.hidden ? home : cover.dataset.title;
    const urgent = now.emergencies > 0 ? `${now.emergencies} EMERGENCY ` : "";
    document.title = urgent + (now.waiting > 0 ? `(${now.waiting}) ` : "") + base;
    const counts = byId("cover-counts");
    const words = now.emergencies > 0 ? `${counts.dataset.emergencies} ${now.emergencies}. ` : "";
    const told = now.waiting > 0 ? `${words}${counts.dataset.waiting} ${now.waiting}` : counts.dataset.none;
    if (counts.textContent !== told) counts.textContent = told;
    counts.classList.toggle("urgent", now.emergencies > 0);
  };

  // The lock: the page's content is taken out of the document; what was being written is kept in
  // memory alone, and comes back to the same person.
  const idle = Number(document.querySelector("meta[name=idle]").content);
  const every = Math.min(15000, idle / 4);
  const others = new BroadcastChannel("workspace");
  let touched = Date.now();
  let toldAt = 0;
  let drafts = null;
  const fields = () => [...document.querySelectorAll("main .act :is(textarea, select, input:not([type=hidden]))")];
  const place = (field) => `${field.form.id} ${field.name}`;
  const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value);
  const untouched = (field) => (field.type === "checkbox" ? field.defaultChecked : field.tagName === "SELECT"
    ? (field.querySelector("option[selected]") ?? field.options[0])?.value : field.defaultValue);
  const written = () => fields().filter((field) => valueOf(field) !== untouched(field))
    .map((field) => ({ at: place(field), value: valueOf(field), text: /^(TEXTAREA|INPUT)$/.test(field.tagName) && field.type !== "checkbox" }));
  const coverUp = (ended) => {
    if (ended) byId("cover-why").textContent = cover.dataset.ended;
    byId("unlock")?.toggleAttribute("hidden", ended);
    if (!cover.hidden) return;
    drafts = written();
    document.querySelectorAll("[sse-connect]").forEach((one) => htmx.trigger(one, "htmx:beforeCleanupElement"));
    const main = byId("content");
    main.replaceChildren();
    for (const part of [main, byId("bar")]) Object.assign(part, { hidden: true, inert: true });
    for (const region of ["polite", "assertive", "lost"]) byId(region).textContent = "";
    document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
    cover.hidden = false;
    cover.setAttribute("role", "main");
    byId("cover-title").focus();
    title();
  };
  // What was being written has no place any more: it is shown, to be copied.
  const unsent = (texts) => {
    const result = byId("result");
    if (!result || texts.length === 0) return;
    const why = document.createElement("p");
    why.className = "bad";
    why.textContent = result.dataset.unsent;
    const quote = document.createElement("blockquote");
    quote.textContent = texts.join("\n\n");
    result.replaceChildren(why, quote);
  };
  const renew = async () => {
    if (body.dataset.page === "locked") return location.replace(body.dataset.to);
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer || answer.status >= 500) return setTimeout(uncover, 3000); // What was written stays.
    if (answer.redirected || !answer.ok) return location.reload();
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const samePerson = fresh.querySelector(".me").textContent === document.querySelector(".me").textContent;
    if (!samePerson) return location.reload();
    csrf.content = fresh.querySelector("meta[name=csrf]").content;
    document.querySelectorAll("input[name=_csrf]").forEach((one) => { one.value = csrf.content; });
    home = fresh.body.dataset.title;
    byId("content").replaceWith(document.adoptNode(fresh.getElementById("content")));
    Object.assign(byId("bar"), { hidden: false, inert: false });
    cover.hidden = true;
    cover.removeAttribute("role");
    for (const field of fields()) {
      const draft = drafts.find(({ at }) => at === place(field));
      if (!draft) continue;
      field[field.type === "checkbox" ? "checked" : "value"] = draft.value;
      draft.kept = true;
    }
    unsent(drafts.filter(({ kept, text }) => text && !kept).map(({ value }) => value));
    drafts = null;
    touched = Date.now();
    htmx.process(byId("content"));
    document.dispatchEvent(new Event("workspace:fresh"));
    (byId("reply-text")?.value ? byId("reply-text") : byId("content")).focus();
    title();
  };
  let renewing = null;
  const uncover = () => {
    renewing ??= renew().finally(() => { renewing = null; });
  };
  const lock = () => {
    post("/workspace/lock").catch(() => {});
    others.postMessage({ kind: "lock" });
    coverUp(false);
  };
  const touch = () => { touched = Date.now(); };
  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
    addEventListener(kind, touch, { capture: true, passive: true });
  }
  const watch = () => {
    if (!cover.hidden) return;
    if (Date.now() - touched >= idle) return lock();
    if (touched > toldAt && Date.now() - toldAt >= every) {
      toldAt = Date.now();
      others.postMessage({ kind: "active" });
      post("/workspace/active").catch(() => {});
    }
  };
  setInterval(watch, 1000);
  document.addEventListener("visibilitychange", watch);
  byId("lock-now")?.addEventListener("click", lock);
  byId("unlock")?.addEventListener("submit", async (event) => {
    if (body.dataset.page === "locked") return;
    event.preventDefault();
    await post("/workspace/unlock");
    tell("open", true);
  });

  // The connection: counts at once and at every change, over one connection for all windows, since a
  // browser opens only a few. Where it ends for good, either the service is away, and it is tried
  // again, or the session has ended, and nothing may stay on the screen.
  const lost = byId("lost");
  let heardOf = Number(sessionStorage.getItem("workspace-newest") || 0);
  let heardMany = Number(sessionStorage.getItem("workspace-emergencies") || 0);
  const took = (alarms) => {
    now = alarms;
    // More of them is a new one too, whatever its time: the service's clock may have been set back.
    if (now.newest > heardOf || now.emergencies > heardMany) sound();
    heardOf = now.newest;
    heardMany = now.emergencies;
    sessionStorage.setItem("workspace-newest", heardOf);
    sessionStorage.setItem("workspace-emergencies", heardMany);
    lost.textContent = "";
    if (now.locked) coverUp(false);
    else if (!cover.hidden) uncover();
    badge();
    title();
  };
  const away = async (source) => {
    if (lost.textContent === "") lost.textContent = lost.dataset.text;
    if (source.readyState !== EventSource.CLOSED) return;
    const answer = await fetch("/workspace/locked").catch(() => null);
    if (answer && !new URL(answer.url).pathname.startsWith("/workspace")) tell("ended", true);
    setTimeout(connect, 3000);
  };
  let connected = false;
  const connect = () => {
    connected = true;
    const source = new EventSource("/workspace/alarms");
    source.addEventListener("alarms", (event) => tell("alarms", JSON.parse(event.data)));
    source.addEventListener("error", () => away(source));
  };
  const heard = {
    active: touch,
    lock: () => coverUp(false),
    ended: () => coverUp(true),
    open: () => { if (!cover.hidden) uncover(); },
    alarms: took,
    ask: () => { if (connected) others.postMessage({ kind: "alarms", value: now }); },
  };
  others.addEventListener("message", (event) => heard[event.data.kind]?.(event.data.value));
  const tell = (kind, value) => {
    others.postMessage({ kind, value });
    heard[kind](value);
  };
  setInterval(() => { if (now.emergencies > 0) sound(); }, REMIND);
  others.postMessage({ kind: "ask" });
  navigator.locks.request("workspace-alarms", () => {
    connect();
    return new Promise(() => {});
  });
  badge();
  title();
})();
