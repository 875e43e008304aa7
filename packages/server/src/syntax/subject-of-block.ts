import { blocks } from '@fiscal/core';
import type { FactBase, Subject } from '@fiscal/core';
import { ast, normalizeName } from '@fiscal/language/editor';
import { type AstNode, GrammarUtils } from 'langium';
import type { PlaceIndex } from '../workspace/place-index.js';

/** What a block of a report is about. */
export function subjectOfBlock(
  block: AstNode | undefined,
  { root }: FactBase,
  places: PlaceIndex,
): Subject | undefined {
  if (ast.isReport(block)) return root;
  if (ast.isIncome(block)) return incomeSubject(block, root.children.get(blocks.income));
  if (ast.isExpenditure(block)) return fundSubject(block, root.children.get(blocks.expenditure));
  if (ast.isEconomicExpenditure(block)) return fundSubject(block, root.children.get(block.kind));
  if (ast.isThreePublic(block)) return root.children.get(blocks.threePublic);
  return namedSubject(block, places);
}

function incomeSubject({ bySubject }: ast.Income, income: Subject | undefined): Subject | undefined {
  return bySubject ? income?.children.get(blocks.bySubject) : income;
}

function fundSubject(
  { fund }: ast.Expenditure | ast.EconomicExpenditure,
  all: Subject | undefined,
): Subject | undefined {
  return fund ? (all?.children.get(normalizeName(fund)) ?? all) : all;
}

/** An item, a unit, a project or a line, by the place of its name or code. */
function namedSubject(block: AstNode | undefined, places: PlaceIndex): Subject | undefined {
  const node =
    GrammarUtils.findNodeForProperty(block?.$cstNode, 'code') ??
    GrammarUtils.findNodesForProperty(block?.$cstNode, 'names').at(-1) ??
    GrammarUtils.findNodeForProperty(block?.$cstNode, 'name');
  return node && places.subjectAt(node.range.start);
}
