import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';

const report = `部门决算 某局 2023 {
  规则 I1303 级别 错误 "本局规定"
  规则 S001 级别 不查 "按调整预算公开"
  收入 {
    上级补助收入 -1.20
    事业收入 -3.00
    忽略 I1303 "退回上年多拨的补助" 至 2024-12-31
  }
  三公经费 { 合计 5.00 年初预算 4.00  忽略 I1301 "没有用到的" }
}
`;

test('acceptances and changed severities are listed with their state and reason', async () => {
  const { fiscalWith } = folderWith({ 'a.fiscal': report });
  const { code, stdout } = await fiscalWith({ engine }, 'suppressions', 'a.fiscal');
  expect(stdout).toBe(`a.fiscal:7:5   I1303  忽略，过期      退回上年多拨的补助（至 2024-12-31）
a.fiscal:9:29  I1301  忽略，没有用到  没有用到的
a.fiscal:2:3   I1303  改为错误        本局规定
a.fiscal:3:3   S001   不查            按调整预算公开
共 4 条
`);
  expect(code).toBe(0);
  const json = await fiscalWith({ engine }, 'suppressions', 'a.fiscal', '--format', 'json');
  expect(JSON.parse(json.stdout)[0]).toMatchObject({
    file: 'a.fiscal',
    rule: 'I1303',
    states: ['expired'],
    reason: '退回上年多拨的补助',
    until: '2024-12-31',
  });
});

test('what could not be checked is neither used nor needless', async () => {
  const open = '部门决算 某局 2023 { 收入 { 上级补助收入 未填  忽略 I1303 "退回上年多拨的补助" } }\n';
  const { fiscalWith, read } = folderWith({ 'a.fiscal': open });
  const listed = await fiscalWith({ engine }, 'suppressions', 'a.fiscal');
  expect(listed.stdout).toContain('I1303  忽略，未检查  退回上年多拨的补助\n');
  expect((await fiscalWith({ engine }, 'check', 'a.fiscal', '--fix')).stdout).not.toContain('M002');
  expect(read('a.fiscal')).toBe(open);
});

test('no automatic fix takes an acceptance away, needed or not', async () => {
  const { fiscalWith, read } = folderWith({ 'a.fiscal': report });
  await fiscalWith({ engine }, 'check', 'a.fiscal', '--fix');
  expect(read('a.fiscal')).toBe(report);
});

test('a report is built with what its author accepts in the file of last year, and says that there is something', async () => {
  const { fiscalWith, list } = folderWith({
    '2022.fiscal': '部门决算 某局 2022 { 机关运行经费 1.00 }\n',
    '2023.fiscal':
      '部门决算 某局 2023 { 引用 上年 "2022.fiscal" 模板 四川 机关运行经费 3.00 上年 2.00 { 忽略 Y002 "批复" } }\n',
  });
  const { code, stderr } = await fiscalWith(
    { engine },
    'build',
    '2023.fiscal',
    '-o',
    'out',
    '--to',
    'markdown',
  );
  expect(stderr).toContain('另有 1 条已忽略，原因见 fiscal suppressions\n');
  expect(code).toBe(0);
  expect(list()).toContain('out/2023.md');
});

test('a report decides what a rule weighs, says so, and a reviewer can look behind it', async () => {
  const { fiscalWith } = folderWith({ 'a.fiscal': report.replace(/ {4}忽略.*\n/, '') });
  const places = (text: string) => text.match(/^a\.fiscal:\d+:\d+ .. [A-Z]\d+/gm);
  const usual = await fiscalWith({ engine }, 'check', 'a.fiscal');
  expect(places(usual.stdout)).toEqual([
    'a.fiscal:5:12 错误 I1303',
    'a.fiscal:6:10 错误 I1303',
    'a.fiscal:8:29 警告 M002',
  ]);
  expect(usual.stdout).toContain('有 2 条规则改了级别或者不查，见 fiscal suppressions\n');
  const all = await fiscalWith({ engine }, 'check', 'a.fiscal', '--no-suppress');
  expect(places(all.stdout)).toEqual([
    'a.fiscal:5:12 警告 I1303',
    'a.fiscal:6:10 警告 I1303',
    'a.fiscal:8:13 警告 S001',
  ]);
});
