// Behaviour of the care team's pages: ticking times, live announcements, lost connections, keys.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);

  // Times count on between two messages of the stream.
  const span = (from, to) => {
    const minutes = Math.max(0, Math.floor((to - from) / 60000));
    if (minutes < 60) return `${minutes} min`;
    if (minutes < 2880) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    return `${Math.floor(minutes / 1440)} d`;
  };
  const tick = () => {
    const now = Date.now();
    for (const time of document.querySelectorAll("time[data-waited]")) {
      time.textContent = span(Date.parse(time.dateTime), now);
    }
    for (const time of document.querySelectorAll("time[data-target]")) {
      const due = Date.parse(time.dateTime);
      const late = now > due;
      time.textContent = late ? `late by ${span(due, now)}` : `${span(now, due)} left`;
      time.closest(".row, .head").classList.toggle("late", late);
    }
  };
  setInterval(tick, 1000);

  // Live regions: emptied first, so that the same words are read again.
  const say = (where, words) => {
    const region = byId(where);
    region.textContent = "";
    setTimeout(() => { region.textContent = words; }, 150);
  };

  // The inbox: what is new, and what has to be called now.
  const marks = (row) => [row.dataset.key, row.dataset.call && `call ${row.dataset.call}`].filter(Boolean);
  const keys = () => new Set([...document.querySelectorAll("[data-key]")].flatMap(marks));
  let known = keys();
  const rowsChanged = () => {
    const fresh = [...document.querySelectorAll("[data-key]")].filter((row) => marks(row).some((mark) => !known.has(mark)));
    const urgent = fresh.filter((row) => row.dataset.level === "EMERGENCY");
    const other = fresh.filter((row) => row.dataset.level !== "EMERGENCY");
    const call = (row) => [...row.querySelectorAll(".call")].map((one) => ` ${one.textContent.trim()}`).join(".");
    const words = (some) => some.map((row) => row.dataset.announce + call(row)).join(". ");
    if (urgent.length > 0) say("assertive", words(urgent));
    if (other.length > 0) say("polite", words(other));
    known = keys();
  };

  // On a phone the rows come first; the filter opens by a touch.
  const fold = () => {
    const filters = document.querySelector(".filters");
    if (filters && matchMedia("(max-width: 40rem)").matches) filters.open = false;
  };
  fold();

  // The way back from a case leads to the inbox as it was filtered.
  const goBack = () => {
    if (document.body.dataset.page === "inbox") sessionStorage.setItem("workspace-inbox", location.search);
    if (byId("back")) byId("back").href = "/workspace" + (sessionStorage.getItem("workspace-inbox") || "");
  };
  goBack();

  // A case: what the patient wrote meanwhile.
  const patientLines = () => document.querySelectorAll(".transcript .by-patient").length;
  let lines = patientLines();
  const transcriptChanged = () => {
    const now = patientLines();
    if (now > lines) {
      const last = [...document.querySelectorAll(".transcript .by-patient")].pop();
      say("polite", last.querySelector(".from strong").textContent + ": " + last.querySelector(".text").textContent);
      if (!byId("suggestions")?.contains(document.activeElement)) htmx.trigger(document.body, "patient-wrote");
    }
    lines = now;
  };
  document.body.addEventListener("htmx:sseMessage", (event) => {
    if (event.target.id === "inbox") rowsChanged();
    if (event.target.id === "transcript") transcriptChanged();
    tick();
  });

  // The connection.
  const lost = byId("lost");
  document.body.addEventListener("htmx:sseError", () => {
    if (byId("cover").hidden && lost.textContent === "") lost.textContent = lost.dataset.text;
  });
  document.body.addEventListener("htmx:sseOpen", () => { lost.textContent = ""; });
  document.body.addEventListener("htmx:sendError", () => { lost.textContent = lost.dataset.text; });

  // Forms: the proof of origin, one answer at a time, an emptied form after success.
  const csrf = document.querySelector("meta[name=csrf]");
  document.body.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers[csrf.dataset.header] = csrf.content;
  });
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    for (const button of document.querySelectorAll(`button[form="${event.target.id}"]`)) button.disabled = true;
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    for (const button of document.querySelectorAll(`button[form="${event.target.id}"]`)) button.disabled = false;
    if (event.detail.xhr.status < 400 && event.target.tagName === "FORM") {
      event.target.reset();
      segments();
    }
    if (document.activeElement === document.body) byId("content").focus();
  });

  // How many texts a reply becomes: the gateway's own count decides, this one is for writing.
  const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
  const segments = () => {
    const area = byId("reply-text");
    const out = byId("segments");
    if (!area || !out) return;
    const text = area.value;
    const plain = GSM.test(text);
    const length = plain ? text.length + (text.match(/[\^{}\\[~\]|€]/g) || []).length : text.length;
    const [one, many] = plain ? [160, 153] : [70, 67];
    const count = length <= one ? 1 : Math.ceil(length / many);
    out.textContent = length === 0 ? "" : `${length} characters, ${count} ${count === 1 ? "text" : "texts"}`;
  };
  document.addEventListener("input", (event) => { if (event.target.id === "reply-text") segments(); });

  // A suggested text goes into the reply, behind what stands there; sending stays a press of its own.
  document.addEventListener("click", (event) => {
    const fill = event.target.closest(".fill");
    if (!fill) return;
    const area = byId("reply-text");
    const text = byId(fill.dataset.from).textContent;
    area.value = area.value.trim() === "" ? text : `${area.value.trimEnd()}\n\n${text}`;
    area.focus();
    segments();
  });

  // Keys.
  const dialog = byId("keys");
  if (!dialog) return;
  byId("keys-open").addEventListener("click", () => dialog.showModal());
  const on = byId("keys-on");
  on.checked = localStorage.getItem("workspace-keys") !== "off";
  on.addEventListener("change", () => localStorage.setItem("workspace-keys", on.checked ? "on" : "off"));
  const move = (step) => {
    const rows = [...document.querySelectorAll(".row .who")];
    const at = rows.indexOf(document.activeElement);
    const to = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
    rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
  };
  const actions = {
    "j": () => move(1),
    "k": () => move(-1),
    "a": () => byId("do-acknowledge")?.click(),
    "r": () => byId("reply-text")?.focus(),
    "?": () => dialog.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, dialog");
    if (!byId("cover").hidden || writing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in actions)) return;
    if (!on.checked && event.key !== "?") return;
    event.preventDefault();
    actions[event.key]();
  });
  // After the lock the content is new.
  document.addEventListener("workspace:fresh", () => {
    known = keys();
    lines = patientLines();
    fold();
    goBack();
    tick();
    segments();
  });
  tick();
  segments();
})();
