import { formatWithin } from '@fiscal/language/editor';
import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver';
import { lineEdit } from '../format/line-edits.js';
import { blockHeads } from '../syntax/block-heads.js';

/** Lines at the end of a block, as formatting leaves them; in a block on one line they stand before its brace. */
export function lastInBlock(
  block: AstNode,
  document: LangiumDocument,
  lines: string[],
): TextEdit | undefined {
  const brace = GrammarUtils.findNodesForKeyword(block.$cstNode, '}').at(-1);
  if (!brace || lines.length === 0) return undefined;
  const { line, character } = brace.range.start;
  const lineStart = { line, character: 0 };
  const written = document.textDocument.getText({ start: lineStart, end: { line: line + 1, character: 0 } });
  const before = written.slice(0, character);
  if (before.trim() === '') {
    const laid = formatWithin(blockHeads(block, document), lines);
    const newText = laid.map((each) => `${before}  ${each.trimStart()}\n`).join('');
    return { range: { start: lineStart, end: lineStart }, newText };
  }
  const old = written.replace(/[\r\n]+$/, '');
  const [laid = ''] = formatWithin(blockHeads(block.$container, document), [
    `${before} ${lines.join('  ')} ${old.slice(character)}`,
  ]);
  return lineEdit(old, /^\s*/.exec(old)![0] + laid.trimStart(), line)[0];
}
