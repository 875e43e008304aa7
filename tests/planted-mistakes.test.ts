import { expect, test } from 'vitest';
import { randomAccounts } from '../packages/cli/src/trial/reports/accounts.js';
import { mistakeIn, type MistakeKind, mistakeKinds } from './planted/mistakes.js';
import {
  printedReport,
  randomLayout,
  type Rounding,
} from '../packages/cli/src/trial/reports/printed-report.js';
import { Random } from '../packages/cli/src/trial/random.js';
import { type Verdict, verdictOn, verdicts } from './planted/verdict.js';

type Counts = Record<Verdict, number>;

/** At least so many of the mistakes that a sum rests on are told at the figure, or with it named. */
const least = 0.85;

test.each<[Rounding, number]>([
  ['四舍五入', 50],
  ['截断', 25],
])(
  'a single mistake of 0.1 or more in a report by %s is told at the figure or with it named',
  { timeout: 600_000 },
  (rounding, reports) => {
    const byKind = plant(rounding, reports);
    const all = added([...byKind.values()]);
    if (process.env['FISCAL_BENCH']) console.table(Object.fromEntries([...byKind, [rounding, all]]));
    const tellable = verdicts.reduce((sum, verdict) => sum + all[verdict], 0) - all.free;
    expect((all.at + all.named) / tellable, JSON.stringify(all)).toBeGreaterThanOrEqual(least);
    expect(all.silent / tellable, JSON.stringify(all)).toBeLessThan(0.02);
  },
);

function plant(rounding: Rounding, reports: number): Map<MistakeKind, Counts> {
  const random = new Random(7);
  const byKind = new Map(mistakeKinds.map((kind) => [kind, noCounts()]));
  for (let index = 0; index < reports; index++) {
    const text = printedReport(randomAccounts(random, 1), randomLayout(random), rounding);
    for (const kind of mistakeKinds) {
      const mistake = mistakeIn(text, kind, random);
      if (mistake) byKind.get(kind)![verdictOn(mistake)]++;
    }
  }
  return byKind;
}

function noCounts(): Counts {
  return Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Counts;
}

function added(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) for (const verdict of verdicts) sum[verdict] += counts[verdict];
  return sum;
}
