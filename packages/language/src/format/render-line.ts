import type { Cell } from './cells.js';
import { displayWidth } from './display-width.js';
import { joinItems, joinPlain, takesValue } from './gaps.js';
import { indentation, isSeveralLines, isText, type Line, type Word } from './line.js';
import { gap, labelEnd, type LabelKind, type Room, roomOf } from './ruler.js';
import { type Row, rowOf } from './row.js';

/** A line in its canonical form, which follows from the line and from the blocks around it alone. */
export function renderLine(line: Line): string {
  const indent = indentation.repeat(line.depth);
  if (line.block === 'plain') return (indent + joinPlain(line.words)).trimEnd();
  const row = rowOf(line);
  return (row ? renderRow(row, indent) : indent + joinItems(line.words)).trimEnd();
}

function renderRow({ kind, label, cells, tail }: Row, indent: string): string {
  const text = indent + joinPlain(label);
  if (kind === undefined) return withTail(text, tail, joinPlain);
  const hasValue = cells.length > 0 || beginsWithValue(tail, kind);
  return withTail(hasValue ? withCells(pad(text, labelEnd(kind)), cells, kind) : text, tail, joinItems);
}

/** A text, or a measure with its text, stands where figures do; a block, a comment and a further item do not. */
function beginsWithValue([first, second]: readonly Word[], kind: LabelKind): boolean {
  if (!first || isAttached(first) || first.type === 'COMMENT') return false;
  return kind === 'word' || isText(first) || takesValue(first, second);
}

/** A block or a text of several lines begins right behind what it belongs to. */
function isAttached(word: Word): boolean {
  return word.type === '{' || isSeveralLines(word);
}

function withTail(text: string, tail: readonly Word[], join: (words: readonly Word[]) => string): string {
  if (tail.length === 0) return text;
  return text + ' '.repeat(isAttached(tail[0]!) ? 1 : gap) + join(tail);
}

/** Each figure ends where those of its place do; one that has no room stands as near to it as it can. */
function withCells(label: string, cells: readonly Cell[], kind: LabelKind): string {
  let text = label;
  let end = labelEnd(kind);
  for (const [index, cell] of cells.entries()) {
    const room = roomOf(cell, index === 0, kind);
    text = withCell(pad(text, end) + ' '.repeat(gap), cell, end + gap + room.name, room);
    end += gap + room.name + room.sign + room.number + room.unit;
  }
  return text;
}

/** Behind the measure, from `start` on: words to the left, a sign to the left and its number to the right. */
function withCell(
  before: string,
  { name, sign, number, unit, text }: Cell,
  start: number,
  room: Room,
): string {
  const named = name === '' ? before : `${before}${name} `;
  const signed = sign === '' ? named : `${pad(named, start)}${sign} `;
  if (text !== '') return signed + text;
  return pad(signed, start + room.sign + room.number - displayWidth(number)) + number + unit;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
