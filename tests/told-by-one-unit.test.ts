import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  factAt,
  type Fact,
  type FactBase,
  isComparative,
  ownFactOf,
  resolveFact,
  schemaOf,
  settleFact,
  type Subject,
} from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { exampleFiles, loadExample, loadText } from './check.js';
import { read } from './composed-lines.js';

const blocks = ['三公经费', '机关运行经费', '政府采购', '国有资产', '绩效'];
const examples = exampleFiles.filter((file) => !file.includes('差错'));

interface Item {
  file: string;
  base: FactBase;
  template: string | undefined;
  subject: Subject;
}

/** What an example says of its items: each of them with the figures that stand in it. */
const items = examples.flatMap((file) =>
  loadExample(file).reports.flatMap(({ base, template }) =>
    base.units.length > 0 ? [] : blocks.flatMap((block) => itemsOf(file, block, base, template?.name)),
  ),
);

function itemsOf(file: string, block: string, base: FactBase, template: string | undefined): Item[] {
  const below = (subject: Subject): Subject[] => [subject, ...[...subject.children.values()].flatMap(below)];
  const root = base.root.children.get(block);
  return (root ? below(root) : [])
    .filter(
      (subject) =>
        figuresIn(subject).length > 0 && subject.name !== '合计' && resolveFact(ownFactOf(subject)).value,
    )
    .map((subject) => ({ file, base, template, subject }));
}

/** Not by the author: what he lists of visits is no part that the other unit would have as well. */
function isNamedByForm(subject: Subject): boolean {
  return schemaOf(subject) !== undefined;
}

/** Figures that the example says inside of an item. */
function figuresIn(item: Subject): Fact[] {
  const inside = (subject: Subject): Fact[] => [
    ...[...subject.facts.values()].filter((fact) => subject !== item || fact.measure !== '决算'),
    ...[...subject.children.values()].filter(isNamedByForm).flatMap(inside),
  ];
  return inside(item).filter(
    ({ measure, statements }) => !isComparative(measure) && statements.some(({ value }) => value),
  );
}

function departmentOf({ file, template, base, subject }: Item, said: string): FactBase {
  const own = subject.names.map((name) => (blocks.includes(name) ? name : `"${name}"`)).reverse();
  const block = own.slice(1).reduce((inner, name) => `${name} { ${inner} }`, `${own[0]} ${said}`);
  const text = `部门决算 甲局 ${base.year} {\n${template ? `模板 ${template}` : ''}\n引用 单位 "甲.fiscal"\n引用 单位 "乙.fiscal"\n}`;
  const files = {
    '甲.fiscal': readFileSync(join(import.meta.dirname, '../examples', file), 'utf8'),
    '乙.fiscal': `单位决算 乙站 ${base.year} {\n${block}\n}`,
  };
  return loadText(text, files).reports[0]!.base;
}

function saidIn(base: FactBase, facts: readonly Fact[]): string[] {
  return facts.flatMap(({ key }) => {
    const fact = factAt(base, key);
    const { value } = (fact && settleFact(fact)) ?? {};
    return value ? [`${key} ${value}`] : [];
  });
}

describe.each([...new Set(items.map(({ file }) => file))])('%s as one unit', (file) => {
  const own = items.filter((each) => each.file === file);
  test('what only it tells, where the other tells what that is a part of, is open', () => {
    const made = own.flatMap((item) => saidIn(departmentOf(item, '7'), figuresIn(item.subject)));
    expect(made).toEqual([]);
  });
  test.each(['未发生', '0'])('is all where the other says %s', (none) => {
    for (const item of own) {
      const figures = figuresIn(item.subject);
      const said = figures.map(({ key, statements }) => `${key} ${statements[0]!.value}`);
      expect(saidIn(departmentOf(item, none), figures)).toEqual(said);
    }
  });
});

/** A department of one unit that tells all of a block and one that tells a total, and what is printed of it. */
function printed(template: string, units: readonly [string, string]): string {
  const files = Object.fromEntries(
    units.map((said, index) => [`${index}.fiscal`, `单位决算 单位${index} 2024 {\n${said}\n}`]),
  );
  const references = Object.keys(files).map((name) => `引用 单位 "${name}"`);
  return read(`部门决算 甲局 2024 {\n模板 ${template}\n${references.join('\n')}\n}`, files).lines.join('\n');
}

const whole = '政府采购 30.00 { 货物 30.00 中小企业 30.00 }';

test.each([
  ['四川', [whole, '政府采购 10.00'], '授予中小企业合同金额未填万元，占政府采购支出总额的未填'],
  ['重庆', [whole, '政府采购 10.00'], '授予中小企业合同金额未填万元，占政府采购支出总额的未填'],
  ['四川', [whole, '政府采购 未填'], '授予中小企业合同金额未填万元，占政府采购支出总额的未填'],
  ['四川', [whole, '政府采购 未发生'], '授予中小企业合同金额30万元，占政府采购支出总额的100%'],
  ['四川', [whole, '政府采购 10.00 { 货物 10.00 }'], '授予中小企业合同金额30万元，占政府采购支出总额的75%'],
  [
    '四川',
    [
      '三公经费 { 公务接待费 2.00 { 国内 2.00 2 批次 9 人次 { "省厅来访" 2 次 2.00 } } }',
      '三公经费 { 公务接待费 1.00 { 国内 1.00 } }',
    ],
    '国内公务接待未填批次，未填人次（不包括陪同人员）。具体内容包括：省厅来访2次约2万元。',
  ],
  [
    '上海',
    [
      '三公经费 { 公务接待费 2.00 { 国内 2.00 2 批次 9 人次 外事 1.00 1 批次 2 人次 } }',
      '三公经费 { 公务接待费 1.00 }',
    ],
    '国内公务接待支出3万元（含外宾接待支出未填万元）。公务接待未填批次、未填人次，其中：接待外宾未填批次、未填人次。',
  ],
  [
    '重庆',
    ['三公经费 { 公务接待费 1.00 { 国内 1.00 3 批次 20 人次 } }', '三公经费 { 公务接待费 2.00 }'],
    '国内公务接待未填批次未填人，其中：国内外事接待未填批次，未填人；国（境）外公务接待未填批次，未填人。',
  ],
  [
    '重庆',
    [
      '三公经费 { 公务接待费 1.00 { 国内 1.00 3 批次 20 人次 } }',
      '三公经费 { 公务接待费 2.00 { 国内 2.00 4 批次 30 人次 } }',
    ],
    '国内公务接待7批次50人，其中：国内外事接待0批次，0人；国（境）外公务接待0批次，0人。',
  ],
] as const)('%s: of %j is printed', (template, units, said) => {
  expect(printed(template, units)).toContain(said);
});

/** What comes of two units in their department, which writes something itself or nothing. */
function departmentBase(units: readonly [string, string], own = ''): FactBase {
  const files = Object.fromEntries(
    units.map((said, index) => [`${index}.fiscal`, `单位决算 单位${index} 2024 {\n${said}\n}`]),
  );
  const text = `部门决算 甲局 2024 {\n模板 四川\n引用 单位 "0.fiscal"\n引用 单位 "1.fiscal"\n${own}\n}`;
  return loadText(text, files).reports[0]!.base;
}

test.each([
  ['1.00', undefined],
  ['0', '3'],
])('a unit that begins the year with %s had as much at the end of the last', (opening, closing) => {
  const base = departmentBase([
    '支出 { 年末结转和结余 2.00 上年 3.00 }',
    `收入 { 年初结转和结余 ${opening} }\n支出 { 年末结转和结余 0 }`,
  ]);
  const fact = factAt(base, '支出.年末结转和结余.上年');
  expect(fact && settleFact(fact).value?.toString()).toBe(closing);
});

test('what a department tells of its own is printed where its units say that there was none', () => {
  const files = { '甲.fiscal': '单位决算 甲站 2024 { 绩效 未发生 }' };
  const own = '绩效 { 绩效目标 2 个 绩效监控 2 个 部门整体 { 自评得分 95 分 综述 "总体良好。" } }';
  const text = (reference: string) => `部门决算 甲局 2024 {\n模板 四川\n${reference}\n${own}\n}`;
  const said = /对2个项目编制了绩效目标，预算执行过程中，选取2个项目开展绩效监控/;
  expect(read(text('')).lines.join('\n')).toMatch(said);
  expect(read(text('引用 单位 "甲.fiscal"'), files).lines.join('\n')).toMatch(said);
});
