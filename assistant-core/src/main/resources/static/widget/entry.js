// Draws one entry of the conversation: a message, a reply with its sources, a card.
import { button, h, hidden, link, withNumbers } from './dom.js';
import { fill } from './texts.js';

/** Draws the entry into its node anew. `ui` has the texts `t`, `language`, `session`, `send(text)`, `sheet(form)`. */
export function draw(entry, node, ui) {
  const { t, language, session } = ui;
  const { kind, at, status } = entry;
  const day = at && new Date(at).toDateString() !== new Date().toDateString() ? { dateStyle: 'medium' } : {};
  const time = at && h('time', { datetime: at }, new Date(at).toLocaleString(language, { ...day, timeStyle: 'short' }));
  const parts = {
    consent: () => [
      h('h3', {}, t.consentAsk),
      h('p', {}, t.consent),
      h('div', { class: 'row' }, button(t.agree, () => session.consent(true), { class: 'main' }), button(t.notNow, () => session.consent(false))),
    ],
    greeting: () => [body(entry.language, plain(entry.greeting), h('p', { class: 'soft' }, entry.disclosure)), suggestions(entry, ui)],
    patient: () => [body(null, plain(entry.text)), h('p', { class: 'soft' }, fill(t[status], entry.values)), status === 'failed' && button(t.again, () => session.deliver(entry))],
    provider: () => [body(null, plain(entry.text))],
    assistant: () => (entry.turn || entry.pending ? reply(entry, ui) : [body(null, plain(entry.text))]),
  };
  node.className = `entry ${kind}`;
  node.replaceChildren(h('p', { class: 'soft' }, h('b', {}, { patient: t.you, provider: t.provider }[kind] ?? t.assistant), ' ', time || ''), ...parts[kind]().filter(Boolean));
}

const body = (language, ...children) => h('div', { class: 'body', dir: 'auto', lang: language }, ...children);
const plain = (text) => text.split('\n').map((line) => h('p', {}, withNumbers(line)));
const inWords = (date, language) => new Date(`${date.slice(0, 10)}T12:00`).toLocaleDateString(language, { dateStyle: 'long' });

/** Whether the reply answers an emergency told in this very message. */
export const isEmergency = ({ turn, triage }) => turn?.action === 'emergency' || (turn?.triage ?? triage)?.messageLevel === 'EMERGENCY';

/** What a screen reader is told of the entry: a reply whole and without its marks; else what happens to a message. */
export function spoken(entry, t) {
  const { kind, turn, sentences, wait, status, text, values } = entry;
  if (kind === 'patient') return /^sen/.test(status) ? '' : fill(t[status], values);
  if (kind === 'consent') return t.consentAsk;
  if (kind === 'provider') return `${t.provider}: ${text}`;
  if (isEmergency(entry)) return t.EMERGENCY + (turn?.sentences ?? sentences).map((one) => one.text).join(' ');
  return turn ? (turn.triage.level === 'SAME_DAY' ? t.SAME_DAY : '') + text : (t[wait] ?? text);
}

function reply(entry, ui) {
  const { t } = ui;
  const turn = entry.turn ?? { ...entry, citations: [] };
  const emergency = isEmergency(entry);
  const level = turn.triage?.level;
  const content = body(turn.language);
  let target = content;
  turn.sentences.forEach((sentence, i) => {
    const heading = { EMERGENCY: 'emergency', SAME_DAY: 'urgent' }[level];
    const safety = emergency || sentence.kind === 'safety';
    if (!i && safety && heading) content.append((target = h('section', { class: `card ${heading}` }, h('h3', {}, hidden(t[level]), t[heading]))));
    if (!safety) target = content;
    target.append(said(sentence, turn, ui));
  });
  if (entry.pending) return [content, h('p', { class: 'wait' }, h('i'), t[entry.wait])];
  return [content, ...(turn.charts ?? []).map((chart) => plot(chart, ui)), sources(turn, ui), suggestions(turn, ui), !emergency && feedback(entry, ui)];
}

/** The citations in the order in which the sentences name them. */
function cited({ sentences, citations }) {
  const ids = new Set(sentences.flatMap((sentence) => sentence.citations));
  return [...ids].map((wanted) => citations.find(({ id }) => id === wanted)).filter(Boolean);
}

function said(sentence, turn, ui) {
  const line = h('p', { class: sentence.kind }, withNumbers(sentence.text));
  cited(turn).forEach((citation, i) => sentence.citations.includes(citation.id) && line.append(' ', mark(citation, i + 1, line, ui)));
  return line;
}

// A small numbered button that opens its source below the sentence; one source is open at a time.
function mark(citation, number, line, ui) {
  const label = citation.kind === 'record' ? `${ui.t.record}: ${citation.label}` : citation.title;
  const shut = () => {
    opener.ariaExpanded = false;
    opener.card?.remove();
  };
  const toggle = () => {
    const opens = opener.ariaExpanded === 'false';
    for (const other of opener.getRootNode().querySelectorAll('.mark[aria-expanded=true]')) other.shut();
    if (!opens) return;
    opener.ariaExpanded = true;
    const back = () => {
      shut();
      opener.focus();
    };
    opener.card = h('div', { class: `source ${citation.kind}` }, about(citation, ui), h('blockquote', {}, citation.snippet), button(ui.t.shut, back, { 'data-back': '' }));
    line.after(opener.card);
  };
  const opener = button(`${number}`, toggle, { class: `mark ${citation.kind}`, 'aria-label': `${number}, ${label}`, 'aria-expanded': 'false' });
  opener.shut = shut;
  return opener;
}

function about(citation, { t, language, session }) {
  const { kind, title, section, publisher, label, date, reviewedOn, page, url } = citation;
  if (kind === 'record') return h('p', {}, h('em', {}, t.record), ' ', h('b', {}, label), date && `, ${inWords(date, language)}`);
  const review = reviewedOn ? fill(t.reviewed, { date: inWords(reviewedOn, language) }) : t.starter;
  const { base } = session.api;
  return h('p', {}, h('b', {}, title), section && ` · ${section}`, h('small', {}, `${publisher} · ${review}`), link(page, base, t.article, t.newTab), ' · ', link(url, base, t.original, t.newTab));
}

function sources(turn, ui) {
  const list = cited(turn);
  const items = list.map((citation) => h('li', {}, about(citation, ui), citation.kind === 'record' && citation.snippet));
  return list.length && h('details', {}, h('summary', {}, `${ui.t.sources} (${list.length})`), h('ol', {}, items));
}

function plot({ title, url }, { t, session }) {
  const image = h('img', { alt: fill(t.chart, { title }) });
  const show = (svg) => {
    image.alt += `. ${/<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? ''}`;
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`; // as an image it can run nothing
  };
  session.api.picture(url).then(show).catch(() => image.replaceWith(t.failed));
  return h('figure', {}, image, h('figcaption', {}, title));
}

// A suggestion that was used stays readable, so that the reader does not lose the place.
function suggestions({ suggestions: list }, { t, send }) {
  const choose = ({ target }) => {
    if (target.ariaDisabled) return;
    target.ariaDisabled = 'true';
    send(target.textContent);
  };
  return list?.length && h('div', { class: 'row' }, h('p', {}, t.ask), list.map((text) => button(text, choose, { class: 'suggestion' })));
}

function feedback(entry, { t, session, sheet }) {
  const row = h('div', { class: 'row feedback' });
  const rate = async (rating) => {
    const done = await session.feedback(entry, rating).then(() => true, () => false);
    row.lastChild.textContent = done ? t.thanks : t.failed;
  };
  const ask = (choice) => sheet({ title: t.why, field: t.comment, choices: ['unsafe', 'unclear', 'offTopic'], choice, yes: t.send, then: (reason) => rate({ rating: 'down', ...reason }) });
  row.append(t.helpful, button(t.yes, () => rate({ rating: 'up' })), button(t.no, () => ask()), button(t.unsafe, () => ask('unsafe')), h('span', { role: 'status' }));
  return row;
}
