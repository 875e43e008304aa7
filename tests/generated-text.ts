import { checkReport, type Finding, type Report, type RichText } from '@fiscal/core';
import { type Block, compose, type Inline } from '@fiscal/report';

const uri = 'generated:';

/** What our own rules for prose find in the words that a template made of a report, as if the author had typed them. */
export function findingsInGenerated(report: Report): { text: string; finding: Finding }[] {
  const lines = linesOf(report);
  const found = checkReport({ ...report, texts: lines.map(textOf) }).filter(
    ({ origin }) => origin.uri === uri,
  );
  return found.map((finding) => ({ text: lines[finding.origin.range.start.line]!, finding }));
}

/** The sentences of a report as it is composed, one for each paragraph, heading or note. */
export function linesOf(report: Report): string[] {
  return compose(report)
    .document.blocks.flatMap(linesIn)
    .filter((line) => line !== '');
}

function textOf(text: string, line: number): RichText {
  const start = { line, character: 0 };
  const range = { start, end: { line, character: text.length } };
  return { pieces: [{ kind: 'text', text, place: { start, indentation: 0 } }], origin: { uri, range } };
}

/** Sentences; the words in tables are names. */
function linesIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [printed(block.content)];
    case 'cover':
    case 'contents':
    case 'quote':
      return block.blocks.flatMap(linesIn);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(linesIn));
    case 'table':
      return [block.title, ...block.notes].map(printed);
    case 'chart':
      return [printed(block.caption)];
    case 'preformatted':
      return [];
  }
}

function printed(content: readonly Inline[]): string {
  return content.map(wordsOf).join('');
}

function wordsOf(inline: Inline): string {
  if ('content' in inline) return printed(inline.content);
  return inline.kind === 'break' ? ' ' : inline.text;
}
