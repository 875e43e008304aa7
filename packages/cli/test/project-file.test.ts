import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';

/** A folder in which the real packages answer. */
function projectWith(settings: unknown, files: Record<string, string>) {
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings, undefined, 2);
  const folder = folderWith({ 'fiscal.json': text, ...files });
  return { ...folder, fiscal: (...argv: string[]) => folder.fiscalWith({ engine }, ...argv) };
}

const report = `部门决算 某局 2023 {
  简称  市某局
  收入 {
    事业收入                        1.00
    其他收入                        2.00
    总计                            3.00
  }
}
`;

const wrong = report.replace('3.00', '4.00');

const named = (stdout: string) =>
  [...stdout.matchAll(/^(\S+?):\d+:\d+ \S+ (\S+)/gm)].map(([, file, rule]) => `${file} ${rule}`);

test('the template of a report that names none', async () => {
  const { fiscal, list } = projectWith({ 模板: '四川' }, { '某局.fiscal': report });
  const { code, stderr } = await fiscal('build', '某局.fiscal', '-o', '成文', '--to', 'markdown');
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(list()).toContain('成文/某局.md');
});

test('a new report begins with it', async () => {
  const { fiscal, read } = projectWith({ 模板: '上海' }, {});
  expect((await fiscal('new', '某局', '--year', '2024')).code).toBe(0);
  expect(read('某局.fiscal')).toMatch(/^ {2}模板 +上海$/m);
});

test('what publications are called, and where they go, from wherever the command is called', async () => {
  const { fiscalWith, list } = projectWith(
    { 模板: '四川', 成文: { 文件夹: '公开/成文', 名称: '【简称】【年度】年度决算' } },
    { '报告/某局.fiscal': report },
  );
  const { code } = await fiscalWith({ engine, in: '报告' }, 'build', '某局.fiscal', '--to', 'markdown');
  const files = list().filter((name) => !/图[23]/.test(name));
  expect({ code, list: files }).toEqual({
    code: 0,
    list: [
      'fiscal.json',
      '公开/成文/figures/图1-收入决算结构图.svg',
      '公开/成文/市某局2023年度决算.md',
      '报告/某局.fiscal',
    ],
  });
});

test('without a folder in the project the command asks for one', async () => {
  const { fiscal } = projectWith({}, { '某局.fiscal': report });
  const { code, stderr } = await fiscal('build', '某局.fiscal');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'fiscal: 缺少选项：-o, --output <文件夹>。用 fiscal --help 查看用法。\n',
  });
});

test('folders that are left out: not of a folder, but when they are named', async () => {
  const { fiscal } = projectWith(
    { 排除: ['归档', '*/旧稿*', '**/草稿'] },
    {
      '某局.fiscal': wrong,
      '归档/某局.fiscal': wrong,
      '2023/旧稿1.fiscal': wrong,
      '2023/甲/草稿/某局.fiscal': wrong,
      '2023/归档/某局.fiscal': wrong,
    },
  );
  const found = async (...operands: string[]) => [
    ...new Set(named((await fiscal('check', ...operands)).stdout).map((one) => one.split(' ')[0])),
  ];
  expect(await found('.')).toEqual(['2023/归档/某局.fiscal', '某局.fiscal']);
  expect(await found('**/*.fiscal')).toEqual(['2023/归档/某局.fiscal', '某局.fiscal']);
  expect(await found('归档/某局.fiscal')).toEqual(['归档/某局.fiscal']);
});

test('what is staged and compared leaves them out as well', async () => {
  const { fiscal, cwd } = projectWith(
    { 排除: ['归档'] },
    { '某局.fiscal': report, '归档/某局.fiscal': report },
  );
  const git = (...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=甲', '-c', 'user.email=a@example.org', ...argv], { cwd });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', '开始');
  for (const path of ['某局.fiscal', '归档/某局.fiscal']) writeFileSync(join(cwd, path), wrong);
  git('add', '.');
  expect(named((await fiscal('check', '--staged')).stdout)).toEqual(['某局.fiscal I0103']);
  for (const operands of [[], ['HEAD'], ['--staged']])
    expect((await fiscal('diff', ...operands)).stdout).not.toContain('归档');
  expect((await fiscal('diff', '归档/某局.fiscal')).stdout).toContain('归档');
});

test('the level of a rule: more than the template says, less than the report', async () => {
  const level = { I0103: { 级别: '提示', 原因: '试用' } };
  const own = wrong.replace('收入 {', '规则 I0103 级别 警告 "自己的"\n  收入 {');
  const { fiscal } = projectWith({ 规则: level }, { '甲.fiscal': wrong, '乙.fiscal': own });
  const { stdout } = await fiscal('check', '.');
  expect(stdout).toMatch(/甲\.fiscal:6:\d+ 提示 I0103/);
  expect(stdout).toMatch(/乙\.fiscal:7:\d+ 警告 I0103/);
  expect((await fiscal('suppressions', '.')).stdout).toBe(
    'fiscal.json:3:5  I0103  改为提示  试用\n乙.fiscal:3:3    I0103  改为警告  自己的\n共 2 条\n',
  );
});

test('the baseline, unless it is not wanted', async () => {
  const { fiscal, fiscalWith } = projectWith(
    { 基线: '基线/全部.json' },
    { '某局.fiscal': wrong, '基线/空': '' },
  );
  await fiscal('check', '.', '--write-baseline', '基线/全部.json');
  expect((await fiscal('check', '.')).stdout).toContain('（另有 1 条在基线里，不计）');
  expect((await fiscalWith({ engine, in: '基线' }, 'check', '../某局.fiscal')).code).toBe(0);
  expect((await fiscal('check', '.', '--no-baseline')).code).toBe(1);
});

test('a baseline that is not there is told with the place that names it', async () => {
  const { fiscal } = projectWith({ 基线: '基线.json' }, { '某局.fiscal': wrong });
  const { code, stdout } = await fiscal('check', '.');
  expect(code).toBe(1);
  expect(stdout).toContain('fiscal.json:2:9 错误 Z014 找不到文件「基线.json」。');
  expect(stdout).toContain('某局.fiscal:6:');
});

test('the nearest project file holds', async () => {
  const { fiscal } = projectWith(
    { 规则: { I0103: { 级别: '不查', 原因: '外面的' } } },
    { '某局.fiscal': wrong, '内/fiscal.json': '{}', '内/某局.fiscal': wrong },
  );
  expect(named((await fiscal('check', '.')).stdout)).toEqual(['内/某局.fiscal I0103']);
});

const parts = '"模板": "四川"';

test.each([
  [
    '{ "模版": "四川" }',
    '1:3 错误 Z034 「fiscal.json」里没有「模版」这一项，可以写的有：模板、排除、规则、基线、成文。是不是「模板」？',
  ],
  ['{ "模板": "四州" }', '1:9 错误 Z017 没有名为「四州」的模板。是不是「四川」？'],
  ['{ "模板": 3 }', '1:9 错误 Z034 「模板」后面要写引号里的文字。'],
  [`{ ${parts}, ${parts} }`, '1:15 错误 Z034 「模板」写了两次。'],
  ['{ "规则": { "I0101": "提示" } }', '1:20 错误 Z034 「I0101」后面要写大括号里的各项。'],
  ['{ "规则": { "I0101": { "原因": "试用" } } }', '1:11 错误 Z034 「I0101」缺少「级别」。'],
  [
    '{ "规则": { "I0101": { "级别": "提示" } } }',
    '1:11 错误 M007 改规则 I0101 的级别必须写明原因："I0101": { "级别": "提示", "原因": "……" }。',
  ],
  [
    '{ "规则": { "I0101": { "级别": "提醒", "原因": "试用" } } }',
    '1:28 错误 Z022 没有「提醒」这个级别。是不是「错误」「警告」「提示」「说明」「不查」？',
  ],
  [
    '{ "规则": { "I01O1": { "级别": "提示", "原因": "试用" } } }',
    '1:11 提示 M004 没有 I01O1 这条规则。是不是「I0101」？',
  ],
  [
    '{ "规则": { "Z001": { "级别": "提示", "原因": "试用" } } }',
    '1:11 错误 M007 规则 Z001 的级别不能改：写错的地方总要改正，忽略的情况总要让复核的人看到。',
  ],
  [
    '{ "排除": ["../别处"] }',
    '1:10 错误 Z034 「../别处」不在项目之内：从 fiscal.json 所在的文件夹写起，不写 ..，不写盘符。',
  ],
  [
    '{ "成文": { "名称": "【部门】" } }',
    '1:17 错误 Z034 成文的名称里没有【部门】，可以写的有：【文件】、【名称】、【简称】、【年度】。',
  ],
  ['{\n  "模板": "四川"\n  "排除": []\n}', '3:3 错误 Z034 项目文件读不下去：这里应为逗号 , 或者 } 。'],
  ['{ “模板”: "四川" }', '1:3 错误 Z034 项目文件读不下去：这里应为半角引号 " 。'],
  ['{ "模板": "四川", }', '1:15 错误 Z034 项目文件读不下去：这里应为下一项，最后一项后面不写逗号。'],
  ['', '1:1 错误 Z034 项目文件读不下去：这里应为一个值。'],
  ['{} {}', '1:4 错误 Z034 项目文件读不下去：这里应为文件结束。'],
  ['['.repeat(100_000), '1:34 错误 Z034 项目文件读不下去：这里应为更浅的嵌套。'],
])('what is wrong in it is one clear line: %.60s', async (text, line) => {
  const { fiscal } = projectWith(text, { '某局.fiscal': report });
  const { stdout, stderr } = await fiscal('check', '某局.fiscal');
  expect(stderr).toBe('');
  expect(stdout.split('\n').filter((one) => one.startsWith('fiscal.json:'))).toEqual([`fiscal.json:${line}`]);
});

test('one that is no text is told, and the reports are checked', async () => {
  const { fiscal } = projectWith('', { '某局.fiscal': wrong, '乙/某局.fiscal': wrong });
  const { code, stdout } = await fiscal('check', '某局.fiscal');
  expect({ code, rules: named(stdout) }).toEqual({
    code: 1,
    rules: ['某局.fiscal I0103', 'fiscal.json Z034'],
  });
});
