import type { Finding } from '@fiscal/core';
import { templateFindings } from '@fiscal/report';
import { expect, test } from 'vitest';
import { loadText } from './check.js';

const template = `模板 甲 {
  部分 "一" {
    段 "机关运行经费【机关运行经费】万元。"
    若 年度 ≥ 2024 { 段 "“三公”经费【三公经费.合计】万元。" }
  }
}
`;

/** The blocks that D012 names, by the year of the report. */
function named(...years: number[]): [number, string | undefined][] {
  const text = template + years.map((year) => `部门决算 某局 ${year} { 模板 甲 }\n`).join('');
  return loadText(text).reports.map((report) => [report.base.year, blocksOf(templateFindings(report))]);
}

function blocksOf(findings: readonly Finding[]): string | undefined {
  const data = findings.find(({ rule }) => rule === 'D012')?.data;
  return data?.kind === 'message' ? data.parameters['blocks'] : undefined;
}

test('what a template prints in one year is not told of another, whichever comes first', () => {
  expect(named(2023, 2024)).toEqual([
    [2023, '机关运行经费'],
    [2024, '三公经费、机关运行经费'],
  ]);
  expect(named(2024, 2023)).toEqual([
    [2024, '三公经费、机关运行经费'],
    [2023, '机关运行经费'],
  ]);
});
