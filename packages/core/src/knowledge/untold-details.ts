import { childAt, linesOf, measureOf, resolveFact, subjectAt } from './ask.js';
import type { FactBase } from '../model/fact-base.js';
import { type Path, pathText } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { blocks, natureOfBlock } from '../vocabulary/blocks.js';
import { defaultFund } from '../vocabulary/funds.js';
import { type Measure, natures } from '../vocabulary/measures.js';
import { isOpenLine } from './open-lines.js';
import { deniesItself } from './lacking.js';
import { Known } from './resolved.js';
import { detailAcrossLines } from './structure-rules.js';

/** Lines of 支出 that are not told by economic subjects although something was spent: 2012601 without its 明细 基本. */
export class UntoldDetails {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly base: FactBase) {}

  has(names: Path): boolean {
    const [block, fund = '', code = '', detail, nature = ''] = names;
    if (block !== blocks.expenditure || detail !== blocks.detail || !natures.includes(nature)) return false;
    const key = pathText([fund, code, nature]);
    let isUntold = this.known.get(key);
    if (isUntold === undefined) {
      const line = subjectAt(this.base, [block, fund, code]);
      this.known.set(key, (isUntold = line !== undefined && this.isUntold(line, nature, names.slice(0, 5))));
    }
    return isUntold;
  }

  private isUntold(line: Subject, nature: Measure, names: Path): boolean {
    if (line.children.get(blocks.detail)?.children.has(nature)) return false;
    const { units } = this.base;
    if (units.length > 0) return units.some((unit) => unit.knowledge.untoldDetails.has(names));
    return isSpent(line, nature) && !isTold(line, nature) && !this.isDenied(names[1]!, nature);
  }

  /** 项目支出 不适用: the department does not tell its projects by economic subjects. */
  private isDenied(fund: string, nature: Measure): boolean {
    const block = [...detailAcrossLines.keys()].find((name) => natureOfBlock(name) === nature);
    if (block === undefined) return false;
    return deniesItself(this.base, fund === defaultFund ? [block] : [block, fund]);
  }
}

/** Something was, or nobody knows how much. */
function isSpent(line: Subject, nature: Measure): boolean {
  const fact = measureOf(line, nature);
  const amount = resolveFact(fact);
  if (amount instanceof Known) return !amount.value.isZero();
  return amount.state === 'unfilled' || amount.state === 'blocked' || isOpenLine(fact, resolveFact);
}

/** By the line itself, or because 基本支出 is all of this one line. */
function isTold(line: Subject, nature: Measure): boolean {
  const detail = childAt(line, blocks.detail);
  const lines = detail && childAt(detail, nature);
  return lines !== undefined && linesOf(lines) !== undefined;
}
