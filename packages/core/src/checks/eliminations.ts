import type { EliminatedIncome } from '../model/knowledge.js';
import type { Path } from '../model/path.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { factBelow, resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import { Decimal } from '../number/decimal.js';
import { formatDeclared } from '../number/format.js';
import type { Finding } from '../findings/finding.js';
import { newFinding, newMessage } from '../findings/new-finding.js';
import { reason } from '../vocabulary/attributes.js';
import { blocks } from '../vocabulary/blocks.js';
import { funds } from '../vocabulary/funds.js';
import { lastYear } from '../vocabulary/measures.js';
import { grandTotal, total, yearsExpenditure, yearsIncome } from '../vocabulary/totals.js';

/** What one unit receives is what another one pays: names as they are printed, and where both are found. */
interface Flow {
  received: { label: string; path: Path };
  paid: { label: string; path: Path };
}

const flows: readonly Flow[] = [
  flow('上级补助收入', '对附属单位补助支出', '对附属单位补助'),
  flow('附属单位上缴收入', '上缴上级支出', '上缴上级'),
];

function flow(received: string, paid: string, measure: string): Flow {
  return {
    received: { label: received, path: [blocks.income, received] },
    paid: { label: paid, path: [blocks.expenditure, funds.all, total, measure] },
  };
}

const zero = new Decimal(0);

/** X033, X034: money that goes from one unit of a department to another stands in both their reports. */
export function* eliminationFindings(base: FactBase): Generator<Finding> {
  for (const one of base.units.length > 1 ? flows : []) {
    yield* notEliminated(base, one);
    yield* notEliminatedBefore(base, one);
  }
  for (const one of base.eliminations) yield* eliminatedWrongly(base, one);
  for (const one of base.knowledge.eliminatedLines.unplaced) yield withoutLine(one);
}

/** 收入 按科目 has several lines that may be meant: the total would be less, and none of them. */
function withoutLine({ fact, measure, lines }: EliminatedIncome): Finding {
  const { base, parent } = fact.subject;
  const meant = lines.map((line) => {
    const { value } = resolveFact(line);
    return `${line.subject.code} ${line.subject.label} ${formatDeclared(value!, line.decimals)}`;
  });
  return newMessage(
    'X034',
    fact.statements[0]?.origin ?? parent?.origin ?? base.origin,
    'elimination-without-line',
    {
      name: fact.subject.label,
      value: formatDeclared(resolveFact(fact).value!, fact.decimals),
      measure,
      lines: meant.join('、'),
    },
  );
}

function* notEliminated(
  { units, eliminations, origin }: FactBase,
  { received, paid }: Flow,
): Generator<Finding> {
  const [receiving, paying] = [received, paid].map(({ path }) =>
    units.flatMap((unit) => positive(unit, path)),
  );
  if (!isBetweenUnits(receiving!, paying!)) return;
  const isSaid = ({ path }: { path: Path }) => eliminations.some((one) => positive(one, path).length > 0);
  if (isSaid(received) || isSaid(paid)) return;
  yield newFinding('X033', origin, {
    kind: 'message',
    code: 'not-eliminated',
    parameters: {
      received: received.label,
      receivers: amountsOf(receiving!),
      paid: paid.label,
      payers: amountsOf(paying!),
    },
    suggestions: [],
    places: [...receiving!, ...paying!].flatMap(({ known }) => known.statement?.origin ?? []),
  });
}

/** What is taken out of this year's sums stands in those of last year all the same. */
function* notEliminatedBefore(base: FactBase, { received }: Flow): Generator<Finding> {
  const { units, eliminations, prior, root } = base;
  const before = [...received.path, lastYear];
  const own = [received.path, [blocks.income, yearsIncome], [blocks.income, grandTotal]];
  const tells = own.some((path) => factBelow(root, [...path, lastYear])?.statements.length);
  if (prior || tells) return;
  const eliminated = eliminations.flatMap((one) => positive(one, received.path));
  const receiving = units.flatMap((unit) => positive(unit, before));
  const isSaid = eliminations.some((one) => factBelow(one.root, before)?.statements.length);
  const place = eliminated[0]?.known.statement?.origin;
  if (!place || receiving.length === 0 || isSaid) return;
  yield newFinding('X033', place, {
    kind: 'message',
    code: 'not-eliminated-before',
    parameters: { received: received.label, receivers: amountsOf(receiving) },
    suggestions: [],
    places: receiving.flatMap(({ known }) => known.statement?.origin ?? []),
  });
}

interface Amount {
  fact: Fact;
  known: Known;
}

/** What one unit receives and pays itself comes from outside, and goes there. */
function isBetweenUnits(receiving: readonly Amount[], paying: readonly Amount[]): boolean {
  const baseOf = ({ fact }: Amount) => fact.subject.base;
  return receiving.some((one) => paying.some((other) => baseOf(one) !== baseOf(other)));
}

function positive({ root }: FactBase, path: Path): Amount[] {
  const fact = factBelow(root, path);
  const known = fact && resolveFact(fact);
  return known instanceof Known && known.value.gt(zero) ? [{ fact: fact!, known }] : [];
}

function amountsOf(amounts: readonly Amount[]): string {
  return amounts
    .map(({ fact, known }) => `${fact.subject.base.name} ${formatDeclared(known.value, fact.decimals)}`)
    .join('、');
}

function* eliminatedWrongly({ units }: FactBase, eliminated: FactBase): Generator<Finding> {
  const { origin, root, moneyUnit: unit, decimals } = eliminated;
  if (units.length === 0) {
    yield newMessage('X034', origin, 'elimination-without-units', {});
    return;
  }
  if (!root.texts.has(reason)) yield newMessage('X034', origin, 'elimination-without-reason', {});
  const sums = [
    [blocks.income, yearsIncome],
    [blocks.expenditure, yearsExpenditure],
  ].map((path) => factBelow(root, path));
  // What is left open, or cannot be read, is no sum yet.
  if (eliminated.unread.lines.size > 0 || sums.some(isOpen)) return;
  const [income, expenditure] = sums.map((fact) => (fact && resolveFact(fact).value) ?? zero);
  if (!income!.eq(expenditure!))
    yield newMessage('X034', origin, 'elimination-unbalanced', {
      income: formatDeclared(income!, decimals),
      expenditure: formatDeclared(expenditure!, decimals),
      unit,
    });
}

function isOpen(fact: Fact | undefined): boolean {
  const state = fact && resolveFact(fact).state;
  return state === 'unfilled' || state === 'blocked';
}
