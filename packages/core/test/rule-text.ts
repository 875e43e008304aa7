import type { Expression, Origin, Rule, RuleOperator, Severity } from '../src/index.js';

const form = /^\s*规则 (\S+)(?: 级别 (\S+))? (.+?) (=|同|≠|<|≤|>|≥) (.+)$/;

const severities: Record<string, Severity> = { 错误: 'error', 警告: 'warning', 提示: 'information' };

/** `规则 I0101 收入.合计 = 收入.甲 + 收入.乙 - 收入.丙`: one statement, paths with + and − only. */
export function parseRule(line: string, origin: Origin): Rule {
  const [, id = '', severity = '错误', left = '', operator, right = ''] = form.exec(line) ?? [];
  const statement = {
    operator: operator as RuleOperator,
    left: sum(left, origin),
    right: sum(right, origin),
    origin,
  };
  return { id, title: `规则${id}`, severity: severities[severity]!, statements: [statement], origin };
}

function sum(text: string, origin: Origin): Expression {
  const [first = '', ...rest] = text.trim().split(/\s+(?=[+-] )/);
  return rest.reduce<Expression>(
    (left, term) => ({
      kind: 'binary',
      operator: term.startsWith('+') ? '+' : '-',
      left,
      right: pathOf(term.slice(2), origin),
      origin,
    }),
    pathOf(first, origin),
  );
}

function pathOf(text: string, origin: Origin): Expression {
  return { kind: 'path', segments: text.split('.').map((name) => ({ name, origin })), origin };
}
