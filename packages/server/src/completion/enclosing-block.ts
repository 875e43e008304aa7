import { type AstNode, type CstNode, CstUtils, isCompositeCstNode, type LangiumDocument } from 'langium';

/** The nodes inside whose braces an offset lies, innermost first. */
export function enclosingBlocks(document: LangiumDocument, offset: number): AstNode[] {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeBeforeOffset(root, offset);
  const blocks: AstNode[] = [];
  for (let node: AstNode | undefined = leaf?.astNode; node; node = node.$container)
    if (isInsideBraces(node, offset)) blocks.push(node);
  return blocks;
}

function isInsideBraces(node: AstNode, offset: number): boolean {
  let depth = 0;
  for (const { text } of ownLeaves(node.$cstNode, node, offset)) {
    if (/^[{｛]$/.test(text)) depth++;
    else if (/^[}｝]$/.test(text)) depth--;
  }
  return depth > 0;
}

/** Words of the node itself before an offset, not those of the nodes in it. */
function* ownLeaves(cst: CstNode | undefined, node: AstNode, offset: number): Generator<CstNode> {
  if (!cst || cst.offset >= offset || cst.astNode !== node) return;
  if (!isCompositeCstNode(cst)) yield cst;
  else for (const child of cst.content) yield* ownLeaves(child, node, offset);
}
