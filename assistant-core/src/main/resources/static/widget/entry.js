// Draws an entry of the conversation, and says what a screen reader is told of it.
import { button, h, withNumbers } from './dom.js';
import { body, isEmergency, reply, suggestions } from './reply.js';
import { fill } from './texts.js';

/** @typedef {import('./types.js').Entry} Entry */

const RECENT_MILLIS = 20 * 3_600_000;

/**
 * @param {Entry} entry
 * @param {HTMLElement} node takes the drawing
 * @param {import('./types.js').Ui} ui
 */
export function draw(entry, node, ui) {
  const { t } = ui;
  const { kind, at } = entry;
  const name = entry.writtenBy ?? { patient: t.you, provider: t.provider }[kind] ?? t.assistant;
  const heading = h('p.soft', h('b', name), at && ` ${time(at, t.language)}`);
  const parts = drawings[kind]?.(entry, ui) || [body(null, plain(entry.text))];
  node.className = `entry ${kind}`;
  node.replaceChildren(heading, ...parts.filter(Boolean));
}

const drawings = {
  consent: (entry, { t, session }) => [
    h('h3', t.consentAsk),
    h('p', t.consent),
    button(t.agree, () => session.agree(), { class: 'main' }),
  ],
  greeting: (entry, ui) => [
    body(entry.language, plain(entry.greeting), h('p.soft', entry.disclosure)),
    suggestions(entry, ui),
  ],
  patient: (entry, { t, session }) => [
    body(null, plain(entry.text)),
    h('p.soft', fill(t[entry.status], entry.values)),
    entry.status === 'failed' && button(t.again, () => session.deliver(entry)),
  ],
  assistant: (entry, ui) => (entry.turn || entry.pending) && reply(entry, ui),
};

const plain = (text) => text.split('\n').map((line) => h('p', withNumbers(line)));

function time(at, language) {
  const recent = Date.now() - new Date(at) < RECENT_MILLIS;
  const style = { timeStyle: 'short', dateStyle: recent ? undefined : 'medium' };
  return new Date(at).toLocaleString(language, style);
}

/**
 * What a screen reader is told; empty: nothing.
 * @param {Entry} entry
 * @param {Record<string, string>} t
 */
export function spoken(entry, t) {
  const { kind, turn, sentences, wait, status, text, values } = entry;
  if (kind === 'patient') return /^sen/.test(status) ? '' : fill(t[status], values);
  if (kind === 'consent') return t.consentAsk;
  if (kind === 'provider') return `${t.provider}: ${text}`;
  const of = turn ?? entry;
  const said = turn && !isEmergency(entry) ? text : of.sentences?.map((one) => one.text).join(' ');
  return said ? (t[of.triage?.messageLevel] ?? '') + said : (t[wait] ?? text);
}
