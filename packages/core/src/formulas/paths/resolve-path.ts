import { type Evaluated, type ListValue, listValue, textValue, unknown } from '../evaluated.js';
import type { PathSegment } from '../../model/expression.js';
import { isOfLibrary } from '../../model/origin.js';
import { pathNames } from '../../model/path.js';
import { isKnownWord } from '../../vocabulary/known-names.js';
import { knownMeasure } from '../../vocabulary/measures.js';
import { reportUnknownName, reportWrongKind } from '../problems.js';
import type { Scope } from '../scope.js';
import { namesAt, ownerOf } from './names-at.js';
import { catalogueRows, rootProperty } from './root-names.js';
import { stepEntry } from './step-entry.js';
import { stepAbsent, stepReport, stepSubject } from './step-subject.js';

/** What a path means: a variable or a name of the report first, then one step per name. */
export function resolvePath(segments: readonly PathSegment[], scope: Scope): Evaluated {
  const rows = scope.variables.has(segments[0]?.name ?? '') ? undefined : catalogueRows(scope.base, segments);
  return resolveBelow(rows ?? resolveFirst(segments[0], scope), segments.slice(rows ? 3 : 1), scope);
}

/** What the names mean behind a value. */
export function resolveBelow(owner: Evaluated, segments: readonly PathSegment[], scope: Scope): Evaluated {
  return segments.reduce((value, segment) => follow(value, segment, scope), owner);
}

function resolveFirst(segment: PathSegment | undefined, scope: Scope): Evaluated {
  if (!segment) return unknown;
  const { name } = segment;
  const known =
    scope.variables.get(name) ?? rootProperty(scope.base, name) ?? stepReport(scope.base, name, scope);
  return known ?? notKnown(undefined, segment, scope);
}

function follow(value: Evaluated, segment: PathSegment, scope: Scope): Evaluated {
  if (value.kind === 'missing') return value;
  return step(value, segment.name, scope) ?? notKnown(value, segment, scope);
}

function step(value: Evaluated, name: string, scope: Scope): Evaluated | undefined {
  switch (value.kind) {
    case 'subject':
      return stepSubject(value.subject, name, scope);
    case 'absent-subject':
      return stepAbsent(value, name, scope);
    case 'entry':
      return stepEntry(value, name);
    case 'figure':
      if (name === '名称') return textValue(measureOfPath(value.path));
      return name === '单位' ? textValue(value.unit) : undefined;
    case 'list':
      return stepList(value, name, scope);
    default:
      return undefined;
  }
}

/** A name behind a list is asked of every member; those that have no such thing are left out. */
function stepList(list: ListValue, name: string, scope: Scope): Evaluated | undefined {
  const known = scope.behind.get(list);
  return known?.get(name) ?? findBehind(list, name, scope, known ?? new Map());
}

function findBehind(
  list: ListValue,
  name: string,
  scope: Scope,
  known: Map<string, ListValue>,
): ListValue | undefined {
  const { members, lacking } = list;
  const found = members.map((member) => step(member, name, scope)).filter((value) => value !== undefined);
  if (found.length === 0 && members.length > 0) return undefined;
  const value = listValue(found, lacking);
  // What else there is may have told something on the way.
  if (found.every(({ kind }) => kind === 'subject' || kind === 'absent-subject'))
    scope.behind.set(list, known.set(name, value));
  return value;
}

function notKnown(owner: Evaluated | undefined, { name, origin }: PathSegment, scope: Scope): Evaluated {
  // The library asks for what there is: here the author wrote something else than it expects.
  if (owner && isOfLibrary(origin)) {
    reportWrongKind(scope, origin, 'subject', owner);
  } else {
    const code = isWordElsewhere(owner, name) ? 'misplaced-word' : 'unknown-path';
    reportUnknownName(scope, origin, name, ownerOf(owner), namesAt(owner, scope), code);
  }
  return unknown;
}

/** The language knows the word, but nobody can say it here: 收入.财政拨款. */
function isWordElsewhere(owner: Evaluated | undefined, name: string): boolean {
  const isNamed = owner?.kind === 'subject' || (owner?.kind === 'absent-subject' && owner.path !== '');
  return isNamed && (knownMeasure(name) !== undefined || isKnownWord(name));
}

/** 基本, of 支出.全部.合计.基本: what a figure is called beside its subject. */
function measureOfPath(path: string | undefined): string {
  return (path && pathNames(path).at(-1)) ?? '';
}
