import { asPrinted, convert, type Decimal, type Fact, isMoneyUnit } from '@fiscal/core';
import { ast, canonicalUnit } from '@fiscal/language/editor';
import { CstUtils, type LangiumDocument } from 'langium';
import type { Position, TextEdit } from 'vscode-languageserver';
import { nodeAround } from '../syntax/leaf-at.js';

/** The figure of the source that begins at a place. */
export function figureNodeAt(document: LangiumDocument, start: Position): ast.Figure | undefined {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(start));
  return nodeAround(leaf, ast.isFigure);
}

/** Writes another value in the place of a figure, in the unit and with the digits that it was written with. */
export function figureEdit(node: ast.Figure, fact: Fact, value: Decimal): TextEdit | undefined {
  const rounded = isMoneyUnit(fact.unit) || fact.unit === '%' ? asPrinted(value, fact) : value;
  const written = node.unit === undefined ? rounded : convert(rounded, fact.unit, canonicalUnit(node.unit));
  if (!written || !node.$cstNode) return undefined;
  const places = node.number === undefined && isMoneyUnit(fact.unit) ? fact.decimals : 0;
  const newText = digitsLike(node, written, places) + unitText(node);
  return { range: node.$cstNode.range, newText };
}

/** 6.20 where 6.10 stood, 3,213.28 where the thousands were parted. */
function digitsLike({ number }: ast.Figure, value: Decimal, places: number): string {
  const digits = value.toFixed(Math.max(places, writtenPlaces(number), value.decimalPlaces()));
  return /[,，]/.test(number ?? '') ? digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : digits;
}

function writtenPlaces(number = ''): number {
  return /[.．](.*)$/.exec(number)?.[1]?.length ?? 0;
}

/** The unit as it was written, with the blank before it. */
function unitText({ unit, $cstNode }: ast.Figure): string {
  return unit === undefined ? '' : (/\s*\D+$/.exec($cstNode?.text ?? '')?.[0] ?? unit);
}
