import { AstUtils, CstUtils, GrammarUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';

/** Blocks in braces, text blocks, and comments of several lines. */
export class FiscalFoldingRangeProvider implements FoldingRangeProvider {
  getFoldingRanges({ parseResult }: LangiumDocument): FoldingRange[] {
    const root = parseResult.value.$cstNode;
    if (!root) return [];
    const leaves = CstUtils.flattenCst(root).toArray();
    return [...blocks(parseResult.value), ...texts(leaves), ...comments(leaves)].filter(
      ({ startLine, endLine }) => endLine > startLine,
    );
  }
}

/** The line of the closing brace stays in sight. */
function* blocks(root: LangiumDocument['parseResult']['value']): Generator<FoldingRange> {
  for (const node of AstUtils.streamAst(root)) {
    const opens = GrammarUtils.findNodesForKeyword(node.$cstNode, '{');
    const closes = GrammarUtils.findNodesForKeyword(node.$cstNode, '}');
    for (const [index, open] of opens.entries()) {
      const close = closes[index];
      if (close) yield { startLine: open.range.start.line, endLine: close.range.start.line - 1 };
    }
  }
}

function* texts(leaves: readonly LeafCstNode[]): Generator<FoldingRange> {
  let open: LeafCstNode | undefined;
  for (const leaf of leaves) {
    const type = leaf.tokenType.name;
    if (type === 'TEXT_BLOCK') yield linesOf(leaf, leaf);
    if (type === 'TEXT_OPEN') open = leaf;
    if (type === 'TEXT_CLOSE' && open) yield linesOf(open, leaf);
  }
}

/** Lines that begin with // one below the other fold together. */
function* comments(leaves: readonly LeafCstNode[]): Generator<FoldingRange> {
  const all = leaves.filter(({ tokenType }) => tokenType.name.endsWith('COMMENT'));
  let first = all[0];
  let last = all[0];
  for (const comment of [...all.slice(1), undefined]) {
    if (comment && last && comment.range.start.line === last.range.end.line + 1) last = comment;
    else {
      if (first && last) yield { ...linesOf(first, last), kind: FoldingRangeKind.Comment };
      first = last = comment;
    }
  }
}

function linesOf(first: LeafCstNode, last: LeafCstNode): FoldingRange {
  return { startLine: first.range.start.line, endLine: last.range.end.line };
}
