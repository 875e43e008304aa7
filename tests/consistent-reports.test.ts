import { describe, expect, test } from 'vitest';
import { check, isWrong, saying } from './check.js';
import { randomAccounts } from '../packages/cli/src/trial/reports/accounts.js';
import {
  printedReport,
  randomLayout,
  type Rounding,
} from '../packages/cli/src/trial/reports/printed-report.js';
import { Random } from '../packages/cli/src/trial/random.js';

const reports = 500;

describe.each<Rounding>(['四舍五入', '四舍六入五成双', '截断'])('%s', (rounding) => {
  test(
    `${reports} random reports of consistent accounts give no error and no warning`,
    { timeout: 600_000 },
    () => {
      const random = new Random(20240918);
      const told: string[] = [];
      for (let index = 0; index < reports; index++) {
        const accounts = randomAccounts(random, random.chance(0.5) ? 100 : 1);
        const text = printedReport(accounts, randomLayout(random), rounding);
        const wrong = check(text).filter(isWrong);
        told.push(...wrong.map((one) => `${index} ${saying(one)}`));
      }
      expect(told).toEqual([]);
    },
  );
});
