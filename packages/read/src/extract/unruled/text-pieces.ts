import { isFigure, type Piece, withWholeWords } from './pieces.js';

/** Tabs stand at every eighth place where not all lines of a table have them. */
const tabWidth = 8;

/** The words of a line of text that tabs or several blanks hold apart; one blank does beside a figure. */
export function piecesOfText(line: string): Piece[] {
  const words = [...line.matchAll(/[^\s\u3000]+/gu)].map(({ 0: text, index }) => ({ text, index }));
  const pieces: (Piece & { end: number })[] = [];
  for (const { text, index } of words) {
    const before = pieces.at(-1);
    const [left, end] = [columnOf(line, index), index + text.length];
    const isOpen = before && line.slice(before.end, index).length === 1 && line[before.end] !== '\t';
    if (before && isOpen && !isFigure(text) && !isFigure(before.text)) {
      Object.assign(before, { text: `${before.text} ${text}`, right: left + widthOf(text), end });
    } else pieces.push({ text, left, right: left + widthOf(text), end });
  }
  return withWholeWords(pieces.map(({ text, left, right }) => ({ text, left, right })));
}

/** The cells of a line of text that tabs hold apart, with those that are empty between them. */
export function piecesBetweenTabs(line: string): Piece[] {
  return line.split('\t').flatMap((written, index) => {
    const text = written.trim();
    return text === '' ? [] : [{ text, left: index, right: index + 0.5 }];
  });
}

function columnOf(line: string, index: number): number {
  let column = 0;
  for (const character of line.slice(0, index))
    column = character === '\t' ? column + tabWidth - (column % tabWidth) : column + widthOf(character);
  return column;
}

/** Chinese characters are twice as wide as others. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef\u2014\u2018-\u201d\u2026]/.test(character) ? 2 : 1;
  return width;
}
