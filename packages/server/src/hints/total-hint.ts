import { childAt, type Fact, resolveFact, type Subject, total, ownFactOf } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import { type AstNode, GrammarUtils } from 'langium';
import type { InlayHint } from 'vscode-languageserver';
import { factAmount, isKnown } from '../numbers.js';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';

/** At the head of a block: what it comes to, where the author does not say it. */
export function totalHint(node: unknown, examination: Examination): InlayHint | undefined {
  const [report] = examination.reports;
  if (!report || !hasTotal(node)) return undefined;
  const brace = GrammarUtils.findNodeForKeyword(node.$cstNode, '{');
  const subject = subjectOfBlock(node, report.base, examination.places);
  const fact = subject && totalOf(subject);
  if (!brace || !fact || fact.statements.length > 0) return undefined;
  const resolved = resolveFact(fact);
  if (!isKnown(resolved)) return undefined;
  const label = words.totalHint(factAmount(fact, resolved.value));
  return { position: brace.range.end, label, paddingLeft: true, paddingRight: true };
}

function hasTotal(node: unknown): node is AstNode {
  return (
    ast.isIncome(node) ||
    ast.isExpenditure(node) ||
    ast.isEconomicExpenditure(node) ||
    ast.isThreePublic(node) ||
    ast.isItem(node) ||
    ast.isThreePublicItem(node)
  );
}

/** The block's own figure, or that of its 合计 or 总计. */
function totalOf(subject: Subject): Fact | undefined {
  const own = ownFactOf(subject);
  if (resolveFact(own).state !== 'absent') return own;
  const sum = childAt(subject, total) ?? childAt(subject, '总计');
  return sum && ownFactOf(sum);
}
