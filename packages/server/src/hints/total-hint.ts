import { type Fact, ownFactOf, resolveFact, settleFact, type Subject } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import { type AstNode, GrammarUtils } from 'langium';
import type { InlayHint } from 'vscode-languageserver';
import { factAmount, isKnown } from '../numbers.js';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import { hasTotal, totalOf } from '../syntax/totals.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';

/** At the head of a block: what it comes to, where the author does not say it. */
export function totalHint(node: unknown, examination: Examination): InlayHint | undefined {
  const [report] = examination.reports;
  if (!report || !comesToSomething(node)) return undefined;
  const brace = GrammarUtils.findNodeForKeyword(node.$cstNode, '{');
  const subject = subjectOfBlock(node, report.base, examination.places);
  const fact = subject && factOf(subject);
  if (!brace || !fact || fact.statements.length > 0) return undefined;
  const resolved = settleFact(fact);
  if (!isKnown(resolved)) return undefined;
  const label = words.totalHint(factAmount(fact, resolved.value));
  return { position: brace.range.end, label, paddingLeft: true, paddingRight: true };
}

function comesToSomething(node: unknown): node is AstNode {
  return hasTotal(node) || ast.isItem(node) || ast.isThreePublicItem(node);
}

/** The block's own figure, or that of its 合计 or 总计. */
function factOf(subject: Subject): Fact | undefined {
  const own = ownFactOf(subject);
  if (resolveFact(own).state !== 'absent') return own;
  const sum = totalOf(subject);
  return sum && ownFactOf(sum);
}
