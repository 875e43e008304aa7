import { allTokens, canonicalImage } from '@fiscal/language/editor';
import type { Range, TextEdit } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import type { Fix, FixContext } from './fix.js';

/** Full-width figures, signs and quotes on the chosen lines take the form that `fiscal format` gives them. */
export function* canonicalRewrite({ start, end }: Range, { document }: FixContext): Generator<Fix> {
  const lines = { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
  if (!/[０-９，．｛｝％－＝（）“”＜＞]/.test(document.textDocument.getText(lines))) return;
  const edits = allTokens(document.textDocument.getText()).flatMap((token): TextEdit[] => {
    const line = token.startLine! - 1;
    if (line < start.line || line > end.line || token.endLine !== token.startLine) return [];
    const newText = isCanonical(token.tokenType.name) ? token.image : canonicalImage(token);
    if (newText === token.image) return [];
    const from = { line, character: token.startColumn! - 1 };
    return [{ range: { start: from, end: { line, character: token.endColumn! } }, newText }];
  });
  if (edits.length > 0) yield { title: words.writeCanonically, edits };
}

/** Words of a text are the author's. */
function isCanonical(type: string): boolean {
  return type.startsWith('TEXT_') || type.endsWith('COMMENT');
}
