import {
  type Expression,
  filters,
  isFixedRule,
  isPlaceholder,
  type Rule,
  type RuleStatement,
  type Severity,
  type SeverityChange,
} from '@fiscal/core';
import type * as ast from '../generated/ast.js';
import { signOf } from '../lexer/signs.js';
import { type LoweringContext, report } from './context.js';
import { lowerExpression } from './expressions.js';
import { withLetValue, withVariablesOf } from './lets.js';
import { originOf, originOfProperty, writtenOf } from './origins.js';
import { severities, severityOf, severityWords } from './severity-words.js';
import { lowerText, plainText } from './texts.js';

/** 规则 R012 级别 警告 "…": nothing where it says nothing that can be done. */
export function lowerSeverityChange(context: LoweringContext, node: ast.SeverityChange): SeverityChange[] {
  const { rule, severity: word } = node;
  if (!rule || !word) return [];
  const origin = originOf(context.uri, node);
  const reason = node.reason ? plainText(lowerText(context, node.reason)) : '';
  if (isPlaceholder(reason)) report(context, 'M007', 'error', origin, 'severity-without-reason', { rule });
  const severity = severityOf(word);
  if (!severity) {
    const place = originOfProperty(context.uri, node, 'severity');
    report(context, 'Z022', 'error', place, 'unknown-severity', { name: word }, [...severityWords]);
    return [];
  }
  if (isFixedRule(rule)) {
    report(context, 'M007', 'error', origin, 'fixed-severity', { rule });
    return [];
  }
  return [{ rule, severity, reason, origin }];
}

/**
 * A rule; where it goes through a list that it writes down itself, 每 总 于 (收入.总计 支出.总计), one for each of them,
 * as if they had been written one below the other.
 */
export function lowerRule(context: LoweringContext, node: ast.Rule): Rule[] {
  const { id } = node;
  if (id === undefined) {
    report(context, 'Z001', 'error', originOfProperty(context.uri, node, 'title'), 'rule-without-id');
    return [];
  }
  const [first, ...others] = node.repeats;
  const severity = lowerSeverity(context, node);
  return contextsOf(context, first, others).map(({ inner, repeat }) => {
    const when = lowerExpression(inner, node.condition);
    const list = lowerExpression(inner, repeat?.list);
    return {
      id,
      title: plainText(lowerText(inner, node.title)),
      severity,
      ...(node.basis && { basis: plainText(lowerText(inner, node.basis)) }),
      ...(when && { when }),
      ...(list && repeat?.variable && { forEach: { variable: repeat.variable, list } }),
      ...(node.saying && { saying: lowerText(inner, node.saying) }),
      statements: node.statements.flatMap((statement) => lowerStatement(inner, statement)),
      ...writtenOf(context, node),
      origin: originOf(context.uri, node),
    };
  });
}

interface RuleScope {
  inner: LoweringContext;
  /** The list that only a report has the members of. */
  repeat?: ast.RuleRepeat;
}

function contextsOf(
  context: LoweringContext,
  repeat: ast.RuleRepeat | undefined,
  others: readonly ast.RuleRepeat[],
): RuleScope[] {
  if (!repeat) return [{ inner: context }];
  const list = lowerExpression(context, repeat.list);
  const [next, ...rest] = others;
  if (list?.kind === 'list' && repeat.variable) {
    return list.values.flatMap((value) =>
      contextsOf(withLetValue(context, repeat.variable, value), next, rest),
    );
  }
  if (next) report(context, 'Z044', 'error', originOf(context.uri, next), 'rule-repeats-twice', {});
  return [{ inner: withVariablesOf(context, [repeat.variable]), repeat }];
}

function lowerSeverity(context: LoweringContext, node: ast.Rule): Severity {
  const severity = severities[node.severity ?? '错误'];
  if (severity) return severity;
  const origin = originOfProperty(context.uri, node, 'severity');
  report(
    context,
    'Z022',
    'error',
    origin,
    'unknown-severity',
    { name: node.severity! },
    Object.keys(severities),
  );
  return 'error';
}

function lowerStatement(context: LoweringContext, node: ast.RuleStatement): RuleStatement[] {
  const left: Expression | undefined = lowerExpression(context, node.left);
  const right: Expression | undefined = lowerExpression(context, node.right);
  if (!left) return [];
  if (!node.operator && !isCondition(left)) {
    const found = node.left?.$cstNode?.text ?? '';
    report(context, 'Z001', 'error', originOf(context.uri, node.left!), 'no-comparison', { found });
    return [];
  }
  if (node.operator && !right) return [];
  const origin = originOf(context.uri, node);
  const saying = node.saying && lowerText(context, node.saying);
  return [
    {
      operator: node.operator ? signOf(node.operator) : '成立',
      left,
      right: right ?? { kind: 'list', values: [], origin },
      ...(saying && { saying }),
      origin,
    },
  ];
}

/** What is true or not: (甲 ≤ 1 或 乙 ≤ 1), 收入.总计 | 已填. */
function isCondition(expression: Expression): boolean {
  if (expression.kind === 'filter') return filters[expression.name]?.gives === 'truth';
  if (expression.kind === 'unary') return expression.operator === '非';
  return expression.kind === 'binary' && !/^[-+*/]$/.test(expression.operator);
}
