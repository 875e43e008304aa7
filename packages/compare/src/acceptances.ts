import {
  type Acceptance,
  isOfLibrary,
  type Origin,
  type Report,
  type SeverityChange,
  type Subject,
  type Suppression,
} from '@fiscal/core';
import type { AcceptanceChange, MetFinding, SaidAcceptance } from './changes.js';
import type { AcceptedPair, Entry } from './finding-changes.js';
import type { Places } from './places.js';
import type { SubjectPlaces } from './subject-places.js';

interface Said {
  kind: AcceptanceChange['kind'];
  rule: string;
  scope: string;
  block: string;
  said: SaidAcceptance;
}

interface Side {
  report: Report;
  places: SubjectPlaces;
}

/** 忽略 and changed severities that came, went, or stand there for another reason, with what each lets be. */
export function acceptanceChanges(
  old: Side,
  next: Side,
  names: Places,
  pairs: readonly AcceptedPair[],
): AcceptanceChange[] {
  const [before, after] = [byKey(saidIn(old, names)), byKey(saidIn(next, names))];
  const changes = [...new Set([...after.keys(), ...before.keys()])].map((key): AcceptanceChange => {
    const [one, other] = [before.get(key), after.get(key)];
    const { kind, rule, scope, block } = (other ?? one)!;
    const isSame = one && other && isAlike(one.said, other.said);
    const change = isSame ? 'kept' : one && other ? 'changed' : other ? 'added' : 'removed';
    const said = { ...(one && { old: one.said }), ...(other && { new: other.said }) };
    return { kind, change, rule, scope, block, met: [], ...said };
  });
  for (const pair of pairs) changes.find((change) => isBy(change, pair))?.met.push(metOf(pair));
  // Of what stays as it was only that is told which it let be otherwise before.
  for (const one of changes)
    if (one.change === 'kept') one.met = one.met.filter(({ change }) => change !== 'same');
  return changes.filter(({ change, met }) => change !== 'kept' || met.length > 0);
}

/** Whether the one statement or the other is what a finding is accepted or weighed by. */
function isBy({ kind, rule, old, new: next }: AcceptanceChange, pair: AcceptedPair): boolean {
  const acceptance = pair.new?.by ?? pair.old?.by;
  if (!acceptance) return kind === 'severity' && rule === pair.new?.finding.rule;
  return acceptance.rule === rule && [old, next].some((said) => said && isAt(said.origin, acceptance));
}

function isAt({ uri, range: { start } }: Origin, { origin }: Acceptance): boolean {
  const { line, character } = origin.range.start;
  return uri === origin.uri && start.line === line && start.character === character;
}

function metOf({ old, new: next, isSame }: AcceptedPair): MetFinding {
  const { finding } = (next ?? old)!;
  const change = changeOf(old, next, isSame);
  const isOther = (change === 'changed' || change === 'weighed') && old;
  return { change, finding, ...(isOther && { old: old.finding }) };
}

function changeOf(old: Entry | undefined, next: Entry | undefined, isSame: boolean): MetFinding['change'] {
  if (!next) return 'gone';
  if (!next.by) return old?.by ? 'shown' : 'weighed';
  if (!old?.by) return 'hidden';
  return isSame ? 'same' : 'changed';
}

function saidIn({ report, places }: Side, names: Places): Said[] {
  const own = report.severityChanges.filter(({ origin }) => !isOfLibrary(origin));
  return [...report.suppressions.map((one) => ofSuppression(one, places, names)), ...own.map(ofSeverity)];
}

function ofSuppression(
  { rule, reason, until, scope, origin }: Suppression,
  places: SubjectPlaces,
  names: Places,
): Said {
  const said = { reason, ...(until !== undefined && { until }), origin };
  const { path, subject } = places.blockIn(scope);
  return { kind: 'suppression', rule, scope: path, block: subject ? wordsFor(subject, names) : '', said };
}

/** 一般公共预算支出; 基本支出 公用经费. */
function wordsFor(subject: Subject, names: Places): string {
  const { block, label } = names.of({ new: subject, kind: 'same' });
  return subject.names.length > 2 && !block.endsWith(label) ? `${block} ${label}` : block;
}

function ofSeverity({ rule, reason, severity, origin }: SeverityChange): Said {
  return { kind: 'severity', rule, scope: '', block: '', said: { reason, severity, origin } };
}

/** Two of one rule in one block are told apart by their order. */
function byKey(all: readonly Said[]): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>();
  for (const one of all) {
    let key = [one.kind, one.rule, one.scope].join('\n');
    while (found.has(key)) key += '\n';
    found.set(key, one);
  }
  return found;
}

function isAlike(one: SaidAcceptance, other: SaidAcceptance): boolean {
  return one.reason === other.reason && one.until === other.until && one.severity === other.severity;
}
