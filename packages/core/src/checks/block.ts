import { isAggregate } from '../facts/aggregates.js';
import type { Fact } from '../facts/fact.js';
import { linesOf } from '../facts/lines.js';
import type { Subject } from '../facts/subject.js';
import { total } from '../facts/subject-at.js';
import { containerLabel } from '../findings/label.js';

/** The part of the report that a fact belongs to, as one thing to tell of: 收入, 支出.一般公共预算, 三公经费. */
export function blockSubject({ subject }: Fact): Subject {
  let block = subject;
  let inner: Subject | undefined;
  while (block.parent?.parent) {
    inner = block;
    block = block.parent;
  }
  return inner && isFund(inner) ? inner : block;
}

/** A container of lines inside its block. */
function isFund(subject: Subject): boolean {
  return (
    subject.code === undefined && (isAggregate(subject) || subject.children.has(total) || !!linesOf(subject))
  );
}

export function blockLabel(block: Subject): string {
  return containerLabel(block);
}
