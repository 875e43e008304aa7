import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { gitEnvironment as env, repositoryOf } from './repository.js';

// What reports are written after lies in files of its own: rules, templates, the project file. A change of one of
// them is a change of all reports, and none of them is there only as long as somebody changes it.

const report = (more = '', income = '1.00') =>
  `部门决算 某局 2024 {\n${more}  收入 { 事业收入 ${income} }\n  职责 "写档案。"\n}\n`;
const rule = (limit: string) => `规则 本局01 "收入从紧" 级别 警告 { 收入.事业收入 ≤ ${limit} }\n`;

function repositoryWith(files: Record<string, string>) {
  const repository = repositoryOf(files);
  return { ...repository, fiscal: (...argv: string[]) => repository.fiscalWith({ env, engine }, ...argv) };
}

const rulesOf = (stdout: string) => [...stdout.matchAll(/(?:错误|警告) (\S+\d{2,4})/g)].map(([, id]) => id);

test('a rule that changes alone is seen in the reports that it holds for', async () => {
  const { commit, write, fiscal } = repositoryWith({ '馆.fiscal': report(), '规则.fiscal': rule('5') });
  write('规则.fiscal', rule('0.5'));
  for (const told of [await fiscal('diff'), (commit('收紧'), await fiscal('diff', 'HEAD~1...HEAD'))]) {
    expect(told).toMatchObject({ code: 1, stderr: '' });
    expect(told.stdout).toContain('某局 2024  馆.fiscal');
    expect(told.stdout).toContain('+ 警告 本局01');
  }
  const since = await fiscal('check', '--since', 'HEAD~1');
  expect({ code: since.code, rules: rulesOf(since.stdout) }).toEqual({ code: 1, rules: ['本局01'] });
});

test('a level of the project that changes alone is seen, too', async () => {
  const wrong = report().replace('事业收入 1.00', '事业收入 1.00  其他收入 2.00  总计 4.00');
  const { write, fiscal } = repositoryWith({ '馆.fiscal': wrong });
  write('fiscal.json', '{ "规则": { "I0103": { "级别": "提示", "原因": "试用" } } }');
  const { code, stdout } = await fiscal('diff');
  expect(code).toBe(1);
  expect(stdout).toContain('某局 2024  馆.fiscal');
  expect(stdout).toContain('I0103');
});

test('what is not changed holds for what is: rules and templates of other files', async () => {
  const { git, write, fiscal } = repositoryWith({
    '馆.fiscal': report('  模板 本县\n'),
    '模板.fiscal': '模板 本县 改自 四川 {\n}\n',
    '规则.fiscal': rule('5'),
  });
  write('馆.fiscal', report('  模板 本县\n', '7.00'));
  git('add', '-A');
  for (const scope of [['--staged'], ['--since', 'HEAD']]) {
    const { code, stdout } = await fiscal('check', ...scope);
    expect({ code, rules: rulesOf(stdout) }).toEqual({ code: 1, rules: ['本局01'] });
  }
  expect((await fiscal('diff')).stdout).toContain('+ 警告 本局01');
  expect((await fiscal('diff', '--format', 'html')).stdout).toContain('data-path="收入.事业收入"');
});

test('a commit that takes a unit away is refused for the department that names it', async () => {
  const { git, fiscal } = repositoryWith({
    '甲.fiscal': '单位决算 甲 2024 { 机关运行经费 1.00 }\n',
    '某局.fiscal': '部门决算 某局 2024 { 引用 单位 "甲.fiscal" }\n',
  });
  git('rm', '-q', '甲.fiscal');
  const { code, stdout } = await fiscal('check', '--staged');
  expect({ code, rules: rulesOf(stdout) }).toEqual({ code: 1, rules: ['Z014'] });
});

test('what was wrong in a report that the commit does not change keeps nobody from committing', async () => {
  const { git, write, fiscal } = repositoryWith({
    '甲.fiscal': '单位决算 甲 2024 { 机关运行经费 1.00 }\n',
    '某局.fiscal': '部门决算 某局 2024 {\n引用 单位 "甲.fiscal"\n收入 { 乱写 1.00 }\n}\n',
  });
  write('甲.fiscal', '单位决算 甲 2024 { 机关运行经费 2.00 }\n');
  git('add', '-A');
  expect(await fiscal('check', '--staged')).toMatchObject({ code: 0 });
  expect((await fiscal('check', '.')).code).toBe(1);
});

test('a revision beside a path: what lies there, as it was and as it is', async () => {
  const { commit, write, fiscal } = repositoryWith({
    '馆.fiscal': report(),
    '别的.fiscal': report().replace('某局', '别局'),
  });
  write('馆.fiscal', report('', '2.00'));
  write('别的.fiscal', report('', '3.00').replace('某局', '别局'));
  commit('改');
  const { code, stdout } = await fiscal('diff', 'HEAD~1', '馆.fiscal');
  expect(code).toBe(1);
  expect(stdout).toContain('某局 2024  馆.fiscal');
  expect(stdout).not.toContain('别局');
  expect((await fiscal('diff', 'HEAD~1', '.')).stdout).toContain('别局');
});
