import { linesOf } from '../../facts/lines.js';
import type { Subject } from '../../facts/subject.js';
import type { Origin } from '../../origin.js';
import { type Evaluated, subjectValue, textValue } from '../evaluated.js';
import { afford } from '../budget.js';
import { reportWrongKind } from '../problems.js';
import type { Scope } from '../scope.js';
import { wordsOf } from '../texts/words.js';
import { lineTree } from './lines.js';
import { schemaOf } from './schema-of.js';

/** The value as a list: a subject stands for its members, a text for what it enumerates (甲、乙). Reported for what cannot be a list. */
export function membersOf(value: Evaluated, scope: Scope, origin: Origin): Evaluated[] {
  const members = listed(value, scope, origin);
  return afford(scope, members.length, origin) ? members : [];
}

function listed(value: Evaluated, scope: Scope, origin: Origin): Evaluated[] {
  switch (value.kind) {
    case 'list':
      return value.members;
    case 'subject':
      return membersOfSubject(value.subject).map(subjectValue);
    case 'absent-subject':
    case 'missing':
      return [];
    case 'text':
      return enumerated(wordsOf(value)!);
    default:
      reportWrongKind(scope, origin, 'list', value);
      return [];
  }
}

/** The words between enumeration commas; an author's full stop at the end belongs to none. */
function enumerated(words: string): Evaluated[] {
  const named = words.split('、').map((word) => word.trim().replace(/[。；]$/, ''));
  return named.filter((word) => word !== '').map(textValue);
}

/** Lines of a container in code order, indicators of a project, or what the author wrote below, in that order. */
export function membersOfSubject(subject: Subject): readonly Subject[] {
  if (isContainer(subject) && linesOf(subject)) return lineTree(subject);
  if (subject.name === '指标') return leavesOf(subject);
  return [...subject.children.values()].filter(isWritten);
}

/** Holds lines of the classification; 名词解释 only explains some of them beside other words. */
function isContainer(subject: Subject): boolean {
  return subject.code === undefined && schemaOf(subject)?.coded !== undefined;
}

function leavesOf(subject: Subject): Subject[] {
  if (subject.children.size === 0) return [subject];
  return [...subject.children.values()].filter(isWritten).flatMap(leavesOf);
}

/** Not merely implied by structure, as a 合计 that somebody asked for. */
function isWritten(subject: Subject): boolean {
  if (subject.origin || subject.texts.size > 0 || subject.attributes.size > 0) return true;
  for (const { statements } of subject.facts.values()) if (statements.length > 0) return true;
  return [...subject.children.values()].some(isWritten);
}
