import { checkReport, type Finding, type Origin, type Report, type RichText } from '@fiscal/core';
import { type Block, type Composition, compose, type Inline, renderChart } from '@fiscal/report';

const uri = 'generated:';

/** A sentence, heading or note as it is composed, and where the template says it. */
export interface GeneratedLine {
  text: string;
  origin?: Origin;
}

/** What our own rules for prose find in the words that a template made of a report, as if the author had typed them. */
export function findingsInGenerated(
  report: Report,
  lines: readonly GeneratedLine[] = linesOf(report),
): { line: GeneratedLine; finding: Finding }[] {
  const texts = lines.map(({ text }, index) => textOf(text, index));
  const found = checkReport({ ...report, texts }).filter(({ origin }) => origin.uri === uri);
  return found.map((finding) => ({ line: lines[finding.origin.range.start.line]!, finding }));
}

/** The sentences of a report as it is composed, one for each paragraph, heading or note. */
export function linesOf(report: Report, composition: Composition = compose(report)): GeneratedLine[] {
  const lines = composition.document.blocks.flatMap(linesIn).filter(({ text }) => text !== '');
  // Tables and charts stand below what was said last.
  let last: Origin | undefined;
  return lines.map((line) => {
    last = line.origin ?? last;
    return last ? { ...line, origin: last } : line;
  });
}

function textOf(text: string, line: number): RichText {
  const start = { line, character: 0 };
  const range = { start, end: { line, character: text.length } };
  return { pieces: [{ kind: 'text', text, place: { start, indentation: 0 } }], origin: { uri, range } };
}

/** Sentences; the words in tables are names. */
function linesIn(block: Block): GeneratedLine[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [lineOf(block.content, block.origin)];
    case 'cover':
    case 'contents':
    case 'quote':
      return block.blocks.flatMap(linesIn);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(linesIn));
    case 'table':
      return [block.title, ...block.notes].map((content) => lineOf(content));
    case 'chart':
      return [lineOf(block.caption), { text: inWords(block) }];
    case 'preformatted':
      return [];
  }
}

/** What a chart says to whoever cannot see it: 一般公共服务支出 298.74 万元，9%；…. */
function inWords(chart: Extract<Block, { kind: 'chart' }>): string {
  return /<desc[^>]*>([^<]*)/.exec(renderChart(chart))?.[1] ?? '';
}

function lineOf(content: readonly Inline[], origin?: Origin): GeneratedLine {
  return { text: printed(content), ...(origin && { origin }) };
}

function printed(content: readonly Inline[]): string {
  return content.map(wordsOf).join('');
}

function wordsOf(inline: Inline): string {
  if ('content' in inline) return printed(inline.content);
  return inline.kind === 'break' ? ' ' : inline.text;
}
