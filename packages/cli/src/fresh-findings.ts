import { pathToFileURL } from 'node:url';
import type { MetFinding } from '@fiscal/compare';
import type { Accepted, Finding } from '@fiscal/core';
import type { Checked } from './check-files.js';
import { pairReports } from './commands/pair-reports.js';
import type { Context } from './context.js';
import { type ExaminedSide, examineSide, reportsOfSide } from './examine-side.js';
import type { Side } from './input/repository.js';
import type { SourceFiles } from './input/source-files.js';
import { identities } from './output/identity.js';

/**
 * What was not found before, or is worse now: in reports by what it speaks of, wherever its line has gone, whatever
 * its file is called now and its figures are; elsewhere by its file, line and words.
 */
export async function freshSince(
  checked: Checked,
  before: Side,
  context: Context,
): Promise<{ findings: Finding[]; accepted: Accepted[] }> {
  const old = await examineSide(before, context);
  const fresh = new Set([
    ...(await freshInReports(checked, old, context)),
    ...(await freshElsewhere(checked, old, context)),
  ]);
  const acceptedBefore = await identitiesOf(
    old.accepted.map(({ finding }) => finding),
    old.files,
    context,
  );
  const known = new Set(acceptedBefore);
  const found = checked.accepted.map(({ finding }) => finding);
  const keys = await identitiesOf(found, checked.files, context);
  return {
    findings: checked.findings.filter((finding) => fresh.has(finding)),
    accepted: checked.accepted.filter((_, index) => !known.has(keys[index]!)),
  };
}

async function freshInReports(checked: Checked, old: ExaminedSide, context: Context): Promise<Finding[]> {
  const { compare, isWorse } = await context.engine.comparison();
  const keys = new Map(checked.presentation.files.map((uri) => [uri, uri]));
  const next = reportsOfSide(checked, keys, context);
  const before = old.reports.map((one) => ({ ...one, key: pathToFileURL(one.key).href }));
  return pairReports(before, next).flatMap((pair) => {
    if (!pair.new) return [];
    if (!pair.old) return [...pair.new.findings];
    const { findings, acceptances } = compare(pair.old, pair.new);
    const told = acceptances.flatMap(({ met }) => met).filter(({ change }) => isToldAgain.has(change));
    return [
      ...findings.new,
      ...findings.changed.filter(isWorse).map((change) => change.new),
      ...told.map(({ finding }) => finding),
    ];
  });
}

/** What the author let be before, or what weighs otherwise now. */
const isToldAgain: ReadonlySet<MetFinding['change']> = new Set(['shown', 'weighed']);

async function freshElsewhere(checked: Checked, old: ExaminedSide, context: Context): Promise<Finding[]> {
  const inReports = (uris: readonly string[]) => new Set(uris);
  const [own, others] = [
    inReports(checked.reports.map(({ uri }) => uri)),
    inReports(old.reports.map(({ report }) => report.uri)),
  ];
  const now = checked.findings.filter(({ origin }) => !own.has(origin.uri));
  const before = old.findings.filter(({ origin }) => !others.has(origin.uri));
  const known = new Set(await identitiesOf(before, old.files, context));
  const keys = await identitiesOf(now, checked.files, context);
  return now.filter((_, index) => !known.has(keys[index]!));
}

async function identitiesOf(
  findings: readonly Finding[],
  files: SourceFiles,
  { engine, io }: Context,
): Promise<string[]> {
  const { messageOf } = await engine.core();
  return identities(findings, { cwd: io.cwd, messageOf, linesOf: (uri) => files.linesOf(uri) });
}
