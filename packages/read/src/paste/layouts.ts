import {
  Decimal,
  finalAccounts,
  incomeSources,
  initialBudget,
  type LineKind,
  lastYear,
  type Measure,
  natures,
} from '@fiscal/core';

/** The columns that tables of such a block have where nobody says what they are, the usual ones first. */
export function layoutsOf(kind: LineKind, width: number): (readonly Measure[])[] {
  const [basic, project] = natures;
  const known: Partial<Record<LineKind, (readonly Measure[])[]>> = {
    expenditure: [
      [finalAccounts, basic!, project!],
      [finalAccounts, ...natures],
      [basic!, project!],
    ],
    incomeBySubject: [[finalAccounts, ...incomeSources]],
    threePublic: [[initialBudget, finalAccounts]],
  };
  const everywhere = [[finalAccounts], [initialBudget, finalAccounts], [lastYear, finalAccounts]];
  const all = [...(known[kind] ?? []), ...everywhere].filter(({ length }) => length === width);
  return all.filter((one, index) => all.findIndex((other) => other.join() === one.join()) === index);
}

/** Whether the figures themselves say that it is this one: in every row the parts make up the whole. */
export function isProven(
  layout: readonly Measure[],
  rows: readonly (readonly (Decimal | undefined)[])[],
): boolean {
  const whole = layout.indexOf(finalAccounts);
  const parts = layout.flatMap((measure, at) =>
    natures.includes(measure) || incomeSources.includes(measure) ? [at] : [],
  );
  if (whole < 0 || parts.length === 0) return false;
  return rows.every((row) => {
    const sum = parts.reduce((total, at) => total.plus(row[at] ?? 0), new Decimal(0));
    return sum.equals(row[whole] ?? 0);
  });
}
