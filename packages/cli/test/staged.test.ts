import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';
import { gitEnvironment as env, repositoryOf } from './repository.js';

function repositoryWith(files: Record<string, string>) {
  const repository = repositoryOf(files);
  const check = (inFolder: string, ...argv: string[]) =>
    repository.fiscalWith({ env, in: inFolder }, 'check', '--staged', ...argv);
  return { ...repository, check };
}

test('what is staged is checked, not what lies in the folder', async () => {
  const { git, write, check } = repositoryWith({ 'a.fiscal': '', '报告/b 乙.fiscal': '', 'c.FISCAL': '' });
  for (const name of ['a.fiscal', '报告/b 乙.fiscal', 'c.FISCAL', 'd.txt']) write(name, '错');
  git('add', 'a.fiscal', 'c.FISCAL', 'd.txt');
  write('a.fiscal', '');
  const { code, stdout } = await check('');
  expect(stdout.match(/^\S+\.fiscal:\d+/gim)).toEqual(['a.fiscal:1', 'c.FISCAL:1']);
  expect(code).toBe(1);
  git('add', 'a.fiscal', '报告');
  expect((await check('报告')).stdout.match(/^\S.*\.fiscal:\d+/gim)).toEqual([
    '../c.FISCAL:1',
    'b 乙.fiscal:1',
  ]);
});

test('with operands, these are read as git has them', async () => {
  const { git, write, check, cwd } = repositoryWith({
    '报告/a.fiscal': '错',
    '报告/b.fiscal': '',
    'c.fiscal': '错',
  });
  write('报告/a.fiscal', '');
  expect((await check('', '报告')).stdout).toContain('报告/a.fiscal:1:1 错误 E1');
  expect((await check('', '报告/b.fiscal')).code).toBe(0);
  expect((await check('', '**/*.fiscal')).stdout).toContain('3 个文件');
  expect((await check('报告', '*.fiscal')).stdout).toContain('2 个文件');
  write('报告/新.fiscal', '错');
  expect(await check('', '报告/新.fiscal')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fiscal: 暂存区里没有这个 .fiscal 文件：报告/新.fiscal\n',
  });
  git('add', '.');
  rmSync(join(cwd, '报告'), { recursive: true });
  expect((await check('', '报告')).stdout).toContain('报告/新.fiscal:1:1');
});

test('nothing staged is nothing to complain of', async () => {
  const { check, write } = repositoryWith({ 'a.fiscal': '' });
  write('a.fiscal', '错');
  expect(await check('')).toMatchObject({ code: 0, stderr: '' });
  expect((await check('', '--format', 'json')).stdout).toBe('[]\n');
});

const years = (last: string) => ({
  '2023.fiscal': `部门决算 某局 2023 { 机关运行经费 ${last} }\n`,
  '2024.fiscal': '部门决算 某局 2024 {\n  引用 上年 "2023.fiscal"\n  机关运行经费 3.00 上年 2.00\n}\n',
});

test('what a report refers to is read from the index too, and from the disk where git does not know it', async () => {
  const { git, write, fiscalWith } = repositoryWith({});
  const told = async () => {
    const { stdout } = await fiscalWith(
      { env, engine },
      'check',
      '--staged',
      '2024.fiscal',
      '--format',
      'json',
    );
    return (JSON.parse(stdout) as { rule: string }[]).map(({ rule }) => rule);
  };
  for (const [name, text] of Object.entries(years('1.00'))) write(name, text);
  git('add', '2024.fiscal');
  expect(await told()).toEqual(['Y002']);
  git('add', '2023.fiscal');
  write('2023.fiscal', years('2.00')['2023.fiscal']);
  expect(await told()).toEqual(['Y002']);
  git('add', '2023.fiscal');
  write('2023.fiscal', years('1.00')['2023.fiscal']);
  expect(await told()).toEqual([]);
});

test.each([
  [['check', '--staged'], /^fiscal: --staged 要在 git 仓库里用，这里不是：/],
  [['check', '--staged', '-'], /^fiscal: --staged 不能和 - 一起用\n$/],
  [['check', '--staged', '--fix', 'a.fiscal'], /^fiscal: --fix 不能和 --staged 一起用\n$/],
  [['check', '-', '--fix'], /^fiscal: --fix 不能和 - 一起用\n$/],
  [['check', 'a.fiscal', '--stdin-filename', 'b.fiscal'], /^fiscal: --stdin-filename 要和 - 一起用/],
  [['check'], /^fiscal: 缺少参数：文件。/],
])('%j cannot run, and says why in one line', async (argv, message) => {
  const { fiscalWith } = folderWith({ 'a.fiscal': '错' });
  const { code, stdout, stderr } = await fiscalWith({ env }, ...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('no git is told', async () => {
  const { fiscalWith, cwd } = folderWith({});
  const { code, stderr } = await fiscalWith({ env: { ...env, PATH: cwd } }, 'check', '--staged');
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'fiscal: 找不到 git，--staged 要用它\n' });
});

test('standard input is checked in the place of a file, beside which its references are found', async () => {
  const { fiscalWith, cwd } = folderWith({});
  mkdirSync(join(cwd, '报告'));
  for (const [name, text] of Object.entries(years('1.00'))) writeFileSync(join(cwd, '报告', name), text);
  const stdin = years('')['2024.fiscal'];
  rmSync(join(cwd, '报告/2024.fiscal'));
  const given = { engine, stdin };
  const { code, stdout } = await fiscalWith(given, 'check', '-', '--stdin-filename', '报告/2024.fiscal');
  expect(stdout).toMatch(/^报告\/2024\.fiscal:3:\d+ 错误 Y002 /);
  expect(code).toBe(1);
  const alone = await fiscalWith({ stdin: '错' }, 'check', '-');
  expect(alone.stdout).toMatch(/^标准输入\.fiscal:1:1 错误 E1/);
  const gbk = await fiscalWith({ stdin: Buffer.from('b2bfc3c5', 'hex') }, 'check', '-');
  expect(gbk).toMatchObject({ code: 2, stderr: expect.stringMatching(/^fiscal: .*GBK.*：标准输入\n$/) });
});

test('standard input is formatted to standard output, to the byte', async () => {
  const { fiscalWith } = folderWith({});
  const spaced = { stdin: '\ufeff甲  \n\u001b乙' };
  expect(await fiscalWith(spaced, 'format', '-')).toEqual({
    code: 0,
    stdout: '\ufeff甲\n\u001b乙',
    stderr: '',
  });
  expect(await fiscalWith(spaced, 'format', '-', '--check')).toEqual({ code: 1, stdout: '', stderr: '' });
  expect((await fiscalWith(spaced, 'format', '-', 'a.fiscal')).code).toBe(2);
});

test('the recipe of the README keeps a wrong total out that was mended only on the disk', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const recipe = /\.git\/hooks\/pre-commit[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)![1]!;
  const { cwd, git, write } = repositoryWith({ '.gitignore': 'bin\n' });
  mkdirSync(join(cwd, 'bin'));
  const program = join(import.meta.dirname, '../bin/fiscal.js');
  script(join(cwd, 'bin/fiscal'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  script(join(cwd, '.git/hooks/pre-commit'), recipe);
  const total = (amount: string) =>
    `部门决算 某局 2023 { 收入 { 事业收入 1.00 其他收入 2.00 总计 ${amount} } }\n`;
  const commit = (...more: string[]) => {
    const path = `${join(cwd, 'bin')}${delimiter}${env.PATH}`;
    return spawnSync('git', ['commit', '-q', '-m', '报告', ...more], {
      cwd,
      env: { ...env, PATH: path },
      encoding: 'utf8',
    });
  };
  write('某局.fiscal', total('4.00'));
  git('add', '某局.fiscal');
  write('某局.fiscal', total('3.00'));
  const refused = commit();
  expect(refused.stdout + refused.stderr).toContain('某局.fiscal:1:');
  expect(refused.status).toBe(1);
  git('add', '某局.fiscal');
  write('某局.fiscal', total('4.00'));
  expect(commit().status).toBe(0);
  expect(git('show', 'HEAD:某局.fiscal').toString()).toBe(total('3.00'));
  // Git stages into another index then.
  expect(commit('-a').status).toBe(1);
  expect(commit('某局.fiscal').status).toBe(1);
}, 60_000);

function script(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}
