import { computeFact, convert, formatPlain, isMoneyUnit, parseFigure } from '@fiscal/core';
import { ast, canonicalUnit } from '@fiscal/language/editor';
import { factAmount, isKnown } from '../numbers.js';
import { nodeAround } from '../syntax/leaf-at.js';
import { words } from '../words.zh.js';
import { figureEdit } from './figure-edit.js';
import type { Rewriter } from './rewrites.js';

/** An open figure takes the value that follows from others; one in another money unit takes that of the report. */
export const figureRewrites: Rewriter = function* (leaf, { examination }) {
  const node = nodeAround(leaf, ast.isFigure);
  const fact = node?.$cstNode && examination.places.figureAt(node.$cstNode.range.start)?.fact;
  if (!node?.$cstNode || !fact) return;
  if (node.state === '未填') {
    const computed = computeFact(fact);
    const edit = isKnown(computed) && figureEdit(node, fact, computed.value);
    if (edit) yield { title: words.stateComputed(factAmount(fact, computed.value)), edits: [edit] };
  }
  const value = parseFigure(node.number ?? '');
  const unit = node.unit === undefined ? fact.unit : canonicalUnit(node.unit);
  if (!value || unit === fact.unit || !isMoneyUnit(unit)) return;
  const converted = convert(node.negative ? value.neg() : value, unit, fact.unit);
  if (!converted || converted.decimalPlaces() > fact.decimals) return;
  const newText = `${formatPlain(converted)} ${fact.unit}`;
  yield { title: words.writeAs(newText), edits: [{ range: node.$cstNode.range, newText }] };
};
