import {
  computeFact,
  type Fact,
  factsOf,
  type Judgements,
  judgeReport,
  type Report,
  settleFact,
  statedFacts,
} from '@fiscal/core';
import type { ReportDocument } from '../document/document.js';
import { figuresIn } from '../document/figures-in.js';

/**
 * Figures that a report states and its document does not show. One that would follow from the others serves to check
 * them; one that hangs together with others that are all shown can be seen from them.
 */
export function unprintedFigures(report: Report, { blocks }: ReportDocument): Fact[] {
  const shown = new Set<Fact>();
  for (const figure of figuresIn(blocks)) for (const fact of factsOf(figure)) show(fact, shown);
  const hidden = statedFacts(report.base).filter((fact) => !shown.has(fact) && isSomething(fact));
  if (hidden.length === 0) return hidden;
  const { relations, rates } = judgeReport(report);
  const checked = checkedFacts(relations, rates);
  const rests = restsOf(relations, shown);
  return hidden.filter(
    (fact) => !rests.has(fact) && !(checked.has(fact) && computeFact(fact).state === 'derived'),
  );
}

/** Those of which it was seen whether they fit the others. */
function checkedFacts(relations: Judgements['relations'], rates: Judgements['rates']): ReadonlySet<Fact> {
  const judged = relations.filter(({ judgement }) => judgement !== undefined);
  const members = judged.flatMap(({ relation: { left, right } }) => [...left, ...right]);
  return new Set([...members, ...rates].map(({ fact }) => fact));
}

/** What a figure rests on is shown with it. */
function show(fact: Fact, shown: Set<Fact>): void {
  for (const each of statedBehind(fact)) shown.add(each);
}

/** Of a stated figure only itself, of a computed one what it was computed from. */
function statedBehind(fact: Fact, found = new Set<Fact>()): Set<Fact> {
  if (found.has(fact)) return found;
  found.add(fact);
  if (fact.statements.length === 0)
    for (const { fact: term } of settleFact(fact).terms ?? []) statedBehind(term, found);
  return found;
}

/** That there was nothing is no loss. */
function isSomething({ statements }: Fact): boolean {
  return statements.some(({ value }) => value !== undefined && !value.isZero());
}

/** The only figure of a relation that is not shown: whoever reads the others knows it. */
function restsOf(relations: Judgements['relations'], shown: ReadonlySet<Fact>): Set<Fact> {
  const rests = new Set<Fact>();
  for (const { relation } of relations) {
    if (relation.mode === 'at-most') continue;
    const members = [...relation.left, ...relation.right].flatMap(({ fact }) => [...statedBehind(fact)]);
    const others = new Set(members.filter((fact) => !shown.has(fact) && isSomething(fact)));
    const isKnown = members.some((fact) => shown.has(fact) && isSomething(fact));
    if (isKnown && others.size === 1) for (const other of others) rests.add(other);
  }
  return rests;
}
