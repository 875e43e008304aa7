import { fixed } from '../findings/message-amounts.js';
import type { FigureValue, Piece } from '../formulas/evaluated.js';
import type { Scope } from '../formulas/scope.js';
import { evaluateText } from '../formulas/texts/evaluate-text.js';
import type { Rule, RuleStatement } from '../model/rule.js';
import { formatPlain } from '../number/format.js';
import { unsaidFigures } from '../vocabulary/states.js';

/** What a rule says is wrong, its holes filled from the report; undefined where it has no words of its own. */
export function sayingOf(rule: Rule, statement: RuleStatement, scope: Scope): string | undefined {
  const saying = statement.saying ?? rule.saying;
  return saying && evaluateText(saying, scope).map(wordsOf).join('').trim();
}

function wordsOf(piece: Piece): string {
  return piece.kind === 'text' ? piece.text : figureWords(piece.figure);
}

/** With the digits that the report has; a percentage with its sign, any other unit is the author's to write. */
function figureWords({ state, value, unit, decimals, format }: FigureValue): string {
  if (!value) return unsaidFigures[state] ?? '';
  const shown = format?.decimals ?? Math.max(decimals ?? 0, value.decimalPlaces());
  return fixed(formatPlain(value), shown) + (unit === '%' || format?.unit ? unit : '');
}
