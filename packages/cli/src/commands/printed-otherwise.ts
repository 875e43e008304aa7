import type { Piece, SentenceChange } from '@fiscal/compare';
import type { Block, ReportDocument, Table } from '@fiscal/report';
import type { Comparison, Publishing } from '../engine.js';
import { messages } from '../messages.zh.js';

interface Tools {
  comparison: Comparison;
  publishing: Publishing;
}

/** What a document prints, by what a reader would speak of. */
interface Printed {
  headings: string[];
  charts: string[];
  tables: Table[];
  paragraphs: string[];
}

/**
 * What two documents of the same figures print differently: sections, tables and charts that came, went or are called
 * otherwise, then sentences, then of each table in how many lines it differs.
 */
export function printedOtherwise(old: ReportDocument, next: ReportDocument, tools: Tools): SentenceChange[] {
  const [before, after] = [printedIn(old.blocks, tools), printedIn(next.blocks, tools)];
  const titles = ({ tables }: Printed) => tables.map((table) => titleOf(table, tools));
  const { printedParts } = messages;
  return [
    ...nameChanges(printedParts.section, before.headings, after.headings, tools),
    ...nameChanges(printedParts.table, titles(before), titles(after), tools),
    ...nameChanges(printedParts.chart, before.charts, after.charts, tools),
    ...tools.comparison.sentenceChanges(before.paragraphs.join('\n'), after.paragraphs.join('\n')),
    ...tableChanges(before.tables, after.tables, tools),
  ];
}

function printedIn(blocks: readonly Block[], tools: Tools): Printed {
  const printed: Printed = { headings: [], charts: [], tables: [], paragraphs: [] };
  const { plainText } = tools.publishing;
  const visit = (block: Block): void => {
    switch (block.kind) {
      case 'heading':
        printed.headings.push(plainText(block.content));
        return;
      case 'chart':
        printed.charts.push(plainText(block.caption));
        return;
      case 'table':
        printed.tables.push(block);
        return;
      case 'paragraph':
        printed.paragraphs.push(plainText(block.content));
        return;
      case 'preformatted':
        printed.paragraphs.push(block.text);
        return;
      case 'list':
        block.items.flat().forEach(visit);
        return;
      // The contents repeat the headings.
      case 'contents':
        return;
      case 'cover':
      case 'quote':
        block.blocks.forEach(visit);
    }
  };
  blocks.forEach(visit);
  return printed;
}

function titleOf({ title, label }: Table, { publishing: { plainText } }: Tools): string {
  return [plainText(title), plainText(label)].filter(Boolean).join(' ');
}

function nameChanges(
  sort: string,
  old: readonly string[],
  next: readonly string[],
  { comparison }: Tools,
): SentenceChange[] {
  return comparison.alignTexts(old, next).flatMap((pair): SentenceChange[] => {
    const [before, after] = [textAt(old, pair.old), textAt(next, pair.new)];
    if (before === after) return [];
    if (before === undefined) return [[{ kind: 'added', text: `${sort} ${after}` }]];
    if (after === undefined) return [[{ kind: 'removed', text: `${sort} ${before}` }]];
    return [[same(`${sort} `), ...comparison.wordPieces(before, after)]];
  });
}

function textAt(texts: readonly string[], index: number | undefined): string | undefined {
  return index === undefined ? undefined : texts[index];
}

function same(text: string): Piece {
  return { kind: 'same', text };
}

/** Tables that both have: the reader looks into them, and need not be told each cell. */
function tableChanges(old: readonly Table[], next: readonly Table[], tools: Tools): SentenceChange[] {
  const { alignTexts } = tools.comparison;
  const titles = (tables: readonly Table[]) => tables.map((table) => titleOf(table, tools));
  return alignTexts(titles(old), titles(next)).flatMap((pair) => {
    const before = pair.old === undefined ? undefined : old[pair.old];
    const after = pair.new === undefined ? undefined : next[pair.new];
    if (!before || !after) return [];
    const [lines, others] = [linesOf(before, tools), linesOf(after, tools)];
    const count = alignTexts(lines, others).filter(
      (line) => textAt(lines, line.old) !== textAt(others, line.new),
    ).length;
    return count > 0 ? [[same(messages.linesDiffer(titleOf(after, tools), count))]] : [];
  });
}

function linesOf({ header, rows, notes }: Table, { publishing: { plainText } }: Tools): string[] {
  const lines = [...header, ...rows.map(({ cells }) => cells)];
  return [
    ...lines.map((cells) => cells.map(({ content }) => plainText(content)).join('\t')),
    ...notes.map(plainText),
  ];
}
