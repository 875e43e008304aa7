import { membersWithUnits } from '../../knowledge/members.js';
import type { Origin } from '../../model/origin.js';
import { type Evaluated, type Said, saidIn, subjectValue, textValue } from '../evaluated.js';
import { pathNames } from '../../model/path.js';
import { afford } from '../budget.js';
import { noteMissingAt } from '../figures.js';
import { reportWrongKind } from '../problems.js';
import type { Scope } from '../scope.js';
import { wordsOf } from '../texts/words.js';

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
      return membersWithUnits(value.subject).map(subjectValue);
    case 'absent-subject':
      noteMissingAt(value.base, pathNames(value.path), scope);
      return [];
    case 'missing':
      return [];
    case 'text':
      return enumerated(wordsOf(value)!, saidIn(value));
    default:
      reportWrongKind(scope, origin, 'list', value);
      return [];
  }
}

/** The words between enumeration commas; what an author ends a list with belongs to none: 办公费、差旅费等。 */
function enumerated(words: string, said: readonly Said[]): Evaluated[] {
  const listed = words.trim().replace(endOfList, '');
  const named = listed.split('、').map((word) => word.trim().replace(/[。；]$/, ''));
  return named.filter((word) => word !== '').map((text) => textValue(text, said));
}

/** 等, 等。, 等费用; not the end of a name: 高等, 初等. */
const endOfList = /(?<=[^、高初中同平优相])等(?:费用|支出|科目)?[。；]?$/;
