// Constructed, as a strict CSP wants. A page may set the --ha- properties.
const css = `
:host {
  --c: var(--ha-accent, light-dark(#0b5a80, #8accf0));
  --ct: var(--ha-accent-text, light-dark(#fff, #08222f));
  --bg: light-dark(#fff, #12181e);
  --fg: light-dark(#17222c, #eef2f5);
  --soft: light-dark(#4a5661, #b4c0ca);
  --tint: light-dark(#eef3f6, #212b34);
  --line: light-dark(#74828e, #7d8c99);
  --red: light-dark(#b3121d, #ff9a94);
  --r: var(--ha-radius, 12px);
}
.root {
  all: initial;
  display: contents;
  color-scheme: light dark;
  font: max(1rem, 17px)/1.5 var(--ha-font, system-ui, sans-serif);
}
:host([theme='light']) .root {
  color-scheme: light;
}
:host([theme='dark']) .root {
  color-scheme: dark;
}
:host([mode='inline']) {
  display: block;
  height: 100%;
}
* {
  box-sizing: border-box;
  margin: 0;
}
[hidden] {
  display: none !important;
}
.vh {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
button,
textarea {
  font: inherit;
  color: inherit;
  background: var(--bg);
  border: 1px solid var(--line);
  border-radius: var(--r);
}
button {
  min-height: 44px;
  padding: 0.4em 0.9em;
}
button:hover {
  text-decoration: underline;
}
[aria-disabled] {
  border-style: dashed;
  color: var(--soft);
}
.main {
  background: var(--c);
  color: var(--ct);
  border-color: var(--c);
  font-weight: 600;
}
:focus-visible {
  outline: 3px solid var(--c);
  outline-offset: 2px;
}
a {
  color: var(--c);
}
.launcher,
[role='dialog'] {
  position: fixed;
  z-index: 9999;
  right: 16px;
  bottom: 16px;
  box-shadow: 0 4px 24px #0006;
}
.launcher {
  padding: 0.9em 1.3em;
  border-radius: 2em;
}
.panel {
  display: flex;
  flex-direction: column;
  height: 100%;
  overflow: hidden;
  overflow-wrap: anywhere;
  background: var(--bg);
  color: var(--fg);
  border: 1px solid var(--line);
  border-radius: var(--r);
}
[role='dialog'] {
  width: min(30em, 100vw - 32px);
  height: min(46em, 100dvh - 32px);
}
header,
.row {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5em;
  align-items: center;
}
header,
form {
  padding: 0.6em 0.8em;
  border: solid var(--line);
  border-width: 0 0 1px;
}
form {
  display: grid;
  gap: 0.5em;
  border-width: 1px 0 0;
}
h2,
h3 {
  font-size: 1.1em;
}
h2 {
  flex: 1 1 5em;
}
.banner {
  padding: 0.5em 0.9em;
  background: var(--tint);
  border-left: 6px solid var(--c);
  font-weight: 600;
}
.log {
  flex: 1;
  overflow-y: auto;
  padding: 0.8em;
  outline-offset: -3px;
}
.log:has(.greeting) > .soft {
  display: none;
}
.entry {
  max-width: 36em;
  margin-top: 1em;
}
p + p,
.body + *,
.row + *,
.consent * {
  margin-top: 0.45em;
}
.soft,
.feedback {
  color: var(--soft);
  font-size: 0.85em;
}
.body,
.consent {
  width: fit-content;
  padding: 0.6em 0.9em;
  background: var(--tint);
  border-radius: var(--r);
}
.body:empty {
  display: none;
}
.patient {
  display: grid;
  justify-items: end;
  margin-left: auto;
}
.patient .body {
  background: var(--c);
  color: var(--ct);
}
.patient a,
.emergency a {
  color: inherit;
  font-weight: 700;
}
.provider .body {
  background: none;
  border: 2px solid var(--c);
}
.card {
  margin: -0.6em -0.9em;
  padding: 0 0.8em 0.8em;
  border: 3px solid var(--red);
  border-radius: var(--r);
  background: var(--bg);
  overflow: hidden;
}
.card + p {
  margin-top: 1.3em;
}
.card h3 {
  margin: 0 -0.72em;
  padding: 0.4em 0.72em;
  color: var(--red);
}
.card h3::before {
  content: '⚠ ' / '';
}
.emergency {
  background: #232b33;
  color: #fff;
  border-color: #b3121d;
}
.emergency p {
  font-size: 1.1em;
}
.emergency h3 {
  background: #b3121d;
  color: #fff;
  margin-bottom: 0.5em;
}
.panel > .emergency {
  position: fixed;
  top: 0;
  left: 0;
}
p.record,
.body > .safety {
  border-left: 4px solid var(--c);
  padding-left: 0.6em;
}
.mark {
  min-height: 26px;
  min-width: 26px;
  padding: 0;
  font-size: 0.75em;
  vertical-align: 0.3em;
  color: var(--c);
}
.mark[aria-expanded='true'] {
  background: var(--c);
  color: var(--ct);
}
.source {
  margin: 0.5em 0;
  padding: 0.7em 0.9em;
  border: 2px solid var(--c);
  border-radius: var(--r);
  background: var(--bg);
}
.source button {
  display: block;
  margin-top: 0.5em;
}
.mark.record,
.source.record {
  border-style: dashed;
}
blockquote {
  margin: 0.4em 0;
  padding-left: 0.7em;
  border-left: 4px solid var(--line);
}
summary {
  min-height: 32px;
}
.row p {
  width: 100%;
}
.row .main:last-child {
  margin-left: auto;
}
.suggestion {
  border-color: var(--c);
  text-align: left;
}
img {
  max-width: 100%;
  background: #fff;
  color-scheme: light;
}
textarea {
  width: 100%;
  max-height: 9em;
  padding: 0.6em 0.7em;
  field-sizing: content;
}
::placeholder {
  color: var(--soft);
  opacity: 1;
}
@media (max-width: 36em) {
  [role='dialog'] {
    inset: 0;
    width: auto;
    height: 100dvh;
    border-radius: 0;
  }
}
@media (max-height: 30em) {
  .panel {
    overflow-y: auto;
  }
  .log {
    flex: none;
    overflow: visible;
  }
  :host([mode='inline']),
  [role='region'] {
    height: auto;
  }
}
@media (forced-colors: active) {
  .body,
  .card,
  .banner {
    border: 2px solid;
  }
  .main {
    border-width: 3px;
  }
}
`;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
