// The panel's elements, in one language.
import { button, h } from './dom.js';
import { fill } from './texts.js';

// Characters from which on they are counted.
const COUNTED = 3500;

/**
 * Builds the panel.
 * @param {Record<string, string>} t
 * @param {boolean} inline whether it is part of the page, not a dialog over it
 * @param {object} on what its controls do: `open`, `close`, `leave`, `fresh`, `human`, `earlier`,
 *   `submit`, `typed`
 * @returns {object} its parts by name, and `type(text)`, which puts a text into the field
 */
export function panel(t, inline, on) {
  const ui = {
    polite: h('div.vh', { role: 'status' }),
    urgent: h('div.vh', { role: 'alert' }),
    banner: h('div.banner'),
    earlier: h('div.row'),
    list: h('div'),
    slot: h('div'),
    launcher: button(t.launch, on.open, { class: 'launcher main' }),
    leave: button(t.leave, on.leave, { class: 'emergency', hidden: '' }),
  };
  const writing = form(t, on);
  Object.assign(ui, { field: writing.field, type: writing.type, log: log(t, ui, on) });
  const frame = {
    role: inline ? 'region' : 'dialog',
    'aria-label': t.title,
    onkeydown: ({ key }) => key === 'Escape' && escape(ui, !inline && on.close),
  };
  const head = header(t, inline, on);
  ui.panel = h('section.panel', frame, head, ui.leave, ui.banner, ui.log, ui.slot, writing.form);
  return ui;
}

function header(t, inline, on) {
  const shut = !inline && button('✕', on.close, { 'aria-label': t.close });
  return h('header', h('h2', t.title), button(t.newChat, on.fresh), shut);
}

function log(t, ui, on) {
  const attributes = { role: 'log', 'aria-live': 'off', 'aria-label': t.log, tabindex: 0 };
  const earlier = h('details', { ontoggle: on.earlier }, h('summary', t.earlier), ui.earlier);
  return h('div.log', attributes, earlier, h('p.soft', t.disclosure), ui.list);
}

function form(t, on) {
  const count = h('div', { role: 'status' });
  const typed = () => {
    const n = field.value.length;
    count.textContent = n < COUNTED ? '' : fill(t.count, { n });
    on.typed(field.value);
  };
  const type = (text) => {
    field.value = text;
    typed();
  };
  const onsubmit = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    type('');
    if (text) on.submit(text);
  };
  const onkeydown = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) onsubmit(event);
  };
  const attributes = { 'aria-label': t.label, placeholder: t.label, rows: 1 };
  const field = h('textarea', { ...attributes, oninput: typed, onkeydown });
  const row = h('div.row', button(t.human, on.human), h('button.main', t.send));
  return { field, type, form: h('form', { onsubmit }, field, count, row) };
}

// First what is open in the panel, then the panel.
function escape({ panel: node }, close) {
  const back = node.querySelector('.back');
  if (back) back.click();
  else if (close) close();
}

/**
 * Asks the patient something above the field; `then` gets what was written, where a `label` asks
 * for text.
 * @param {import('./types.js').Question} question
 */
export function ask({ question, label, yes, then }, { t, slot }) {
  const before = slot.getRootNode().activeElement;
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
