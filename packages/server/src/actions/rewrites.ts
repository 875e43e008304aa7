import { type LangiumDocument, type LeafCstNode, CstUtils } from 'langium';
import { CodeActionKind, type Range } from 'vscode-languageserver';
import { leafAt } from '../syntax/leaf-at.js';
import { canonicalRewrite } from './canonical-rewrite.js';
import { figureRewrites } from './figure-rewrites.js';
import type { Fix, FixContext } from './fix.js';
import { lineNameRewrites } from './line-name-rewrites.js';
import { missingLineRewrites } from './missing-line-rewrites.js';
import { reasonRewrite } from './reason-rewrite.js';
import { totalRewrites } from './total-rewrites.js';

/** Offers a change for the word at the cursor, where nothing needs to be wrong. */
export type Rewriter = (leaf: LeafCstNode, context: FixContext) => Iterable<Fix>;

const rewriters: readonly Rewriter[] = [figureRewrites, lineNameRewrites, totalRewrites, missingLineRewrites];

export function rewritesAt(range: Range, context: FixContext): Fix[] {
  const leaf = leafAt(context.document, range.start) ?? firstOnLine(context.document, range);
  const rewrites = leaf ? rewriters.flatMap((rewriter) => [...rewriter(leaf, context)]) : [];
  return [...rewrites, ...reasonRewrite(range, context), ...canonicalRewrite(range, context)].map((fix) => ({
    kind: CodeActionKind.RefactorRewrite,
    ...fix,
  }));
}

/** The first word behind a cursor that stands in the indentation. */
function firstOnLine(
  { parseResult, textDocument }: LangiumDocument,
  { start }: Range,
): LeafCstNode | undefined {
  const line = textDocument.getText({ start, end: { line: start.line + 1, character: 0 } });
  const blank = /^[ \t\u3000]*/.exec(line)![0].length;
  const root = parseResult.value.$cstNode;
  return root && CstUtils.findLeafNodeAtOffset(root, textDocument.offsetAt(start) + blank);
}
