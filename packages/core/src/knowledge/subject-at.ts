import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import { subjectAt } from './ask.js';

/** A line or a total of expenditure by scope: a fund, 财政拨款 or 全部. */
export function expenditureSubject(base: FactBase, scope: string, codeOrTotal: string): Subject | undefined {
  return subjectAt(base, [blocks.expenditure, scope, codeOrTotal]);
}
