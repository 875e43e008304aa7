import type { Fact } from '../facts/fact.js';
import type { Subject } from '../facts/subject.js';
import { blockOf } from '../facts/aggregates.js';
import { containerLabel } from '../findings/label.js';

/** The part of the report that a fact belongs to, as one thing to tell of: 收入, 支出.一般公共预算, 三公经费. */
export function blockSubject({ subject }: Fact): Subject {
  let block = subject;
  while (block.parent?.parent && !blockOf(block)) block = block.parent;
  return block;
}

export function blockLabel(block: Subject): string {
  return containerLabel(block);
}
