import type { Subject } from '../model/subject.js';
import { resolveFact } from '../knowledge/ask.js';
import type { Finding, MissingPart } from '../findings/finding.js';
import { labelOf } from '../model/label.js';
import { compareOrigins, type Origin } from '../model/origin.js';
import { blockLabel, blockSubject } from '../knowledge/block.js';
import type { Missing, Relation } from './relations/relation.js';
import { firstOrigin } from './stated-facts.js';
import { newFinding } from '../findings/new-finding.js';
import { UnreadBlock } from './unread.js';
import type { RuleId } from '../vocabulary/rules.zh.js';

export const notChecked = 'M005' satisfies RuleId;

export interface Blocked {
  relation: Pick<Relation, 'rule' | 'left' | 'origin'>;
  missing: readonly Missing[];
}

/** M005 未检查: what could not be checked because figures were left open, one hint for each block. */
export function* notCheckedFindings(blocked: readonly Blocked[]): Generator<Finding> {
  const blocks = new Map<Subject, Blocked[]>();
  for (const one of blocked.map(withoutMisread).filter(({ missing }) => missing.length > 0)) {
    const block = blockSubject(one.relation.left[0]!.fact);
    if (!blocks.get(block)?.push(one)) blocks.set(block, [one]);
  }
  for (const [block, all] of blocks) yield finding(block, all.sort(byPlace));
}

/** A figure that could not be read is told where it stands, and not as one that nobody filled in. */
function withoutMisread(blocked: Blocked): Blocked {
  return { ...blocked, missing: blocked.missing.filter((one) => !isMisread(one)) };
}

function isMisread(missing: Missing): boolean {
  if (typeof missing === 'string' || missing instanceof UnreadBlock) return false;
  const { statements, subject } = missing;
  const { lines } = subject.base.unread;
  return (
    statements.length > 0 &&
    statements.every(({ state, origin }) => state === 'unfilled' && lines.has(origin.range.start.line))
  );
}

function byPlace(a: Blocked, b: Blocked): number {
  return compareOrigins(a.relation.origin, b.relation.origin);
}

function finding(block: Subject, all: Blocked[]): Finding {
  const { origin } = all[0]!.relation;
  const missing = [...new Set(all.flatMap((one) => one.missing))].map((one) => missingPart(one, origin));
  return newFinding(notChecked, origin, { kind: 'not-checked', title: blockLabel(block), missing });
}

/** What is missing, as data; `origin` is the place of what has none of its own. */
export function missingPart(missing: Missing, origin: Origin): MissingPart {
  if (typeof missing === 'string')
    return { label: asWritten(missing), path: missing, unfilled: false, origin };
  if (missing instanceof UnreadBlock) {
    const { label, path, origin: own } = missing.subject;
    return { label: label || '报告', path, unfilled: false, unread: true, origin: own ?? origin };
  }
  const { state } = resolveFact(missing);
  return {
    label: labelOf(missing),
    path: missing.key,
    unfilled: state === 'unfilled',
    ...(state === 'inapplicable' && { inapplicable: true as const }),
    origin: firstOrigin(missing),
  };
}

/** 支出.政府性基金.合计 is written 支出 政府性基金. */
function asWritten(path: string): string {
  return path.replace(/\.合计$/, '').replaceAll('.', ' ');
}
