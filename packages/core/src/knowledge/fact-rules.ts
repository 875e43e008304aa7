import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Term, Way } from '../model/knowledge.js';
import { findFactIn } from './find-fact.js';
import { linearSide } from './linear.js';
import type { Rule, RuleStatement } from '../model/rule.js';
import { isComparative } from '../vocabulary/measures.js';

/** 增减额: what something came to, less what it is compared with. */
export interface Change {
  amount: Fact;
  base: Fact;
}

/**
 * What the rules say of single facts: `A = B + C` is a way to compute A, `A 同 B` makes A known where B is.
 * Rules with a condition or for each member of a list only check.
 */
export class FactRules {
  private readonly ways = new Map<Fact, Way[]>();
  private readonly equals = new Map<Fact, Set<Fact>>();
  private readonly changes = new Map<Fact, Change>();

  constructor(private readonly base: FactBase) {
    for (const rule of base.rules)
      if (!rule.when && !rule.forEach) for (const statement of rule.statements) this.read(rule, statement);
  }

  waysTo(fact: Fact): readonly Way[] {
    return this.ways.get(fact) ?? [];
  }

  /** What the fact is the difference of, where it is a change. */
  changeOf(fact: Fact): Change | undefined {
    return this.changes.get(fact);
  }

  /** All facts that are the same quantity under another name. */
  equalsOf(fact: Fact): Fact[] {
    return [...(this.equals.get(fact) ?? [])].filter((other) => other !== fact);
  }

  private read(rule: Rule, { operator, left, right }: RuleStatement): void {
    if (operator !== '=' && operator !== '同') return;
    const find = findFactIn(this.base);
    const [total, ...others] = linearSide(left, find)?.terms ?? [];
    const { terms, unspoken } = linearSide(right, find) ?? { terms: [], unspoken: [] };
    if (!total || total.sign !== 1 || others.length > 0 || terms.length === 0) return;
    const [part] = terms;
    if (operator === '同' && terms.length === 1 && part!.sign === 1) this.unite(total.fact, part!.fact);
    else this.addSum(total.fact, { rule: rule.id, terms, unspoken });
  }

  /** 增减额 = 决算 - 上年 also says what 上年 is where the change was written: what it is compared with. */
  private addSum(total: Fact, way: Way): void {
    this.addWay(total, way);
    const [minuend, subtrahend, ...others] = way.terms;
    if (others.length > 0 || minuend?.sign !== 1 || subtrahend?.sign !== -1) return;
    if (isComparative(subtrahend.fact.measure))
      this.changes.set(total, { amount: minuend.fact, base: subtrahend.fact });
    const terms: Term[] = [minuend, { fact: total, sign: -1 }];
    this.addWay(subtrahend.fact, { rule: way.rule, terms, unspoken: way.unspoken });
  }

  private addWay(fact: Fact, way: Way): void {
    if (!this.ways.get(fact)?.push(way)) this.ways.set(fact, [way]);
  }

  private unite(a: Fact, b: Fact): void {
    const all = new Set([...(this.equals.get(a) ?? [a]), ...(this.equals.get(b) ?? [b])]);
    for (const fact of all) this.equals.set(fact, all);
  }
}
