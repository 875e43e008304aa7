import type { Origin, RichText, TextPiece } from '@fiscal/core';
import type { Outline } from '../reading/outline.js';
import type { Line } from '../published/published.js';

/** The sentences of a document as texts, section by section; titles, forms and tables that stand as text are none. */
export function ownTexts(
  { segments }: Outline,
  originOf: (place: Line['place'], from?: number, to?: number) => Origin,
): RichText[] {
  return segments.flatMap(({ lines }): RichText[] => {
    const pieces = paragraphsOf(lines).flatMap((paragraph) => piecesOf(paragraph, originOf));
    const [first] = lines;
    return first && pieces.length > 0 ? [{ pieces, origin: originOf(first.place) }] : [];
  });
}

/** Lines that run on are one paragraph. */
function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isOpen) paragraphs.at(-1)!.push(line);
    else paragraphs.push([line]);
    isOpen = line.continues === true;
  }
  return paragraphs.filter((paragraph) => paragraph.some(({ text }) => /[，。；]/.test(text)));
}

function piecesOf(
  paragraph: readonly Line[],
  originOf: (place: Line['place'], from?: number, to?: number) => Origin,
): TextPiece[] {
  return paragraph.map((line, index) => {
    const { start } = originOf(line.place, 0, 0).range;
    const isLast = index === paragraph.length - 1;
    return { kind: 'text', text: isLast ? `${line.text}\n` : line.text, place: { start, indentation: 0 } };
  });
}
