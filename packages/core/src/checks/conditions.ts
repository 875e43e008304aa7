import { pathNames, pathText } from '../model/path.js';
import type { FactBase } from '../model/fact-base.js';
import { textsOfUnits } from '../knowledge/text-of-units.js';
import { blocks } from '../vocabulary/blocks.js';
import { grandTotal, total } from '../vocabulary/totals.js';
import { richTextSource } from '../formulas/expression-text.js';
import type { Fact } from '../model/fact.js';
import { resolveFact, ownFactOf, settleFact, subjectAt } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import type { Subject } from '../model/subject.js';
import type { Finding } from '../findings/finding.js';
import { labelOf, subjectLabel } from '../model/label.js';
import { operandOf } from '../findings/operand.js';
import type { Evaluated } from '../formulas/evaluated.js';
import { evaluate } from '../formulas/evaluate.js';
import type { Expression } from '../model/expression.js';
import { innerExpressions } from '../model/expression-parts.js';
import { expressionText } from '../formulas/expression-text.js';
import { type Scope, silently } from '../formulas/scope.js';
import { formatPlain } from '../number/format.js';
import { wordsOf } from '../formulas/texts/words.js';
import type { Origin } from '../model/origin.js';
import { filters } from '../vocabulary/filters.js';
import type { Rule, RuleStatement } from '../model/rule.js';
import type { Blocked } from './not-checked.js';
import { sayingOf } from './saying.js';
import { firstOrigin } from './stated-facts.js';

/** A rule's condition that is no relation between sums: a finding, what it lacks, or undefined when it holds. */
export function conditionOutcome(
  rule: Rule,
  statement: RuleStatement,
  scope: Scope,
): Finding | Blocked | undefined {
  const condition = conditionOf(statement);
  // Most conditions hold, of each of many lines: only the others are looked into.
  const truth = truthOf(condition, scope);
  if (truth === true) return undefined;
  const facts = [...factsIn(condition, scope)];
  const missing = facts.flatMap((fact) => resolveFact(fact).missing ?? []);
  const place = placeOf(facts, condition, scope, memberSubject(rule, scope));
  if (missing.length > 0)
    return { relation: { rule: rule.id, left: [{ fact: facts[0]!, sign: 1 }], origin: place }, missing };
  if (truth !== false || asksOfUnknown(rule, scope)) return undefined;
  const member = memberOf(rule, scope);
  const saying = sayingOf(rule, statement, scope);
  const known = [...new Set(facts)].filter((fact) => resolveFact(fact) instanceof Known);
  const asked = isMissingText(condition) ? spokenPath(statement.left, scope) : undefined;
  const ofUnits = asked === undefined ? undefined : summedFromUnits(asked, scope.base);
  const data = {
    kind: 'condition' as const,
    title: rule.title,
    operands: known.map((fact) => operandOf(fact)),
    text: conditionText(condition, scope),
    ...(saying !== undefined && { saying }),
    ...(asked !== undefined && { missingText: asked }),
    ...(ofUnits && { ofUnits }),
    ...(member !== undefined && { member }),
  };
  return { rule: rule.id, severity: rule.severity, origin: place, data };
}

/**
 * Whether a condition asks of a figure that only seems to follow: 财政拨款收支.总计 of a report that has no 结转结余. It is
 * printed as 未填, and nothing has to be said of it.
 */
function asksOfUnknown({ when }: Rule, scope: Scope): boolean {
  return when !== undefined && [...factsIn(when, scope)].some(isUnknown);
}

function isUnknown(fact: Fact): boolean {
  return (
    fact.statements.length === 0 &&
    resolveFact(fact).value !== undefined &&
    settleFact(fact).value === undefined
  );
}

function conditionOf({ operator, left, right, origin }: RuleStatement): Expression {
  if (operator === '成立') return left;
  return { kind: 'binary', operator: operator === '同' ? '=' : operator, left, right, origin };
}

const comparisons: Partial<Record<string, string>> = {
  '=': '等于',
  '≠': '不等于',
  '≥': '不小于',
  '≤': '不大于',
  '>': '大于',
  '<': '小于',
};

/** 「国内·批次」应不小于 1; what is more than two plain sides is told as it was written. */
function conditionText(condition: Expression, scope: Scope): string {
  if (condition.kind !== 'binary') return `应满足 ${expressionText(condition)}`;
  const { operator, right: other } = condition;
  if (operator === '=' && other.kind === 'text' && other.text === '')
    return `不应写「${spokenPath(condition.left, scope)}」`;
  const left = plainSide(condition.left, scope);
  const right = plainSide(other, scope) ?? amountText(evaluate(other, scope));
  const word = comparisons[condition.operator];
  if (right === undefined || word === undefined) return `应满足 ${expressionText(condition)}`;
  if (left !== undefined) return `${left}应${word} ${right}`;
  const counted = amountText(evaluate(condition.left, scope));
  return counted === undefined
    ? `应满足 ${expressionText(condition)}`
    : `应${word} ${right}，现为 ${counted}`;
}

/** 项目 | 个数 comes to 3. */
function amountText(value: Evaluated): string | undefined {
  return value.kind === 'figure' && value.value ? formatPlain(value.value) : undefined;
}

function plainSide(side: Expression, scope: Scope): string | undefined {
  if (side.kind === 'number') return expressionText(side);
  const [fact, ...others] = factsIn(side, scope);
  return side.kind === 'path' && fact && others.length === 0 ? `「${labelOf(fact)}」` : undefined;
}

/** 收入.总计.原因 ≠ "": a text is to be written. */
function isMissingText(condition: Expression): boolean {
  if (condition.kind !== 'binary') return false;
  const { operator, right } = condition;
  return operator === '≠' && right.kind === 'text' && right.text === '';
}

/** A text of what the report does not write itself: how it would, and what its units say there. */
function summedFromUnits(path: string, base: FactBase): { written: string; said: string[] } | undefined {
  const names = pathNames(path).slice(0, -1);
  const word = pathNames(path).at(-1)!;
  if (base.units.length === 0 || base.find(names)?.origin) return undefined;
  const subject = subjectAt(base, names);
  const said = subject ? textsOfUnits(subject, word) : [];
  return {
    written: asWritten(subject?.code === undefined ? names : [...names, subject.label], word),
    said: said.map(
      ({ subject: { base: unit }, text }) => `「${unit.name}」写的是「${richTextSource(text)}」`,
    ),
  };
}

/** 支出 一般公共预算 { 2130301 行政运行 预算原因 "…" }; what is said of a total stands at its block. */
function asWritten(names: readonly string[], word: string): string {
  const block = names.filter((name) => name !== total && name !== grandTotal);
  const code = block.findIndex((name) => /^\d+$/.test(name));
  const [head, line] = code < 0 ? [block, []] : [block.slice(0, code), block.slice(code)];
  const detail = `${word} "…"`;
  if (line.length > 0) return `${head.join(' ')} { ${line.join(' ')} ${detail} }`;
  const heads = head[0] === blocks.expenditure ? [head.join(' ')] : head;
  return heads.reduceRight((inner, name) => `${name} { ${inner} }`, detail);
}

/** A path as the report would write it: that of the member for 项 in 每 项 于 …. */
function spokenPath(expression: Expression, { variables }: Scope): string {
  const [first, ...rest] = expression.kind === 'path' ? expression.segments.map(({ name }) => name) : [];
  const member = variables.get(first ?? '');
  return member?.kind === 'subject'
    ? pathText([...member.subject.names, ...rest])
    : expressionText(expression);
}

/** The member of the list that a rule goes through. */
function memberOf({ forEach }: Rule, { variables }: Scope): string | undefined {
  const member = forEach && variables.get(forEach.variable);
  if (!member) return undefined;
  return member.kind === 'subject' ? subjectLabel(member.subject) : wordsOf(member);
}

function memberSubject({ forEach }: Rule, { variables }: Scope): Subject | undefined {
  const member = forEach && variables.get(forEach.variable);
  return member?.kind === 'subject' ? member.subject : undefined;
}

/** Of what the report cannot speak of (reported as such) nothing is said. */
function truthOf(condition: Expression, scope: Scope): boolean | undefined {
  let mistaken = false;
  const report: Scope['report'] = (finding) => {
    mistaken = true;
    scope.report(finding);
  };
  const value = evaluate(condition, { ...scope, report });
  return !mistaken && value.kind === 'truth' ? value.value : undefined;
}

/** Every fact that an expression names. */
export function* factsIn(expression: Expression, scope: Scope): Generator<Fact> {
  if (expression.kind === 'path') {
    const value = evaluate(expression, scope);
    if (value.kind === 'figure' && value.fact) yield value.fact;
    if (value.kind === 'subject') yield ownFactOf(value.subject);
  }
  for (const inner of knownParts(expression)) yield* factsIn(inner, scope);
}

/** The first figure that was written; else the subject that the condition speaks of, or the member of the list. */
function placeOf(
  facts: readonly Fact[],
  condition: Expression,
  scope: Scope,
  member: Subject | undefined,
): Origin {
  const stated = facts.find(({ statements }) => statements.length > 0);
  if (stated) return firstOrigin(stated);
  const spokenOf = [facts[0]?.subject, firstSubject(condition, scope), member];
  // A member that is written before a block that holds what is not: 支出 for 支出.全部.
  const places = [
    ...spokenOf.flatMap((subject) => subject?.origin ?? []),
    ...spokenOf.flatMap((subject) => (subject && nearestOrigin(subject)) ?? []),
  ];
  return places[0] ?? scope.base.origin;
}

/** 三公经费.国内 of 三公经费.国内.批次, where 批次 was not written. */
function firstSubject(expression: Expression, scope: Scope): Subject | undefined {
  if (expression.kind === 'path') {
    for (let length = expression.segments.length - 1; length > 0; length--) {
      // Half of a path need not mean anything: nothing is reported of it.
      const quiet = silently(scope);
      const value = evaluate({ ...expression, segments: expression.segments.slice(0, length) }, quiet);
      if (value.kind === 'subject') return value.subject;
    }
  }
  return knownParts(expression)
    .map((inner) => firstSubject(inner, scope))
    .find((subject) => subject !== undefined);
}

function nearestOrigin(subject: Subject): Origin | undefined {
  let nearest: Subject | undefined = subject;
  while (nearest && !nearest.origin) nearest = nearest.parent;
  return nearest?.origin;
}

/** What 其中 asks of each member can only be told with the member at hand. */
function knownParts(expression: Expression): readonly Expression[] {
  const asks = expression.kind === 'filter' && filters[expression.name]?.argument?.kind === 'condition';
  return asks ? [expression.operand] : innerExpressions(expression);
}
