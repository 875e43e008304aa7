import { isSame, type Line, outlineOf, titleOf, type ToldChange, type ToldFinding } from '@fiscal/compare';
import { factAt, messageOf, type Origin, type Report } from '@fiscal/core';
import type { ChangeRow, ChangesResult, ChangeSection, FoundRow } from '../protocol.js';
import type { BaseParams } from '../protocol.js';
import type { ComparedReport } from '../workspace/comparisons.js';

/** What became of a file's reports, as rows that lead to where each is written. */
export function changes(
  base: BaseParams | undefined,
  compared: readonly ComparedReport[] | undefined,
): ChangesResult {
  if (!base || !compared) return { reports: [] };
  return {
    name: base.name,
    reports: compared.map(({ changes: found, new: report }) => {
      const outline = outlineOf(found);
      return {
        title: titleOf(found),
        summary: outline.summary,
        isSame: isSame(found),
        sections: outline.sections.map(
          ({ title, changes: told }): ChangeSection => ({
            title,
            rows: told.map((one) => rowOf(one, report)),
          }),
        ),
        together: outline.together.map(
          ({ why, lines }): ChangeSection => ({
            title: why,
            rows: lines.map((line) => lineRow(line, report)),
          }),
        ),
        findings: outline.findings.map(foundRow),
      };
    }),
  };
}

/** The paths of the figures that are others now, typed or following, with what they were. */
export function changedFigures(compared: readonly ComparedReport[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { changes: all } of compared) {
    const { sections, together } = outlineOf(all);
    const told = sections.flatMap((section) => section.changes);
    for (const { change, line } of told)
      if (change?.kind === 'figure') found.set(change.path, withUnit(line.old, line.unit));
    const lines = [...told.flatMap(({ derived }) => derived), ...together.flatMap((group) => group.lines)];
    for (const { path, old, unit } of lines) if (path !== undefined) found.set(path, withUnit(old, unit));
  }
  return found;
}

function withUnit(figure: string, unit: string): string {
  return figure === '' || unit === '' ? figure : `${figure} ${unit}`;
}

function rowOf({ change, line, parts, derived }: ToldChange, report: Report | undefined): ChangeRow {
  return {
    ...lineRow(line, report),
    ...(change && 'newOrigin' in change && change.newOrigin && { place: placeOf(change.newOrigin) }),
    ...(change && 'oldOrigin' in change && change.oldOrigin && { oldPlace: placeOf(change.oldOrigin) }),
    parts: parts.map((part) => lineRow(part, report)),
    derived: derived.map((one) => lineRow(one, report)),
  };
}

function lineRow({ path, sentences, ...line }: Line, report: Report | undefined): ChangeRow {
  const fact = path === undefined || !report ? undefined : factAt(report.base, path);
  const origin = fact && (fact.statements[0]?.origin ?? fact.subject.origin);
  return {
    ...line,
    sentences: sentences.map((pieces) => pieces.map(({ kind, text }) => ({ kind, text }))),
    ...(origin && { place: placeOf(origin) }),
    parts: [],
    derived: [],
  };
}

function foundRow({ mark, finding, formerly }: ToldFinding): FoundRow {
  return {
    mark,
    rule: finding.rule,
    severity: finding.severity,
    message: messageOf(finding),
    ...(formerly !== undefined && { old: formerly }),
    [mark === '-' ? 'oldPlace' : 'place']: placeOf(finding.origin),
  };
}

function placeOf({ uri, range }: Origin) {
  return { uri, ...range.start };
}
