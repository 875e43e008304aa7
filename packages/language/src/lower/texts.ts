import type { RichText, TextPiece } from '@fiscal/core';
import * as ast from '../generated/ast.js';
import type { LoweringContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { originOf } from './origins.js';

/** Stands for a hole while a text is dedented. */
const holeMark = '\u0000';

/** A text as the author meant it: without quotes and common indentation, its holes lowered. */
export function lowerText(context: LoweringContext, text: ast.Text | undefined): RichText {
  const origin = originOf(context.uri, text);
  if (!text) return { pieces: [], origin };
  const holes: TextPiece[] = [];
  const raw = ast.isRichText(text)
    ? joinPieces(context, text, holes)
    : withoutMarks(text.block ?? text.string ?? '');
  return { pieces: splitPieces(unquote(raw), holes), origin };
}

/** The plain words of a text whose holes do not matter: a name, a file, a reason. */
export function plainText(text: RichText): string {
  return text.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}

/** A string without its quotes: "引号", “引号”, and three of them. */
export function unquote(raw: string): string {
  if (/^["“”]{3}/.test(raw)) return dedent(raw.slice(3).replace(/["“”]{3}$/, ''));
  const open = /^["“”]/.test(raw) ? 1 : 0;
  const close = open === 1 && raw.length > 1 && /["“”]$/.test(raw) ? 1 : 0;
  return unescape(raw.slice(open, raw.length - close));
}

function joinPieces(context: LoweringContext, text: ast.RichText, holes: TextPiece[]): string {
  let raw = text.open ?? '"';
  for (const piece of text.pieces) {
    if (ast.isHole(piece)) {
      raw += holeMark;
      holes.push(lowerHole(context, piece));
    } else {
      raw += withoutMarks(piece.content ?? '');
    }
  }
  return raw + (text.close ?? '');
}

/** The one character that no author can mean. */
function withoutMarks(text: string): string {
  return text.replaceAll(holeMark, '');
}

function lowerHole(context: LoweringContext, hole: ast.Hole): TextPiece {
  const expression = lowerExpression(context, hole.expression);
  if (!expression) return { kind: 'text', text: '' };
  return { kind: 'hole', expression, origin: originOf(context.uri, hole) };
}

function splitPieces(text: string, holes: TextPiece[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const [index, part] of text.split(holeMark).entries()) {
    if (index > 0) pieces.push(holes[index - 1]!);
    if (part !== '') pieces.push({ kind: 'text', text: part });
  }
  return pieces;
}

/** Takes off the first and the last line break and the indentation that all lines share. */
function dedent(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.length === 1) return unescape(text.trim());
  if (lines[0]!.trim() === '') lines.shift();
  if (lines.at(-1)?.trim() === '') lines.pop();
  const common = commonIndentation(lines);
  return unescape(lines.map((line) => line.slice(common).trimEnd()).join('\n'));
}

/** The blanks that all lines with something on them begin with. */
export function commonIndentation(lines: readonly string[]): number {
  let common = Infinity;
  for (const line of lines) {
    if (line.trim() !== '') common = Math.min(common, /^[ \t\u3000]*/.exec(line)![0].length);
  }
  return Number.isFinite(common) ? common : 0;
}

/** \【 and \】 and \" stand for themselves; every other backslash is Markdown's. */
function unescape(text: string): string {
  return text.replace(/\\([【】"“”])/g, '$1');
}
