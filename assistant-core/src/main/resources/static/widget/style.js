// The widget's look. A page may set --ha-accent, --ha-accent-text, --ha-font and --ha-radius on the element.
const css = `
:host {
  --c: var(--ha-accent, light-dark(#0b5a80, #8accf0)); --ct: var(--ha-accent-text, light-dark(#fff, #08222f));
  --bg: light-dark(#fff, #12181e); --fg: light-dark(#17222c, #eef2f5); --soft: light-dark(#4a5661, #b4c0ca);
  --tint: light-dark(#eef3f6, #212b34); --line: light-dark(#74828e, #7d8c99); --red: light-dark(#b3121d, #ff9a94);
  --r: var(--ha-radius, 14px); color-scheme: light dark; font: max(1em, 17px)/1.5 var(--ha-font, system-ui, sans-serif);
}
:host([theme=light]) { color-scheme: light; }
:host([theme=dark]) { color-scheme: dark; }
:host([mode=inline]) { display: block; height: 100%; }
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button, textarea { font: inherit; color: inherit; background: var(--bg); border: 1px solid var(--line); border-radius: 10px; }
button { min-height: 44px; padding: .4em .9em; cursor: pointer; }
button:hover { text-decoration: underline; }
[aria-disabled] { border-style: dashed; color: var(--soft); cursor: default; }
.main { background: var(--c); color: var(--ct); border-color: var(--c); font-weight: 600; }
:focus-visible { outline: 3px solid var(--c); outline-offset: 2px; }
a { color: var(--c); }
.launcher, [role=dialog] { position: fixed; z-index: 9999; right: 16px; bottom: 16px; box-shadow: 0 4px 24px #0006; }
.launcher { min-height: 56px; padding: .6em 1.3em; border-radius: 28px; }
.panel { display: flex; flex-direction: column; overflow: hidden; overflow-wrap: anywhere; background: var(--bg); color: var(--fg); border: 1px solid var(--line); border-radius: var(--r); }
[role=dialog] { width: min(30em, 100vw - 32px); height: min(46em, 100dvh - 32px); }
[role=region] { height: 100%; }
header { display: flex; flex-wrap: wrap; gap: .4em; align-items: center; padding: .5em .8em; border-bottom: 1px solid var(--line); }
h2, h3 { font-size: 1.1em; }
h2 { margin-right: auto; }
.banner { padding: .5em .9em; background: var(--tint); border-left: 6px solid var(--c); font-weight: 600; }
.log { flex: 1; overflow-y: auto; padding: .8em; }
.log:focus-visible { outline-offset: -3px; }
.log:has(.greeting) > .soft { display: none; }
.entry { max-width: 36em; margin-top: 1em; }
p + p, .body + *, .row + * { margin-top: .45em; }
.soft, small, figcaption { color: var(--soft); font-size: .85em; }
small { display: block; }
.body, .consent { width: fit-content; padding: .6em .9em; background: var(--tint); border-radius: var(--r); }
.body:empty { display: none; }
.patient { display: grid; justify-items: end; margin-left: auto; max-width: 32em; }
.patient .body { background: var(--c); color: var(--ct); }
.patient a { color: inherit; }
.provider .body { background: none; border: 2px solid var(--c); }
.card { padding: 0 .9em .8em; border: 3px solid var(--red); border-radius: 8px; background: var(--bg); }
.card h3 { margin: 0 -.8em .4em; padding: .4em .8em 0; color: var(--red); }
.card h3::before { content: '⚠ ' / ''; }
.card + p { margin-top: .7em; }
.emergency { background: #232b33; color: #fff; border-color: #b3121d; font-size: 1.1em; }
.emergency h3 { background: #b3121d; color: #fff; padding: .4em .8em; }
.emergency a { color: #fff; font-weight: 700; }
p.record { border-left: 4px solid var(--c); padding-left: .6em; }
.mark { min-height: 26px; min-width: 26px; padding: 0; font-size: .75em; vertical-align: .3em; color: var(--c); }
.mark[aria-expanded=true] { background: var(--c); color: var(--ct); }
.source { margin: .5em 0; padding: .7em .9em; border: 2px solid var(--c); border-radius: 10px; background: var(--bg); }
.mark.record, .source.record { border-style: dashed; }
blockquote { margin: .5em 0; padding-left: .7em; border-left: 4px solid var(--line); }
em { font-style: normal; background: var(--fg); color: var(--bg); padding: .1em .4em; border-radius: 5px; font-size: .85em; }
summary { min-height: 32px; cursor: pointer; }
ol { padding-left: 1.6em; }
.row { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; }
.row p { width: 100%; }
.row > .main:last-child { margin-left: auto; }
.suggestion { border-color: var(--c); text-align: left; }
.feedback { font-size: .85em; }
img { max-width: 100%; background: #fff; color-scheme: light; }
.wait i { display: inline-block; width: .7em; height: .7em; margin-right: .5em; border-radius: 50%; background: var(--c); animation: beat 1s infinite alternate; }
@keyframes beat { to { opacity: .2; } }
form { display: grid; gap: .5em; padding: .7em .8em; border-top: 1px solid var(--line); }
label { min-height: 32px; }
textarea { width: 100%; min-height: 50px; max-height: 9em; padding: .6em .7em; resize: vertical; field-sizing: content; }
@media (max-width: 36em) { [role=dialog] { inset: 0; width: auto; height: 100dvh; border-radius: 0; } }
@media (max-height: 30em) {
  .panel { overflow-y: auto; }
  .log { flex: none; overflow: visible; }
  :host([mode=inline]), [role=region] { height: auto; }
}
@media (prefers-reduced-motion) { * { animation: none !important; } }
@media (forced-colors: active) { .body, .card, .banner { border: 2px solid; } .main { border-width: 3px; } }
`;

/** Constructed, so that a strict content security policy allows it. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
