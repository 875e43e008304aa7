import {
  type Fact,
  finalAccounts,
  formatDeclared,
  isRate,
  linesOf,
  measureOf,
  resolveFact,
  type Subject,
  ownFactOf,
} from '@fiscal/core';
import { factAmount, isKnown } from '../numbers.js';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import { hasTotal, totalOf } from '../syntax/totals.js';
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
