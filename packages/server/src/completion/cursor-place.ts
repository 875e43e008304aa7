import { CstUtils, type LangiumDocument } from 'langium';
import type { Position, Range } from 'vscode-languageserver';

/** Where the cursor stands, read from its line and from the word of the source around it. */
export interface CursorPlace {
  /**
   * data: between braces · text: in words of the author · formula: in 【】 · string: in quotes ·
   * comment: nothing is to be said there.
   */
  kind: 'data' | 'text' | 'formula' | 'string' | 'comment';
  /** Words on the line before the one that is being typed; of a formula or a string its beginning. */
  before: string[];
  /** What stands of the formula or string before the typed word. */
  lead: string;
  typed: string;
  /** Nothing follows on the line but a comment. */
  isAtEnd: boolean;
  /** What a suggestion replaces. */
  range: Range;
}

const word = /[\u4e00-\u9fff\u3400-\u4dbf\ud840-\udfffA-Za-z0-9０-９Ａ-Ｚａ-ｚ_·—（）《》]*$/;
const lineWord = /"[^"]*"|“[^”]*”|[{}｛｝]|[^\s，、；：,;:{}｛｝"“”]+/g;

export function cursorPlace(document: LangiumDocument, position: Position): CursorPlace {
  const { textDocument } = document;
  const line = textDocument.getText({ start: { line: position.line, character: 0 }, end: position });
  const typed = word.exec(line)![0];
  const head = line.slice(0, line.length - typed.length);
  const rest = textDocument.getText({ start: position, end: { line: position.line + 1, character: 0 } });
  const isAtEnd = /^\s*(\/\/.*)?\s*$/.test(rest);
  const range = { start: { line: position.line, character: head.length }, end: position };
  const tokenType = tokenTypeAt(document, textDocument.offsetAt(position));
  const hole = openHole(head);
  if (hole !== undefined)
    return { kind: 'formula', before: wordsOf(hole), lead: hole, typed, isAtEnd, range };
  if (tokenType.endsWith('COMMENT') || isInLineComment(head))
    return { kind: 'comment', before: [], lead: '', typed, isAtEnd, range };
  const quote = openQuote(head);
  if (quote !== undefined && tokenType !== 'TEXT_BLOCK')
    return {
      kind: 'string',
      before: wordsOf(head.slice(0, quote)),
      lead: head.slice(quote + 1),
      typed,
      isAtEnd,
      range,
    };
  const kind = /^TEXT_(BLOCK|CONTENT|OPEN)$/.test(tokenType) ? 'text' : 'data';
  return { kind, before: wordsOf(head), lead: head, typed, isAtEnd, range };
}

export function wordsOf(line: string): string[] {
  return line.match(lineWord) ?? [];
}

/** The kind of word that an offset lies inside of, neither at its beginning nor at its end. */
function tokenTypeAt(document: LangiumDocument, offset: number): string {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
  return leaf && leaf.offset < offset ? leaf.tokenType.name : '';
}

/** What was written since the last 【 that is not closed on the line. */
function openHole(head: string): string | undefined {
  const open = head.lastIndexOf('【');
  if (open < 0 || head.indexOf('】', open) >= 0 || head[open - 1] === '\\') return undefined;
  return head.slice(open + 1);
}

function isInLineComment(head: string): boolean {
  return /^([^"“”/]|\/(?!\/)|["“][^"“”]*["”])*\/\//.test(head);
}

/** Where a quotation began that is not closed on the line; names may have quotes of their own: “三公”经费. */
function openQuote(head: string): number | undefined {
  const quotes = [...head.matchAll(/["“”]/g)];
  return quotes.length % 2 === 1 ? quotes.at(-1)!.index : undefined;
}
