import { eastAsianWidth } from 'get-east-asian-width';

/** What sources are written in: a column for each ASCII sign, two for Chinese characters and full-width signs. */
const plain = /^[\x20-\x7e\u3000-\u3029\u3030-\u303e\u3400-\u9fff\uff01-\uff60]*$/;

let segmenter: Intl.Segmenter | undefined;

export interface Grapheme {
  segment: string;
  index: number;
}

/** What a reader sees as one sign; the engine's own segmenter is only made for what needs it. */
export function graphemesOf(text: string): Iterable<Grapheme> {
  if (plain.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += graphemeWidth(segment);
  return width;
}

/** A sign and what is set on it take the columns of the sign. */
export function graphemeWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0);
  if (code === undefined) return 0;
  if (grapheme.length === 1 && plain.test(grapheme)) return code < 0x7f ? 1 : 2;
  if (
    /^[\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Control}\p{Format}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u.test(
      grapheme,
    )
  )
    return 0;
  if (/\ufe0f|^\p{Regional_Indicator}{2}/u.test(grapheme)) return 2;
  return eastAsianWidth(code);
}
