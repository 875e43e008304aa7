import { Decimal, finalAccounts, incomeSources, type Measure, natures } from '@fiscal/core';
import type { PastedRow } from './pasted-row.js';

/**
 * What follows from other figures of the table need not be written: 类 and 款 above their 项, 合计 beside 基本 and 项目,
 * a zero beside them. What does not follow stays, and is checked.
 */
export function withoutSums(rows: readonly PastedRow[]): PastedRow[] {
  const lines = rows.map(withoutWhole).map(withoutZeros);
  return lines.filter((line) => line.isTotal || line.code === '' || !isSumOfLines(line, lines));
}

function isSumOfLines({ code, figures }: PastedRow, lines: readonly PastedRow[]): boolean {
  const below = lines.filter((one) => one.code.startsWith(code) && one.code.length > code.length);
  const isLast = (line: PastedRow) =>
    !below.some((one) => one.code.startsWith(line.code) && one.code.length > line.code.length);
  const last = below.filter(isLast);
  const measures = new Set([...last, { figures }].flatMap((line) => [...line.figures.keys()]));
  return (
    last.length > 0 &&
    [...measures].every((measure) => {
      const sum = last.reduce((total, line) => total.plus(line.figures.get(measure) ?? 0), new Decimal(0));
      return sum.equals(figures.get(measure) ?? 0);
    })
  );
}

function withoutWhole(row: PastedRow): PastedRow {
  const parts = [...row.figures].filter(([measure]) => isPart(measure));
  const whole = row.figures.get(finalAccounts);
  const sum = parts.reduce((total, [, digits]) => total.plus(digits), new Decimal(0));
  if (parts.length === 0 || whole === undefined || !sum.equals(whole)) return row;
  return { ...row, figures: new Map([...row.figures].filter(([measure]) => measure !== finalAccounts)) };
}

/** Of parts that are all zero the first says so. */
function withoutZeros(row: PastedRow): PastedRow {
  const parts = [...row.figures].filter(([measure]) => isPart(measure));
  const [kept] = parts.filter(([, digits]) => !new Decimal(digits).isZero()).concat(parts);
  const figures = [...row.figures].filter(
    ([measure, digits]) => !isPart(measure) || measure === kept?.[0] || !new Decimal(digits).isZero(),
  );
  return { ...row, figures: new Map(figures) };
}

function isPart(measure: Measure): boolean {
  return natures.includes(measure) || incomeSources.includes(measure);
}
