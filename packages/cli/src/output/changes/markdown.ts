import type {
  Line,
  Outline,
  SentenceChange,
  Section,
  ToldChange,
  ToldFinding,
  ToldTogether,
} from '@fiscal/compare';
import type { Context } from '../../context.js';
import type { Comparison, Core } from '../../engine.js';
import { messages } from '../../messages.zh.js';
import { escaped, folded, tableOf } from '../formats/markdown-parts.js';
import { placeOf } from '../place.js';
import { markedSentence } from './marked-sentence.js';
import { type ComparedReport, comparedText, isSameReport, outlineFor } from './formats.js';

/** GitHub takes 65,536 characters in a comment, GitLab more; the rest is for what a pipeline writes around it. */
const mostCharacters = 60_000;

interface Presenting {
  core: Core;
  comparison: Comparison;
  cwd: string;
}

/** Changes for a comment on a merge request: what was typed at a glance, what follows folded below it. */
export async function changesMarkdown(
  compared: readonly ComparedReport[],
  isWhole: boolean,
  { engine, io }: Context,
): Promise<string> {
  const [core, comparison] = await Promise.all([engine.core(), engine.comparison()]);
  const different = compared.filter((one) => !isSameReport(one, comparison));
  const parts = different.map((one) => reportPart(one, { core, comparison, cwd: io.cwd }));
  const total = comparedText(compared, comparison);
  const all = compared.length === 0 ? messages.nothingToCompare : total;
  const isTold = (different.length === 1 && compared.length === 1) || (compared.length === 0 && !isWhole);
  const head = [
    `### ${messages.comparisonTitle}`,
    ...(isTold ? [] : [all]),
    ...(isWhole ? [] : [messages.notCompared]),
  ];
  return `${withinLimit(head, parts).join('\n\n')}\n`;
}

/** Whole reports as long as there is room: half a table would be read as the whole. */
function withinLimit(head: readonly string[], parts: readonly ReportPart[]): string[] {
  const shown = [...head];
  let left = mostCharacters - head.join('\n\n').length;
  for (const [index, { brief, full }] of parts.entries()) {
    const part = full.length <= left ? full : `${brief}\n\n${messages.cutShort}`;
    left -= part.length + 2;
    if (left < 0) return [...shown, messages.andMore(parts.length - index)];
    shown.push(part);
  }
  return shown;
}

/** The changes of a report, and its summary alone. */
interface ReportPart {
  brief: string;
  full: string;
}

function reportPart(one: ComparedReport, presenting: Presenting): ReportPart {
  const { name, changes, printed = [] } = one;
  const outline = outlineFor(one, presenting.comparison);
  const brief = `#### ${escaped(presenting.comparison.titleOf(changes))}\n\n${escaped(name)}：${escaped(outline.summary)}`;
  return { brief, full: [brief, ...bodyParts(outline, presenting), ...printedParts(printed)].join('\n\n') };
}

function bodyParts({ sections, together, findings }: Outline, presenting: Presenting): string[] {
  return [
    ...sections.flatMap(sectionParts),
    ...togetherParts(together),
    ...findingParts(findings, presenting),
  ];
}

function sectionParts({ title, changes }: Section): string[] {
  const inTable = changes.filter(({ line }) => line.sentences.length === 0);
  const derived = changes.flatMap((told) => told.derived);
  return [
    `**${escaped(title)}**`,
    ...(inTable.length > 0 ? [changeTable(inTable.map(({ line }) => line))] : []),
    ...changes.filter(({ line }) => line.sentences.length > 0).map(({ line }) => textPart(line)),
    ...changes.filter(({ parts }) => parts.length > 0).map(partsOf),
    ...(derived.length > 0 ? [folded(messages.followingFigures(derived.length), changeTable(derived))] : []),
  ];
}

/** All that is said of what came or went, folded. */
function partsOf({ line, parts }: ToldChange): string {
  const figures = parts.filter(({ sentences }) => sentences.length === 0);
  const texts = parts.filter(({ sentences }) => sentences.length > 0);
  const content = [...(figures.length > 0 ? [changeTable(figures)] : []), ...texts.map(textPart)];
  return folded(`${escaped(line.label)}：${parts.length}`, content.join('\n\n'));
}

/** What another template prints otherwise, folded: there may be much of it. */
function printedParts(printed: readonly SentenceChange[]): string[] {
  if (printed.length === 0) return [];
  const lines = printed.map((pieces) => `- ${markedSentence(pieces, escaped)}`);
  return [folded(messages.printedOtherwise(printed.length), lines.join('\n'))];
}

/** Columns in which nothing stands are left out. */
function changeTable(lines: readonly Line[]): string {
  const rows = lines.map(({ mark, label, old, new: next, unit, difference, rate, remark }) => [
    `${messages.marks[mark]} ${label}`,
    withUnit(old, unit),
    withUnit(next, unit),
    difference,
    rate,
    remark,
  ]);
  const used = messages.changeColumns.map(
    (_, column) => column === 0 || rows.some((row) => row[column] !== ''),
  );
  const kept = <T>(cells: readonly T[]) => cells.filter((_, column) => used[column]);
  return tableOf(kept(messages.changeColumns), rows.map(kept));
}

function withUnit(figure: string, unit: string): string {
  return !/\d/.test(figure) || unit === '' ? figure : unit === '%' ? `${figure}%` : `${figure} ${unit}`;
}

function textPart({ mark, label, sentences }: Line): string {
  const lines = sentences.map((pieces) => `  - ${markedSentence(pieces, escaped)}`);
  return [`- ${escaped(`${messages.marks[mark]} ${label}`)}`, ...lines].join('\n');
}

function togetherParts(together: readonly ToldTogether[]): string[] {
  if (together.length === 0) return [];
  const count = together.reduce((sum, { lines }) => sum + lines.length, 0);
  const content = together.flatMap(({ why, lines }) => [escaped(why), changeTable(lines)]);
  return [folded(`${messages.alsoChanged}：${count}`, content.join('\n\n'))];
}

function findingParts(findings: readonly ToldFinding[], presenting: Presenting): string[] {
  const table = (marks: string) => {
    const told = findings.filter(({ mark }) => marks.includes(mark));
    return told.length > 0
      ? tableOf(
          messages.findingColumns,
          told.map((one) => findingRow(one, presenting)),
        )
      : '';
  };
  const [open, gone] = [table('+~'), table('-')];
  const count = findings.filter(({ mark }) => mark === '-').length;
  return [
    ...(open ? [`**${messages.findingsChanged}**`, open] : []),
    ...(gone ? [folded(messages.findingsGone(count), gone)] : []),
  ];
}

function findingRow({ mark, finding, formerly }: ToldFinding, { core, cwd }: Presenting): string[] {
  const before = formerly === undefined ? '' : messages.inBrackets(messages.formerly(formerly));
  return [
    placeOf(finding.origin, cwd),
    messages.severity[finding.severity],
    `${messages.marks[mark]} ${finding.rule}`,
    core.messageOf(finding) + before,
  ];
}
