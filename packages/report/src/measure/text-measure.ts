import { eastAsianWidth } from 'get-east-asian-width';

/** Width in em: full-width characters one, others a generous average, so that nothing is cut in any font. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Breaks into lines of at most `width` em; between any two characters, as Chinese does. */
export function wrapText(text: string, width: number): string[] {
  const lines = [''];
  for (const [piece] of text.matchAll(unbroken)) {
    const line = lines.at(-1)!;
    const fits = line === '' || textWidth(line + piece) <= width;
    if (!fits && lines.length === mostLines) return [...lines.slice(0, -1), `${line}…`];
    if (fits) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.filter((line) => line !== '');
}

/** As few lines as `wrapText` needs, about equally long: no character stands alone on the last. */
export function balanceText(text: string, width: number): string[] {
  const fewest = wrapText(text, width);
  for (let narrower = textWidth(text) / fewest.length; narrower < width; narrower += 0.5) {
    const lines = wrapText(text, narrower);
    if (lines.length === fewest.length) return lines;
  }
  return fewest;
}

/** A label is no page: longer text ends in an ellipsis. */
const mostLines = 8;

/** Words of Latin letters and digits stay whole; closing punctuation stays with what it closes. */
const unbroken = /[（“‘《「]*(?:[\p{Script=Latin}\p{N}.,%+-]{1,16}|[^])[，。、；：！？）”’》」]*/gu;

function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (eastAsianWidth(codePoint, { ambiguousAsWide: true }) === 2) return 1;
  return /[MWmw%@]/.test(character) ? 0.95 : 0.62;
}
