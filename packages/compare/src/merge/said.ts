import { formatDate, formatPlain, parseDate, type Report, richTextSource, type Subject } from '@fiscal/core';
import { load } from '@fiscal/language';
import { mergeLines } from './merge-lines.js';

/** All that the reports of a text state, by where they state it. */
export type Said = ReadonlyMap<string, string>;

/** What the file refers to is not read: what it states itself is asked. */
export function saidIn(text: string): Said {
  const said = new Map<string, string>();
  const { reports } = load([{ uri: 'file:///merge.fiscal', text }], { read: () => undefined });
  for (const [index, report] of reports.entries()) collectReport(report, `${index}`, said);
  return said;
}

function collectReport(
  { base, suppressions, severityChanges }: Report,
  at: string,
  said: Map<string, string>,
): void {
  said.set(`${at} 报告`, [base.kind, base.name, base.year, base.moneyUnit, base.decimals].join(' '));
  for (const root of [base, ...base.eliminations].map((one) => one.root)) collect(root, at, said);
  for (const { rule, reason, until } of suppressions) said.set(`${at} 忽略 ${rule} ${reason} ${until}`, '');
  for (const { rule, reason, severity, origin } of severityChanges)
    if (origin.uri === 'file:///merge.fiscal') said.set(`${at} 级别 ${rule}`, `${severity} ${reason}`);
}

function collect(subject: Subject, at: string, said: Map<string, string>): void {
  const path = `${at} ${subject.path}`;
  for (const { measure, statements } of subject.facts.values()) {
    const values = statements.map(
      ({ state, value, decimals }) => `${state} ${value ? formatPlain(value) : ''} ${decimals}`,
    );
    if (values.length > 0) said.set(`${path}=${measure}`, values.sort().join(' / '));
  }
  for (const [name, { value }] of subject.attributes) said.set(`${path}·${name}`, dayOf(value));
  for (const [name, text] of subject.texts) said.set(`${path}“${name}`, richTextSource(text));
  for (const child of subject.children.values()) collect(child, at, said);
}

/** A day is the same however it is written. */
function dayOf(value: string): string {
  const day = parseDate(value);
  return day ? formatDate(day) : value;
}

/** Whether a merge without conflicts says what both sides say, and nothing else. */
export function isMergeOf(merged: Said, old: Said, ours: Said, theirs: Said): boolean {
  const keys = new Set([...old.keys(), ...ours.keys(), ...theirs.keys(), ...merged.keys()]);
  return [...keys].every((key) => {
    const [o, a, b, m] = [old.get(key), ours.get(key), theirs.get(key), merged.get(key)];
    if (a === b || b === o) return m === a;
    if (a === o) return m === b;
    return isText(key) && m !== undefined && m === mergeLines(o ?? '', a ?? '', b ?? '');
  });
}

/** Of a text both sides may have changed lines of their own. */
function isText(key: string): boolean {
  return key.includes('“');
}

/** Whether all that is said is said by one side or the other. */
export function isFromEither(merged: Said, ...sides: readonly Said[]): boolean {
  return [...merged].every(([key, value]) => sides.some((side) => side.get(key) === value));
}
