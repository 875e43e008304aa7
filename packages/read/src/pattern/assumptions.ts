import type { Expression } from '@fiscal/core';
import { isSameReference, type Meaning, meaningOf, type Names, phraseOf, type Reference } from './meaning.js';

/** What must hold where one way of a choice was taken. */
export type Assumption =
  | { kind: 'compared'; operator: Operator; left: Reference; right: Reference | undefined }
  /** With the first of these that the report has: 年初预算, else 全年预算. */
  | { kind: 'compared with one'; operator: Operator; left: Reference; among: readonly Reference[] }
  /** 未发生, 不适用, 已填 and their contraries. */
  | { kind: 'state'; state: string; holds: boolean; of: Reference };

export type Operator = '=' | '≠' | '<' | '≤' | '>' | '≥';

const contrary: Record<Operator, Operator> = { '=': '≠', '≠': '=', '<': '≥', '≥': '<', '>': '≤', '≤': '>' };

const states = new Set(['未发生', '不适用', '已填', '未填']);

/** What follows from a condition that is met, or that is not; nothing of what cannot be told. */
export function assume(condition: Expression, holds: boolean, names: Names): Assumption[] {
  if (condition.kind === 'unary') {
    return condition.operator === '非' ? assume(condition.operand, !holds, names) : [];
  }
  if (condition.kind === 'filter') {
    const meant = phraseOf(condition, names);
    if (meant?.phrase.value) return assume(meant.phrase.value, holds, meant.names);
    return assumeState(condition, holds, names);
  }
  if (condition.kind !== 'binary') return [];
  const { operator, left, right } = condition;
  if (operator === '且' || operator === '或') {
    // Of 甲 或 乙 that is met nobody knows which, but that 未发生 and 不适用 are printed alike.
    if ((operator === '且') !== holds) return eitherState(left, right, holds, names);
    return [...assume(left, holds, names), ...assume(right, holds, names)];
  }
  if (!isComparison(operator)) return [];
  return compared(
    holds ? operator : contrary[operator],
    meaningOf(left, names),
    meaningOf(right, names),
    names,
  );
}

/** 未发生 或 不适用 of one thing: it says that there is none. */
function eitherState(left: Expression, right: Expression, holds: boolean, names: Names): Assumption[] {
  const [one, other] = [left, right].map((side) => assume(side, holds, names));
  const [first, second] = [one?.[0], other?.[0]];
  if (one?.length !== 1 || other?.length !== 1 || first?.kind !== 'state' || second?.kind !== 'state')
    return [];
  const areNone = [first, second].every(({ state, holds: is }) => is && isNone(state));
  return areNone && isSameReference(first.of, second.of) ? [{ ...first, state: '未发生' }] : [];
}

function isNone(state: string): state is '未发生' | '不适用' {
  return state === '未发生' || state === '不适用';
}

function isComparison(operator: string): operator is Operator {
  return operator in contrary;
}

function assumeState(
  { name, operand }: Expression & { kind: 'filter' },
  holds: boolean,
  names: Names,
): Assumption[] {
  const meaning = meaningOf(operand, names);
  if (!states.has(name) || meaning.kind !== 'reference') return [];
  return [{ kind: 'state', state: name, holds, of: meaning.reference }];
}

/** 年初预算 | 默认 (全年预算 | 默认 (调整预算)) */
function choicesOf(meaning: Meaning, names: Names): Reference[] {
  if (meaning.kind === 'reference') return [meaning.reference];
  if (meaning.kind !== 'filtered' || meaning.filter !== '默认' || !meaning.argument) return [];
  const others = choicesOf(meaningOf(meaning.argument, names), names);
  return others.length > 0 ? [...choicesOf(meaning.operand, names), ...others] : [];
}

function compared(operator: Operator, left: Meaning, right: Meaning, names: Names): Assumption[] {
  if (left.kind !== 'reference') return [];
  if (right.kind === 'zero') return [{ kind: 'compared', operator, left: left.reference, right: undefined }];
  if (right.kind !== 'reference') {
    const among = choicesOf(right, names);
    return among.length > 0 ? [{ kind: 'compared with one', operator, left: left.reference, among }] : [];
  }
  return [{ kind: 'compared', operator, left: left.reference, right: right.reference }];
}

/** What is printed without a figure, and said all the same: 持平, 没有发生. */
export type Mark =
  | { kind: 'zero'; of: Reference }
  | { kind: 'state'; state: '未发生' | '不适用'; of: Reference }
  | { kind: 'equal'; of: Reference; to: Reference };

/** What the words of a way say of two figures, or of one and nothing: 小于, 持平, 增加. */
export interface Claim {
  operator: Operator;
  left: Reference;
  /** The first that the report has; none: nothing. */
  among: readonly Reference[];
  words: string;
}

/** What a way says that was taken on these conditions alone. */
export function claimsOf(given: readonly Assumption[], words: string): Claim[] {
  return given.flatMap((one): Claim[] => {
    if (one.kind === 'state') return [];
    const { operator, left } = one;
    if (one.kind === 'compared with one') return [{ operator, left, among: one.among, words }];
    return [{ operator, left, among: one.right ? [one.right] : [], words }];
  });
}

export function marksOf(given: readonly Assumption[]): Mark[] {
  return given.flatMap((assumption): Mark[] => {
    if (assumption.kind === 'state') {
      const { state, holds, of } = assumption;
      if (holds && isNone(state)) return [{ kind: 'state', state, of }];
      return holds && state === '已填' && isNeither(of, given) ? [{ kind: 'zero', of }] : [];
    }
    if (assumption.kind !== 'compared') return [];
    const { operator, left, right } = assumption;
    if (operator !== '=') return [];
    return [right ? { kind: 'equal', of: right, to: left } : { kind: 'zero', of: left }];
  });
}

/** Known, and neither more nor less than nothing. */
function isNeither(of: Reference, given: readonly Assumption[]): boolean {
  const isGiven = (wanted: Operator) =>
    given.some(
      (one) =>
        one.kind === 'compared' && one.operator === wanted && !one.right && isSameReference(one.left, of),
    );
  return isGiven('≤') && isGiven('≥');
}

/** Which way a figure went that is printed without its sign: -1 where it is known to be negative. */
export function signOf(of: Reference, given: readonly Assumption[]): 1 | -1 | undefined {
  for (const one of given) {
    if (one.kind !== 'compared' || !isSameReference(one.left, of)) continue;
    if (one.operator === '>') return 1;
    if (one.operator === '<') return -1;
  }
  return undefined;
}
