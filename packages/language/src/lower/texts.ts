import { type Position, positionInText, type RichText, type TextPiece } from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { type LoweringContext, report } from './context.js';
import { lowerExpression } from './expressions.js';
import { originOf } from './origins.js';

/** Stands for a hole while a text is dedented. */
const holeMark = '\u0000';

interface LoweredHole {
  piece: TextPiece;
  end: Position;
}

/** A text as the author meant it: without quotes and common indentation, its holes lowered. */
export function lowerText(context: LoweringContext, text: ast.Text | undefined): RichText {
  const origin = originOf(context.uri, text);
  if (!text) return { pieces: [], origin };
  const holes: LoweredHole[] = [];
  const raw = ast.isRichText(text)
    ? joinPieces(context, text, holes)
    : withoutMarks(text.block ?? text.string ?? '');
  const pieces = placedPieces(insideOf(raw), origin.range.start, holes);
  reportOtherBrackets(context, pieces);
  return { pieces, origin };
}

/** {项目.甲.执行}: a path in other brackets than those of a hole, which would be printed as it stands. */
const pathInBrackets =
  /(?:\$?[{｛]+|\[|［|〔|「|『|〖)\s*((?:收入|支出|基本支出|项目支出|三公经费|项目|财政拨款收支|结转结余|人员|政府采购|机关运行经费|国有资产|绩效)(?:\.[^\s.{}｛｝[\]［］【】〔〕〖〗「」『』()（）]+)+)(?:\s*\|[^{}｛｝[\]［］【】〔〕〖〗「」『』]*)?\s*(?:[}｝]+|\](?!\()|］|〕|〗|」|』)/g;

function reportOtherBrackets(context: LoweringContext, pieces: readonly TextPiece[]): void {
  for (const piece of pieces) {
    if (piece.kind !== 'text' || !piece.place || !/[{｛[［〔〖「『]/.test(piece.text)) continue;
    for (const { 0: found, 1: path = '', index } of piece.text.matchAll(pathInBrackets)) {
      const start = positionInText(piece.text, piece.place, index);
      const end = positionInText(piece.text, piece.place, index + found.length);
      const right = `【${found.replace(/^[^\u4e00-\u9fff]+|[}｝\]］〕〗」』]+$/g, '').trim()}】`;
      const origin = { uri: context.uri, range: { start, end } };
      report(context, 'Z004', 'warning', origin, 'other-brackets', { found, path }, [right]);
    }
  }
}

/** The plain words of a text whose holes do not matter: a name, a file, a reason. */
export function plainText(text: RichText): string {
  return text.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}

/** A string without its quotes: "引号", “引号”, and three of them. */
export function unquote(raw: string): string {
  return unescape(insideOf(raw).text);
}

function joinPieces(context: LoweringContext, text: ast.RichText, holes: LoweredHole[]): string {
  let raw = text.open ?? '"';
  for (const piece of text.pieces) {
    if (ast.isHole(piece)) {
      raw += holeMark;
      holes.push({ piece: lowerHole(context, piece), end: originOf(context.uri, piece).range.end });
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

/** Texts and holes in order, each text with its place: after a hole, a line goes on where the hole ends. */
function placedPieces({ text, line, character, indentation }: Inside, open: Position, holes: LoweredHole[]) {
  const pieces: TextPiece[] = [];
  let start = { line: open.line + line, character: character + (line === 0 ? open.character : 0) };
  for (const [index, part] of text.split(holeMark).entries()) {
    const hole = index > 0 && holes[index - 1];
    if (hole) {
      pieces.push(hole.piece);
      start = hole.end;
    }
    for (const unescaped of part.split(escaped)) {
      const piece = { kind: 'text' as const, text: unescaped, place: { start, indentation } };
      if (unescaped !== '') pieces.push(piece);
      start = positionInText(unescaped, piece.place, unescaped.length);
      // The backslash behind it, which is not of the text.
      start = { ...start, character: start.character + 1 };
    }
  }
  return pieces;
}

/** What stands between the quotes, still escaped, and where it begins, counted from the opening quote. */
interface Inside {
  text: string;
  line: number;
  character: number;
  indentation: number;
}

function insideOf(raw: string): Inside {
  if (/^["“”]{3}/.test(raw)) return dedent(raw.slice(3).replace(/["“”]{3}$/, ''), 3);
  const fence = /^["“”]{1,2}(?=[ \t\u3000\r]*\n)/.exec(raw)?.[0];
  if (fence !== undefined) return dedent(raw.slice(fence.length).replace(/["“”]{1,3}$/, ''), fence.length);
  if (/^(?:'.*'|‘.*’|「.*」|『.*』)$/s.test(raw))
    return { text: raw.slice(1, -1), line: 0, character: 1, indentation: 0 };
  const open = /^["“”]/.test(raw) ? 1 : 0;
  // 用途 库房维护": told, and read as what was meant.
  const isUnopened = open === 0 && raw.endsWith('"');
  const close = isUnopened || (open === 1 && raw.length > 1 && /["“”]$/.test(raw)) ? 1 : 0;
  return { text: raw.slice(open, raw.length - close), line: 0, character: open, indentation: 0 };
}

/** Takes off the first and the last line break and the indentation that all lines share. */
function dedent(text: string, open: number): Inside {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.length === 1) {
    const blanks = text.length - text.trimStart().length;
    return { text: text.trim(), line: 0, character: open + blanks, indentation: 0 };
  }
  const line = lines[0]!.trim() === '' ? 1 : 0;
  if (line === 1) lines.shift();
  if (lines.at(-1)?.trim() === '') lines.pop();
  const common = commonIndentation(lines);
  return {
    text: lines.map((one) => one.slice(common).trimEnd()).join('\n'),
    line,
    character: common + (line === 0 ? open : 0),
    indentation: common,
  };
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
const escaped = /\\(?=[【】"“”])/;

function unescape(text: string): string {
  return text.includes('\\') ? text.split(escaped).join('') : text;
}
