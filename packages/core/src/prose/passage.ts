import type { RichText, TextPiece } from '../model/rich-text.js';
import type { Piece } from '../formulas/evaluated.js';
import type { ReadHole, ReadText } from '../formulas/texts/read-texts.js';
import { formatDeclared } from '../number/format.js';
import type { Origin, Position } from '../model/origin.js';

/** Stands for a hole whose value is not known, or that is mistaken. */
const unknownMark = '\uFFFC';

/** A stretch of a passage: words of the author, or what is printed for a hole. */
interface Run {
  start: number;
  text: string;
  piece: TextPiece;
  /** Which line of its piece the run is; it is the whole of it. */
  line: number;
}

/** A paragraph of the author's as it will be read, and where each of its characters was written. */
export class Passage {
  readonly text: string;
  /** The author typed a digit into it: it may tell a figure. */
  readonly hasTypedDigit: boolean;

  constructor(
    /** The text that it is a paragraph of. */
    readonly whole: RichText,
    private readonly runs: readonly Run[],
    /** Amounts of money in it were cut, not rounded. */
    readonly truncates = false,
  ) {
    this.text = runs.map(({ text }) => text).join('');
    this.hasTypedDigit = runs.some(({ piece, text }) => piece.kind === 'text' && /[\d０-９]/.test(text));
  }

  /** The place of a stretch of the text; a hole is one place. */
  originOf(start: number, end: number): Origin {
    const { uri, range } = this.whole.origin;
    const first = this.positionAt(start, 'start') ?? range.start;
    return { uri, range: { start: first, end: this.positionAt(end - 1, 'end') ?? range.end } };
  }

  /** The figure was computed, not typed. */
  isComputed(start: number): boolean {
    return this.runAt(start)?.piece.kind === 'hole';
  }

  private positionAt(index: number, side: 'start' | 'end'): Position | undefined {
    const run = this.runAt(index);
    if (!run) return undefined;
    const { piece, start } = run;
    if (piece.kind === 'hole') return piece.origin.range[side];
    if (!piece.place) return undefined;
    const first = run.line === 0 ? piece.place.start.character : piece.place.indentation;
    const character = first + index - start + (side === 'end' ? 1 : 0);
    return { line: piece.place.start.line + run.line, character };
  }

  private runAt(index: number): Run | undefined {
    return this.runs.findLast(({ start }) => start <= index);
  }
}

/** The paragraphs of texts; `truncates`: amounts of money in them were cut, not rounded. */
export function passagesOf(texts: readonly ReadText[], truncates: boolean): Passage[] {
  return texts.flatMap((text) => paragraphsOf(text, truncates));
}

function paragraphsOf({ text, pieces }: ReadText, truncates: boolean): Passage[] {
  const paragraphs: Run[][] = [[]];
  let length = 0;
  const add = (run: Omit<Run, 'start'>) => {
    if (run.text === '') return;
    paragraphs.at(-1)!.push({ ...run, start: length });
    length += run.text.length;
  };
  for (const piece of pieces) {
    if (piece.kind === 'hole') {
      add({ text: wordsOfHole(piece), piece: piece.hole, line: 0 });
      continue;
    }
    for (const [index, line] of piece.text.split('\n').entries()) {
      if (index > 0) {
        paragraphs.push([]);
        length = 0;
      }
      add({ text: line, piece, line: index });
    }
  }
  return paragraphs.filter((runs) => runs.length > 0).map((runs) => new Passage(text, runs, truncates));
}

/** Nothing is said of what a mistaken hole would have printed: the mistake is told. */
function wordsOfHole({ printed, isMistaken }: ReadHole): string {
  return isMistaken ? unknownMark : printed.map(wordsOf).join('');
}

/** As it is read; how many digits a template prints does not matter for whether it adds up. */
function wordsOf(piece: Piece): string {
  if (piece.kind === 'text') return piece.text.replaceAll('\n', ' ');
  const { value, unit, decimals, format } = piece.figure;
  if (!value) return unknownMark;
  return (
    formatDeclared(value, format?.decimals ?? decimals ?? 0) + (format?.unit || unit === '%' ? unit : '')
  );
}
