import { completeReport, type Finding } from '@fiscal/core';
import { reportKinds, startReport } from '@fiscal/language';
import { printing, templateFindings } from '@fiscal/report';
import { expect, test } from 'vitest';
import { standardLibrary } from '../packages/language/src/library/library.js';
import { printedOf } from '../packages/language/src/library/printed-since.js';
import { printedBlocks } from '../packages/report/src/compose/printed-blocks.js';
import { loadFiles, loadText } from './check.js';

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

/** A template for all reports beside it; what it prints is declared by one of them, for itself alone. */
const shared = `模板 乙 {
  部分 "一" {
    段 "培训【培训.合计】万元，外事【外事.合计】万元。"
  }
}
`;
const declaring = (name: string, block: string) =>
  `结构 ${block} { 合计 甲项 乙项 }\n\n部门决算 ${name} 2024 {\n  模板 乙\n}\n`;

test('what one report declares for itself is not told of another, whichever is checked first', () => {
  const files = {
    '模板.fiscal': shared,
    '甲局.fiscal': declaring('甲局', '培训'),
    '乙局.fiscal': declaring('乙局', '外事'),
  };
  const told = (...names: (keyof typeof files)[]) =>
    loadFiles(files, ['模板.fiscal', ...names])
      .reports.map((report): [string, string | undefined] => [
        report.base.name,
        blocksOf(templateFindings(report)),
      ])
      .sort();
  expect(told('甲局.fiscal', '乙局.fiscal')).toEqual([
    ['乙局', '外事'],
    ['甲局', '培训'],
  ]);
  expect(told('乙局.fiscal', '甲局.fiscal')).toEqual(told('甲局.fiscal', '乙局.fiscal'));
});

test('a template of the library would know of a year in which it prints more', () => {
  const [report] = loadText(`${template}部门决算 某局 2024 { 模板 甲 }`).reports;
  const printed = printedOf(report!.template!, standardLibrary(), printing).blocks;
  expect([...printed]).toEqual(
    reportKinds.map((kind) => [
      kind,
      [
        { year: 2000, blocks: ['机关运行经费'] },
        { year: 2024, blocks: ['机关运行经费', '三公经费'] },
      ],
    ]),
  );
});

/** With the items and rules of the library and of the template, and nothing said. */
function emptyReport(template: string, kind: string, year: number) {
  const origin = { uri: '', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
  const header = { uri: '', kind, name: '某局', year, moneyUnit: '万元', decimals: 2, percentDecimals: 2 };
  const report = startReport({ ...header, template, origin });
  completeReport(report.base);
  return report;
}

test.each([...standardLibrary().templates.keys()])(
  'what %s prints was found out when it was built: npm run build',
  (template) => {
    const known = standardLibrary().templates.get(template)!;
    expect(known.printed!.texts).toEqual(printing.texts(known));
    expect(known.printed!.names).toEqual(printing.names(known));
    for (const kind of reportKinds)
      for (const year of [1999, 2018, 2023, 2024, 2025, 2026, 2050]) {
        const report = emptyReport(template, kind, year);
        expect(printing.blocks(report).length).toBeGreaterThan(10);
        expect([...printedBlocks(report)].sort()).toEqual(printing.blocks(report).sort());
      }
  },
);
