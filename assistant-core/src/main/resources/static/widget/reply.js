// Draws a reply: its sentences with their sources, plots, suggestions, and the question whether it helped.
import { cited, mark, sources } from './citation.js';
import { button, h, hidden, withNumbers } from './dom.js';
import { texts } from './texts.js';

const triageOf = ({ turn, triage }) => (turn ?? { triage }).triage;

/** Whether the message answered is an emergency itself. */
export const isEmergency = (entry) => triageOf(entry)?.messageLevel === 'EMERGENCY';

/** Whether the message answered tells of abuse: whoever looks over the shoulder may be the danger. */
export const isOfAbuse = (entry) => /abuse/.test(triageOf(entry)?.categories);

export const body = (language, ...children) =>
  h('div.body', { dir: 'auto', lang: language }, ...children);

/**
 * @param {import('./types.js').Entry} entry
 * @param {import('./types.js').Ui} ui
 */
export function reply(entry, ui) {
  const turn = entry.turn ?? { ...entry, citations: [] };
  const content = sentences(entry, turn, ui);
  if (entry.pending) return [content, h('p.wait', ui.t[entry.wait])];
  return [
    content,
    ...(turn.charts ?? []).map((chart) => plot(chart, turn.language, ui)),
    sources(turn, ui),
    suggestions(turn, ui),
    !isEmergency(entry) && feedback(entry, ui),
  ];
}

// Safety sentences that come first stand in a card that says how urgent the message is; what is said of an earlier
// one is a quiet line.
function sentences(entry, turn, { t, session }) {
  const level = turn.triage?.messageLevel;
  const look = { EMERGENCY: 'emergency', SAME_DAY: 'urgent' }[level];
  const content = body(turn.language);
  let target = content;
  turn.sentences.forEach((sentence, i) => {
    const safety = isEmergency(entry) || sentence.kind === 'safety';
    if (!i && safety && look) {
      const title = h('h3');
      const name = (t) => title.replaceChildren(hidden(t[level]), t[look]);
      name(t);
      // The card speaks the reply's language, whatever the page's.
      if (turn.language && turn.language !== t.language) texts([turn.language]).then(name);
      target = h(`section.card.${look}`, title);
      content.append(target);
    }
    if (!safety) target = content;
    target.append(said(sentence, turn, { t, session }));
  });
  return content;
}

function said(sentence, turn, ui) {
  const line = h(`p.${sentence.kind}`, withNumbers(sentence.text));
  cited(turn).forEach((citation, i) => {
    if (sentence.citations.includes(citation.id)) line.append(' ', mark(citation, i + 1, line, ui));
  });
  return line;
}

function plot({ title, url }, language, { t, session }) {
  const image = h('img', { alt: title });
  const show = (svg) => {
    image.alt += `. ${/<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? ''}`;
    // An image knows no page's font.
    const sans = svg.replace('<svg ', '<svg font-family="system-ui, sans-serif" ');
    image.src = `data:image/svg+xml,${encodeURIComponent(sans)}`;
  };
  session.api
    .picture(url, language)
    .then(show)
    .catch(() => image.replaceWith(t.notDone));
  return h('figure', image, h('figcaption', title));
}

/** What can be said by a press: questions, or the choices of ours. What was used stays readable. */
export function suggestions({ suggestions: list }, { t, send }) {
  const choose = ({ target }) => {
    if (target.ariaDisabled) return;
    target.ariaDisabled = 'true';
    send(target.textContent);
  };
  const one = (text) => button(text, choose, { class: 'suggestion' });
  return list?.length && h('div.row', h('p', t.suggest), list.map(one));
}

function feedback(entry, { t, session, ask }) {
  const status = h('span', { role: 'status' });
  const tell = (text) => () => (status.textContent = text);
  const rate = (rating) => session.feedback(entry, rating).then(tell(t.thanks), tell(t.notDone));
  const why = (reason) => (comment) =>
    rate({ rating: 'down', reason, comment: comment || undefined });
  const down = (reason) =>
    ask({ question: t.why, label: t.comment, yes: t.send, then: why(reason) });
  const buttons = [
    button(t.yes, () => rate({ rating: 'up' })),
    button(t.no, () => down()),
    button(t.unsafe, () => down('wrong-or-unsafe')),
  ];
  return h('div.row.feedback', t.helpful, buttons, status);
}
