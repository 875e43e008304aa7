import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';

/** What stands before the braces of a block and of those around it, the outermost first. */
export function blockHeads(block: AstNode | undefined, { textDocument }: LangiumDocument): string[] {
  const heads: string[] = [];
  for (let node = block; node; node = node.$container) {
    const start = node.$cstNode?.range.start;
    const brace = GrammarUtils.findNodeForKeyword(node.$cstNode, '{')?.range.start;
    if (start && brace) heads.unshift(oneLine(textDocument.getText({ start, end: brace })));
  }
  return heads;
}

function oneLine(head: string): string {
  return head
    .replace(/\/\/.*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
