import { type Fact, type Judgements, type RelationOutcome, relationOutcomes } from '@fiscal/core';

/** The relations between the figures of a file, as its check judged them. */
export class RelationIndex {
  private known: readonly RelationOutcome[] | undefined;
  private index: Map<Fact, RelationOutcome[]> | undefined;

  constructor(private readonly judgements: Iterable<Judgements>) {}

  get all(): readonly RelationOutcome[] {
    return (this.known ??= [...this.judgements].flatMap(relationOutcomes));
  }

  /** Every relation that a fact takes part in. */
  of(fact: Fact): readonly RelationOutcome[] {
    this.index ??= indexOf(this.all);
    return this.index.get(fact) ?? [];
  }
}

function indexOf(outcomes: readonly RelationOutcome[]): Map<Fact, RelationOutcome[]> {
  const byFact = new Map<Fact, RelationOutcome[]>();
  for (const outcome of outcomes)
    for (const fact of new Set(outcome.facts))
      if (!byFact.get(fact)?.push(outcome)) byFact.set(fact, [outcome]);
  return byFact;
}
