import { aggregateFunds, isAggregate } from '../facts/aggregates.js';
import type { Fact } from '../facts/fact.js';
import type { FactBase } from '../facts/fact-base.js';
import { mayUseFund } from '../facts/fund-use.js';
import { equalsOf, resolveFact, waysTo } from '../facts/resolve.js';
import type { Known } from '../facts/resolved.js';
import { total } from '../facts/subject-at.js';
import type { Subject } from '../facts/subject.js';
import { blockSubject, subjectOfBlock } from './block.js';
import type { Missing, Relation } from './relation.js';

/**
 * What a relation rests on although its whole block was not written yet: 收入 of a report that has only its
 * 支出, or 支出 政府性基金 where there is money of that fund. Inside a written block a missing item is none
 * (0); a block that is missing as a whole only shows that the report is half written.
 */
export function unwrittenParts({ left, right, unspoken = [] }: Relation): Missing[] {
  const search = new Search();
  for (const { fact } of [...left, ...right]) search.visit(fact);
  search.visitUnspoken((left[0] ?? right[0])!.fact.subject.base, unspoken);
  return [...search.found];
}

class Search {
  readonly found = new Set<Missing>();
  private readonly seen = new Set<Fact>();

  visit(fact: Fact): void {
    if (this.seen.has(fact)) return;
    this.seen.add(fact);
    const resolved = resolveFact(fact);
    if (resolved.state === 'derived') this.visitDerived(fact, resolved as Known);
    else if (resolved.state === 'absent') this.visitAbsent(fact);
  }

  visitUnspoken(base: FactBase, paths: readonly string[]): void {
    for (const path of paths) if (!isSpokenOf(base, path)) this.found.add(path);
  }

  private visitDerived(fact: Fact, { terms = [], rule }: Known): void {
    for (const term of terms) this.visit(term.fact);
    for (const equal of equalsOf(fact)) this.visit(equal);
    const { base, parent } = fact.subject;
    const way = [...waysTo(fact)].find((one) => one.terms === terms);
    this.visitUnspoken(base, way?.unspoken ?? []);
    if (rule === 'X026' || parent?.parent?.name !== '支出') return;
    const funds = isAggregate(parent) ? aggregateFunds(parent) : [parent];
    for (const fund of funds)
      if (mayUseFund(base, fund.name) && !isWritten(fund)) this.found.add(`${fund.path}.${total}`);
  }

  private visitAbsent(fact: Fact): void {
    const ways = [...waysTo(fact)];
    const equals = equalsOf(fact);
    for (const equal of equals) this.visit(equal);
    for (const { terms, unspoken = [] } of ways) {
      for (const term of terms) this.visit(term.fact);
      this.visitUnspoken(fact.subject.base, unspoken);
    }
    if (ways.length + equals.length === 0 && !isWritten(blockSubject(fact))) this.found.add(fact);
  }
}

/** Its block is written, or it is a fund of which the report has no money. */
function isSpokenOf(base: FactBase, path: string): boolean {
  const [first, second = ''] = path.split('.');
  const block = subjectOfBlock(base, path);
  if (block && isWritten(block)) return true;
  return first === '支出' && path.split('.').length > 2 && !mayUseFund(base, second);
}

const written = new WeakMap<Subject, boolean>();

/** Something is stated in the block itself; funds inside it are blocks of their own. */
function isWritten(block: Subject): boolean {
  let known = written.get(block);
  if (known === undefined) written.set(block, (known = saysSomething(block, block)));
  return known;
}

function saysSomething(subject: Subject, block: Subject): boolean {
  for (const fact of subject.facts.values())
    if (fact.statements.length > 0 && blockSubject(fact) === block) return true;
  for (const child of subject.children.values()) if (saysSomething(child, block)) return true;
  return false;
}
