import { blocks, type LineKind, type SchemaItem } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import type { AstNode } from 'langium';

/** What the lines are that stand in a block; `enclosing` has it first, then those around it. */
export function lineKindIn(enclosing: readonly AstNode[], pathOfBlock: () => string | undefined): LineKind {
  const isIn = (isKind: (node: unknown) => boolean) => enclosing.some(isKind);
  if (isIn(ast.isProject)) return 'project';
  if (isIn(ast.isExpenditure)) return isIn(ast.isEconomicDetail) ? 'economic' : 'expenditure';
  if (isIn(ast.isIncome)) return isBySubject(enclosing) ? 'incomeBySubject' : 'item';
  if (isIn(ast.isEconomicExpenditure)) return 'economic';
  if (isIn(ast.isThreePublic)) return 'threePublic';
  return pathOfBlock() === blocks.carryOver ? 'carryOver' : 'item';
}

function isBySubject(enclosing: readonly AstNode[]): boolean {
  return enclosing.some((block) => ast.isIncome(block) && block.bySubject);
}

/** Of which classification the codes of a block's lines are. */
export function classificationIn(
  enclosing: readonly AstNode[],
  schema: SchemaItem | undefined,
): SchemaItem['coded'] {
  const [block] = enclosing;
  if (ast.isExpenditure(block)) return block.fund ? 'functional' : undefined;
  if (ast.isIncome(block)) return block.bySubject ? 'functional' : undefined;
  if (enclosing.some(ast.isEconomicExpenditure) || ast.isEconomicDetail(block)) return 'economic';
  return schema?.coded;
}
