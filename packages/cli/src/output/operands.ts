import type { Finding, Operand, Origin } from '@fiscal/core';
import { messages } from '../messages.zh.js';
import { alignColumns } from './align.js';
import { placeOf } from './place.js';

/** Role in the sum, path, value with unit, place. */
type Row = [role: string, path: string, value: string, place: string];

/** Prints where an operand stands, seen from the finding. */
type ShowPlace = (origin: Origin) => string;

/** Missing figures, and figures of other reports, are named up to here. */
const mostNamed = 8;

/** The figures that a finding speaks of, one line each; none when the finding's own place says it all. */
export function operandLines(finding: Finding, cwd: string): string[] {
  const { data, origin } = finding;
  const rows = rowsOf(finding, (other) =>
    other.uri === origin.uri ? inSameFile(other) : placeOf(other, cwd),
  );
  if (data.kind === 'not-checked') return shortened(rows);
  return rows.length > 1 || data.kind === 'tails' ? aligned(rows) : [];
}

function inSameFile({ range: { start } }: Origin): string {
  return messages.placeInFile(start.line + 1, start.character + 1);
}

function aligned(rows: Row[]): string[] {
  return alignColumns(rows, ['left', 'left', 'right', 'left']);
}

function shortened(rows: Row[]): string[] {
  if (rows.length <= mostNamed) return aligned(rows);
  return [...aligned(rows.slice(0, mostNamed - 1)), messages.andSoOn(rows.length)];
}

function rowsOf({ data, origin }: Finding, show: ShowPlace): Row[] {
  const withSources = (operand: Operand, role: string) => [
    rowOf(operand, role, show),
    ...elsewhere(operand, origin).map((source) =>
      rowOf({ ...source, path: `  ${source.path}` }, source.sign < 0 ? '-' : '', show),
    ),
  ];
  const plain = (operand: Operand) => withSources(operand, '');
  switch (data.kind) {
    case 'sum':
      return [
        ...data.total.flatMap((total) => withSources(total, '=')),
        ...data.parts.flatMap((part) => withSources(part, part.sign < 0 ? '-' : '+')),
        ...(data.suspects ?? []).map(({ operand }) => rowOf(operand, '?', show)),
      ];
    case 'same':
      return data.statements.flatMap(plain);
    case 'at-most':
      return [...data.parts.flatMap(plain), ...data.whole.flatMap((whole) => withSources(whole, '≤'))];
    case 'ratio':
      return [data.ratio, data.numerator, data.denominator].flatMap(plain);
    case 'condition':
      return data.operands.flatMap(plain);
    case 'not-checked':
      return data.missing.map(({ path, origin, inapplicable }) => [
        '',
        path,
        inapplicable ? messages.inapplicable : messages.unfilled,
        origin ? show(origin) : '',
      ]);
    case 'tails':
      return data.tails.flatMap((tail) => tailRow(tail, show));
    case 'name':
    case 'code':
    case 'message':
      return [];
  }
}

/** What a figure was computed from, where that was written in other reports: in those of units, which of them it was. */
function elsewhere({ sources = [] }: Operand, { uri }: Origin): readonly Operand[] {
  const isElsewhere = sources.every((source) => source.origin && source.origin.uri !== uri);
  return isElsewhere && sources.length <= mostNamed ? sources : [];
}

/** 尾差 come clustered: one row for the total of each. */
function tailRow({ data, origin }: Finding, show: ShowPlace): Row[] {
  const [total] = data.kind === 'sum' ? data.total : data.kind === 'at-most' ? data.parts : [];
  return total ? [rowOf({ ...total, origin }, '', show)] : [];
}

function rowOf({ path, value, unit, origin, derived }: Operand, role: string, show: ShowPlace): Row {
  const place = origin ? show(origin) : derived ? messages.derived : '';
  return [role, path, `${value} ${unit}`.trimEnd(), place];
}
