import { checkReports, messageOf } from '@fiscal/core';
import { load } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { randomAccounts } from './planted/accounts.js';
import { printedReport, randomLayout, type Rounding } from './planted/printed-report.js';
import { Random } from './planted/random.js';

const uri = 'file:///报告.fiscal';
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
        const found = checkReports(load([{ uri, text }], { read: () => undefined }));
        const wrong = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
        told.push(...wrong.map((one) => `${index} ${one.rule} ${messageOf(one)}`));
      }
      expect(told).toEqual([]);
    },
  );
});
