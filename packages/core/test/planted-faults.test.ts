import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../src/index.js';
import { figureFindings } from './check-helper.js';
import { reportOf } from './report-builder.js';

type Split = { basic: number; project: number };

/** Amounts in 分 by line; three 款 with up to five 项 each. */
const lines = fc.array(
  fc.record({ basic: fc.integer({ min: 0, max: 1e9 }), project: fc.integer({ min: 0, max: 1e9 }) }),
  { minLength: 2, maxLength: 15 },
);

function codeOf(index: number): string {
  return `201${String(11 + (index % 3))}${String(1 + Math.floor(index / 3)).padStart(2, '0')}`;
}

function sum(amounts: readonly Split[], column: (split: Split) => number): number {
  return amounts.reduce((total, split) => total + column(split), 0);
}

/** The report as printed: every figure rounded on its own from exact amounts. */
function printed(amounts: readonly Split[]): string[] {
  const tenThousands = (amount: number) => new Decimal(amount).div(1e6).toFixed(2);
  const row = (name: string, part: readonly Split[]) =>
    [
      `支出.一般公共预算.${name}`,
      tenThousands(sum(part, ({ basic, project }) => basic + project)),
      `基本 ${tenThousands(sum(part, ({ basic }) => basic))}`,
      `项目 ${tenThousands(sum(part, ({ project }) => project))}`,
    ].join(' ');
  const levels = ['20111', '20112', '20113', '201'].flatMap((code) => {
    const part = amounts.filter((_, index) => codeOf(index).startsWith(code));
    return part.length > 0 ? [row(code, part)] : [];
  });
  return [...amounts.map((split, index) => row(codeOf(index), [split])), ...levels, row('合计', amounts)];
}

function faults(text: readonly string[]): string[] {
  const told = figureFindings(reportOf(text.join('\n'))).filter(({ rule }) => rule !== 'U010');
  return told.map(
    ({ severity, origin }) => `${severity} ${origin.range.start.line}:${origin.range.start.character}`,
  );
}

describe('a report with all its totals', () => {
  test('rounding alone is never a fault', () => {
    fc.assert(
      fc.property(lines, (amounts) => {
        expect(faults(printed(amounts))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('one figure mistyped is one fault, at that figure', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(2), (amounts, which, column) => {
        const text = printed(amounts);
        const row = which % text.length;
        const figures = [...text[row]!.matchAll(/\d+\.\d\d/g)];
        const { 0: figure, index } = figures[column]!;
        const mistyped = new Decimal(figure).plus(7777).toFixed(2);
        text[row] = text[row]!.slice(0, index) + mistyped + text[row]!.slice(index + figure.length);
        expect(faults(text)).toEqual([`error ${row}:${index}`]);
      }),
      { numRuns: 60 },
    );
  });
});
