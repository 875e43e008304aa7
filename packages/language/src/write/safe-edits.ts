import type { Finding, Origin, Range } from '@fiscal/core';
import { plainCharacter } from '../lexer/characters.js';
import { quotedIfNeeded } from './quoted-name.js';

/** A change of a source text. */
export interface TextEdit {
  range: Range;
  newText: string;
}

const chineseMarks = new Map([
  [',', '，'],
  [';', '；'],
]);

/**
 * What mends a finding without asking its author: official names that were confirmed, marks and characters that
 * can only be meant otherwise. Never a figure; never an acceptance: its reason is what an auditor was told.
 */
export function safeEdits({ rule, data, origin }: Finding, text: string): TextEdit[] {
  if (data.kind === 'name' && data.confirmed) {
    const isInProse = rule === 'C013';
    return [{ range: origin.range, newText: isInProse ? data.official : quotedIfNeeded(data.official) }];
  }
  if (data.kind !== 'message') return [];
  const { found = '', right = '' } = data.parameters;
  const places = [origin, ...(data.places ?? [])];
  switch (data.code) {
    case 'misspelt':
      return replaced(places, right);
    case 'english-mark':
      return places.flatMap((place) => {
        const mark = chineseMarks.get(textAt(place.range, text));
        return mark === undefined ? [] : replaced([place], mark);
      });
    case 'full-width-digits':
      return replaced(places, halfWidth(found));
    case 'lookalike':
    case 'invisible-character':
      return places.map(({ range }) => ({ range, newText: plainCharacter(textAt(range, text)) ?? '' }));
    case 'unquoted-name':
      return replaced([origin], `"${textAt(origin.range, text).replaceAll('"', '')}"`);
    default:
      return [];
  }
}

/** Takes something out of a text, with its line when nothing else stands there. */
export function removalOf({ range }: Origin, text: string): TextEdit {
  const line = {
    start: { line: range.start.line, character: 0 },
    end: { line: range.end.line + 1, character: 0 },
  };
  const before = textAt({ start: line.start, end: range.start }, text);
  const behind = textAt({ start: range.end, end: line.end }, text);
  if (before.trim() === '' && behind.trim() === '') return { range: line, newText: '' };
  const blank = /[ \t]*$/.exec(before)![0].length;
  const start = { ...range.start, character: range.start.character - blank };
  return { range: { start, end: range.end }, newText: '' };
}

function replaced(places: readonly Origin[], newText: string): TextEdit[] {
  return places.map(({ range }) => ({ range, newText }));
}

function halfWidth(digits: string): string {
  const shift = '０'.charCodeAt(0) - '0'.charCodeAt(0);
  return digits.replace(/[０-９．，]/g, (one) => String.fromCharCode(one.charCodeAt(0) - shift));
}

function textAt({ start, end }: Range, text: string): string {
  return text.slice(offsetOf(start, text), offsetOf(end, text));
}

/** Lines end with CRLF, LF or CR; behind the last one is the end of the text. */
export function offsetOf({ line, character }: Range['start'], text: string): number {
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let index = 0; index < line; index++) {
    const end = ends.exec(text);
    if (!end) return text.length;
    start = end.index + end[0].length;
  }
  return Math.min(text.length, start + character);
}
