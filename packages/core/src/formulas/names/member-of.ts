import { lineSchema } from '../../knowledge/schema-of.js';
import type { Expression } from '../../model/expression.js';
import { type AbsentSubject, type Evaluated, unwritten } from '../evaluated.js';
import { resolvePath } from '../paths/resolve-path.js';
import { type Scope, silently } from '../scope.js';

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
