import type { Fact } from '../../model/fact.js';
import { resolveFact } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Term } from '../../model/knowledge.js';
import type { Finding, FindingData, Operand, Suspect } from '../../findings/finding.js';
import { labelOf } from '../../model/label.js';
import { operandOf, operandWithSources } from '../../findings/operand.js';
import type { Decimal } from '../../number/decimal.js';
import { formatDeclared, formatPlain } from '../../number/format.js';
import type { Allowance } from '../../number/spread.js';
import type { Cause } from '../diagnose/cause.js';
import { factor } from '../diagnose/leaves.js';
import { solvedFor } from '../diagnose/rearrange.js';
import type { Judged } from './relation.js';
import { isPartial, severityOf } from './relation-severity.js';
import { writtenTerm } from './written-term.js';

type SumData = Extract<FindingData, { kind: 'sum' }>;

/** Corrections of figures that were found to be wrong. */
export type Corrections = ReadonlyMap<Fact, Decimal>;

/** A relation that does not hold, told at its left side. */
export function relationFinding(
  judged: Judged,
  consequences: string[] = [],
  corrections?: Corrections,
  suspects: readonly Suspect[] = [],
): Finding {
  const { relation, difference, outcome } = judged;
  const severity = severityOf(judged);
  const left = operands(relation.left.map(writtenTerm), judged, corrections);
  const right = operands(relation.right.map(writtenTerm), judged, corrections);
  const place = { rule: relation.rule, severity, origin: originOf(left, right) ?? relation.origin };
  const explained = outcome === 'explained';
  const saying = relation.saying?.();
  const words = { title: relation.title, ...(saying !== undefined && { saying }) };
  const common = { ...words, difference: formatPlain(difference), unit: judged.unit };
  if (relation.mode === 'at-most')
    return {
      ...place,
      data: {
        kind: 'at-most',
        ...common,
        parts: left,
        whole: right,
        explained,
        ...(suspects.length > 0 && { suspects: [...suspects] }),
      },
    };
  if (isSame(judged)) return { ...place, data: { kind: 'same', ...common, statements: [...left, ...right] } };
  const partial = isPartial(judged);
  const data = {
    kind: 'sum' as const,
    ...common,
    total: left,
    parts: right,
    explained,
    ...(partial && { partial }),
    ...(suspects.length > 0 && { suspects: [...suspects] }),
    consequences,
  };
  return { ...place, data: { ...data, ...sums(judged) } };
}

/** A failed relation, told at the one figure that must be wrong. */
export function causeFinding(
  { fact, correction, source }: Cause,
  consequences: string[],
  suspects: readonly Suspect[] = [],
): Finding {
  const { relation } = source;
  const isTotal = relation.left.length === 1 && relation.left[0]!.fact === fact;
  if (isTotal || relation.mode !== 'sum')
    return { ...relationFinding(source, consequences, undefined, suspects), origin: placeOf(fact) };
  const total = operandOf(fact);
  const parts = solvedFor(fact, relation)
    .filter((term) => resolveFact(term.fact) instanceof Known)
    .map((term) => operandWithSources(term.fact, term.sign, fact));
  const known = resolveFact(fact) as Known;
  return {
    rule: relation.rule,
    severity: severityOf(source),
    origin: placeOf(fact),
    data: {
      kind: 'sum',
      title: relation.title,
      total: [total],
      parts,
      expected: formatDeclared(known.value.plus(correction), fact.decimals),
      actual: formatDeclared(known.value, fact.decimals),
      difference: formatPlain(correction.neg()),
      tolerance: formatPlain(source.tolerance.times(factor(source.unit, fact.unit))),
      explained: false,
      unit: fact.unit,
      consequences,
    },
  };
}

/** How a relation that fails for the same cause is called there. */
export function consequenceOf({ relation }: Judged, told?: Fact): string {
  // The figure that is told already.
  if (relation.left.length === 1 && relation.left[0]!.fact === told) return `这个数的 ${relation.rule}`;
  return `${relation.left.map(({ fact }) => labelOf(fact)).join('、')}（${relation.rule}）`;
}

/** Both figures were compared as printed, not within a tolerance. */
export function isSame({ relation, tolerance, outcome }: Judged): boolean {
  return relation.mode === 'same' && tolerance.isZero() && outcome !== 'explained' && isStatedTwice(relation);
}

function isStatedTwice({ left, right }: Judged['relation']): boolean {
  return (
    [...left, ...right].every(({ fact }) => fact.statements.length > 0) && left.length + right.length === 2
  );
}

function sums({
  relation,
  left,
  right,
  tolerance,
  allowance,
}: Judged): Pick<SumData, 'expected' | 'actual' | 'tolerance' | 'allowance'> {
  const { decimals } = relation.left[0]!.fact;
  return {
    expected: formatDeclared(right, decimals),
    actual: formatDeclared(left, decimals),
    tolerance: formatPlain(tolerance),
    ...cutAllowance(allowance),
  };
}

/** Figures that were cut leave more room on one side. */
export function cutAllowance({ least, most, isOpen }: Allowance): Pick<SumData, 'allowance'> {
  return isOpen ? { allowance: { least: formatPlain(least), most: formatPlain(most) } } : {};
}

/** Parts of which nothing is said do not take part. */
function operands(terms: readonly Term[], { relation }: Judged, corrections?: Corrections): Operand[] {
  const target = relation.left[0]!.fact;
  return terms
    .filter(({ fact }) => resolveFact(fact) instanceof Known)
    .map(({ fact, sign }) => operandWithSources(fact, sign, target, corrections?.get(fact)));
}

function originOf(left: Operand[], right: Operand[]): Finding['origin'] | undefined {
  return [...left, ...right].find(({ origin }) => origin)?.origin;
}

function placeOf(fact: Fact): Finding['origin'] {
  return (resolveFact(fact).statement ?? fact.statements[0]!).origin;
}
