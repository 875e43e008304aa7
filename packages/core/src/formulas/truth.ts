import type { Subject } from '../model/subject.js';
import { resolveFact, childrenOf, measureOf } from '../knowledge/ask.js';
import { membersWithUnits } from '../knowledge/members.js';
import { blocks, isList } from '../vocabulary/blocks.js';
import { finalAccounts } from '../vocabulary/measures.js';
import type { Evaluated, FigureValue, Piece } from './evaluated.js';
import { figureOf } from './figures.js';
import type { Scope } from './scope.js';

/** 有: something is there and is not zero. What a condition means that is no comparison. */
export function isPresent(value: Evaluated, scope: Scope): boolean {
  switch (value.kind) {
    case 'truth':
      return value.value;
    case 'figure':
      return isNonZero(value);
    case 'text':
      return value.pieces.some(isVisible);
    case 'list':
      return value.members.length > 0;
    case 'subject':
      return isSubjectPresent(value.subject, scope);
    case 'entry':
      return true;
    default:
      return false;
  }
}

/** 已填: a value is known, zero included. */
export function isKnown(value: Evaluated, scope: Scope): boolean {
  if (value.kind === 'figure') return value.value !== undefined && value.lacking?.isAllowed !== false;
  if (value.kind !== 'subject') return isPresent(value, scope);
  const own = figureOf(value.subject, finalAccounts, scope);
  if (own.state === 'unfilled') return false;
  return own.value !== undefined || isPresent(value, scope);
}

export function isNonZero({ value }: FigureValue): boolean {
  return value !== undefined && !value.isZero();
}

function isVisible(piece: Piece): boolean {
  return piece.kind === 'figure' || piece.text.trim() !== '';
}

/** By its own figure; without one by anything that is said below it. */
function isSubjectPresent(subject: Subject, scope: Scope): boolean {
  const own = figureOf(subject, finalAccounts, scope);
  return own.value ? !own.value.isZero() : saysSomething(subject);
}

function saysSomething(subject: Subject): boolean {
  if (subject.texts.size > 0 || subject.attributes.size > 0) return true;
  // 单位 某站, 资金 市级 未填: what is listed is there, whatever else is said of it.
  const isListed = isList(subject.name) || subject.name === blocks.moneySources;
  if (isListed && membersWithUnits(subject).length > 0) return true;
  for (const measure of subject.base.knowledge.measures(subject)) {
    const { value } = resolveFact(measureOf(subject, measure));
    if (value && !value.isZero()) return true;
  }
  return [...childrenOf(subject)].some(saysSomething);
}
