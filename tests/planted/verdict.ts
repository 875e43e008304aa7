import {
  type Finding,
  judgeReport,
  type Origin,
  relatedPlacesOf,
  relationOutcomes,
  type Report,
} from '@fiscal/core';
import { findingsOf, isWrong, loadText } from '../check.js';
import type { Mistake } from './mistakes.js';

/**
 * at: told at the figure · named: told elsewhere, and the figure is among the related places or the suspects ·
 * total: a line that was left out, which has no place, is told at a total of its block · elsewhere: told, but not
 * so · hinted: told as a note only, where the report may have listed its parts in part · silent: not told, though
 * some sum rests on the figure · free: not told, and no sum of the report depends on the figure.
 */
export const verdicts = ['at', 'named', 'total', 'elsewhere', 'hinted', 'silent', 'free'] as const;
export type Verdict = (typeof verdicts)[number];

export function verdictOn(mistake: Mistake): Verdict {
  const workspace = loadText(mistake.text);
  const all = findingsOf(workspace);
  const wrong = all.filter(isWrong);
  if (wrong.some(({ origin }) => covers(origin, mistake))) return 'at';
  if (wrong.some((finding) => names(finding, mistake))) return 'named';
  if (wrong.some((finding) => isTotalOf(finding, mistake))) return 'total';
  if (wrong.length > 0) return 'elsewhere';
  const notes = all.filter(({ data }) => data.kind === 'sum' && data.partial);
  if (notes.some((finding) => covers(finding.origin, mistake) || names(finding, mistake))) return 'hinted';
  return workspace.reports.some((report) => restsOn(report, mistake)) ? 'silent' : 'free';
}

/** A sum of the report, not only a bound, rests on the figure. */
function restsOn(report: Report, mistake: Mistake): boolean {
  return relationOutcomes(judgeReport(report)).some(({ facts, describe }) => {
    const isMeant = facts.some(({ statements }) => statements.some(({ origin }) => covers(origin, mistake)));
    if (!isMeant) return false;
    const { mode, outcome } = describe();
    return mode !== 'at-most' && outcome !== 'blocked';
  });
}

function names(finding: Finding, mistake: Mistake): boolean {
  if (relatedPlacesOf(finding).some(({ origin }) => covers(origin, mistake))) return true;
  const { data } = finding;
  const suspects = data.kind === 'sum' ? (data.suspects ?? []) : [];
  return (
    mistake.gone !== undefined && suspects.some(({ operand }) => operand.label.startsWith(mistake.gone!))
  );
}

/** More is written there than the lines of the block that the line is gone from come to. */
function isTotalOf({ data, origin }: Finding, { text, line, gone }: Mistake): boolean {
  if (gone === undefined || data.kind !== 'sum' || data.difference.startsWith('-')) return false;
  const rows = text.split('\n').slice(0, line);
  const head = rows.findLastIndex((row) => row.endsWith('{'));
  const closed = text.split('\n').findIndex((row, index) => index >= line && row.trim() === '}');
  return origin.range.start.line >= head && origin.range.start.line < closed;
}

function covers({ range }: Origin, { line, character, length, gone }: Mistake): boolean {
  if (gone !== undefined || range.start.line !== line || range.end.line !== line) return false;
  return range.start.character < character + length && range.end.character > character;
}
