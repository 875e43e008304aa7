import type { Expression } from '../model/expression.js';
import type { Fact } from '../model/fact.js';

/** Facts as they were put together: lists in lists, which figures share. */
export type Facts = Fact | Proportion | readonly Facts[];

/** A share, a rate, a product: whoever reads it cannot tell what it was computed from. */
export interface Proportion {
  readonly between: Facts;
}

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
  else if ('between' in facts) collect(facts.between, found);
  else for (const each of facts) collect(each, found);
}

/** The facts that a figure only adds and subtracts, so that all of them but one tell that one; none of a share. */
export function addendsOf(figure: Provenance): readonly Fact[] {
  const facts = restsOn(figure);
  return hasProportion(facts) ? [] : factsOf(figure);
}

function hasProportion(facts: Facts): boolean {
  if ('subject' in facts) return false;
  return 'between' in facts || facts.some(hasProportion);
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

/** What a share or a product of two others rests on; a number in a formula changes only the scale. */
export function proportionOf(left: Provenance, right: Provenance): Facts {
  const both = restsOnBoth(left, right);
  return restsOn(left) === noFacts || restsOn(right) === noFacts ? both : { between: both };
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
