import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';
import { gitEnvironment as env, repositoryOf } from './repository.js';

/** A report of a year with two incomes. */
function report(first: string, second = '2.00', year = 2024, more = ''): string {
  return `部门决算 某局 ${year} {\n  收入 {\n    事业收入 ${first}\n    其他收入 ${second}\n  }\n${more}}\n`;
}

function repositoryWith(files: Record<string, string>) {
  const repository = repositoryOf(files);
  const diff = (...argv: string[]) => repository.fiscalWith({ env, engine }, 'diff', ...argv);
  return { ...repository, diff };
}

const raised = `某局 2024  报告/甲.fiscal
1 处改动，由此变动 6 个数，新增 0 个问题，消除 0 个

收入
  ~ 事业收入  1.00  →  1.50  万元  +0.50  +50.00%
      因此  本年收入合计                 3.00  →    3.50  万元           +0.50
            收入总计                     3.00  →    3.50  万元           +0.50
            收入 按科目 收入合计         3.00  →    3.50  万元           +0.50
            收入 按科目 收入合计·事业    1.00  →    1.50  万元           +0.50
            支出总计                     3.00  →    3.50  万元           +0.50
            事业收入·占比              33.33%  →  42.86%        +9.53 个百分点
`;

test('two files are a pair, whatever they are called', async () => {
  const { fiscalWith } = folderWith({ '旧.fiscal': report('1.00'), '报告/甲.fiscal': report('1.50') });
  const told = await fiscalWith({ engine }, 'diff', '旧.fiscal', '报告/甲.fiscal');
  expect(told).toEqual({
    code: 1,
    stdout: raised.replace('报告/甲.fiscal', '旧.fiscal → 报告/甲.fiscal'),
    stderr: '',
  });
});

test('two folders: by relative path, then by name and year; what is only on one side is told', async () => {
  const { fiscalWith } = folderWith({
    '旧/报告/甲.fiscal': report('1.00'),
    '旧/乙.fiscal': report('1.00', '2.00', 2023),
    '旧/丁.fiscal': report('1.00', '2.00', 2021),
    '新/报告/甲.fiscal': report('1.00').replaceAll('  ', ' ').replace('事业收入', '// 说明\n事业收入'),
    '新/改名.fiscal': report('1.00', '2.50', 2023),
    '新/丙.fiscal': report('1.00', '2.00', 2022),
  });
  const { code, stdout } = await fiscalWith({ engine }, 'diff', '旧', '新');
  expect(code).toBe(1);
  expect(headlines(stdout)).toEqual([
    '某局 2022  新/丙.fiscal',
    '新增一份报告：部门决算 某局 2022，写了 2 个数',
    '某局 2023  旧/乙.fiscal → 新/改名.fiscal',
    '1 处改动，由此变动 6 个数，新增 0 个问题，消除 0 个',
    '某局 2021  旧/丁.fiscal',
    '删去一份报告：部门决算 某局 2021，原来写了 2 个数',
    '比较了 4 份报告，1 份没有实质变化',
  ]);
});

function headlines(stdout: string): string[] {
  return stdout.split('\n').filter((line) => /^(某局|\d+ 处|新增一份|删去一份|比较了|没有)/.test(line));
}

test('what was changed since the last commit, staged or not', async () => {
  const { diff, git, write } = repositoryWith({
    '报告/甲.fiscal': report('1.00'),
    '乙.fiscal': report('1.00'),
  });
  expect(await diff()).toEqual({ code: 0, stdout: '没有改动的 .fiscal 文件\n', stderr: '' });
  write('报告/甲.fiscal', report('1.50'));
  expect(await diff()).toEqual({ code: 1, stdout: raised, stderr: '' });
  expect(await diff('--staged')).toMatchObject({ code: 0 });
  git('add', '.');
  write('报告/甲.fiscal', report('1.00'));
  expect(await diff('--staged')).toEqual({ code: 1, stdout: raised, stderr: '' });
  expect(await diff()).toMatchObject({ code: 0, stdout: '没有改动的 .fiscal 文件\n' });
  write('新.fiscal', report('1.00', '2.00', 2020));
  expect(headlines((await diff()).stdout)).toContain('新增一份报告：部门决算 某局 2020，写了 2 个数');
});

test('revisions, ranges of them, and files as they were', async () => {
  const { diff, git, write } = repositoryWith({ '报告/甲.fiscal': report('1.00') });
  git('checkout', '-q', '-b', '改');
  write('报告/甲.fiscal', report('1.50'));
  git('commit', '-q', '-am', '改数');
  git('checkout', '-q', 'main');
  write('乙.fiscal', report('9.00', '2.00', 2020));
  git('add', '.');
  git('commit', '-q', '-m', '别的');
  const expected = { code: 1, stdout: raised, stderr: '' };
  expect(await diff('main...改')).toEqual(expected);
  expect(await diff('main:报告/甲.fiscal', '改:报告/甲.fiscal')).toEqual(expected);
  git('checkout', '-q', '改');
  expect(await diff('main~1', '改')).toEqual(expected);
  expect(await diff('HEAD~1')).toEqual(expected);
  expect(await diff('HEAD~1:报告/甲.fiscal')).toEqual(expected);
  expect(await diff('HEAD~1:报告/甲.fiscal', '报告/甲.fiscal')).toEqual(expected);
  write('报告/甲.fiscal', report('1.00'));
  expect(await diff('报告/甲.fiscal')).toMatchObject({ code: 1 });
  expect(await diff('HEAD~1')).toMatchObject({ code: 0 });
});

test('what a report refers to is taken from its own revision', async () => {
  const now = `部门决算 某局 2024 {\n  引用 上年 "2023.fiscal"\n  机关运行经费 3.00\n}\n`;
  const { diff, git, write } = repositoryWith({
    '2023.fiscal': '部门决算 某局 2023 { 机关运行经费 1.00 }\n',
    '2024.fiscal': now,
  });
  write('2023.fiscal', '部门决算 某局 2023 { 机关运行经费 2.00 }\n');
  write('2024.fiscal', now.replace('3.00', '4.00'));
  git('commit', '-q', '-am', '改');
  const { stdout } = await diff('HEAD~1', 'HEAD');
  const [, ofThisYear = ''] = stdout.split(/^(?=某局)/m);
  expect(ofThisYear).toBe(`某局 2024  2024.fiscal
1 处改动，由此变动 2 个数，新增 0 个问题，消除 0 个

机关运行经费
  ~ 机关运行经费  3.00  →  4.00  万元  +1.00  +33.33%

其他变动的数
  因为 《某局 2023》的机关运行经费 +1.00
    机关运行经费 上年  1.00  →  2.00  万元  +1.00
  因为 机关运行经费、《某局 2023》的机关运行经费 +1.00
    机关运行经费 增长率  200.00%  →  100.00%  −100.00 个百分点

比较了 2 份报告，0 份没有实质变化
`);
});

test('a report that only follows from another one that was changed is told, too', async () => {
  const { diff, git, write } = repositoryWith({
    '单位/甲.fiscal': '单位决算 甲 2024 { 机关运行经费 1.00 }\n',
    '某局.fiscal': '部门决算 某局 2024 { 引用 单位 "单位/甲.fiscal" }\n',
    '别的.fiscal': report('1.00'),
  });
  write('单位/甲.fiscal', '单位决算 甲 2024 { 机关运行经费 1.50 }\n');
  const expected = [
    '某局 2024  某局.fiscal',
    '0 处改动，由此变动 1 个数，新增 0 个问题，消除 0 个',
    '比较了 2 份报告，0 份没有实质变化',
  ];
  const told = (stdout: string) => headlines(stdout).filter((line) => !line.startsWith('1 处'));
  expect(told((await diff()).stdout)).toEqual(expected);
  git('add', '.');
  expect(told((await diff('--staged')).stdout)).toEqual(expected);
  git('commit', '-q', '-m', '改');
  expect(told((await diff('HEAD~1...HEAD')).stdout)).toEqual(expected);
});

test.each([
  [['diff', '没有.fiscal', '也没有.fiscal'], '没有这个文件，也没有这个版本：没有.fiscal'],
  [['diff', '没有'], '没有这个文件，也没有这个版本：没有'],
  [['diff', 'HEAD:没有.fiscal'], '这个版本里没有这个文件：HEAD:没有.fiscal'],
  [['diff', 'a.fiscal', 'a.fiscal', '--staged'], '--staged 不能和 a.fiscal 一起用'],
  [['diff', '空.fiscal', '空.fiscal'], '两边都没有报告，没有可比的'],
  [['diff', '--format', 'pdf'], '--format 不能是“pdf”，可以是：text、markdown、json、html'],
])('%j cannot run, and says why in one line', async (argv, message) => {
  const { fiscalWith } = repositoryWith({ 'a.fiscal': report('1.00'), '空.fiscal': '\n' });
  const told = await fiscalWith({ env, engine }, ...argv);
  expect(told).toEqual({ code: 2, stdout: '', stderr: `fiscal: ${message}\n` });
});

test('without a repository only files can be compared', async () => {
  const { fiscalWith, cwd } = folderWith({ 'a.fiscal': report('1.00') });
  const { code, stderr } = await fiscalWith({ env, engine }, 'diff');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `fiscal: fiscal diff 要在 git 仓库里用，这里不是：${cwd}\n`,
  });
  expect(await fiscalWith({ env, engine }, 'diff', 'a.fiscal', 'a.fiscal')).toMatchObject({ code: 0 });
});

test('before the first commit everything is new', async () => {
  const { fiscalWith, cwd } = folderWith({ '甲.fiscal': report('1.00') });
  execFileSync('git', ['init', '-q'], { cwd, env });
  const { code, stdout } = await fiscalWith({ env, engine }, 'diff');
  expect({ code, lines: headlines(stdout) }).toEqual({
    code: 1,
    lines: ['某局 2024  甲.fiscal', '新增一份报告：部门决算 某局 2024，写了 2 个数'],
  });
});

test('a file that was taken out is told', async () => {
  const { diff, cwd } = repositoryWith({ '甲.fiscal': report('1.00') });
  rmSync(join(cwd, '甲.fiscal'));
  expect(headlines((await diff()).stdout)).toEqual([
    '某局 2024  甲.fiscal',
    '删去一份报告：部门决算 某局 2024，原来写了 2 个数',
  ]);
});

const printed = (text: string, figure: string) =>
  `模板 本县 { 段 """
  职责：【职责】其他收入【收入.其他收入】万元。
  """ }
部门决算 某局 2024 { 模板 本县 职责 "${text}" 收入 { 事业收入 1.00 其他收入 ${figure} } }
`;

test('HTML is one file that fetches nothing; each change leads to the next; what was typed is text', async () => {
  const { fiscalWith } = folderWith({
    '旧.fiscal': printed('管<b>档</b>案', '2.00'),
    '新.fiscal': printed('管<b>好档</b>案', '3.00'),
  });
  const { code, stdout } = await fiscalWith({ engine }, 'diff', '旧.fiscal', '新.fiscal', '--format', 'html');
  expect(code).toBe(1);
  expect(stdout).toContain('职责：管&#x3C;b><ins>好</ins>档&#x3C;/b>案');
  expect(stdout).toContain('管&lt;b&gt;<ins>好</ins>档&lt;/b&gt;案');
  expect(stdout).toContain('<del>2</del><ins>3</ins>');
  expect(stdout).not.toMatch(/<script|<link|<img|src=|url\(|@import|<b>/);
  expect(stdout).toContain(`default-src 'none'`);
  const ids = new Set([...stdout.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const targets = [...stdout.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets.length).toBe(2);
  expect(targets.filter((id) => !ids.has(id))).toEqual([]);
});

test('Markdown shows what was typed as text, and keeps within what a comment may hold', async () => {
  const many = (amount: number) =>
    Array.from({ length: 1500 }, (_, index) => `  机构${index} ${index + amount}.00\n`).join('');
  const lines = (amount: number) => `政府采购 { 货物 ${amount}.00 }\n  内设机构 {\n${many(amount)}  }\n`;
  const { fiscalWith } = folderWith({
    '旧/甲.fiscal': report('1.00', '2.00', 2024, `  职责 "@ab |<b>管| #1"\n`),
    '新/甲.fiscal': report('1.00', '2.00', 2024, `  职责 "@ab |<b>管好| #1"\n`),
    '旧/乙.fiscal': report('1.00', '2.00', 2023, lines(1)),
    '新/乙.fiscal': report('1.00', '2.00', 2023, lines(2)),
  });
  const { stdout } = await fiscalWith({ engine }, 'diff', '旧', '新', '--format', 'markdown');
  expect(stdout.length).toBeLessThan(65_536);
  expect(stdout).toContain('@<!-- -->ab \\|&lt;b&gt;管<ins>好</ins>\\| #<!-- -->1');
  expect(stdout).toContain('内容太长');
});

test('JSON has the shape that is promised', async () => {
  const { fiscalWith } = folderWith({ '旧.fiscal': report('1.00'), '新.fiscal': report('1.50') });
  const { stdout } = await fiscalWith({ engine }, 'diff', '旧.fiscal', '新.fiscal', '--format', 'json');
  const { version, reports } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(Object.keys(reports[0]).sort()).toEqual(
    'acceptances derived file findings new old printed typed whole'.split(' '),
  );
  expect(reports[0].old).toEqual({ kind: '部门决算', name: '某局', year: 2024, file: '旧.fiscal' });
  expect(reports[0].typed).toEqual([
    {
      kind: 'figure',
      path: '收入.事业收入',
      label: '事业收入',
      block: '收入',
      measure: '决算',
      unit: '万元',
      old: [{ state: 'value', value: '1', decimals: 2, origin: placeIn('旧.fiscal') }],
      new: [{ state: 'value', value: '1.5', decimals: 2, origin: placeIn('新.fiscal') }],
      oldOrigin: placeIn('旧.fiscal'),
      newOrigin: placeIn('新.fiscal'),
      difference: '0.5',
      rate: '50.00',
    },
  ]);
  expect(reports[0].derived[0]).toEqual({
    path: '收入.本年收入合计',
    label: '本年收入合计',
    block: '收入',
    measure: '决算',
    unit: '万元',
    decimals: 2,
    old: { state: 'derived', value: '3' },
    new: { state: 'derived', value: '3.5' },
    difference: '0.5',
    causes: [0],
    elsewhere: [],
  });
});

function placeIn(file: string) {
  return { file, range: { start: { line: 2, character: 9 }, end: { line: 2, character: 13 } } };
}

const twoYears = {
  '2023.fiscal': `部门决算 某局 2023 {
  货币单位 元
  小数 2
  收入 {
    事业收入 1000000.00
    其他收入 200000.00
    总计 1200000.00 上年 1000000.00 原因 "新增一个项目"
  }
  机关运行经费 300000.00 上年 200000.00 原因 "会议增加"
  项目 甲项目建设 { 执行 500000.00 }
  项目 乙 { 执行 300000.00 }
}
`,
  '2024.fiscal': `部门决算 某局 2024 {
  收入 {
    事业收入 170.00 上年 100.00
    其他收入 22.00 上年 21.00
    总计 192.00 上年 120.00 原因 "新增一个项目"
  }
  机关运行经费 20.00 上年 30.00 原因 "会议增加"
  项目 甲项目建设（续） { 执行 50.00 }
  项目 丙丁 { 执行 8.00 }
}
`,
};

test('two years are set against each other', async () => {
  const { fiscalWith } = folderWith(twoYears);
  const told = await fiscalWith({ engine }, 'diff', '2023.fiscal', '2024.fiscal', '--years');
  expect(told).toEqual({
    code: 1,
    stderr: '',
    stdout: `某局 2024  2023.fiscal → 2024.fiscal
1 个上年数与上年决算不同，1 个数变动大而没有原因，3 个项目、单位或科目有增减，1 处原因照抄上年

上年数与上年决算不同（上年决算 → 今年写的上年）
  ~ 收入 其他收入  20.00  →  21.00  万元  +1.00  +5.00%

变动大，没有写原因
  ~ 收入 事业收入  100.00  →  170.00  万元  +70.00  +70.00%

项目、单位、科目的增减
  ~ 项目 甲项目建设（续）  （改名，原为「甲项目建设」）
  - 项目 乙  （今年没有了）
  + 项目 丙丁  （上年没有）

原因照抄上年，增减的方向却变了
  ~ 机关运行经费  （上年 +10.00 万元，今年 −10.00 万元）
      会议增加
`,
  });
});

test.each([
  [['--min-change', '70'], 1],
  [['--min-change', '70.01'], 0],
  [['--min-rate', '70'], 1],
  [['--min-rate', '70.5'], 0],
])('%j tell which change is large', async (argv, jumped) => {
  const { fiscalWith } = folderWith(twoYears);
  const { stdout } = await fiscalWith(
    { engine },
    'diff',
    '2023.fiscal',
    '2024.fiscal',
    '--years',
    '--format',
    'json',
    ...argv,
  );
  expect(JSON.parse(stdout).reports[0].years.jumped).toHaveLength(jumped);
});

test('years that do not follow each other cannot be compared', async () => {
  const { fiscalWith } = folderWith(twoYears);
  expect(await fiscalWith({ engine }, 'diff', '2024.fiscal', '2023.fiscal', '--years')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fiscal: --years 要相邻两年的报告：旧的在前，新的年度比它大 1\n',
  });
});

test('a file that cannot be read is told, and the rest is compared', async () => {
  const gbk = Buffer.from('b2bfc3c5', 'hex').toString('latin1');
  const { cwd, diff } = repositoryWith({
    '甲.fiscal': report('1.00'),
    '乙.fiscal': report('1.00', '2.00', 2023),
  });
  writeFileSync(join(cwd, '甲.fiscal'), report('1.50'));
  writeFileSync(join(cwd, '乙.fiscal'), gbk, 'latin1');
  const { code, stdout, stderr } = await diff();
  expect(stderr).toMatch(/^fiscal: 文件看来是 GBK 编码.+：乙\.fiscal\n$/);
  expect(stdout).toContain('~ 事业收入  1.00  →  1.50');
  expect(stdout).not.toContain('乙');
  expect(code).toBe(2);
});

test.each([
  ['text', ''],
  ['markdown', '### 决算报告改动\n\n有文件读不了，没有比较\n'],
])('of files that cannot be read nobody says that they did not change: %s', async (format, stdout) => {
  const { cwd, diff } = repositoryWith({ '甲.fiscal': report('1.00') });
  writeFileSync(join(cwd, '甲.fiscal'), Buffer.from('b2bfc3c5', 'hex'));
  writeFileSync(join(cwd, '乙.fiscal'), Buffer.from([0xe4, 0xb8, 0x80, 0]));
  const told = await diff('--format', format);
  expect({ code: told.code, stdout: told.stdout }).toEqual({ code: 2, stdout });
  const page = await diff('--format', 'html');
  expect(page.stdout).toContain('<p>有文件读不了，没有比较</p>');
  expect(page.stdout).not.toContain('没有改动');
});

test('beside an empty folder all reports came or went; of two there is nothing to compare', async () => {
  const { cwd, fiscalWith } = folderWith({ '有/甲.fiscal': report('1.00') });
  for (const name of ['空', '也空']) mkdirSync(join(cwd, name));
  const diff = (...argv: string[]) => fiscalWith({ engine }, 'diff', ...argv);
  expect((await diff('空', '有')).stdout).toContain('\n新增一份报告：部门决算 某局 2024');
  expect((await diff('有', '空')).stdout).toContain('\n删去一份报告：部门决算 某局 2024');
  expect(await diff('空', '也空')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fiscal: 没有可比的，文件夹里没有 .fiscal 文件：空、也空\n',
  });
});

test('a report that was given another name is the same one', async () => {
  const { git, diff } = repositoryWith({ '甲.fiscal': report('1.00') });
  git('mv', '甲.fiscal', '乙.fiscal');
  expect((await diff()).stdout).toBe('某局 2024  甲.fiscal → 乙.fiscal\n没有实质变化\n');
  expect((await diff('--staged')).stdout).toBe('某局 2024  甲.fiscal → 乙.fiscal\n没有实质变化\n');
});

const rule = (limit: string, more = '') =>
  `规则 本局01 "会议费从紧" 级别 警告 { 基本支出.30215 ≤ ${limit} }\n${more}`;

test('a file that only defines something is compared by what it defines', async () => {
  const { git, write, diff } = repositoryWith({ '规则.fiscal': rule('5'), '甲.fiscal': report('1.00') });
  expect(await diff('规则.fiscal', '规则.fiscal')).toEqual({
    code: 0,
    stdout: '模板和规则  规则.fiscal\n没有实质变化\n',
    stderr: '',
  });
  write('规则.fiscal', `// 会议费\n${rule('5').replaceAll(' ', '  ')}`);
  expect((await diff('规则.fiscal')).code).toBe(0);
  write('规则.fiscal', rule('3', '规则 本局02 "培训费从紧" 级别 提示 { 基本支出.30216 ≤ 5 }\n'));
  expect(await diff('规则.fiscal')).toEqual({
    code: 1,
    stdout: `模板和规则  规则.fiscal
2 处改动，由此变动 0 个数，新增 0 个问题，消除 0 个

模板和规则
  ~ 规则 本局01 会议费从紧  （内容改了）
      规则 本局01 "会议费从紧" 级别 警告 { 基本支出.30215 ≤ [-5-]{+3+} }
  + 规则 本局02 培训费从紧  （新增）
      {+规则 本局02 "培训费从紧" 级别 提示 { 基本支出.30216 ≤ 5 }+}
`,
    stderr: '',
  });
  write('甲.fiscal', report('1.50'));
  const all = await diff();
  expect(all.code).toBe(1);
  expect(all.stdout).toContain('\n模板和规则  规则.fiscal\n2 处改动');
  expect(all.stdout).toContain('\n比较了 1 份报告，0 份没有实质变化\n');
  // In the report that is written after it the rule is named alone.
  expect(all.stdout.match(/30216/g)).toHaveLength(1);
  git('rm', '-q', '-f', '规则.fiscal');
  expect((await diff()).stdout).toContain('- 规则 本局01 会议费从紧  （删去）');
});

test('a rule of a file that a report refers to is told in its words once, and not counted twice', async () => {
  const referring = report('1.00').replace('{\n', '{\n  引用 规则 "本局 规则.fiscal"\n');
  const { write, diff } = repositoryWith({ '本局 规则.fiscal': rule('5'), '甲.fiscal': referring });
  write('本局 规则.fiscal', rule('3'));
  const { stdout } = await diff();
  expect(stdout).toContain(
    '\n0 处改动，由此变动 0 个数，新增 0 个问题，消除 0 个；所用的规则、模板、级别改了 1 处\n',
  );
  expect(stdout).toContain('\n  ~ 规则 本局01 会议费从紧  （内容改了，写在 本局 规则.fiscal）\n');
  expect(stdout).toContain('\n模板和规则  本局 规则.fiscal\n1 处改动，');
  expect(stdout).toContain('\n  ~ 规则 本局01 会议费从紧  （内容改了）\n      规则');
});

test('a level that the project sets is told once, and of the reports in which it lets something be', async () => {
  const wrong = report('1.00', '2.00', 2024, '  三公经费 { 公务接待费 -1.00 }\n');
  const files = { '甲.fiscal': wrong, '乙.fiscal': report('1.00', '2.00', 2023), 'fiscal.json': '{}' };
  const { write, diff } = repositoryWith(files);
  write('fiscal.json', '{ "规则": { "I1303": { "级别": "不查", "原因": "试行" } } }');
  const { stdout } = await diff();
  expect(stdout.match(/  \+ 级别 I1303 {2}不查/g)).toHaveLength(2);
  expect(stdout).toContain('某局 2024  甲.fiscal\n0 处改动，');
  expect(stdout).toContain('；忽略了 1 个问题');
  expect(stdout).toContain('  + 级别 I1303  不查 “试行”  （写在 fiscal.json）\n    + 压下：警告 I1303');
  expect(stdout).toContain('\n项目设置  fiscal.json\n1 处改动，');
  expect(stdout).not.toContain('乙.fiscal');
});

test('the template of a province is compared in its own words', async () => {
  const template = (word: string) =>
    `模板 本市 {\n  节 "收入" {\n    段 """\n      ${word}【收入.总计】万元。\n      """\n  }\n}\n`;
  const { write, diff } = repositoryWith({ '模板.fiscal': template('收入') });
  write('模板.fiscal', template('总收入'));
  const { code, stdout } = await diff();
  expect(code).toBe(1);
  expect(stdout).toContain('~ 模板 本市  （内容改了）');
  expect(stdout).toContain('      {+总+}收入【收入.总计】万元。');
});

test('a published document is compared by what it says, not by how much of it is written', async () => {
  const name = '示例县档案馆-2024';
  const source = readFileSync(join(import.meta.dirname, `../../../examples/${name}/${name}.fiscal`), 'utf8');
  const raised = source.replace(/(档案馆 +项目 +)40\.00/, '$141.00');
  const { fiscalWith } = folderWith({ '甲.fiscal': source, '乙.fiscal': raised });
  const fiscal = (...argv: string[]) => fiscalWith({ engine }, ...argv);
  expect((await fiscal('build', '甲.fiscal', '-o', '成文', '--to', 'markdown,html,docx')).code).toBe(0);
  for (const extension of ['md', 'html', 'docx']) {
    const same = await fiscal('diff', `成文/甲.${extension}`, '甲.fiscal');
    expect(same.stdout).toMatch(/^示例县档案馆 2024 .*\n没有实质变化/);
    const other = await fiscal('diff', `成文/甲.${extension}`, '乙.fiscal');
    expect(other.stdout).toMatch(/~ 2012604 档案馆(·项目)? +40\.00 +→ +41\.00 +万元/);
  }
}, 60_000);

test.each(['四川', '上海', '重庆'])(
  'what the form of %s does not print did not go from the document, nor came what it says of its own',
  async (template) => {
    const source = `部门决算 示例市档案局 2023 {
  模板 ${template}
  简称 市档案局
  职责 "管理全市的档案。"
  收入 { 一般公共预算财政拨款收入 40.00 预算 42.00 上年 30.00 原因 "新增项目" }
  支出 一般公共预算 {
    2012601 行政运行 基本 30.00 年初预算 20.00 完成率 150% 调整预算 40.00 用途 "人员" 预算原因 "增人"
    2012604 档案馆 项目 10.00 年初预算 12.00 占比 25%
  }
  基本支出 { 30101 基本工资 30.00 }
}
`;
    const other = source.replace('30101 基本工资 30.00', '30101 基本工资 29.00').replace('全市的', '');
    const { fiscalWith } = folderWith({ '甲.fiscal': source, '乙.fiscal': other });
    const fiscal = (...argv: string[]) => fiscalWith({ engine }, ...argv);
    expect((await fiscal('build', '甲.fiscal', '-o', '成文', '--to', 'html')).code).toBe(0);
    for (const [old, next] of [
      ['甲.fiscal', '成文/甲.html'],
      ['成文/甲.html', '甲.fiscal'],
    ] as const) {
      const { stdout, stderr } = await fiscal('diff', old, next);
      expect(stdout).toMatch(/\n0 处改动，由此变动 0 个数|没有实质变化/);
      expect(stderr).toMatch(/源文件里有 \d 处模板不印，没有与公开文件比/);
    }
    const changed = await fiscal('diff', '乙.fiscal', '成文/甲.html');
    expect(changed.stdout).toMatch(/~ 30101 基本工资 +29\.00 +→ +30\.00/);
    expect(changed.stdout).toContain('管理{+全市的+}档案。');
  },
  60_000,
);
