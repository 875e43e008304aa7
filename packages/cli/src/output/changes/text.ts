import type {
  Line,
  Outline,
  Piece,
  Section,
  SentenceChange,
  ToldChange,
  ToldFinding,
  ToldTogether,
} from '@fiscal/compare';
import type { Context } from '../../context.js';
import type { Core, Comparison } from '../../engine.js';
import { messages } from '../../messages.zh.js';
import { type Alignment, alignColumns } from '../align.js';
import { type Colors, colorsFor, type Paint } from '../colors.js';
import { placeOf } from '../place.js';
import { printLine, printPainted } from '../print.js';
import { visible } from '../visible-text.js';
import { type ComparedReport, comparedText, isSameReport, outlineFor } from './formats.js';

interface Presenting {
  colors: Colors;
  cwd: string;
  core: Core;
  comparison: Comparison;
}

/** Changes for a reader at a terminal: a summary first, then block by block, at last what is found. */
export async function printChangesText(
  compared: readonly ComparedReport[],
  isWhole: boolean,
  context: Context,
): Promise<void> {
  const { io, engine } = context;
  const [core, comparison] = await Promise.all([engine.core(), engine.comparison()]);
  const presenting = { colors: colorsFor(io.stdout, context), cwd: io.cwd, core, comparison };
  if (compared.length === 0) {
    // What could not be read is told already, and is no sign that nothing changed.
    if (isWhole) printLine(messages.nothingToCompare, io.stdout);
    return;
  }
  const different = compared.filter((one) => !isSameReport(one, comparison));
  const shown = compared.length === 1 ? compared : different;
  for (const [index, one] of shown.entries())
    printPainted([...(index > 0 ? [''] : []), ...reportLines(one, presenting)], io.stdout);
  if (compared.length === 1) return;
  if (different.length > 0) printLine('', io.stdout);
  printLine(comparedText(compared, comparison), io.stdout);
}

function reportLines(one: ComparedReport, presenting: Presenting): string[] {
  const { name, old, changes, printed = [] } = one;
  const { colors, comparison } = presenting;
  const renamed = old && old.name !== name ? `${old.name} ${messages.arrow} ` : '';
  const outline = outlineFor(one, comparison);
  return [
    colors.strong(visible(comparison.titleOf(changes))) + colors.faint(visible(`  ${renamed}${name}`)),
    outline.summary,
    ...bodyLines(outline, presenting),
    ...printedLines(printed, presenting),
  ];
}

function bodyLines(outline: Outline, presenting: Presenting): string[] {
  return [
    ...outline.sections.flatMap((section) => sectionLines(section, presenting)),
    ...togetherLines(outline.together, presenting),
    ...findingLines(outline.findings, presenting),
  ];
}

function sectionLines({ title, changes }: Section, presenting: Presenting): string[] {
  const heads = headLines(
    changes.map(({ line }) => line),
    presenting.colors,
  );
  const lines = changes.flatMap((told, index) => [heads[index]!, ...detailLines(told, presenting)]);
  return ['', presenting.colors.strong(visible(title)), ...lines];
}

const columns: Alignment[] = ['left', 'right', 'left', 'right', 'left', 'right', 'right', 'left'];

/** One line each; figures stand below each other, whatever is no figure runs on. */
function headLines(lines: readonly Line[], { added, removed, changed }: Colors): string[] {
  const figures = lines.filter(isFigure);
  const aligned = alignColumns(figures.map(cellsOf), columns);
  const paints: Record<Line['mark'], Paint> = { '+': added, '-': removed, '~': changed };
  return lines.map((line) => {
    const at = figures.indexOf(line);
    const text = at >= 0 ? aligned[at]! : cellsOf(line).filter(Boolean).join('  ');
    return `  ${paints[line.mark](line.mark)} ${text}`;
  });
}

function isFigure({ unit, difference, old, new: next }: Line): boolean {
  return unit !== '' || difference !== '' || /^[−\d.]+$/.test(old + next);
}

function cellsOf({ label, old, new: next, unit, difference, rate, remark }: Line): string[] {
  const arrow = old !== '' && next !== '' ? messages.arrow : '';
  const cells = [label, old, arrow, next, unit, difference, rate, remark && messages.inBrackets(remark)];
  return cells.map(visible);
}

function detailLines({ line, parts, derived }: ToldChange, presenting: Presenting): string[] {
  const { colors } = presenting;
  const following = limited(alignColumns(derived.map(cellsOf), columns), derived.length).map(
    (text, index) => `      ${index === 0 ? colors.faint(messages.therefore) : '    '}  ${text}`,
  );
  return [...sentenceLines(line, colors), ...partLines(parts, presenting), ...following];
}

/** Of a long list its beginning: at a terminal the rest drives out what was typed. */
const mostLines = 30;

function limited(lines: readonly string[], count: number): string[] {
  if (count <= mostLines + 1) return [...lines];
  return [...lines.slice(0, mostLines), messages.moreChanges(count - mostLines)];
}

function sentenceLines({ sentences }: Line, colors: Colors): string[] {
  return sentences.map((pieces) => `      ${pieces.map((one) => pieceText(one, colors)).join('')}`);
}

/** All that is said of what came or went. */
function partLines(parts: readonly Line[], { colors }: Presenting): string[] {
  const heads = headLines(parts, colors);
  return parts.flatMap((line, index) => [
    `  ${heads[index]}`,
    ...sentenceLines(line, colors).map((text) => `  ${text}`),
  ]);
}

/** Marked with signs as well: colours are lost where output is copied. */
function pieceText({ kind, text }: Piece, { added, removed }: Colors): string {
  const shown = visible(text);
  if (kind === 'same') return shown;
  return kind === 'added' ? added(`{+${shown}+}`) : removed(`[-${shown}-]`);
}

function printedLines(printed: readonly SentenceChange[], { colors }: Presenting): string[] {
  if (printed.length === 0) return [];
  const lines = printed.map((pieces) => pieces.map((one) => pieceText(one, colors)).join(''));
  const shown = limited(lines, lines.length).map((line) => `  ${line}`);
  return ['', colors.strong(messages.printedOtherwise(printed.length)), ...shown];
}

function togetherLines(together: readonly ToldTogether[], { colors }: Presenting): string[] {
  if (together.length === 0) return [];
  const groups = together.flatMap(({ why, lines }) => [
    `  ${visible(why)}`,
    ...limited(alignColumns(lines.map(cellsOf), columns), lines.length).map((line) => `    ${line}`),
  ]);
  return ['', colors.strong(messages.alsoChanged), ...groups];
}

function findingLines(findings: readonly ToldFinding[], presenting: Presenting): string[] {
  if (findings.length === 0) return [];
  return [
    '',
    presenting.colors.strong(messages.findingsChanged),
    ...findings.flatMap((told) => findingText(told, presenting)),
  ];
}

function findingText({ mark, finding, formerly }: ToldFinding, { colors, cwd, core }: Presenting): string[] {
  const paint = mark === '-' ? colors.faint : colors.severity[finding.severity];
  const message = visible(core.messageOf(finding)).replaceAll('\n', '\n      ');
  const head = `  ${mark} ${paint(messages.severity[finding.severity])} ${finding.rule} ${visible(placeOf(finding.origin, cwd))} ${message}`;
  return formerly === undefined
    ? [head]
    : [head, `      ${colors.faint(messages.formerly(visible(formerly)))}`];
}
