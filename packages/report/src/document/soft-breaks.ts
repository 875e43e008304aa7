import { eastAsianWidth } from 'get-east-asian-width';
import type { Inline } from './document.js';
import { plainText } from './plain-text.js';

/**
 * Puts the lines of a paragraph together: without a space next to a Chinese character or full-width
 * punctuation, with one between Latin words, across emphasis and links too.
 */
export function joinLines(content: Inline[]): Inline[] {
  const whole = plainText(content);
  return /[\r\n]/.test(whole) ? joinWithin(content, whole, 0) : content;
}

function joinWithin(content: Inline[], whole: string, start: number): Inline[] {
  let offset = start;
  return content.map((inline) => {
    const joined = joinInline(inline, whole, offset);
    offset += plainText([inline]).length;
    return joined;
  });
}

function joinInline(inline: Inline, whole: string, offset: number): Inline {
  switch (inline.kind) {
    case 'text':
    case 'figure':
    case 'code':
      return { ...inline, text: joinText(inline.text, whole, offset) };
    case 'strong':
    case 'emphasis':
    case 'link':
      return { ...inline, content: joinWithin(inline.content, whole, offset) };
    case 'break':
      return inline;
  }
}

/** `whole` holds `text` at `offset`: what stands before and after a line's end may belong to a neighbour. */
function joinText(text: string, whole: string, offset: number): string {
  return text.replace(/[ \t]*[\r\n]\s*/g, (lineEnd, at: number) => {
    const start = offset + at;
    const end = start + lineEnd.length;
    const before = whole.slice(Math.max(0, start - nearby), start).trimEnd();
    const after = whole.slice(end, end + nearby).trimStart();
    if (before === '' || after === '') return '';
    return isWide(lastCharacter(before)) || isWide(after) ? '' : ' ';
  });
}

/** Characters to look at on either side of a line's end; blanks further than that are no text. */
const nearby = 64;

function isWide(text: string): boolean {
  return eastAsianWidth(text.codePointAt(0) ?? 0) === 2;
}

function lastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}
