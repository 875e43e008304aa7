import { type AbsentSubject, type Evaluated, unwritten } from '../evaluated.js';
import type { Expression } from '../../model/expression.js';
import { filterNames } from '../filters/apply-filter.js';
import { resolvePath } from '../paths/resolve-path.js';
import { lineSchema } from '../../knowledge/schema-of.js';
import { reportUnknownFilter } from '../problems.js';
import { type Scope, silently, withVariables } from '../scope.js';
import type { RichText } from '../../model/rich-text.js';

/** Filters whose argument is a word of theirs, not something that the report says. */
const withWords = new Set(['增长率', '完成率', '差额', '求和', '排序', '换算', '小数']);
const choosing = '其中';
const builtIn = new Set(filterNames);

/** Reports each name in an expression that nobody knows, also where this report would not come to it. */
export function checkExpression(expression: Expression | undefined, scope: Scope): void {
  switch (expression?.kind) {
    case 'path':
      resolvePath(expression.segments, scope);
      return;
    case 'rich':
      return checkText(expression.text, scope);
    case 'binary':
      checkExpression(expression.left, scope);
      return checkExpression(expression.right, scope);
    case 'unary':
      return checkExpression(expression.operand, scope);
    case 'filter':
      return checkFilter(expression, scope);
  }
}

export function checkText(text: RichText | undefined, scope: Scope): void {
  for (const piece of text?.pieces ?? []) if (piece.kind === 'hole') checkExpression(piece.expression, scope);
}

function checkFilter(expression: Expression & { kind: 'filter' }, scope: Scope): void {
  const { name, nameOrigin, operand } = expression;
  checkExpression(operand, scope);
  if (!builtIn.has(name) && !scope.phrases.has(name))
    reportUnknownFilter(scope, nameOrigin, name, [...scope.phrases.keys(), ...filterNames]);
  if (withWords.has(name) && !scope.phrases.has(name)) return;
  const inner = name === choosing ? withVariables(scope, [['此', memberOf(operand, scope)]]) : scope;
  for (const argument of expression.arguments) checkExpression(argument, inner);
}

/**
 * What stands for any member of a list: a line of the classification, a row of the catalogue, or something of
 * which nothing is known, because the author names it.
 */
export function memberOf(list: Expression, scope: Scope): Evaluated {
  if (list.kind === 'filter') return list.name === '并' ? unwritten : memberOf(list.operand, scope);
  if (list.kind !== 'path') return unwritten;
  const value = resolvePath(list.segments, silently(scope));
  const [first] = value.kind === 'list' ? value.members : [];
  if (first?.kind === 'entry') return first;
  return levels.has(list.segments.at(-1)!.name) ? anyLine(scope) : unwritten;
}

/** The last names of a path that lists lines of the classification. */
const levels = new Set(['类', '款', '项', '科目树']);

function anyLine({ base }: Scope): AbsentSubject {
  return { kind: 'absent-subject', base, name: '', path: '', schema: lineSchema, code: '2010101' };
}
