import type { Fact } from '../facts/fact.js';
import type { Term } from '../facts/structure.js';
import type { Expression, PathSegment } from '../formulas/expression.js';

/** Finds what the paths of a rule mean. */
export interface FactFinder {
  /** The fact of a path; 'absent' when it could mean one but the report does not speak of it. */
  fact(names: readonly string[]): Fact | 'absent' | undefined;
  /** A measure (决算 when empty) of every member below a path. */
  members(names: readonly string[], measure: readonly string[]): Fact[];
}

const sumOfList = '求和';

/**
 * Facts with their signs, when an expression only adds and subtracts facts or lists of them; undefined for any
 * other expression. Facts that the report does not speak of are left out.
 */
export function linearTerms(expression: Expression, find: FactFinder): Term[] | undefined {
  if (expression.kind === 'path') return single(find.fact(namesOf(expression.segments)));
  if (expression.kind === 'filter') return listed(expression, find);
  if (expression.kind === 'unary' && expression.operator === '-')
    return negated(linearTerms(expression.operand, find));
  if (expression.kind !== 'binary') return undefined;
  const { operator } = expression;
  if (operator !== '+' && operator !== '-') return undefined;
  const left = linearTerms(expression.left, find);
  const right = linearTerms(expression.right, find);
  if (!left || !right) return undefined;
  return [...left, ...(operator === '-' ? negated(right)! : right)];
}

/** 单位 | 求和 编制 */
function listed(
  { name, operand, arguments: given }: Expression & { kind: 'filter' },
  find: FactFinder,
): Term[] | undefined {
  const [measure] = given;
  if (name !== sumOfList || operand.kind !== 'path' || (measure && measure.kind !== 'path')) return undefined;
  const facts = find.members(namesOf(operand.segments), measure ? namesOf(measure.segments) : []);
  return facts.map((fact) => ({ fact, sign: 1 }));
}

function namesOf(segments: readonly PathSegment[]): string[] {
  return segments.map(({ name }) => name);
}

function single(fact: Fact | 'absent' | undefined): Term[] | undefined {
  if (fact === undefined) return undefined;
  return fact === 'absent' ? [] : [{ fact, sign: 1 }];
}

function negated(terms: Term[] | undefined): Term[] | undefined {
  return terms?.map(({ fact, sign }) => ({ fact, sign: sign === 1 ? -1 : 1 }));
}
