import {
  type Expression,
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

export function lowerRule(context: LoweringContext, node: ast.Rule): Rule {
  const when = lowerExpression(context, node.condition);
  const list = lowerExpression(context, node.list);
  return {
    id: node.id ?? '',
    title: plainText(lowerText(context, node.title)),
    severity: lowerSeverity(context, node),
    ...(node.basis && { basis: plainText(lowerText(context, node.basis)) }),
    ...(when && { when }),
    ...(list && node.variable && { forEach: { variable: node.variable, list } }),
    ...(node.saying && { saying: lowerText(context, node.saying) }),
    statements: node.statements.flatMap((statement) => lowerStatement(context, statement)),
    ...writtenOf(context, node),
    origin: originOf(context.uri, node),
  };
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
  if (!left || !right || !node.operator) return [];
  const saying = node.saying && lowerText(context, node.saying);
  return [
    {
      operator: signOf(node.operator),
      left,
      right,
      ...(saying && { saying }),
      origin: originOf(context.uri, node),
    },
  ];
}
