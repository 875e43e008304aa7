import type { Expression } from '../model/expression.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { EliminatedIncome, Term } from '../model/knowledge.js';
import { pathText } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { Decimal } from '../number/decimal.js';
import { blocks } from '../vocabulary/blocks.js';
import { finalAccounts, type Measure } from '../vocabulary/measures.js';
import { total } from '../vocabulary/totals.js';
import { factBelow, linesBelow, linesOf, measureOf, resolveFact, subjectAt } from './ask.js';

const bySubject = [blocks.income, blocks.bySubject];

/**
 * 抵销 { 收入 { 上级补助收入 5.00 } }, where the units tell their incomes 按科目: what is taken out of the sum is taken
 * out of the only line that has any, or of all of them where it is all that they come to.
 */
export class EliminatedLines {
  private found: readonly EliminatedIncome[] | undefined;

  constructor(private readonly base: FactBase) {}

  /** What a line of 收入 按科目, or its total, is less than the sum of the units' lines; `told` say so themselves. */
  termsFor({ subject, measure }: Fact, told: ReadonlySet<FactBase>): Term[] {
    if (subject.parent?.path !== pathText(bySubject)) return [];
    const asked = this.incomes.filter((income) => measure === income.measure || measure === finalAccounts);
    const taken = asked.filter(({ fact }) => !told.has(fact.subject.base)).flatMap(takenOut);
    return taken.filter(({ line }) => isWithin(line, subject)).map(({ fact }) => ({ fact, sign: -1 }));
  }

  /** Those of which nobody can know the line. */
  get unplaced(): EliminatedIncome[] {
    return this.incomes.filter((income) => takenOut(income).length === 0);
  }

  private get incomes(): readonly EliminatedIncome[] {
    return (this.found ??= this.base.eliminations.flatMap((one) => incomesOf(one, this.base)));
  }
}

/** What is taken out of which line. */
function takenOut({ fact, lines }: EliminatedIncome): { line: Subject; fact: Fact }[] {
  const [first, ...others] = lines;
  if (others.every(({ subject }) => subject.code === first!.subject.code))
    return [{ line: first!.subject, fact }];
  const sum = Decimal.sum(...lines.map((line) => resolveFact(line).value!));
  return sum.equals(resolveFact(fact).value!)
    ? lines.map((line) => ({ line: line.subject, fact: line }))
    : [];
}

function isWithin({ code }: Subject, { code: above, name }: Subject): boolean {
  return above === undefined ? name === total : code!.startsWith(above);
}

function incomesOf({ root }: FactBase, { rules, units }: FactBase): EliminatedIncome[] {
  if (root.base.find(bySubject)) return [];
  return rules.flatMap(({ statements }) =>
    statements.flatMap(({ operator, left, right }) => {
      const [block, part, whole, measure] = namesOf(left);
      const isColumn = block === blocks.income && part === blocks.bySubject && whole === total;
      if (operator !== '同' || !isColumn || measure === undefined) return [];
      const fact = factBelow(root, namesOf(right));
      const lines = fact && isSome(fact) ? linesWith(measure, units) : [];
      return fact && lines.length > 0 ? [{ fact, measure, lines }] : [];
    }),
  );
}

function namesOf(path: Expression): string[] {
  return path.kind === 'path' ? path.segments.map(({ name }) => name) : [];
}

/** The lowest lines of the units that have something in the column. */
function linesWith(measure: Measure, units: readonly FactBase[]): Fact[] {
  const lines = units.flatMap((unit) => {
    const container = subjectAt(unit, bySubject);
    return (container && linesOf(container)?.all.filter((line) => linesBelow(line).length === 0)) ?? [];
  });
  return lines.map((line) => measureOf(line, measure)).filter(isSome);
}

function isSome(fact: Fact): boolean {
  return resolveFact(fact).value?.greaterThan(0) ?? false;
}
