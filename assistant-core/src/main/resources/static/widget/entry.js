// Draws an entry of the conversation. `ui` has the texts `t`, `session`, `send(text)`, `ask(question)`.
import { button, h, hidden, link, withNumbers } from './dom.js';
import { fill } from './texts.js';

export function draw(entry, node, ui) {
  const { t, session } = ui;
  const { kind, at, status, text } = entry;
  const name = { patient: t.you, provider: t.provider }[kind] ?? t.assistant;
  const parts = {
    consent: () => [h('h3', t.consentAsk), h('p', t.consent), button(t.agree, () => session.agree(), { class: 'main' })],
    greeting: () => [body(entry.language, plain(entry.greeting), h('p.soft', entry.disclosure)), suggestions(entry, ui)],
    patient: () => [body(null, plain(text)), h('p.soft', fill(t[status], entry.values)), status === 'failed' && button(t.again, () => session.deliver(entry))],
    assistant: () => (entry.turn || entry.pending) && reply(entry, ui),
  };
  node.className = `entry ${kind}`;
  node.replaceChildren(h('p.soft', h('b', name), at && ` ${time(at, t)}`), ...(parts[kind]?.() || [body(null, plain(text))]).filter(Boolean));
}

const body = (language, ...children) => h('div.body', { dir: 'auto', lang: language }, ...children);
const plain = (text) => text.split('\n').map((line) => h('p', withNumbers(line)));
const dayOf = (date, t) => new Date(`${date.slice(0, 10)}T12:00`).toLocaleDateString(t.language, { dateStyle: 'long' });

function time(at, t) {
  const recent = Date.now() - new Date(at) < 20 * 3_600_000;
  return new Date(at).toLocaleString(t.language, { timeStyle: 'short', dateStyle: recent ? undefined : 'medium' });
}

/** Whether the message answered is an emergency itself. */
export const isEmergency = ({ turn, triage }) => (turn?.triage ?? triage)?.messageLevel === 'EMERGENCY';

/** What a screen reader is told. */
export function spoken(entry, t) {
  const { kind, turn, sentences, wait, status, text, values } = entry;
  if (kind === 'patient') return /^sen/.test(status) ? '' : fill(t[status], values);
  if (kind === 'consent') return t.consentAsk;
  if (kind === 'provider') return `${t.provider}: ${text}`;
  if (isEmergency(entry)) return t.EMERGENCY + (turn ?? { sentences }).sentences.map((one) => one.text).join(' ');
  return turn ? (turn.triage.level === 'SAME_DAY' ? t.SAME_DAY : '') + text : (t[wait] ?? text);
}

function reply(entry, ui) {
  const { t } = ui;
  const turn = entry.turn ?? { ...entry, citations: [] };
  const emergency = isEmergency(entry);
  const level = turn.triage?.level;
  const look = { EMERGENCY: 'emergency', SAME_DAY: 'urgent' }[level];
  const content = body(turn.language);
  let target = content;
  turn.sentences.forEach((sentence, i) => {
    const safety = emergency || sentence.kind === 'safety';
    if (!i && safety && look) content.append((target = h(`section.card.${look}`, h('h3', hidden(t[level]), t[look]))));
    if (!safety) target = content;
    target.append(said(sentence, turn, ui));
  });
  if (entry.pending) return [content, h('p.wait', t[entry.wait])];
  return [content, ...(turn.charts ?? []).map((chart) => plot(chart, ui)), sources(turn, ui), suggestions(turn, ui), !emergency && feedback(entry, ui)];
}

// In the order in which the sentences name them.
function cited({ sentences, citations }) {
  const ids = new Set(sentences.flatMap((sentence) => sentence.citations));
  return [...ids].map((wanted) => citations.find(({ id }) => id === wanted)).filter(Boolean);
}

function said(sentence, turn, ui) {
  const line = h(`p.${sentence.kind}`, withNumbers(sentence.text));
  cited(turn).forEach((citation, i) => sentence.citations.includes(citation.id) && line.append(' ', mark(citation, i + 1, line, ui)));
  return line;
}

// A numbered button that opens its source below the sentence, one at a time.
function mark(citation, number, line, ui) {
  const { t } = ui;
  const opener = button(number, toggle, { class: `mark ${citation.kind}`, 'aria-label': `${number}, ${citation.title ?? `${t.record}: ${citation.label}`}` });
  const card = h(`div.source.${citation.kind}`, about(citation, ui), button(t.shut, toggle, { class: 'back' }));
  opener.ariaExpanded = 'false';
  function toggle() {
    const opens = opener.ariaExpanded === 'false';
    if (opens) {
      opener.getRootNode().querySelector('.source .back')?.click();
      line.after(card);
    } else card.remove();
    opener.ariaExpanded = opens;
    opener.focus();
  }
  return opener;
}

function about({ kind, title, section, publisher, label, date, reviewedOn, page, snippet }, { t, session }) {
  const quote = h('blockquote', snippet);
  if (kind === 'record') return [t.record, ': ', h('b', label), date && `, ${dayOf(date, t)}`, quote];
  const review = reviewedOn ? fill(t.reviewed, { date: dayOf(reviewedOn, t) }) : t.starter;
  return [h('b', title), section && ` · ${section}`, h('p.soft', `${publisher} · ${review}`), quote, link(page, session.api.base, t.article, t.newTab)];
}

function sources(turn, ui) {
  const list = cited(turn).map((citation) => h('li', about(citation, ui)));
  return list.length && h('details', h('summary', `${ui.t.sources} (${list.length})`), h('ol', list));
}

function plot({ title, url }, { t, session }) {
  const image = h('img', { alt: title });
  const show = (svg) => {
    image.alt += `. ${/<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? ''}`;
    const sans = svg.replace('<svg ', '<svg font-family="system-ui, sans-serif" '); // an image knows no page's font
    image.src = `data:image/svg+xml,${encodeURIComponent(sans)}`;
  };
  session.api.picture(url).then(show).catch(() => image.replaceWith(t.failed));
  return h('figure', image, h('figcaption', title));
}

// What was used stays readable.
function suggestions({ suggestions: list }, { t, send }) {
  const choose = ({ target }) => {
    if (target.ariaDisabled) return;
    target.ariaDisabled = 'true';
    send(target.textContent);
  };
  return list?.length && h('div.row', h('p', t.suggest), list.map((text) => button(text, choose, { class: 'suggestion' })));
}

function feedback(entry, { t, session, ask }) {
  const said = h('span', { role: 'status' });
  const rate = (rating) => session.feedback(entry, rating).then(() => (said.textContent = t.thanks), () => (said.textContent = t.failed));
  const down = (reason) => ask({ question: t.why, label: t.comment, yes: t.send, then: (comment) => rate({ rating: 'down', reason, comment: comment || undefined }) });
  const buttons = [button(t.yes, () => rate({ rating: 'up' })), button(t.no, () => down()), button(t.unsafe, () => down('wrong-or-unsafe'))];
  return h('div.row.feedback', t.helpful, buttons, said);
}
