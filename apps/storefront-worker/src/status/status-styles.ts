/** Stylesheet of the pages for people who run the deployment, served at `/status.css`. */
export const STATUS_STYLES = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #586274; --paper: #f6f7f9; --card: #fff;
  --line: #dfe3ea; --link: #0b57a4; --good: #17663a; --bad: #a3241d; --busy: #7a5200; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --soft: #a3adbd; --paper: #14181f;
  --card: #1c222c; --line: #303947; --link: #83bbf5; --good: #74d19a; --bad: #ff9a92; --busy: #ecc46d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
header, main { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; padding-bottom: .5rem; }
h1 { margin: 0; font-size: 1.75rem; }
header p { margin: .25rem 0 0; color: var(--soft); }
h2 { margin: 0 0 .75rem; font-size: 1.2rem; }
h2 code { font-size: .85em; color: var(--soft); font-weight: 400; }
.card, .notice { margin: 1.25rem 0; padding: 1.25rem 1.5rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .75rem; }
.notice { border-color: var(--busy); }
.notice h2 { color: var(--busy); }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem;
  margin: 0 0 1rem; padding: 0; list-style: none; color: var(--soft); }
.counts strong { display: block; font-size: 1.5rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .2rem; }
pre { overflow-x: auto; padding: .75rem 1rem; background: var(--paper); border-radius: .5rem; }
.state { font-weight: 600; }
.state-succeeded { color: var(--good); }
.state-failed { color: var(--bad); }
.state-running, .state-queued, .state-cancelled { color: var(--busy); }
h3 { margin: 0 0 .5rem; font-size: 1rem; }
h3 code { color: var(--soft); font-weight: 400; }
p { margin: 0 0 .75rem; }
small { color: var(--soft); }
.runs { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem 2rem; margin: 0;
  padding: 0; list-style: none; }
progress { accent-color: var(--link); }
label { font-weight: 600; }
input, select, button { font: inherit; color: inherit; }
input[type=password], select { display: block; width: 100%; max-width: 24rem; padding: .4rem .6rem;
  background: var(--paper); border: 1px solid var(--soft); border-radius: .4rem; }
button { padding: .4rem .9rem; color: var(--card); background: var(--link); border: 1px solid var(--link);
  border-radius: .4rem; cursor: pointer; }
button.quiet { color: var(--link); background: none; }
:is(input, select, button, summary, .wide):focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 400; white-space: nowrap; }
thead th { color: var(--soft); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
details li { overflow-wrap: anywhere; }
figure { margin: 0 0 1rem; overflow-x: auto; }
figcaption { margin-bottom: .5rem; color: var(--soft); font-size: .9rem; }
rect { fill: var(--link); }
.bar-failed { fill: var(--bad); }
.bar-running, .bar-queued, .bar-cancelled { fill: var(--busy); }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
`;
