import type { Fact, FactBase, Report, Subject } from '@fiscal/core';

/** Makes every attempt to change what reports say fail, those that they refer to included. */
export function freezeReports(reports: Iterable<Report>): void {
  const frozen = new Set<FactBase>();
  for (const { base } of reports) freezeBase(base, frozen);
}

function freezeBase(base: FactBase, frozen: Set<FactBase>): void {
  if (frozen.has(base)) return;
  frozen.add(base);
  freezeSubject(base.root);
  for (const other of [...base.units, ...(base.prior ? [base.prior] : [])]) freezeBase(other, frozen);
  Object.freeze(base.units);
}

function freezeSubject(subject: Subject): void {
  for (const child of subject.children.values()) freezeSubject(child);
  for (const fact of subject.facts.values()) freezeFact(fact);
  for (const text of subject.texts.values()) Object.freeze(text);
  for (const attribute of subject.attributes.values()) Object.freeze(attribute);
  for (const map of [subject.children, subject.facts, subject.texts, subject.attributes]) freezeMap(map);
  Object.freeze(subject);
}

function freezeFact(fact: Fact): void {
  for (const statement of fact.statements) Object.freeze(statement);
  Object.freeze(fact.statements);
  Object.freeze(fact);
}

/** Object.freeze does not reach the entries of a map. */
function freezeMap(map: ReadonlyMap<string, unknown>): void {
  const refuse = () => {
    throw new Error('what was said is only read');
  };
  for (const name of ['set', 'delete', 'clear'])
    Object.defineProperty(map, name, { value: refuse, configurable: true });
}
