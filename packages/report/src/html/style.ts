import { onDarkPaper } from '../chart/palette.js';
import { printStyle } from './print-style.js';

/** 仿宋 for text, 黑体 for first and second headings, 楷体 for （一）, as official documents are set. */
const fonts = `
:root {
  --title: FZXiaoBiaoSong-B05S, 方正小标宋简体, 方正小标宋_GBK, var(--hei);
  --song: FangSong, 仿宋, FangSong_GB2312, 仿宋_GB2312, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
  --hei: SimHei, 黑体, "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  --kai: KaiTi, 楷体, KaiTi_GB2312, 楷体_GB2312, STKaiti, "Kaiti SC", "Noto Serif CJK SC", serif;
}`;

function chartVariables(paper: 0 | 1): string {
  return onDarkPaper.map((colour, index) => `--chart-${index}: ${colour[paper]};`).join(' ');
}

const colours = `
:root {
  color-scheme: light;
  --paper: #ffffff; --ink: #1a1a1a; --soft: #595959; --line: #8c8c8c; --tint: #f2f4f7; --link: #174ea6; --open: #ffe08a; --open-ink: #7a1f00;
  ${chartVariables(0)}
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #1b1c1e; --ink: #e6e6e3; --soft: #a8a8a4; --line: #5c5f63; --tint: #26292d; --link: #9cc0ff; --open: #6b4e00; --open-ink: #ffe9b0;
    ${chartVariables(1)}
  }
}`;

const text = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.9 var(--song); overflow-wrap: anywhere; }
main { max-width: 50rem; margin: 0 auto; padding: 2rem clamp(1rem, 6vw, 5rem) 5rem; }
p { margin: 0; text-indent: 2em; }
a { color: var(--link); text-underline-offset: 0.2em; }
code, pre { font-family: ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: 0.9em; }
pre { overflow-x: auto; margin: 0.8em 0; padding: 0.8em 1em; background: var(--tint); line-height: 1.6; }
blockquote { margin: 0.8em 0; padding-left: 1em; border-left: 3px solid var(--line); color: var(--soft); }
ul, ol { margin: 0.4em 0; padding-left: 3.4em; }
li > p { text-indent: 0; }
.figure { font-variant-numeric: tabular-nums; }
.unfilled { padding: 0 0.15em; background: var(--open); color: var(--open-ink); font-weight: bold; }
.centered { text-align: center; text-indent: 0; }
.note { color: var(--soft); font-size: 0.9em; }
.title, .subtitle { text-align: center; text-indent: 0; font-family: var(--title); font-weight: normal; line-height: 1.5; }
.title { margin: 0.6em 0; font-size: 1.2em; }
.subtitle { margin: 0.3em 0 0.6em; font-family: var(--kai); }
h1.title, .cover .title { font-size: clamp(1.6rem, 5vw, 2.4rem); }
.cover .subtitle { margin: 0.4em 0; font-family: var(--hei); font-size: clamp(1.3rem, 4vw, 1.8rem); }
h2, h3, h4, h5, h6 { margin: 1.1em 0 0.3em; font-size: 1em; font-weight: normal; line-height: 1.6; text-indent: 2em; }
h2 { margin: 3em 0 1.2em; font: 1.5em/1.5 var(--title); text-align: center; text-indent: 0; text-wrap: balance; }
h3 { font-family: var(--hei); }
h3.annex { font: 1.25em/1.5 var(--title); text-align: center; text-indent: 0; text-wrap: balance; word-break: keep-all; }
h4 { font-family: var(--kai); font-weight: bold; }
h5, h6 { font-weight: bold; }
:target { scroll-margin-top: 1rem; }
.cover { display: flex; flex-direction: column; justify-content: center; min-height: min(85vh, 60rem); padding: 3rem 0; text-align: center; }
.cover > p { text-align: center; text-indent: 0; }
.contents { margin: 0 0 2rem; }
.contents-title { margin: 1em 0; text-align: center; text-indent: 0; font: 1.5em/1.5 var(--hei); letter-spacing: 0.5em; padding-left: 0.5em; }
.contents ol { margin: 0; padding-left: 2em; list-style: none; }
.contents > ol { padding-left: 0; }
.contents > ol > li { margin-top: 0.5em; }
.contents > ol > li > a { font-family: var(--hei); }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover, .contents a:focus { text-decoration: underline; }`;

const tables = `
.table { margin: 1.6em 0; }
.scroller { overflow-x: auto; container-type: inline-size; }
table { width: 100%; border-collapse: collapse; font-size: 0.85em; line-height: 1.45; }
.scroller > table { table-layout: fixed; min-width: var(--least); }
caption { padding: 0 0 0.4em; text-align: left; }
.caption { display: block; position: sticky; left: 0; width: 100%; width: min(100%, 100cqi); }
.table-title { display: block; padding-bottom: 0.3em; font: 1.25em/1.5 var(--hei); text-align: center; }
.table-line { display: flex; justify-content: space-between; gap: 1em; }
th, td { height: 2.1em; padding: 0.3em 0.4em; border: 1px solid var(--line); vertical-align: middle; text-align: left; }
thead th { background: var(--tint); font-family: var(--hei); font-weight: normal; text-align: center; text-wrap: balance; }
tbody th { background: var(--paper); font-weight: normal; }
tbody [align="right"] { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody [align="center"] { text-align: center; }
tbody .long { white-space: normal; }
.total > * { font-weight: bold; }
.scroller:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.table > .note { margin-top: 0.4em; text-indent: 0; }`;

/** While the figures of a wide table scroll, the names of its rows stay; only separate borders stay with them. */
const pinnedNames = `
@media screen {
  .scroller > table { border-collapse: separate; border-spacing: 0; border-left: 1px solid var(--line); }
  .scroller th, .scroller td { border-width: 0 1px 1px 0; }
  .scroller thead tr:first-child > th { border-top-width: 1px; }
  .scroller tbody th, .pinned { position: sticky; left: 0; z-index: 1; }
}`;

/** Tables that need more than a line of text reach over its margins; their letters have 0.85 of the text's size. */
const wideTables = `
@media screen and (min-width: 52rem) {
  .table { --width: max(100%, min(100vw - 4rem, 84rem, var(--wish) * 0.85)); width: var(--width); margin-left: calc((100% - var(--width)) / 2); }
}`;

/** A chart has the colours of its own file; in a page those that dark paper swallows follow the page. */
const chartColours = onDarkPaper
  .flatMap(([dark], index) =>
    ['fill', 'stroke'].map((part) => `.panel svg [${part}="${dark}"] { ${part}: var(--chart-${index}); }`),
  )
  .join('\n');

const charts = `
figure { margin: 1.6em 0; text-align: center; }
.panel { overflow-x: auto; }
.panel svg { display: block; max-width: max(100%, var(--drawn) * 0.7); height: auto; margin: 0 auto; border-radius: 4px; fill: var(--ink); }
.panel svg > rect { fill: var(--paper); }
.panel svg g[stroke] { stroke: var(--paper); }
.panel svg :is(line, polyline) { stroke: var(--soft); }
${chartColours}
figcaption { margin-top: 0.4em; font-family: var(--hei); font-size: 0.95em; text-align: center; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5em 1em; background: var(--paper); border: 2px solid var(--link); z-index: 2; }
.skip:focus { top: 1rem; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;

/** The whole style of a page, screen first, then paper. */
export const style = [fonts, colours, text, tables, pinnedNames, wideTables, charts, printStyle, ''].join(
  '\n',
);

const list = `
.reports { margin: 2em 0; padding: 0; list-style: none; }
.reports > li { padding: 1em 0; border-top: 1px solid var(--line); }
.report { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5em; text-indent: 0; font-family: var(--hei); }
.report > time { color: var(--soft); font-family: var(--song); }
.files { display: flex; flex-wrap: wrap; gap: 0 1.5em; text-indent: 0; }`;

/** Of a page that lists reports. */
export const indexStyle = [fonts, colours, text, list, ''].join('\n');
