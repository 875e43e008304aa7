import { pathText } from '../model/path.js';
import type { RichText } from '../model/rich-text.js';
import { formatPlain } from '../number/format.js';
import type { Expression } from '../model/expression.js';

/** The expression as an author would write it: 三公经费.公务接待费.国内.批次 ≥ 1. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return formatPlain(expression.value) + (expression.unit ?? '');
    case 'text':
      return `"${expression.text}"`;
    case 'rich':
      return `"${richTextSource(expression.text)}"`;
    case 'path':
      return pathText(expression.segments.map(({ name }) => name));
    case 'binary':
      return `${leftText(expression)} ${expression.operator} ${operandText(expression.right)}`;
    case 'unary':
      return `${expression.operator === '-' ? '−' : '非 '}${operandText(expression.operand)}`;
    case 'list':
      return `（${expression.values.map(argumentText).join(' ')}）`;
    case 'filter':
      return [
        operandText(expression.operand),
        '|',
        expression.name,
        ...expression.arguments.map(argumentText),
      ].join(' ');
  }
}

/** A text with its holes, as an author would write it: 【名称】概况. */
export function richTextSource({ pieces }: RichText): string {
  return pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : `【${expressionText(piece.expression)}】`))
    .join('');
}

/** What binds weaker than the sign behind it stands in parentheses. */
function leftText({ left, operator }: Expression & { kind: 'binary' }): string {
  const text = expressionText(left);
  return strengthOf(left) < strength(operator) ? `（${text}）` : text;
}

function argumentText(expression: Expression): string {
  const isOne = expression.kind !== 'filter' && expression.kind !== 'unary';
  return isOne ? operandText(expression) : `（${expressionText(expression)}）`;
}

/** A filter stands between sums and comparisons. */
function strengthOf(expression: Expression): number {
  if (expression.kind === 'filter') return strength('+') - 0.5;
  return expression.kind === 'binary' ? strength(expression.operator) : Infinity;
}

function strength(operator: string): number {
  const level = [['或'], ['且'], ['=', '≠', '<', '≤', '>', '≥'], ['+', '-']].findIndex((signs) =>
    signs.includes(operator),
  );
  return level < 0 ? 4 : level;
}

function operandText(expression: Expression): string {
  const text = expressionText(expression);
  return expression.kind === 'binary' ? `（${text}）` : text;
}
