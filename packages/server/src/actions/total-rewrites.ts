import {
  childAt,
  type Fact,
  finalAccounts,
  formatDeclared,
  isRate,
  linesOf,
  measureOf,
  resolveFact,
  type Subject,
  total,
  ownFactOf,
} from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import { factAmount, isKnown } from '../numbers.js';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import { words } from '../words.zh.js';
import { lastInBlock } from './insert-line.js';
import type { Rewriter } from './rewrites.js';

/** At the head of a block: its total, which the report computes, is written out. */
export const totalRewrites: Rewriter = function* ({ astNode, range }, { document, examination }) {
  const isHead = astNode.$cstNode?.range.start.line === range.start.line;
  const [report] = examination.reports;
  if (!report || !isHead || !hasTotal(astNode)) return;
  const subject = subjectOfBlock(astNode, report.base, examination.places);
  const sum = subject && totalOf(subject);
  if (!sum || ownFactOf(sum).statements.length > 0) return;
  const known = isKnown(resolveFact(ownFactOf(sum))) ? factsOf(sum, subject) : [];
  const edit = known.length > 0 && lastInBlock(astNode, document, [lineOf(sum, known)]);
  if (edit)
    yield {
      title: words.stateTotal(sum.label, factAmount(ownFactOf(sum), resolveFact(ownFactOf(sum)).value!)),
      edits: [edit],
    };
};

function hasTotal(
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
function totalOf(subject: Subject): Subject | undefined {
  return childAt(subject, total) ?? childAt(subject, '总计');
}

/** The total itself and, of a classification table, its columns. */
function factsOf(sum: Subject, block: Subject): Fact[] {
  const columns = [...(linesOf(block)?.measures ?? [])].filter((measure) => !isRate(measure));
  return [...new Set([finalAccounts, ...columns])]
    .map((measure) => measureOf(sum, measure))
    .filter((fact) => fact.statements.length === 0 && isKnown(resolveFact(fact)));
}

/** 合计  3213.28  基本 2302.74  项目 910.54 */
function lineOf(sum: Subject, facts: readonly Fact[]): string {
  const figures = facts.map((fact) => {
    const text = formatDeclared(resolveFact(fact).value!, fact.decimals);
    return fact.measure === finalAccounts ? text : `${fact.measure} ${text}`;
  });
  return [sum.name, ...figures].join('  ');
}
