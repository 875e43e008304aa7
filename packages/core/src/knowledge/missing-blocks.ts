import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { type Path, pathText } from '../model/path.js';
import { blocks, natureOfBlock } from '../vocabulary/blocks.js';
import { defaultFund, funds } from '../vocabulary/funds.js';
import { broughtForward, grandTotal, total, yearsIncome } from '../vocabulary/totals.js';
import { finalAccounts, fundOpening, natures } from '../vocabulary/measures.js';
import { factBelow, measureOf, resolveFact, subjectAt } from './ask.js';
import { moneySigns, tellsIncome } from './fund-use.js';
import { detailsJoined, hasDetails } from './joined-details.js';
import { blocksOf } from './report-blocks.js';
import { Known } from './resolved.js';
import { isStated } from './stated-blocks.js';

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

  /** 基本支出 is not written; what stands in it is told only as 明细 of some lines of 支出, which come to no total. */
  isTornApart([name = '', part = defaultFund]: Path): boolean {
    const nature = natureOfBlock(name);
    if (nature === undefined || this.base.units.length > 0) return false;
    const container = subjectAt(this.base, [blocks.expenditure, part]);
    const path = part === defaultFund ? [name] : [name, part];
    if (!container || !hasDetails(container, nature) || isStated(this.base, path)) return false;
    return detailsJoined(this.base, path).length === 0;
  }

  private isMissing(path: Path): boolean {
    const { units, lacksUnits, isElimination } = this.base;
    if (isElimination) return false;
    // What is only compared says nothing of the year: 上年 beside figures that the units' reports tell.
    if (isStated(this.base, path, units.length > 0 || lacksUnits)) return false;
    if (lacksUnits) return true;
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
    if (this.has([blocks.income])) return true;
    if (!tellsIncome(this.base) && !this.hasNoIncome()) return true;
    const { income, carryOver } = moneySigns(fund);
    if (income.some((item) => !this.isNone(factBelow(this.base.root, [blocks.income, item])))) return true;
    if (this.bringsNothingForward()) return false;
    const opening = factBelow(this.base.root, [blocks.carryOver, carryOver, fundOpening]);
    return !isStated(this.base, [blocks.carryOver]) || !this.isNone(opening);
  }

  /** 收入 未发生, or 总计 0: neither of the year nor carried over. */
  private hasNoIncome(): boolean {
    const sum = factBelow(this.base.root, [blocks.income, grandTotal]);
    return sum !== undefined && sum.statements.length > 0 && this.isNone(sum);
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
