import {
  type FactBase,
  resolveFact,
  type Subject,
  ownFactOf,
  childAt,
  grandTotal,
  total,
} from '@fiscal/core';
import type { AstNode } from 'langium';
import { factAmount, isKnown } from '../numbers.js';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import type { Examination } from '../workspace/examinations.js';

/** What is needed to tell figures beside names. */
export class Outline {
  constructor(private readonly examination: Examination) {}

  /** 3,213.28 万元 */
  amountOf(node: AstNode): string | undefined {
    const { places } = this.examination;
    for (const { base } of this.examination.reports) {
      const subject = subjectOfBlock(node, base, places);
      const amount = subject && amountText(subject);
      if (amount) return amount;
    }
    return undefined;
  }

  nameOfCode(code: string): string | undefined {
    const base: FactBase | undefined = this.examination.reports[0]?.base;
    return base?.catalog.find(code.startsWith('3') ? 'economic' : 'functional', code)?.name;
  }
}

function amountText(subject: Subject): string | undefined {
  for (const each of [subject, childAt(subject, total), childAt(subject, grandTotal)]) {
    const fact = each && ownFactOf(each);
    const resolved = fact && resolveFact(fact);
    if (resolved && isKnown(resolved)) return factAmount(fact, resolved.value);
  }
  return undefined;
}
