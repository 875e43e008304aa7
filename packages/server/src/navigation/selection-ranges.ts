import { comparePositions } from '@fiscal/core';
import { type CstNode, CstUtils, type LangiumDocument } from 'langium';
import type { Position, Range, SelectionRange } from 'vscode-languageserver';
import { contains } from '../syntax/range.js';

/** From the word at each position outwards: its node, the nodes around it, the file. */
export function selectionRanges(document: LangiumDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionRange(document, position));
}

function selectionRange({ parseResult, textDocument }: LangiumDocument, position: Position): SelectionRange {
  const root = parseResult.value.$cstNode;
  const offset = textDocument.offsetAt(position);
  const leaf =
    root && (CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeBeforeOffset(root, offset));
  const ranges = rangesAround(leaf).filter((range) => contains(range, position));
  const whole: SelectionRange = {
    range: { start: { line: 0, character: 0 }, end: textDocument.positionAt(textDocument.getText().length) },
  };
  return ranges.reduceRight<SelectionRange>((parent, range) => ({ range, parent }), whole);
}

function rangesAround(node: CstNode | undefined): Range[] {
  const ranges: Range[] = [];
  for (let each = node; each; each = each.container)
    if (ranges.length === 0 || !isSame(ranges.at(-1)!, each.range)) ranges.push(each.range);
  return ranges;
}

function isSame(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}
