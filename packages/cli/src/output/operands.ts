import type { Finding, FindingData, Operand } from '@fiscal/core';
import { messages } from '../messages.zh.js';
import { alignColumns } from './align.js';
import { placeOf } from './place.js';

/** Role in the sum, path, value with unit, place. */
type Row = [role: string, path: string, value: string, place: string];

/** The figures that a finding speaks of, one line each; none when the finding's own place says it all. */
export function operandLines(data: FindingData, cwd: string): string[] {
  const rows = rowsOf(data, cwd);
  const isList = data.kind === 'not-checked' || data.kind === 'tails';
  if (rows.length < 2 && !isList) return [];
  return alignColumns(rows, ['left', 'left', 'right', 'left']);
}

function rowsOf(data: FindingData, cwd: string): Row[] {
  const plain = (operand: Operand) => rowOf(operand, '', cwd);
  switch (data.kind) {
    case 'sum':
      return [
        ...data.total.map((total) => rowOf(total, '=', cwd)),
        ...data.parts.map((part) => rowOf(part, part.sign < 0 ? '-' : '+', cwd)),
      ];
    case 'same':
      return data.statements.map(plain);
    case 'at-most':
      return [...data.parts.map(plain), ...data.whole.map((whole) => rowOf(whole, '≤', cwd))];
    case 'ratio':
      return [data.ratio, data.numerator, data.denominator].map(plain);
    case 'condition':
      return data.operands.map(plain);
    case 'not-checked':
      return data.missing.map(({ path, origin }) => [
        '',
        path,
        messages.unfilled,
        origin ? placeOf(origin, cwd) : '',
      ]);
    case 'tails':
      return data.tails.flatMap((tail) => tailRow(tail, cwd));
    case 'name':
    case 'code':
    case 'message':
      return [];
  }
}

/** 尾差 come clustered: one row for the total of each. */
function tailRow({ data, origin }: Finding, cwd: string): Row[] {
  const [total] = data.kind === 'sum' ? data.total : data.kind === 'at-most' ? data.parts : [];
  return total ? [rowOf({ ...total, origin }, '', cwd)] : [];
}

function rowOf({ path, value, unit, origin, derived }: Operand, role: string, cwd: string): Row {
  const place = origin ? placeOf(origin, cwd) : derived ? messages.derived : '';
  return [role, path, `${value} ${unit}`.trimEnd(), place];
}
