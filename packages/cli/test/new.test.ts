import { existsSync, linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './command-line.js';

test('a skeleton named after the department, for last year', async () => {
  const folder = folderWith({});
  expect(await folder.fiscal('new', '某市财政局')).toEqual({
    code: 0,
    stdout: '已新建 某市财政局.fiscal\n',
    stderr: '',
  });
  expect(folder.read('某市财政局.fiscal')).toBe('// 说明\n部门决算 某市财政局 2024 {\n}\n');
});

test('without a name, and with a year', async () => {
  const folder = folderWith({});
  await folder.fiscal('new', '--year', '2022');
  expect(folder.read('部门名称.fiscal')).toContain('部门决算 部门名称 2022');
});

test('-o names the file or a folder for it', async () => {
  const folder = folderWith({ 'd/x': '' });
  await folder.fiscal('new', '某局', '-o', 'd/my.fiscal');
  await folder.fiscal('new', '某局', '-o', 'd');
  expect(folder.list()).toEqual(['d/my.fiscal', 'd/x', 'd/某局.fiscal']);
});

test('what ends in .fiscal is a file, anything else a folder, which is made', async () => {
  const folder = folderWith({ 'x.fiscal/y': '' });
  for (const output of ['新/某年', '又.新', '文件夹/', 'x.fiscal', 'my.fiscal'])
    expect((await folder.fiscal('new', '某局', '-o', output)).code, output).toBe(0);
  expect(folder.list()).toEqual([
    'my.fiscal',
    'x.fiscal/y',
    'x.fiscal/某局.fiscal',
    '又.新/某局.fiscal',
    '文件夹/某局.fiscal',
    '新/某年/某局.fiscal',
  ]);
});

test('a file where a folder would have to be', async () => {
  const folder = folderWith({ 报告: '' });
  expect((await folder.fiscal('new', '某局', '-o', '报告')).stderr).toBe(
    'fiscal: 要写入的文件夹已经是一个文件：报告\n',
  );
});

test('a folder is made only for a file that comes into it', async () => {
  const folder = folderWith({ 'a.fiscal': '部门决算 2023 错\n' });
  await folder.fiscal('new', '--from', 'a.fiscal', '--year', '2024', '-o', '新');
  await folder.fiscal('new', '某局', '--template', '丙省', '-o', '新');
  expect(existsSync(join(folder.cwd, '新'))).toBe(false);
});

test('--template and --kind', async () => {
  const folder = folderWith({});
  await folder.fiscal('new', '某局', '--template', '乙省', '--kind', '单位决算');
  expect(folder.read('某局.fiscal')).toBe('// 说明\n单位决算 某局 2024 {\n  模板 乙省\n}\n');
});

test('a template that nobody knows: those that are near, and all', async () => {
  const folder = folderWith({});
  const told = async (template: string) =>
    (await folder.fiscal('new', '某局', '--template', template)).stderr;
  expect(await told('甲身')).toBe(
    'fiscal: 没有模板“甲身”，相近的有：甲省、甲市。可以用的有：甲省、乙省、甲市\n',
  );
  expect(await told('丁')).toBe('fiscal: 没有模板“丁”。可以用的有：甲省、乙省、甲市\n');
  expect((await folder.fiscal('new', '某局', '--kind', '部门')).stderr).toBe(
    'fiscal: --kind 不能是“部门”，可以是：部门决算、单位决算\n',
  );
  expect(folder.list()).toEqual([]);
});

test('--from keeps the template and the kind of last year', async () => {
  const folder = folderWith({ 'a.fiscal': '部门决算 某局 2023 {}\n' });
  for (const option of ['--template=甲省', '--kind=单位决算'])
    expect((await folder.fiscal('new', '--from', 'a.fiscal', '--year', '2024', option)).stderr).toBe(
      `fiscal: 有 --from 时，${option.split('=')[0]} 照上年文件，不用写\n`,
    );
});

test('a name is no path', async () => {
  const folder = folderWith({ 'd/x': '' });
  await folder.fiscal('new', '../某局/一科');
  expect(folder.list()).toEqual(['_某局_一科.fiscal', 'd/x']);
});

test('an existing file is kept, unless --force', async () => {
  const folder = folderWith({ '某局.fiscal': 'mine' });
  const { code, stderr } = await folder.fiscal('new', '某局');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'fiscal: 文件已经存在，没有覆盖（加 --force 覆盖）：某局.fiscal\n',
  });
  expect(folder.read('某局.fiscal')).toBe('mine');
  expect((await folder.fiscal('new', '某局', '--force')).code).toBe(0);
  expect(folder.read('某局.fiscal')).toContain('某局 2024');
});

test('--from makes the file of another year, named by the year', async () => {
  const folder = folderWith({
    'd/某局-2023.fiscal': '部门决算 某局 2023 {}\n',
    '甲.fiscal': '部门决算 甲 2023 {}\n',
  });
  expect((await folder.fiscal('new', '--from', 'd/某局-2023.fiscal', '--year', '2024')).stdout).toBe(
    '已新建 d/某局-2024.fiscal\n',
  );
  expect(folder.read('d/某局-2024.fiscal')).toBe('部门决算 某局 2024 {}\n');
  await folder.fiscal('new', '--from', '甲.fiscal', '--year', '2024');
  await folder.fiscal('new', '乙', '--from', '甲.fiscal', '--year', '2024');
  expect(folder.list()).toEqual([
    'd/某局-2023.fiscal',
    'd/某局-2024.fiscal',
    '乙.fiscal',
    '甲-2024.fiscal',
    '甲.fiscal',
  ]);
});

test('--from a file with errors: they are shown at their place, and nothing is written unless --force', async () => {
  const folder = folderWith({ 'a.fiscal': '部门决算 2023 错\n' });
  const { code, stderr } = await folder.fiscal('new', '--from', 'a.fiscal', '--year', '2024');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^a\.fiscal:1:11 错误 E1 写错了\n/);
  expect(stderr).toContain('上年文件有 1 个错误，没有生成下年的文件。');
  expect(folder.list()).toEqual(['a.fiscal']);
  expect((await folder.fiscal('new', '--from', 'a.fiscal', '--year', '2024', '--force')).code).toBe(0);
});

test('--from is the year after its own, needs --year where it has none, and never writes onto its source', async () => {
  const folder = folderWith({ '局-2024.fiscal': 'x', '局-2023.fiscal': '部门决算 局 2023 {}' });
  expect((await folder.fiscal('new', '--from', '局-2024.fiscal')).stderr).toBe(
    'fiscal: 上年的文件里看不出年度，请用 --year 给出新文件的年度\n',
  );
  expect(await folder.fiscal('new', '--from', '局-2023.fiscal', '-o', '新')).toEqual({
    code: 0,
    stdout: '已新建 新/局-2024.fiscal\n',
    stderr: '',
  });
  const same = ['new', '--from', '局-2024.fiscal', '--year', '2025', '-o', '局-2024.fiscal', '--force'];
  expect(await folder.fiscal(...same)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fiscal: 新文件与上年文件是同一个：局-2024.fiscal\n',
  });
});

test('--from never writes through a link onto its own source', async () => {
  const folder = folderWith({ '局-2024.fiscal': 'x' });
  symlinkSync(join(folder.cwd, '局-2024.fiscal'), join(folder.cwd, '链接.fiscal'));
  linkSync(join(folder.cwd, '局-2024.fiscal'), join(folder.cwd, '又一.fiscal'));
  for (const output of ['链接.fiscal', '又一.fiscal'])
    for (const [from, target] of [
      ['局-2024.fiscal', output],
      [output, '局-2024.fiscal'],
    ])
      expect(await folder.fiscal('new', '--from', from!, '--year', '2025', '-o', target!, '--force')).toEqual(
        {
          code: 2,
          stdout: '',
          stderr: `fiscal: 新文件与上年文件是同一个：${from}\n`,
        },
      );
  expect(folder.read('局-2024.fiscal')).toBe('x');
});

test.each(['', ' ', '\u3000'])('the name “%s”', async (name) => {
  const folder = folderWith({});
  expect(await folder.fiscal('new', name)).toEqual({ code: 2, stdout: '', stderr: 'fiscal: 名称不能为空\n' });
  expect(folder.list()).toEqual([]);
});

test('the folder of a file is made where it is not there', async () => {
  const folder = folderWith({});
  expect(await folder.fiscal('new', '某局', '-o', '无/里/a.fiscal')).toMatchObject({ code: 0, stderr: '' });
  expect(folder.list()).toEqual(['无/里/a.fiscal']);
});
