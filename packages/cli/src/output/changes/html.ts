import type { Line, Outline, Section, ToldChange, ToldFinding } from '@fiscal/compare';
import type { MarkedChange } from '@fiscal/report';
import type { Context } from '../../context.js';
import type { Comparison, Core, Publishing } from '../../engine.js';
import { messages } from '../../messages.zh.js';
import { placeOf } from '../place.js';
import { markedSentence } from './marked-sentence.js';
import { type ComparedReport, comparedText, isSameReport, outlineFor } from './formats.js';

/** Nothing is fetched and nothing runs, whatever the reports' texts say. */
const contentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

interface Presenting {
  core: Core;
  comparison: Comparison;
  publishing: Publishing;
  cwd: string;
}

/** Changes as one page: what was typed and what follows, then the report itself with old and new in place. */
export async function changesHtml(
  compared: readonly ComparedReport[],
  isWhole: boolean,
  { engine, io }: Context,
): Promise<string> {
  const [core, comparison, publishing] = await Promise.all([
    engine.core(),
    engine.comparison(),
    engine.publishing(),
  ]);
  const different = compared.filter((one) => !isSameReport(one, comparison));
  const presenting = { core, comparison, publishing, cwd: io.cwd };
  const reports = different.map((one, index) => reportOf(one, `change-${index + 1}`, presenting));
  const nothing = compared.length === 0 ? messages.nothingToCompare : comparedText(compared, comparison);
  const said = [
    ...(reports.length > 0 || (compared.length === 0 && !isWhole) ? [] : [nothing]),
    ...(isWhole ? [] : [messages.notCompared]),
  ];
  const styles = [...new Set(reports.map(({ style }) => style)), listStyle].join('\n');
  return page(
    styles,
    [...said.map((text) => `<p>${escape(text)}</p>`), ...reports.map(({ html }) => html)].join('\n'),
  );
}

function page(style: string, body: string): string {
  const title = escape(messages.comparisonTitle);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div class="told">
<h1>${title}</h1>
</div>
${body}
</body>
</html>
`;
}

const listStyle = `
.told { max-width: 60rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 3rem); font: 1rem/1.7 system-ui, "Microsoft YaHei", "PingFang SC", sans-serif; }
.told h1 { font-size: 1.5rem; } .told h2 { font: bold 1.2rem/1.5 inherit; margin: 1em 0 0.3em; text-align: left; } .told h3 { font-size: 1rem; font-family: inherit; text-indent: 0; margin: 1em 0 0.3em; font-weight: bold; }
.told p, .told li { text-indent: 0; } .told table { width: auto; } .told td { height: auto; border: 0; padding: 0.1em 0.6em; vertical-align: top; }
.told td.figure { text-align: right; white-space: nowrap; } .told ul, .told ol { padding-left: 1.6em; } .told summary { cursor: pointer; }
.told .places { columns: 22rem; } .told .places li { overflow-wrap: anywhere; }`;

function reportOf(
  one: ComparedReport,
  prefix: string,
  presenting: Presenting,
): { html: string; style: string } {
  const outline = outlineFor(one, presenting.comparison);
  const title = presenting.comparison.titleOf(one.changes);
  const marked = markedReport(one, prefix, presenting);
  const told = [
    `<h2 id="${prefix}">${escape(title)}</h2>`,
    `<p>${escape(`${one.name}：${outline.summary}`)}</p>`,
    ...outlineParts(outline, presenting),
    ...(marked ? [placesPart(marked.changes)] : []),
  ];
  const html = `<div class="told">\n${told.join('\n')}\n</div>\n${marked?.html ?? ''}`;
  return { html, style: marked?.style ?? '' };
}

/** Both versions as their templates print them, in one; a report without a template is only told of. */
function markedReport({ old, new: next, years }: ComparedReport, prefix: string, presenting: Presenting) {
  if (!old || !next || years) return undefined;
  const { compose, renderHtmlChanges } = presenting.publishing;
  const [before, after] = [compose(old.report).document, compose(next.report).document];
  if (before.blocks.length === 0 || after.blocks.length === 0) return undefined;
  const { wordPieces: words, alignTexts: align } = presenting.comparison;
  return renderHtmlChanges(before, after, { words, align }, prefix);
}

/** Of longer texts the beginning is shown in the list. */
const mostShown = 20;

function placesPart(changes: readonly MarkedChange[]): string {
  const clip = (text: string) => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);
  const items = changes.map(({ id, old, new: next, where }) => {
    const parts = [
      ...(where ? [escape(where)] : []),
      ...(old ? [`<del>${escape(clip(old))}</del>`] : []),
      ...(next ? [`<ins>${escape(clip(next))}</ins>`] : []),
    ];
    return `<li><a href="#${id}">${parts.join(' ')}</a></li>`;
  });
  const title = escape(messages.placesInReport(changes.length));
  return `<details open><summary>${title}</summary>\n<ol class="places">\n${items.join('\n')}\n</ol></details>`;
}

function outlineParts({ sections, together, findings }: Outline, presenting: Presenting): string[] {
  const found = findings.map((told) => `<li>${findingText(told, presenting)}</li>`);
  const following = together.map(({ why, lines }) => `<p>${escape(why)}</p>${table(lines)}`);
  return [
    ...sections.map(sectionPart),
    ...(following.length > 0 ? [folded(messages.alsoChanged, following.join('\n'))] : []),
    ...(found.length > 0 ? [`<h3>${messages.findingsChanged}</h3>\n<ul>${found.join('\n')}</ul>`] : []),
  ];
}

function findingText({ mark, finding, formerly }: ToldFinding, { core, cwd }: Presenting): string {
  const said = [
    messages.marks[mark],
    messages.severity[finding.severity],
    finding.rule,
    placeOf(finding.origin, cwd),
    core.messageOf(finding),
  ].join(' ');
  const before = formerly === undefined ? '' : `<br><del>${escape(messages.formerly(formerly))}</del>`;
  return escape(said) + before;
}

function sectionPart({ title, changes }: Section): string {
  return `<h3>${escape(title)}</h3>\n${changes.map(changePart).join('\n')}`;
}

function changePart({ line, parts, derived }: ToldChange): string {
  return [
    table([line]),
    ...(parts.length > 0 ? [folded(`${line.label}：${parts.length}`, table(parts))] : []),
    ...(derived.length > 0 ? [folded(messages.followingFigures(derived.length), table(derived))] : []),
  ].join('\n');
}

function folded(summary: string, content: string): string {
  return `<details><summary>${escape(summary)}</summary>\n${content}\n</details>`;
}

function table(lines: readonly Line[]): string {
  const rows = lines.map(cellsOf);
  const isUsed = rows[0]!.map((_, column) => rows.some((cells) => cells[column]!.text !== ''));
  const shown = rows.map((cells) =>
    cells
      .filter((_, column) => isUsed[column])
      .map(({ text, isFigure }) => `<td${isFigure ? ' class="figure"' : ''}>${text}</td>`)
      .join(''),
  );
  return `<table>\n<tr>${shown.join('</tr>\n<tr>')}</tr>\n</table>`;
}

function cellsOf(line: Line): { text: string; isFigure?: true }[] {
  const { mark, label, old, new: next, unit, difference, rate, remark, sentences } = line;
  return [
    { text: `${messages.marks[mark]} ${escape(label)}` },
    { text: old && `<del>${escape(old)}</del>`, isFigure: true },
    { text: next && `<ins>${escape(next)}</ins>`, isFigure: true },
    { text: escape(unit) },
    { text: escape(difference), isFigure: true },
    { text: escape(rate), isFigure: true },
    { text: escape(remark) + sentences.map((pieces) => markedSentence(pieces, escape)).join('<br>') },
  ];
}

/** What an author typed is text. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
