import type { Cell } from './cells.js';
import type { Column, Group } from './columns.js';
import { displayWidth } from './display-width.js';
import { joinItems, joinPlain } from './gaps.js';
import { isSeveralLines, type Word } from './line.js';
import type { Row } from './row.js';

const gap = '  ';

/** A row that stands alone. */
export function renderRow(row: Row): string {
  return withTail(labelOf(row), row);
}

function labelOf({ label, cells }: Row): string {
  return [joinPlain(label), ...cells.map((cell) => textOf(cell))].join(gap);
}

/** Rows in common columns. Width is display width, since a Chinese character takes two columns. */
export function renderGroup({ rows, columns }: Group): string[] {
  const labels = rows.map(({ label }) => joinPlain(label));
  const width = widest(labels.filter((_, index) => isFollowed(rows[index]!)));
  const layouts = columns.map((column) => layoutOf(column, rows));
  return rows.map((row, index) => {
    if (!isFollowed(row)) return withTail(labels[index]!, row);
    const cells = cellTexts(row, columns, layouts);
    return withTail([pad(labels[index]!, width), ...cells].join(gap), row);
  });
}

/** A block begins right behind its label: only what is set in columns makes the label's column wider. */
function isFollowed({ cells, tail }: Row): boolean {
  return cells.length > 0 || (tail.length > 0 && !isAttached(tail[0]!));
}

function isAttached(word: Word): boolean {
  return word.type === '{' || isSeveralLines(word);
}

/** The cells of a row up to its last one, blanks where it has none. */
function cellTexts({ cells }: Row, columns: readonly Column[], layouts: readonly Layout[]): string[] {
  const texts: string[] = [];
  let left = cells.length;
  for (const [index, column] of columns.entries()) {
    if (left === 0) break;
    const cell = cells.find(({ key }) => column.has(key));
    if (cell) left--;
    texts.push(set(cell, layouts[index]!, left === 0));
  }
  return texts;
}

function withTail(text: string, { kind, tail }: Row): string {
  if (tail.length === 0) return text.trimEnd();
  const first = tail[0]!;
  const words = kind === 'plain' ? joinPlain(tail) : joinItems(tail);
  if (isAttached(first)) return `${text.trimEnd()} ${words}`;
  return text + gap + words;
}

// ---- columns

/** How a column is set: figures to the right, their units behind them; columns with texts to the left. */
interface Layout {
  isNumeric: boolean;
  width: number;
  unitWidth: number;
}

function layoutOf(column: Column, rows: readonly Row[]): Layout {
  const found = rows.flatMap((row) => {
    const cell = row.cells.find(({ key }) => column.has(key));
    return cell ? [{ cell, isLast: cell === row.cells.at(-1) }] : [];
  });
  const cells = found.map(({ cell }) => cell);
  if (cells.every(({ text }) => text === undefined)) {
    const width = widest(cells.map(({ name, number }) => joined(name, number)));
    return { isNumeric: true, width, unitWidth: widest(cells.map(({ unit }) => unit)) };
  }
  const inner = found.filter(({ isLast }) => !isLast);
  return { isNumeric: false, width: widest(inner.map(({ cell }) => textOf(cell))), unitWidth: 0 };
}

function set(cell: Cell | undefined, { isNumeric, width, unitWidth }: Layout, isLast: boolean): string {
  const unitColumn = unitWidth > 0 ? unitWidth + 1 : 0;
  if (!cell) return ' '.repeat(width + unitColumn);
  if (!isNumeric) return isLast ? textOf(cell) : pad(textOf(cell), width);
  const blanks = width - displayWidth(cell.name) - displayWidth(cell.number);
  const unit = cell.unit === '' ? '' : ` ${cell.unit}`;
  const text = cell.name + ' '.repeat(blanks) + cell.number;
  return text + (isLast ? unit : pad(unit, unitColumn));
}

function textOf({ name, number, unit, text }: Cell): string {
  return joined(name, text ?? joined(number, unit));
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}
