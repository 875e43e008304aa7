import { expect, test } from 'vitest';
import { checkReport, checkReports, examineReport } from '../src/index.js';
import { reportOf } from './report-builder.js';

test('checking alone tells what examining finds', () => {
  const text = '收入.总计 3\n收入.总计 4';
  const { findings } = examineReport(reportOf(text));
  expect(findings.map(({ rule }) => rule)).toEqual(['N1201']);
  expect(checkReport(reportOf(text))).toEqual(findings);
  expect(checkReports({ reports: [reportOf(text)], findings: [] })).toEqual(findings);
});
