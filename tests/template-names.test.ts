import { type Finding, messageOf, unknownNames, unknownNamesInRules } from '@fiscal/core';
import { skeletonTemplates } from '@fiscal/language';
import { standardLibrary } from '@fiscal/language/editor';
import { templateFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { check, loadExample, loadText } from './check.js';

const report = `部门决算 甲局 2023 { 模板 本省  收入 { 总计 12 }  支出 一般公共预算 { 2012604 档案馆 项目 3.00 } }`;

describe('a name that nobody knows is told wherever it stands, also in what this report does not come to', () => {
  test.each([
    ['a branch that is not taken', '若 收入.事业收入 { 段 "【收入.⟦事业收人⟧】" }', '不认识「事业收人」。'],
    ['otherwise', '段 { 若 收入.总计 { "有" } 否则 { "【收入.⟦总记⟧】" } }', '不认识「总记」。'],
    ['a list without members', '每 项 于 支出.政府性基金.项 { 段 "【项.⟦决蒜⟧】" }', '不认识「决蒜」。'],
    ['a condition', '若 收入.事业收入 且 收入.⟦总记⟧ { 段 "有" }', '不认识「总记」。'],
    ['a phrase that is not used', '短语 说 数 { "【收入.⟦总记⟧】" }', '不认识「总记」。'],
    ['a filter', '若 收入.事业收入 { 段 "【收入.总计 | ⟦千分为⟧】" }', '没有「千分为」这个写法'],
    ['what 其中 asks', '若 支出.政府性基金.项 | 其中 (此.⟦决蒜⟧ > 0) { 段 "有" }', '不认识「决蒜」。'],
    [
      'a column of a table without rows',
      '表 "基金" { 列 "数" = 目.⟦决蒜⟧  行每 目 于 支出.政府性基金.科目树 }',
      '不认识「决蒜」。',
    ],
    [
      'a variable outside its block',
      '每 项 于 支出.政府性基金.项 { 段 "【项】" } 段 "【⟦项⟧】"',
      '不认识「项」。',
    ],
    ['a point of a chart', '图 柱形 "图" { 若 收入.事业收入 { "甲" = 收入.⟦总记⟧ } }', '不认识「总记」。'],
    ['a note', '表 "甲" { 列 "数" = 收入.总计  行  空表 "【收入.⟦总记⟧】" }', '不认识「总记」。'],
    ['a rule', '规则 本省01 "甲" 当 收入.事业收入 { 收入.⟦总记⟧ > 5 * 2 }', '不认识「总记」。'],
  ])('%s', (_, own, said) => {
    const [before, name, after] = own.split(/[⟦⟧]/);
    const found = findingsOf(`模板 本省 { ${before}${name}${after} }`);
    expect(found.map(messageOf)).toEqual([expect.stringContaining(said)]);
    const column = '模板 本省 { '.length + before!.length;
    expect(found[0]!.origin.range.start).toEqual({ line: 0, character: column });
    expect(found[0]!.origin.range.end).toEqual({ line: 0, character: column + name!.length });
  });
});

describe('a word that is never said of what it stands behind is told, with what is near', () => {
  test.each([
    ['收入.⟦财政拨款⟧', '「收入」没有「财政拨款」这一项。是不是'],
    ['收入.总计.⟦执行⟧', '「收入.总计」没有「执行」这一项。'],
    ['收入.总计.⟦一级⟧', '「收入.总计」没有「一级」这一项。'],
    ['三公经费.合计.⟦基本⟧', '「三公经费.合计」没有「基本」这一项。'],
    ['结转结余.合计.⟦年初结转⟧', '「结转结余.合计」没有「年初结转」这一项。是不是「年初」'],
    ['支出.一般公共预算.合计.⟦自评得分⟧', '「支出.一般公共预算.合计」没有「自评得分」这一项。'],
    ['支出.一般公共预算.2012604.⟦得分⟧', '「支出.一般公共预算.2012604」没有「得分」这一项。'],
  ])('%s', (path, said) => {
    const [before, name] = path.split(/[⟦⟧]/);
    const found = findingsOf(`模板 本省 { 段 "【${before}${name}】" }`).filter(({ rule }) => rule === 'Z011');
    expect(found.map(messageOf)).toEqual([expect.stringContaining(said)]);
    expect(found[0]!.origin.range.start.character).toBe('模板 本省 { 段 "【'.length + before!.length);
  });

  test.each([
    ...['收入.总计.上年', '收入.总计.数量', '收入.按科目.合计.财政拨款', '支出.全部.合计.项目'],
    ...['支出.本年支出合计.基本', '支出.一般公共预算.2012604.年末结转', '结转结余.合计.年末'],
    ...[
      '三公经费.公务接待费.批次',
      '三公经费.公务用车购置费.金额',
      '绩效.部门整体.自评得分',
      '机关运行经费.原因',
    ],
    ...['基本支出.人员经费.年初预算', '项目 | 求和 执行', '收入.总计 | 占比 收入.总计'],
  ])('and %s is not', (path) => {
    const found = findingsOf(`模板 本省 { 段 "【${path}】" }`).filter(({ rule }) => rule.startsWith('Z'));
    expect(found.map(messageOf)).toEqual([]);
  });

  test('nor is what the report does say there, or what a 结构 of its own might be given', () => {
    const own = '结构 专项 { 甲 }  段 "【专项.甲.基本】【收入.事业收入.执行】"';
    const text = `模板 本省 { ${own} }\n${report.replace('总计 12', '总计 12 事业收入 12 执行 3')}`;
    const found = templateFindings(reportOf(text)).filter(({ rule }) => rule === 'Z011');
    expect(found.map(messageOf)).toEqual([]);
  });
});

describe('what the author names himself is not judged', () => {
  test.each([
    '每 案 于 项目 { 段 "【案.进度说明】" }',
    '每 位 于 (单位 | 其中 (此.级别 = "市级")) { 段 "【位.地址】" }',
    '结构 联系方式 文字  插入 联系方式',
    '表 "甲" { 列每 位 于 单位 { 列 "【位.名称】" = 行值 + 位.在职 } 行 行值 = (收入.总计) }',
  ])('%s', (own) => {
    // These print nearly nothing of the report.
    const found = findingsOf(`模板 本省 { ${own} }`).filter(({ rule }) => rule !== 'D015');
    expect(found.map(messageOf)).toEqual([]);
  });
});

test.each(skeletonTemplates)('template %s knows all its names, whatever the report says', (name) => {
  for (const written of ['', '单位 乙中心 事业  收入 { 总计 12 }']) {
    const { template, base } = reportOf(`部门决算 甲局 2023 { 模板 ${name} ${written} }`);
    expect(unknownNames(template!, base).map(messageOf)).toEqual([]);
  }
});

test.each(['上海市普陀区财政局-2024', '攀枝花市经济和信息化局-2023', '示例区文化馆-2024'])(
  '… and %s does',
  (name) => {
    const { template, base } = loadExample(`${name}/${name}.fiscal`).reports[0]!;
    expect(unknownNames(template!, base).map(messageOf)).toEqual([]);
  },
);

test('a template alone, which no report uses yet, is looked through as well', () => {
  const text = '模板 本省 {\n  若 收入.事业收入 { 段 "【收入.事业收人】" }\n}';
  const { findings } = loadText(text);
  expect(findings.map((finding) => `${finding.origin.range.start.line} ${messageOf(finding)}`)).toEqual([
    '1 不认识「事业收人」。是不是「事业收入」？',
  ]);
});

test.each([['{ (收入.总计 | 绝对直) > 3 }', '没有「绝对直」这个写法（竖线后面的名称）。是不是「绝对值」？']])(
  'a rule alone is looked through as well, and once where a report asks it: %s',
  (rule, told) => {
    const text = `规则 甲01 "甲" ${rule}`;
    expect(loadText(text).findings.map(messageOf)).toEqual([told]);
    const found = check(`${text}\n${report.replace('模板 本省', '')}`).map(messageOf);
    expect(found.filter((message) => message === told)).toHaveLength(1);
  },
);

test('the rules of the library know all their names', () => {
  const { rules, phrases } = standardLibrary();
  const { base } = reportOf('部门决算 甲局 2023 { }');
  expect(rules.length).toBeGreaterThan(50);
  expect(unknownNamesInRules(rules, base, phrases).map(messageOf)).toEqual([]);
});

function findingsOf(template: string): Finding[] {
  // Blocks that the report does not have are another matter.
  return templateFindings(reportOf(`${template}\n${report}`)).filter(({ rule }) => rule !== 'D012');
}

function reportOf(text: string) {
  return loadText(text).reports[0]!;
}
