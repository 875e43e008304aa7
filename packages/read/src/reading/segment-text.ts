import type { Line } from '../published/published.js';
import { readable } from '../published/readable.js';

/** 增幅 is 增长: words of one meaning and one length. */
function inOneWord(text: string): string {
  return text.replace(/增幅/g, '增长').replace(/(?<![下缩])[降减]幅/g, '下降');
}

/** The lines of a segment as one text that is compared, and the way back to what was written. */
export class SegmentText {
  readonly text: string;
  private readonly starts: number[] = [];
  private readonly offsets: (readonly number[])[] = [];

  constructor(private readonly lines: readonly Line[]) {
    let text = '';
    for (const line of lines) {
      const compared = readable(inOneWord(line.text));
      this.starts.push(text.length);
      this.offsets.push(compared.offsets);
      text += `${compared.text}${line.continues ? '' : '\n'}`;
    }
    this.text = text;
  }

  /** The line in which a character stands. */
  lineAt(at: number): Line | undefined {
    return this.lines[this.indexAt(at)];
  }

  /** The line in which a character stands, and where in it. */
  spotAt(at: number): { line: Line; offset: number } {
    const index = this.indexAt(at);
    return { line: this.lines[index]!, offset: this.offsetIn(index, at) };
  }

  /** What was written between two characters; each line on its own. */
  written(from: number, to: number): { text: string; line: Line; isWhole: boolean }[] {
    const pieces: { text: string; line: Line; isWhole: boolean }[] = [];
    for (let index = this.indexAt(from); index < this.lines.length && this.starts[index]! < to; index++) {
      const start = this.offsetIn(index, from);
      const end = this.offsetIn(index, to);
      const line = this.lines[index]!;
      const text = line.text.slice(start, end);
      if (text.trim() !== '')
        pieces.push({ text: text.trim(), line, isWhole: text.trim() === line.text.trim() });
    }
    return pieces;
  }

  private indexAt(at: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private offsetIn(index: number, at: number): number {
    const offsets = this.offsets[index]!;
    const inside = Math.max(0, Math.min(at - this.starts[index]!, offsets.length - 1));
    return offsets[inside] ?? 0;
  }
}
