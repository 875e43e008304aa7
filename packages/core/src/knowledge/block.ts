import { isAggregate } from './aggregates.js';
import { childAt, linesOf } from './ask.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { pathNames } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { total } from '../vocabulary/totals.js';
import { containerLabel } from '../model/label.js';

/** The part of the report that a fact belongs to, as one thing to tell of: 收入, 支出.一般公共预算, 三公经费. */
export function blockSubject({ subject }: Fact): Subject {
  return blockAround(subject);
}

/** The block that a path leads into, if the report has it. */
export function subjectOfBlock(base: FactBase, path: string): Subject | undefined {
  let found: Subject | undefined;
  for (const name of pathNames(path)) {
    const next: Subject | undefined = childAt(found ?? base.root, name);
    if (!next) break;
    found = next;
  }
  return found && blockAround(found);
}

function blockAround(subject: Subject): Subject {
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

/** Something is stated in the block itself; funds inside it are blocks of their own. */
export function saysSomethingOfItself(block: Subject): boolean {
  return saysSomething(block, block);
}

function saysSomething(subject: Subject, block: Subject): boolean {
  for (const fact of subject.facts.values())
    if (fact.statements.length > 0 && blockSubject(fact) === block) return true;
  for (const child of subject.children.values()) if (saysSomething(child, block)) return true;
  return false;
}
