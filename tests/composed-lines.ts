import type { Finding } from '@fiscal/core';
import { type Block, compose, type Inline, renderChart } from '@fiscal/report';
import { type Files, loadText } from './check.js';

/** The first report of a text, composed: one line for each block, and all that was found on the way. */
export function read(text: string, files: Files = {}): { lines: string[]; findings: Finding[] } {
  const { findings, reports } = loadText(text, files);
  const made = compose(reports[0]!);
  return { lines: made.document.blocks.flatMap(linesOf), findings: [...findings, ...made.findings] };
}

export function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'cover':
      return [`[封面] ${block.blocks.flatMap(linesOf).join('')}`];
    case 'contents':
      return ['[目录]', ...block.entries.map(({ level, content }) => '·'.repeat(level) + textOf(content))];
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.number}${textOf(block.content)}`];
    case 'paragraph':
      return [textOf(block.content)];
    case 'table':
      return tableLines(block);
    case 'chart':
      return [`[图] ${wordsOfDrawing(block).join('；')}`];
    default:
      return [`[${block.kind}]`];
  }
}

/** All that a drawing shows and says, each text once. */
export function wordsOfDrawing(chart: Extract<Block, { kind: 'chart' }>): string[] {
  const texts = renderChart(chart).matchAll(/<(title|desc|text)\b[^>]*>(.*?)<\/\1>/gs);
  return [...texts].map(([, , inner]) => inner!.replace(/<[^>]*>/g, ''));
}

function tableLines({
  title,
  label,
  unit,
  header,
  rows,
  notes,
}: Extract<Block, { kind: 'table' }>): string[] {
  const cells = (row: readonly { content: readonly Inline[] }[]) =>
    row.map(({ content }) => textOf(content)).join(' | ');
  return [
    `[表] ${[textOf(title), textOf(label), unit].filter(Boolean).join(' / ')}`,
    ...header.map((row) => `| ${cells(row)} |`),
    ...rows.map((row) => `${row.total ? '=' : '-'} ${cells(row.cells)}`),
    ...notes.map(textOf),
  ];
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => ('text' in inline ? inline.text : '')).join('');
}
