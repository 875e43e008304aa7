import type { Fact } from '../model/fact.js';
import type { Term } from '../model/knowledge.js';
import type { Expression, PathSegment } from '../model/expression.js';

/** Finds what the paths of a rule mean. */
export interface FactFinder {
  /** The fact of a path; the canonical path alone when the report does not speak of it. */
  fact(names: readonly string[]): Fact | string | undefined;
  /** A measure (决算 when empty) of every member below a path. */
  members(names: readonly string[], measure: readonly string[]): Fact[];
}

const sumOfList = '求和';

/** One side of a rule: signed facts, and the paths that it names but the report does not speak of. */
export interface LinearSide {
  terms: Term[];
  unspoken: string[];
}

/**
 * Facts with their signs, when an expression only adds and subtracts facts or lists of them; undefined for any
 * other expression.
 */
export function linearSide(expression: Expression, find: FactFinder): LinearSide | undefined {
  if (expression.kind === 'path') return single(find.fact(namesOf(expression.segments)));
  if (expression.kind === 'filter') return listed(expression, find);
  if (expression.kind === 'unary' && expression.operator === '-')
    return negated(linearSide(expression.operand, find));
  if (expression.kind !== 'binary') return undefined;
  const { operator } = expression;
  if (operator !== '+' && operator !== '-') return undefined;
  const left = linearSide(expression.left, find);
  const right = linearSide(expression.right, find);
  return left && right && joined(left, operator === '-' ? negated(right)! : right);
}

function joined(left: LinearSide, right: LinearSide): LinearSide {
  return { terms: [...left.terms, ...right.terms], unspoken: [...left.unspoken, ...right.unspoken] };
}

/** 单位 | 求和 编制 */
function listed(
  { name, operand, arguments: given }: Expression & { kind: 'filter' },
  find: FactFinder,
): LinearSide | undefined {
  const [measure] = given;
  if (name !== sumOfList || operand.kind !== 'path' || (measure && measure.kind !== 'path')) return undefined;
  const facts = find.members(namesOf(operand.segments), measure ? namesOf(measure.segments) : []);
  return { terms: facts.map((fact) => ({ fact, sign: 1 })), unspoken: [] };
}

function namesOf(segments: readonly PathSegment[]): string[] {
  return segments.map(({ name }) => name);
}

function single(fact: Fact | string | undefined): LinearSide | undefined {
  if (fact === undefined) return undefined;
  return typeof fact === 'string'
    ? { terms: [], unspoken: [fact] }
    : { terms: [{ fact, sign: 1 }], unspoken: [] };
}

function negated(side: LinearSide | undefined): LinearSide | undefined {
  if (!side) return undefined;
  const terms = side.terms.map(({ fact, sign }): Term => ({ fact, sign: sign === 1 ? -1 : 1 }));
  return { ...side, terms };
}
