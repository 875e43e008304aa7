import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import { subjectAt } from './ask.js';

export const total = '合计';
export const personnel = '人员经费';
export const operating = '公用经费';

/** A line or a total of expenditure by scope: a fund, 财政拨款 or 全部. */
export function expenditureSubject(base: FactBase, scope: string, codeOrTotal: string): Subject | undefined {
  return subjectAt(base, ['支出', scope, codeOrTotal]);
}
