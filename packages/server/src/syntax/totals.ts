import { grandTotal, childAt, type Subject, total } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';

/** Blocks that have a line for what they come to. */
export function hasTotal(
  node: unknown,
): node is ast.Income | ast.Expenditure | ast.EconomicExpenditure | ast.ThreePublic {
  return (
    ast.isIncome(node) ||
    ast.isExpenditure(node) ||
    ast.isEconomicExpenditure(node) ||
    ast.isThreePublic(node)
  );
}

/** 总计 of 收入 and of 支出 as a whole, 合计 of a fund. */
export function totalOf(subject: Subject): Subject | undefined {
  return childAt(subject, total) ?? childAt(subject, grandTotal);
}
