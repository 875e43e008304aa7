import { plain } from '../published/readable.js';
import type { Hole, Pattern } from './pattern.js';

/** Patterns of one short text as an expression that a whole text matches, with a group for each hole. */
export interface Matcher {
  expression: RegExp;
  holes: readonly Hole[];
}

/** 一、 （一） 1. 第一部分 before a title or a label. */
export const ordinal =
  '(?:第[一二三四五六七八九十\\d]{1,3}(?:部分|章|节)[、.:]?|\\(?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})(?:[、)]|[.](?!\\d)))';

export function matcherOf(patterns: readonly Pattern[]): Matcher {
  const holes: Hole[] = [];
  const source = patterns.map((pattern) => sourceOf(pattern, holes)).join('');
  return { expression: new RegExp(`^${source}$`, 'd'), holes };
}

function sourceOf(pattern: Pattern, holes: Hole[]): string {
  switch (pattern.kind) {
    case 'literal':
      return escaped(pattern.text);
    case 'hole':
      holes.push(pattern.hole);
      return sourceOfHole(pattern.hole);
    case 'choice':
      return `(?:${pattern.ways.map((way) => way.map((one) => sourceOf(one, holes)).join('')).join('|')})`;
    case 'paragraph':
      return pattern.content.map((one) => sourceOf(one, holes)).join('');
    case 'repeat':
      return '.*?';
    case 'mark':
    case 'claim':
      return '';
  }
}

function sourceOfHole(hole: Hole): string {
  switch (hole.kind) {
    case 'known':
      return `(${escaped(hole.text)}|[^,。;]{0,40}?)`;
    case 'figure':
      return '(-?[\\d,]+(?:\\.\\d+)?%?)';
    case 'name':
      return hole.part === '编码' ? '(\\d{3}(?:\\d\\d){0,2})' : '(.+?)';
    case 'text':
      return hole.form === 'operator' ? '([≥≤<>=]?)' : '(.*)';
  }
}

export function escaped(text: string): string {
  return plain(text).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** Without the number before it. */
export function withoutOrdinal(text: string): string {
  return text.replace(leading, '');
}

const leading = new RegExp(`^(?:${ordinal})+`);

/** Also without what is left of one that was spoilt: ）收入决算情况说明, 三。收入决算情况说明. */
export function withoutNumber(text: string): string {
  return text.replace(spoilt, '');
}

const spoilt = new RegExp(
  `^(?:${ordinal}|\\(?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[,:;。·](?!\\d)|[)\\]}、,.:;。·*#])+`,
);

export function beginsWithNumber(text: string): boolean {
  return leading.test(text);
}
