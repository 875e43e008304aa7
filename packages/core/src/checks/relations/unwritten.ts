import { isAggregate } from '../../knowledge/aggregates.js';
import type { Fact } from '../../model/fact.js';
import type { FactBase } from '../../model/fact-base.js';
import { mayUseFund } from '../../knowledge/fund-use.js';
import { equalsOf, resolveFact, waysTo } from '../../knowledge/ask.js';
import { isInMissingBlock, isNotWhole } from '../../knowledge/lacking.js';
import { blocksAt } from '../../knowledge/report-blocks.js';
import type { Known } from '../../knowledge/resolved.js';
import type { Subject } from '../../model/subject.js';
import { blockSubject, subjectOfBlock } from '../../knowledge/block.js';
import { pathNames, pathText } from '../../model/path.js';
import type { Relation } from './relation.js';
import { blocks } from '../../vocabulary/blocks.js';
import { fundsIn } from '../../vocabulary/funds.js';

/**
 * What a relation rests on although its whole block was not written yet: 收入 of a report that has only its
 * 支出, or 支出 政府性基金 where there is money of that fund. Inside a written block a missing item is none
 * (0); a block that is missing as a whole only shows that the report is half written.
 */
export function unwrittenParts({ left, right, unspoken = [] }: Relation): string[] {
  const report = (left[0] ?? right[0])!.fact.subject.base;
  const search = new Search(report);
  for (const { fact } of [...left, ...right]) {
    search.visit(fact);
    search.visitUnits(fact);
  }
  search.visitUnspoken(report, unspoken);
  return [...search.found];
}

/** The same of one figure. */
export function unwrittenBehind(fact: Fact): string[] {
  const search = new Search(fact.subject.base);
  search.visit(fact);
  return [...search.found];
}

class Search {
  /** Paths of blocks; of items where the block is 支出 as a whole. */
  readonly found = new Set<string>();
  private readonly seen = new Set<Fact>();
  /** Facts whose units were asked for: what figures share is looked at once. */
  private readonly asked = new Set<Fact>();

  constructor(private readonly report: FactBase) {}

  visit(fact: Fact): void {
    if (this.seen.has(fact)) return;
    this.seen.add(fact);
    const resolved = resolveFact(fact);
    if (resolved.state === 'derived') this.visitDerived(fact, resolved as Known);
    else if (resolved.state === 'absent') this.visitAbsent(fact);
  }

  visitUnspoken(base: FactBase, paths: readonly string[]): void {
    for (const path of paths) this.add(base, subjectOfBlock(base, path), path);
  }

  /** A department of which one unit does not say: its sum is that of the others. */
  visitUnits(fact: Fact): void {
    if (this.asked.has(fact)) return;
    this.asked.add(fact);
    const { base, names } = fact.subject;
    const { rule, terms = [] } = resolveFact(fact);
    if (rule !== 'X026') return terms.forEach((term) => this.visitUnits(term.fact));
    const saying = new Set(terms.map((term) => term.fact.subject.base));
    for (const unit of base.units.filter((one) => !saying.has(one) && isNotWhole(one, names)))
      for (const block of blocksAt(base, names)) this.found.add(`${pathText(block)}（${unit.name}）`);
  }

  private visitDerived(fact: Fact, { terms = [], rule }: Known): void {
    for (const term of terms) this.visit(term.fact);
    for (const equal of equalsOf(fact)) this.visit(equal);
    const way = [...waysTo(fact)].find((one) => one.terms === terms);
    this.visitUnspoken(fact.subject.base, way?.unspoken ?? []);
    if (rule !== 'X026') this.addFund(fact);
  }

  private visitAbsent(fact: Fact): void {
    const ways = [...waysTo(fact)];
    const equals = equalsOf(fact);
    for (const equal of equals) this.visit(equal);
    for (const { terms, unspoken = [] } of ways) {
      for (const term of terms) this.visit(term.fact);
      this.visitUnspoken(fact.subject.base, unspoken);
    }
    this.addFund(fact);
    if (ways.length + equals.length === 0) this.add(fact.subject.base, blockSubject(fact), fact.key);
  }

  /** A total of expenditure rests on the blocks of its funds. */
  private addFund({ subject: { base, parent } }: Fact): void {
    if (parent?.parent?.name === blocks.expenditure) this.add(base, parent, parent.path);
  }

  /** Adds the block unless it is written, or is that of a fund of which the report has no money. */
  private add(base: FactBase, block: Subject | undefined, path: string): void {
    if (block && isAggregate(block)) return this.addFunds(base, block);
    if (block && (base.knowledge.isWritten(block) || isOfAllUnits(base, block))) return;
    const [first = '', second = '', ...rest] = pathNames(path);
    if (first !== blocks.expenditure) this.addUnlessNone(base, pathNames(path));
    else if (rest.length > 0 || block?.name === second) this.addUnwrittenFund(base, second);
    else this.note(base, path);
  }

  /** 结转结余 of a report that brought nothing forward need not be written. */
  private addUnlessNone(base: FactBase, names: readonly string[]): void {
    const own = blocksAt(base, names);
    const isNone = own.length > 0 && own.every((path) => !base.knowledge.missingBlocks.has(path));
    if (!isNone) this.note(base, names[0]!);
  }

  /** The funds that an aggregate is made of. */
  private addFunds(base: FactBase, { name, parent: block }: Subject): void {
    for (const fund of fundsIn(name)) {
      const written = block!.children.get(fund);
      if (written && base.knowledge.isWritten(written)) continue;
      if (block!.name === blocks.expenditure) this.addUnwrittenFund(base, fund);
      else this.note(base, block!.name);
    }
  }

  private addUnwrittenFund(base: FactBase, fund: string): void {
    if (mayUseFund(base, fund)) this.note(base, pathText([blocks.expenditure, fund]));
  }

  /** 支出 其他资金（2023 年）: the report of last year does not have it. */
  private note(base: FactBase, path: string): void {
    const { year } = base;
    this.found.add(year === this.report.year ? path : `${path.replace(/\.合计$/, '')}（${year} 年）`);
  }
}

/** The reports of all units say it, so that the department's need not. */
function isOfAllUnits({ units }: FactBase, { names }: Subject): boolean {
  return units.length > 0 && units.every((unit) => !isInMissingBlock(unit, names));
}
