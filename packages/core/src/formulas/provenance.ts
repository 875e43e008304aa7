import type { Expression } from '../model/expression.js';
import type { Fact } from '../model/fact.js';

/** Facts as they were put together: lists in lists, which figures share. */
export type Facts = Fact | readonly Facts[];

/** What a figure rests on; of what nobody says neither `fact` nor `facts` tells anything. */
export interface Provenance {
  /** The one fact that it is, unless it was computed by an expression. */
  fact?: Fact;
  /** What it was computed from; empty for what no fact tells: a number in a formula, a count, the year. */
  facts?: Facts;
  /** The expression by which it was computed. */
  expression?: Expression;
}

/** What a number rests on that no fact tells. */
export const noFacts: readonly Facts[] = [];

/** The facts that a figure rests on, each once, in the order of the expression. */
export function factsOf(figure: Provenance): readonly Fact[] {
  const found = new Set<Fact>();
  collect(restsOn(figure), found);
  return [...found];
}

function collect(facts: Facts, found: Set<Fact>): void {
  if ('subject' in facts) found.add(facts);
  else for (const each of facts) collect(each, found);
}

export function restsOn({ fact, facts }: Provenance): Facts {
  return fact ?? facts ?? noFacts;
}

/** What a figure rests on that was computed from two others: nothing is copied, however many facts they rest on. */
export function restsOnBoth(left: Provenance, right: Provenance): Facts {
  const first = restsOn(left);
  const second = restsOn(right);
  if (second === first || second === noFacts) return first;
  return first === noFacts ? second : [first, second];
}

/** Long lists of facts, each kept once: the shares that many lines have of one sum rest on one list. */
export class FactLists {
  private readonly latest = new Map<Facts, readonly Facts[]>();

  /** The list itself, or one like it that was kept before. */
  shared(list: readonly Facts[]): readonly Facts[] {
    const [first] = list;
    if (first === undefined) return noFacts;
    const before = this.latest.get(first);
    if (before && isSame(before, list)) return before;
    this.latest.set(first, list);
    return list;
  }
}

function isSame(left: readonly Facts[], right: readonly Facts[]): boolean {
  return left.length === right.length && left.every((facts, index) => facts === right[index]);
}
