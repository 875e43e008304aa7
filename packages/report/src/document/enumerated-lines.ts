import type { Inline } from './document.js';

/**
 * Lines that count 1. 2. or （一）（二） are paragraphs of their own, as their author sees them, although
 * Markdown would run them together without a blank after the number. A line counts when it begins with a
 * number and follows a line that counts the same way or that ends with punctuation.
 */
export function splitEnumerated(content: Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [];
  for (const line of linesOf(content)) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && !startsParagraph(line, paragraph)) paragraph.push({ kind: 'text', text: '\n' }, ...line);
    else paragraphs.push(line);
  }
  return paragraphs;
}

/** Cut where the author's lines end, outside emphasis and links. */
function linesOf(content: Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.kind !== 'text') lines.at(-1)!.push(inline);
    else
      inline.text.split(/\r\n?|\n/).forEach((text, index) => {
        if (index > 0) lines.push([]);
        if (text !== '') lines.at(-1)!.push({ kind: 'text', text });
      });
  }
  return lines;
}

/** 1. and 1、 but not 1.5; （一） and (1); 一、; ①. */
const enumerators = [
  /^\s*\d{1,3}[.．、](?!\d)/,
  /^\s*[（(](?:[一二三四五六七八九十百]+|\d{1,3})[）)]/,
  /^\s*[一二三四五六七八九十百]+、/,
  /^\s*[①-⑳]/,
];

function startsParagraph(line: Inline[], before: Inline[]): boolean {
  const enumerator = enumerators.find((pattern) => pattern.test(opening(line)));
  if (!enumerator) return false;
  return enumerator.test(opening(before)) || /[：；。:;]\s*$/.test(ending(before));
}

function opening(line: Inline[]): string {
  return line[0]?.kind === 'text' ? line[0].text : '';
}

function ending(line: Inline[]): string {
  const last = line.at(-1);
  return last?.kind === 'text' ? last.text : '';
}
