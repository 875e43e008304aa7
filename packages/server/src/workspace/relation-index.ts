import { type Fact, type RelationOutcome, relationOutcomes } from '@fiscal/core';
import type { Examination } from './examinations.js';

const known = new WeakMap<Examination, Map<Fact, RelationOutcome[]>>();

/** Every relation that a fact takes part in. */
export function relationsOf(fact: Fact, examination: Examination): readonly RelationOutcome[] {
  let relations = known.get(examination);
  if (!relations) known.set(examination, (relations = indexOf(examination)));
  return relations.get(fact) ?? [];
}

function indexOf({ reports }: Examination): Map<Fact, RelationOutcome[]> {
  const byFact = new Map<Fact, RelationOutcome[]>();
  for (const outcome of reports.flatMap(relationOutcomes))
    for (const fact of new Set(outcome.facts))
      if (!byFact.get(fact)?.push(outcome)) byFact.set(fact, [outcome]);
  return byFact;
}
