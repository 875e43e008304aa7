import { allTokens } from '@fiscal/language/editor';
import type { Range, TextEdit } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import type { Fix, FixContext } from './fix.js';

/** A reason set aside in a comment, as a report begun from last year's has it: // 上年：原因 "…" */
const aside = /^\/\/\s*(?:上年[：:]\s*)?((?:原因|预算原因)\s*["“][^"“”]*["”])\s*$/;

/** The reason in the comment behind an item is moved into it. */
export function* reasonRewrite({ start }: Range, { document }: FixContext): Generator<Fix> {
  const tokens = allTokens(document.textDocument.getText());
  const at = tokens.findIndex(
    ({ startLine, image }) => startLine === start.line + 1 && image.startsWith('//'),
  );
  const [comment, before] = [tokens[at], tokens[at - 1]];
  const reason = comment && aside.exec(comment.image)?.[1];
  // A reason belongs to what stands before it on its line.
  if (!comment || !reason || before?.endLine !== comment.startLine) return;
  const line = comment.startLine! - 1;
  const from = { line, character: comment.startColumn! - 1 };
  const edit: TextEdit = {
    range: { start: from, end: { line, character: comment.endColumn! } },
    newText: reason,
  };
  yield { title: words.moveReasonIn, edits: [edit] };
}
