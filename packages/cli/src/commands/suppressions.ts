import type { Accepted, Finding, SeverityChange, Suppression, Origin } from '@fiscal/core';
import type { Context } from '../context.js';
import { examine } from '../examine.js';
import { findFiles } from '../input/find-files.js';
import { SourceFiles } from '../input/source-files.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { alignColumns } from '../output/align.js';
import { placeOf, relativeUri } from '../output/place.js';
import { printJson, printLine } from '../output/print.js';

export interface SuppressionsOptions {
  format: 'text' | 'json';
}

type State = keyof typeof messages.suppressionStates;

interface Listed extends Suppression {
  states: State[];
}

/** A rule that weighs more or less than usual is told in the same list. */
function asListed({ rule, severity, reason, origin }: SeverityChange): Listed {
  return { rule, reason, origin, scope: origin.range, states: [severity] };
}

/** What findings say of an acceptance. */
const statesByRule = new Map<string, State>([
  ['M002', 'unused'],
  ['M004', 'unknown'],
  ['M006', 'expired'],
]);

/** Lists what the authors accept, with the reasons, for whoever reviews a report. */
export async function suppressions(
  operands: string[],
  { format }: SuppressionsOptions,
  context: Context,
): Promise<ExitCode> {
  const { cwd, stdout } = context.io;
  const files = new SourceFiles(cwd);
  const sources = files.readAll(await findFiles(operands, cwd));
  const { reports, findings, accepted, isWhole } = await examine(sources, files, context);
  // What a project file says is said of each report.
  const changes = new Set(reports.flatMap(({ severityChanges }) => severityChanges));
  const listed = reports.flatMap(({ suppressions: all, severityChanges }) => [
    ...all.map((one) => ({ ...one, states: statesOf(one, findings, accepted) })),
    ...severityChanges.filter((one) => changes.delete(one)).map(asListed),
  ]);
  if (format === 'json') printJson(dataOf(listed, cwd), stdout);
  else {
    for (const line of linesOf(listed, cwd)) printLine(line, stdout);
    printLine(messages.suppressionCount(listed.length), stdout);
  }
  return isWhole ? 0 : 2;
}

function statesOf(
  { rule, origin }: Suppression,
  findings: readonly Finding[],
  accepted: readonly Accepted[],
): State[] {
  const own = findings.filter((finding) => isSamePlace(finding.origin, origin));
  const states = own.flatMap(({ rule }) => statesByRule.get(rule) ?? []);
  if (states.length > 0) return states;
  // It met nothing, and nobody says that it is needless: its rule could not be checked.
  const isUsed = accepted.some(({ by, also = [] }) =>
    [by, ...also].some((one) => one.rule === rule && isSamePlace(one.origin, origin)),
  );
  return [isUsed ? 'used' : 'unchecked'];
}

function isSamePlace(one: Origin, { uri, range: { start } }: Origin): boolean {
  const { line, character } = one.range.start;
  return one.uri === uri && line === start.line && character === start.character;
}

function linesOf(listed: readonly Listed[], cwd: string): string[] {
  const rows = listed.map(({ origin, rule, states, reason, until }) => [
    placeOf(origin, cwd),
    rule,
    states.map((state) => messages.suppressionStates[state]).join('、'),
    reason + (until === undefined ? '' : messages.until(until)),
  ]);
  return alignColumns(rows, ['left', 'left', 'left', 'left']);
}

function dataOf(listed: readonly Listed[], cwd: string): unknown {
  return listed.map(({ origin, rule, states, reason, until }) => ({
    file: relativeUri(origin.uri, cwd),
    range: origin.range,
    rule,
    states,
    reason,
    until: until ?? null,
  }));
}
