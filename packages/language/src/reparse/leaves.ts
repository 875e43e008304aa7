import type { IToken } from 'chevrotain';
import { type CompositeCstNode, CstUtils, type LeafCstNode, type RootCstNode } from 'langium';

export type Leaf = LeafCstNode;

/** What Langium's nodes keep and let nobody else write. */
interface LeafState {
  _offset: number;
  _length: number;
  _range: LeafCstNode['range'];
}

/** All words and comments of a tree in order. */
export function leavesOf(root: RootCstNode): Leaf[] {
  return CstUtils.flattenCst(root).toArray();
}

/** Has a leaf stand where a token stands. Its range is made anew: somebody may have kept the one before. */
export function moveLeaf(leaf: Leaf, token: IToken): void {
  const state = leaf as unknown as LeafState;
  state._offset = token.startOffset;
  state._length = token.image.length;
  const { start, end } = leaf.range;
  const isInPlace =
    start.line === token.startLine! - 1 &&
    start.character === token.startColumn! - 1 &&
    end.line === token.endLine! - 1 &&
    end.character === token.endColumn!;
  if (isInPlace) return;
  state._range = CstUtils.tokenToRange(token);
  forgetRanges(leaf.container);
}

/** Nodes remember the range that they had. */
function forgetRanges(node: CompositeCstNode | undefined): void {
  for (let outer = node; outer; outer = outer.container)
    (outer as unknown as { _rangeCache: undefined })._rangeCache = undefined;
}

export function replaceText(root: RootCstNode, text: string): void {
  (root as unknown as { _text: string })._text = text;
}
