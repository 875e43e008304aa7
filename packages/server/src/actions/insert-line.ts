import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver';

/** Lines at the end of a block; in a block that is written on one line they stand before its brace. */
export function lastInBlock(
  block: AstNode,
  { textDocument }: LangiumDocument,
  lines: string[],
): TextEdit | undefined {
  const brace = GrammarUtils.findNodesForKeyword(block.$cstNode, '}').at(-1);
  if (!brace || lines.length === 0) return undefined;
  const { start } = brace.range;
  const lineStart = { line: start.line, character: 0 };
  const before = textDocument.getText({ start: lineStart, end: start });
  if (before.trim() === '') {
    const newText = lines.map((line) => `${before}  ${line}\n`).join('');
    return { range: { start: lineStart, end: lineStart }, newText };
  }
  const gap = before.endsWith(' ') ? '' : ' ';
  return { range: { start, end: start }, newText: `${gap}${lines.join('  ')} ` };
}
