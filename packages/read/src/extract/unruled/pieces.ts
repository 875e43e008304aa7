import type { Place } from '../../published/published.js';

/** Words of a line that nothing but a gap holds apart from the others, and from where to where they stand. */
export interface Piece {
  text: string;
  left: number;
  right: number;
}

/** A line of words where they stand. */
export interface PiecedLine {
  pieces: readonly Piece[];
  /** Places are those of cells between tabs, which say nothing of lines without any. */
  isTabbed?: boolean;
  place: Place;
}

/** 1,511.89, −3.5%, 0: what stands in a column of figures, and a dash or words that stand for none. */
export function isFigure(text: string): boolean {
  return /^(?:[-−+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[%％]?|[-—–]+|未填|不适用)$/.test(text);
}

/** 合　　计, 项  目: one word, the characters of which stand apart; 类 款 项 are three. */
export function withWholeWords(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const before = whole.at(-1);
    if (before && wordsInTwo.has(before.text + piece.text))
      whole[whole.length - 1] = { ...before, text: before.text + piece.text, right: piece.right };
    else whole.push(piece);
  }
  return whole;
}

const wordsInTwo = new Set(['合计', '总计', '小计', '项目', '金额', '备注', '序号', '名称', '科目', '编码']);
