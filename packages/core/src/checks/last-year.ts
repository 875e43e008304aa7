import type { FactBase } from '../model/fact-base.js';
import { resolveFact, linesOf, subjectAt, ownFactOf } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import type { Subject } from '../model/subject.js';
import type { Finding } from '../findings/finding.js';
import { blocks } from '../vocabulary/blocks.js';
import { funds } from '../vocabulary/funds.js';
import { newMessage } from '../findings/new-finding.js';

const expenditure = [blocks.expenditure, funds.generalBudget];

/** Digits of the code of a 项. */
const itemLength = 7;

/** Y003: lines that last year's report spent on and this one does not name, and the reverse. */
export function* lastYearFindings(base: FactBase): Generator<Finding> {
  const before = base.prior && subjectAt(base.prior, expenditure);
  const now = subjectAt(base, expenditure);
  if (!before || !now?.origin) return;
  const [earlier, current] = [spentOn(before), spentOn(now)];
  const gone = [...earlier].filter(([code]) => !current.has(code)).map(([, label]) => label);
  const fresh = [...current].filter(([code]) => !earlier.has(code)).map(([, label]) => label);
  if (gone.length > 0) yield told(now, 'lines-gone', gone);
  if (fresh.length > 0) yield told(now, 'lines-new', fresh);
}

function spentOn(container: Subject): Map<string, string> {
  const lines = (linesOf(container)?.all ?? []).filter(({ code }) => code?.length === itemLength);
  const spent = lines.filter((line) => {
    const resolved = resolveFact(ownFactOf(line));
    return resolved instanceof Known && !resolved.value.isZero();
  });
  return new Map(spent.map(({ code, label }) => [code!, `${code} ${label}`]));
}

function told(container: Subject, code: string, labels: string[]): Finding {
  const parameters = { lines: labels.join('、'), count: String(labels.length) };
  return newMessage('Y003', container.origin!, code, parameters);
}
