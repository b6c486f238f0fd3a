// What a sentence rests on: numbered marks that open their source, and the list of all sources.
import { button, h, link } from './dom.js';
import { fill, inWords } from './texts.js';

/** The citations of a turn in the order in which its sentences name them. */
export function cited({ sentences, citations }) {
  const ids = new Set(sentences.flatMap((sentence) => sentence.citations));
  return [...ids].map((wanted) => citations.find(({ id }) => id === wanted)).filter(Boolean);
}

/** A numbered button that opens its source below the sentence, one at a time. */
export function mark(citation, number, line, ui) {
  const { t } = ui;
  const { kind, title, label } = citation;
  const name = `${number}, ${title ?? `${t.record}: ${label}`}`;
  const opener = button(number, toggle, { class: `mark ${kind}`, 'aria-label': name });
  const card = h(
    `div.source.${kind}`,
    about(citation, ui),
    button(t.shut, toggle, { class: 'back' }),
  );
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

/** All sources of a turn, folded; nothing where it cites none. */
export function sources(turn, ui) {
  const list = cited(turn).map((citation) => h('li', about(citation, ui)));
  return (
    list.length && h('details', h('summary', `${ui.t.sources} (${list.length})`), h('ol', list))
  );
}

function about(citation, { t, session }) {
  const { kind, title, section, publisher, label, date, reviewedOn, page, snippet } = citation;
  const quote = h('blockquote', snippet);
  if (kind === 'record') {
    return [t.record, ': ', h('b', label), date && `, ${inWords(date, t.language)}`, quote];
  }
  const reviewed = reviewedOn && { date: inWords(reviewedOn, t.language) };
  const review = reviewed ? fill(t.reviewed, reviewed) : t.starter;
  return [
    h('b', title),
    section && ` · ${section}`,
    h('p.soft', `${publisher} · ${review}`),
    quote,
    link(page, session.api.base, t.article, t.newTab),
  ];
}
