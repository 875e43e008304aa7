import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';

const department = `部门决算 某局 2024 {
  引用 单位 "../单位/*.fiscal"
}
`;

const unit = (name: string, amount: string) => `单位决算 ${name} 2024 {
  收入 {
    事业收入                    ${amount}
  }
}
`;

function project() {
  const folder = folderWith({
    'fiscal.json': '{}',
    '报告/某局.fiscal': department,
    '单位/甲.fiscal': unit('甲', '1.00'),
    '单位/乙.fiscal': unit('乙', '2.00'),
  });
  const fiscal = (...argv: string[]) => folder.fiscalWith({ engine }, ...argv);
  const income = async () => {
    const { stdout } = await fiscal('facts', '报告/某局.fiscal');
    const all = JSON.parse(stdout) as { path: string; value: string }[];
    return all.find(({ path }) => path === '收入.事业收入')?.value;
  };
  return { ...folder, fiscal, income };
}

test('units by a pattern, from anywhere in the project', async () => {
  const { cwd, income, fiscal } = project();
  expect(await income()).toBe('3');
  writeFileSync(join(cwd, '单位/丙.fiscal'), unit('丙', '4.00'));
  expect(await income()).toBe('7');
  expect((await fiscal('check', '报告')).stdout).toBe(
    '1 个文件：0 个错误，0 个警告，0 条尾差说明，0 项未检查\n',
  );
});

test('links are not followed', async () => {
  const { cwd, income } = project();
  const { cwd: other } = folderWith({ '丁.fiscal': unit('丁', '8.00') });
  symlinkSync(join(other, '丁.fiscal'), join(cwd, '单位/丁.fiscal'));
  symlinkSync(other, join(cwd, '单位/别处.fiscal'));
  expect(await income()).toBe('3');
});

test('without a project file a pattern stays in its folder', async () => {
  const { cwd, fiscal } = project();
  rmSync(join(cwd, 'fiscal.json'));
  const { code, stdout } = await fiscal('check', '报告');
  expect({ code, stdout }).toMatchObject({ code: 1 });
  expect(stdout).toContain('报告/某局.fiscal:2:9 错误 Z014 「../单位/*.fiscal」不在项目之内：');
});

test('a revision has the units that it had; what follows from one is told of the department', async () => {
  const { cwd, fiscal } = project();
  const git = (...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=甲', '-c', 'user.email=a@example.org', ...argv], { cwd });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', '开始');
  writeFileSync(join(cwd, '单位/丙.fiscal'), unit('丙', '4.00'));
  writeFileSync(join(cwd, '单位/甲.fiscal'), unit('甲', '1.50'));
  const { code, stdout } = await fiscal('diff');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^某局 2024 {2}报告\/某局\.fiscal$/m);
  expect(stdout).toMatch(/收入.*3\.00 +→ +7\.50/);
  git('add', '.');
  expect((await fiscal('diff', '--staged')).stdout).toMatch(/收入.*3\.00 +→ +7\.50/);
  git('commit', '-q', '-m', '改');
  expect((await fiscal('diff', 'HEAD~1', 'HEAD')).stdout).toMatch(/收入.*3\.00 +→ +7\.50/);
});
