import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import type { Origin } from '../model/origin.js';

/** Every fact that has a statement, in the order of the source's blocks. */
export function statedFacts(base: FactBase): Fact[] {
  const facts: Fact[] = [];
  collect(base.root, facts);
  return facts;
}

function collect(subject: Subject, facts: Fact[]): void {
  for (const fact of subject.facts.values()) if (fact.statements.length > 0) facts.push(fact);
  for (const child of subject.children.values()) collect(child, facts);
}

/** Where the author wrote the fact; else where its subject, or the nearest one around it, is named. */
export function firstOrigin(fact: Fact): Origin {
  const [statement] = fact.statements;
  if (statement) return statement.origin;
  let subject: Subject | undefined = fact.subject;
  while (subject && !subject.origin) subject = subject.parent;
  return subject?.origin ?? fact.subject.base.origin;
}
