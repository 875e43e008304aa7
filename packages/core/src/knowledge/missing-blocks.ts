import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { type Path, pathText } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { explainsFigure } from '../vocabulary/attributes.js';
import { blocks, natureOfBlock } from '../vocabulary/blocks.js';
import { defaultFund, funds } from '../vocabulary/funds.js';
import { broughtForward, total, yearsIncome } from '../vocabulary/totals.js';
import { finalAccounts, fundOpening, isComparative, natures } from '../vocabulary/measures.js';
import { factBelow, linesOf, measureOf, resolveFact, subjectAt } from './ask.js';
import { moneySigns, tellsIncome } from './fund-use.js';
import { blocksAt, blocksOf } from './report-blocks.js';
import { Known } from './resolved.js';

/**
 * The blocks that a report needs and does not have. Inside a block that is written, what is not written is none (0);
 * of a block that is missing as a whole nobody knows anything.
 */
export class MissingBlocks {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly base: FactBase) {}

  /** Nobody says what would stand there: not in this report, and not in all those of its units. */
  has(path: Path): boolean {
    const key = pathText(path);
    let isMissing = this.known.get(key);
    if (isMissing === undefined) {
      // What asks for itself on the way is not missing on its own account.
      this.known.set(key, false);
      this.known.set(key, (isMissing = this.isMissing(path)));
    }
    return isMissing;
  }

  /** All of them, in the order of the 结构. */
  all(): Path[] {
    return blocksOf(this.base).filter((path) => this.has(path));
  }

  /** 基本支出 is not written; what stands in it is told only as 明细 of the lines of 支出, without any total. */
  isTornApart([name = '', part = defaultFund]: Path): boolean {
    const nature = natureOfBlock(name);
    if (nature === undefined || this.base.units.length > 0) return false;
    const container = subjectAt(this.base, [blocks.expenditure, part]);
    const path = part === defaultFund ? [name] : [name, part];
    return container !== undefined && hasDetails(container, nature) && !isStated(this.base, path);
  }

  private isMissing(path: Path): boolean {
    const { units } = this.base;
    // What is only compared says nothing of the year: 上年 beside figures that the units' reports tell.
    if (isStated(this.base, path, units.length > 0)) return false;
    if (units.length > 0) return this.lacking(path).length > 0;
    return !this.mayBeLeftOut(path);
  }

  /** Units whose reports would have to have it too. */
  lacking(path: Path): FactBase[] {
    return this.base.units.filter((unit) => unit.knowledge.missingBlocks.has(path));
  }

  /** It follows from other blocks that there is nothing to write in it. */
  private mayBeLeftOut([name = '', part = '']: Path): boolean {
    if (name === blocks.income)
      return part !== '' && this.isNone(factBelow(this.base.root, [name, yearsIncome]));
    if (name === blocks.expenditure) return !this.mayHaveMoney(part || funds.other);
    if (name === blocks.carryOver) return this.bringsNothingForward();
    if (name === blocks.fiscalBalance) return !this.has([blocks.carryOver]);
    const nature = natureOfBlock(name);
    return nature !== undefined && this.spendsNothing(part || defaultFund, nature);
  }

  /** No income of the year is of that fund, and nothing was carried over that could be. */
  private mayHaveMoney(fund: string): boolean {
    if (this.has([blocks.income]) || !tellsIncome(this.base)) return true;
    const { income, carryOver } = moneySigns(fund);
    if (income.some((item) => !this.isNone(factBelow(this.base.root, [blocks.income, item])))) return true;
    if (this.bringsNothingForward()) return false;
    const opening = factBelow(this.base.root, [blocks.carryOver, carryOver, fundOpening]);
    return !isStated(this.base, [blocks.carryOver]) || !this.isNone(opening);
  }

  private bringsNothingForward(): boolean {
    return (
      !this.has([blocks.income]) && this.isNone(factBelow(this.base.root, [blocks.income, broughtForward]))
    );
  }

  /** 支出 says that nothing of it was 基本支出; where it says of no line what it was, nobody knows. */
  private spendsNothing(fund: string, nature: string): boolean {
    if (this.has([blocks.expenditure, fund])) return false;
    const container = subjectAt(this.base, [blocks.expenditure, fund]);
    const sum = container && subjectAt(this.base, [blocks.expenditure, fund, total]);
    if (!sum || !isStated(this.base, container.names)) return true;
    if (hasDetails(container, nature)) return true;
    const split = natures.map((each) => [each, resolveFact(measureOf(sum, each))] as const);
    const own = split.find(([each]) => each === nature)![1];
    if (own.state === 'absent')
      return split.some(([, { value }]) => value) || this.isNone(measureOf(sum, finalAccounts));
    return this.isNone(measureOf(sum, nature));
  }

  private isNone(fact: Fact | undefined): boolean {
    if (!fact) return true;
    const resolved = resolveFact(fact);
    if (resolved instanceof Known) return resolved.value.isZero();
    return resolved.state === 'absent' || resolved.state === 'inapplicable';
  }
}

/** The economic side of each line is told there: the block follows from it. */
function hasDetails(container: Subject, nature: string): boolean {
  const lines = linesOf(container)?.all ?? [];
  return lines.some(({ children }) => children.get(blocks.detail)?.children.has(nature));
}

/** Something that counts is said in the block itself, or that nothing happened. */
export function isStated(base: FactBase, path: Path, isOfUnits = false): boolean {
  return someInBlock(base, path, ({ code, facts, texts, attributes }) => {
    const counts = ({ measure }: Fact) => !isOfUnits || !isComparative(measure);
    const isSaid = ({ statements }: Fact) => statements.some(({ state }) => state !== 'unfilled');
    if (some(facts.values(), (fact) => counts(fact) && isSaid(fact))) return true;
    if (some(texts.keys(), (name) => !explainsFigure(name))) return true;
    // The name beside a code says no more than the code.
    return some(attributes.keys(), (name) => code === undefined || name !== '名称');
  });
}

/** Something is written in the block itself, even if all of it is left open. */
export function isBegun(base: FactBase, path: Path): boolean {
  return someInBlock(base, path, (subject) => {
    if (some(subject.facts.values(), ({ statements }) => statements.length > 0)) return true;
    return subject.texts.size > 0 || (subject.origin !== undefined && subject.names.length > path.length);
  });
}

/** Whether it holds of the block or of what stands below it, but in blocks of its own. */
function someInBlock(base: FactBase, path: Path, holds: (subject: Subject) => boolean): boolean {
  const block = base.find(path);
  const key = pathText(path);
  const visit = (subject: Subject): boolean => {
    const [own] = blocksAt(base, subject.names);
    if (own && pathText(own) !== key) return false;
    return holds(subject) || some(subject.children.values(), visit);
  };
  return block !== undefined && visit(block);
}

function some<T>(items: Iterable<T>, holds: (item: T) => boolean): boolean {
  for (const item of items) if (holds(item)) return true;
  return false;
}
