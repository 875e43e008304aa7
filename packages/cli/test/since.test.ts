import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { gitEnvironment as env, repositoryOf } from './repository.js';

const report = (income: string, rest = '') => `部门决算 某局 2024 {
  收入 {
    事业收入                        1.00
    其他收入                        2.00
    总计                            ${income}
  }
${rest}}
`;

const spending = '  支出 一般公共预算 {\n    2012601 行政运行  基本 1.00\n    合计 9.00\n  }\n';

function repositoryWith(files: Record<string, string>) {
  const repository = repositoryOf(files);
  const check = (...argv: string[]) => repository.fiscalWith({ env, engine }, 'check', ...argv);
  const since = async (...argv: string[]) => {
    const { code, stdout, stderr } = await check('--since', ...argv);
    const found = [...stdout.matchAll(/^(\S+?):(\d+):\d+ \S+ (\S+)/gm)].map(
      ([, file, line, rule]) => `${file}:${line} ${rule}`,
    );
    return { code, found, last: stdout.trim().split('\n').at(-1), stderr };
  };
  return { ...repository, check, since };
}

test('what was wrong before is not told, wherever it has gone; what is wrong now is', async () => {
  const { write, since, git } = repositoryWith({ '甲.fiscal': report('4.00'), '乙.fiscal': report('4.00') });
  expect(await since('HEAD')).toEqual({
    code: 0,
    found: [],
    last: '没有改动的 .fiscal 文件',
    stderr: '',
  });
  write('甲.fiscal', `// 一行\n${report('4.00', spending)}`);
  expect(await since('HEAD')).toEqual({
    code: 1,
    found: ['甲.fiscal:10 I0602'],
    last: '1 个文件：1 个错误，0 个警告，0 条尾差说明，0 项未检查（另有 1 条原来就有，不计）',
    stderr: '',
  });
  git('mv', '甲.fiscal', '丙.fiscal');
  expect((await since('HEAD')).found).toEqual(['丙.fiscal:10 I0602']);
  expect((await since('HEAD', '--staged')).found).toEqual([]);
  git('add', '.');
  expect((await since('HEAD', '--staged')).found).toEqual(['丙.fiscal:10 I0602']);
  expect((await since('HEAD', '.')).last).toContain('（另有 2 条原来就有，不计）');
});

test.each([
  ['5.00', ['甲.fiscal:5 I0103']],
  ['3.50', []],
  ['2.00', []],
])(
  'a total that said 4.00 where it should be 3.00, and says %s now: new if it is further off',
  async (total, found) => {
    const { write, since } = repositoryWith({ '甲.fiscal': report('4.00') });
    write('甲.fiscal', report(total));
    expect((await since('HEAD')).found).toEqual(found);
  },
);

test('a condition that did not hold before, and does not hold with other figures, is no new finding', async () => {
  const rule = '规则 本局01 "从紧" 级别 警告 { 收入.事业收入 < 0.5 }\n';
  const { write, check, since } = repositoryWith({ '甲.fiscal': report('3.00') + rule });
  const fingerprint = async () => {
    const { stdout } = await check('--format', 'sarif', '甲.fiscal');
    const { results } = JSON.parse(stdout).runs[0];
    return results.map(({ ruleId, partialFingerprints }: Record<string, unknown>) => [
      ruleId,
      partialFingerprints,
    ]);
  };
  const before = await fingerprint();
  expect(before).toEqual([['本局01', expect.anything()]]);
  write('甲.fiscal', `// 更正\n${report('3.30').replace('1.00', '1.30')}${rule}`);
  expect((await check('甲.fiscal')).stdout).toContain('1.30');
  expect((await since('HEAD')).found).toEqual([]);
  expect(await fingerprint()).toEqual(before);
});

test('a finding that weighs more since its rule says so is new, one that weighs less is not', async () => {
  const rule = (level: string) => `规则 本局01 "从紧" 级别 ${level} { 收入.事业收入 ≤ 0.5 }\n`;
  const files = { '甲.fiscal': report('3.00'), '规则.fiscal': rule('警告') };
  const { write, git, since, fiscalWith } = repositoryWith(files);
  write('规则.fiscal', rule('错误'));
  expect((await since('HEAD')).found).toEqual(['甲.fiscal:3 本局01']);
  const { stdout } = await fiscalWith({ env, engine }, 'diff');
  expect(stdout).toMatch(/\n {2}~ 错误 本局01 甲\.fiscal:3:\d+ .+\n {6}原为：警告\n/);
  git('commit', '-q', '-am', '从严');
  write('规则.fiscal', rule('警告'));
  expect((await since('HEAD')).found).toEqual([]);
});

test('from where the branch began: what others mended meanwhile is no mistake of this one', async () => {
  const { write, since, git } = repositoryWith({ '甲.fiscal': report('4.00'), '乙.fiscal': report('3.00') });
  git('checkout', '-q', '-b', '分支');
  write('乙.fiscal', report('3.50'));
  git('commit', '-q', '-am', '改乙');
  git('checkout', '-q', 'main');
  write('甲.fiscal', report('3.00'));
  git('commit', '-q', '-am', '改甲');
  git('checkout', '-q', '分支');
  expect((await since('main')).found).toEqual(['乙.fiscal:5 I0103']);
  expect((await since('main', '.')).found).toEqual(['乙.fiscal:5 I0103']);
});

test('reports that follow from what was changed, rules that were taken up, acceptances that are gone', async () => {
  const department =
    '部门决算 某局 2024 {\n  引用 单位 "单位.fiscal"\n  收入 { 事业收入 1.00  其他收入 2.00 }\n}\n';
  const accepted = report('4.00', '  忽略 I0103 "核对过"\n');
  const { write, since } = repositoryWith({
    '部门.fiscal': department,
    '单位.fiscal': report('3.00'),
    '甲.fiscal': accepted,
    'fiscal.json': '{}',
  });
  write('单位.fiscal', report('3.00').replace('1.00', '1.50').replace('3.00', '3.50'));
  write('甲.fiscal', report('4.00'));
  write('fiscal.json', '{ "模版": "四川" }');
  expect((await since('HEAD')).found.sort()).toEqual([
    'fiscal.json:1 Z034',
    '甲.fiscal:5 I0103',
    '部门.fiscal:3 X026',
  ]);
});

test('SARIF holds what is new alone', async () => {
  const { write, check } = repositoryWith({ '甲.fiscal': report('4.00', '  忽略 I0103 "核对过"\n') });
  write('甲.fiscal', report('4.00', `${spending}  忽略 I0103 "核对过"\n`));
  const { stdout } = await check('--since', 'HEAD', '--format', 'sarif');
  const { results } = JSON.parse(stdout).runs[0];
  expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['I0602']);
});

test.each([
  [['没有'], '没有这个版本：没有'],
  [['-x'], '没有这个版本：-x'],
  [['HEAD', '报告.docx'], '--since 不能和 报告.docx 一起用'],
])('%j', async (argv, message) => {
  const { check } = repositoryWith({ '甲.fiscal': report('4.00'), '报告.docx': '' });
  expect(await check(`--since=${argv[0]}`, ...argv.slice(1))).toEqual({
    code: 2,
    stdout: '',
    stderr: `fiscal: ${message}\n`,
  });
});
