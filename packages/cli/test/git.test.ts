import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';
import { gitEnvironment } from './repository.js';

const env = { ...gitEnvironment, LC_ALL: 'C.UTF-8' };

const path = '报告/某局 2024.fiscal';

const report = `部门决算 某局 2024 {
  收入 {
    事业收入                        1.00
    其他收入                        2.00
  }

  支出 一般公共预算 {
    2012601 行政运行                      基本       1.00
    2012604 档案馆                        项目       2.00
  }

  职责 """
    第一条。

    第二条。
    """
}
`;

/** A repository with one report, in which git calls this program; `text` is the report. */
function repositoryWith(text: string) {
  const folder = folderWith({ [path]: text, '.gitignore': 'bin\n' });
  const { cwd } = folder;
  mkdirSync(join(cwd, 'bin'));
  const program = join(import.meta.dirname, '../bin/fiscal.js');
  writeFileSync(join(cwd, 'bin/fiscal'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(cwd, 'bin/fiscal'), 0o755);
  const surroundings = { ...env, PATH: `${join(cwd, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` };
  const run = (...argv: string[]) =>
    spawnSync('git', ['-c', 'core.quotePath=false', ...argv], { cwd, env: surroundings, encoding: 'utf8' });
  const git = (...argv: string[]) => {
    const { status, stdout, stderr } = run(...argv);
    expect(status, `git ${argv.join(' ')}\n${stdout}${stderr}`).toBe(0);
    return stdout;
  };
  const write = (content: string) => writeFileSync(join(cwd, path), content);
  const fiscal = (...argv: string[]) => folder.fiscalWith({ env: surroundings, engine }, ...argv);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', '开始');
  /** The report as two branches have it; the first one is checked out. */
  const branches = (ours: string, theirs: string) => {
    for (const [name, content] of [
      ['theirs', theirs],
      ['ours', ours],
    ] as const) {
      git('checkout', '-q', '-b', name, 'main');
      write(content);
      git('commit', '-q', '--no-verify', '-am', name);
    }
  };
  return { ...folder, run, git, write, branches, fiscal, text: () => readFileSync(join(cwd, path), 'utf8') };
}

test('where git would not find the program, that is said', async () => {
  const { fiscalWith, git, cwd } = repositoryWith(report);
  const bare = { ...env, PATH: join(cwd, 'nothing') };
  const { code, stderr } = await fiscalWith(
    { env: { ...bare, PATH: `${bare.PATH}${delimiter}${dirname(gitProgram())}` }, engine },
    'git',
    'install',
  );
  expect(code).toBe(0);
  expect(stderr).toContain('（PATH）里没有 fiscal');
  expect(git('config', 'merge.fiscal.driver')).toMatch(/^fiscal git merge %O %A %B %P;/);
});

test('a window that does not find the program merges as git does, and does not lose a side', async () => {
  const { branches, cwd } = await installedIn(report);
  branches(report.replace('1.00', '1.50'), report.replace('1.00', '1.70'));
  const PATH = [dirname(gitProgram()), '/bin', '/usr/bin'].join(delimiter);
  const git = (...argv: string[]) => spawnSync('git', argv, { cwd, env: { ...env, PATH }, encoding: 'utf8' });
  expect(git('merge', '-q', 'theirs').status).toBe(1);
  const merged = readFileSync(join(cwd, path), 'utf8');
  for (const left of ['<<<<<<<', '1.50', '=======', '1.70', '>>>>>>>']) expect(merged).toContain(left);
  expect(git('commit', '-qam', '合并').stderr).toContain('找不到 fiscal 命令');
}, 60_000);

/** Where git itself lies: the tests' own search path may name the program, too. */
function gitProgram(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'git')).find((path) => existsSync(path))!;
}

async function installedIn(text: string) {
  const repository = repositoryWith(text);
  expect(await repository.fiscal('git', 'install')).toMatchObject({ code: 0, stderr: '' });
  repository.git('add', '.gitattributes');
  repository.git('commit', '-q', '--no-verify', '-m', '设置');
  return repository;
}

test('install and uninstall leave a repository as it was', async () => {
  const { fiscal, cwd, git } = repositoryWith(report);
  const before = readFileSync(join(cwd, '.git/config'), 'utf8');
  writeFileSync(join(cwd, '.gitattributes'), '*.png binary');
  const printed = await fiscal('git', 'install', '--print');
  expect(printed.stdout).toContain('*.fiscal diff=fiscal merge=fiscal');
  expect(readFileSync(join(cwd, '.git/config'), 'utf8')).toBe(before);
  for (let times = 0; times < 2; times += 1) await fiscal('git', 'install');
  expect(readFileSync(join(cwd, '.gitattributes'), 'utf8')).toBe(
    '*.png binary\n*.fiscal diff=fiscal merge=fiscal\n',
  );
  expect(git('config', 'merge.fiscal.driver')).toMatch(/^fiscal git merge %O %A %B %P;/);
  await fiscal('git', 'uninstall');
  expect(readFileSync(join(cwd, '.gitattributes'), 'utf8')).toBe('*.png binary\n');
  expect(readFileSync(join(cwd, '.git/config'), 'utf8')).toBe(before);
  expect(existsSync(join(cwd, '.git/hooks/pre-commit'))).toBe(false);
});

test('a hook of one’s own stays', async () => {
  const { fiscal, cwd } = repositoryWith(report);
  const hook = join(cwd, '.git/hooks/pre-commit');
  mkdirSync(join(cwd, '.git/hooks'), { recursive: true });
  writeFileSync(hook, '#!/bin/sh\n');
  expect((await fiscal('git', 'install')).stdout).toContain('没有改动，请自行加上 fiscal check --staged');
  await fiscal('git', 'uninstall');
  expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\n');
});

test('the hook keeps out what is staged and wrong', async () => {
  const { run, git, write } = await installedIn(report);
  write(report.replace('其他收入                        2.00', '其他收入 2.00 总计 4.00'));
  git('add', '.');
  const refused = run('commit', '-q', '-m', '错');
  expect(refused.status).toBe(1);
  expect(refused.stdout + refused.stderr).toContain('I0103');
}, 60_000);

test('hunk headers name the block', async () => {
  const { git, write } = await installedIn(report);
  write(report.replace('项目       2.00', '项目       2.50'));
  expect(git('diff', '-U0')).toContain('@@   支出 一般公共预算\n');
});

const nested = `部门决算 某局 2024 {
  支出 一般公共预算 {
    2012601 行政运行  基本 1.00 {
      明细 基本 { 30201 办公费 1.00 }
    }
    2012604 档案馆  项目 2.00
  }
  基本支出 {
    人员经费 {
      30101 基本工资 1.00
    }
    公用经费 {
      30201 办公费 2.00
    }
  }
}
`;

test.each([
  ['30201 办公费 2.00', '@@     公用经费\n'],
  ['30101 基本工资 1.00', '@@     人员经费\n'],
  // No figure is said to be of the line before.
  ['2012604 档案馆  项目 2.00', '@@   支出 一般公共预算\n'],
  ['明细 基本 { 30201 办公费 1.00 }', '@@   支出 一般公共预算\n'],
])('hunk headers name the part of a block that is called by a name: %s', async (line, header) => {
  const { git, write } = await installedIn(nested);
  write(nested.replace(line, line.replace(/.00( })?$/, '.50$1')));
  expect(git('diff', '-U0')).toContain(header);
});

test('git diff tells what changed when that is asked for', async () => {
  const { git, write, fiscal } = await installedIn(report);
  await fiscal('git', 'install', '--external-diff');
  write(report.replace('其他收入                        2.00', '其他收入                        2.50'));
  expect(git('diff')).toMatch(/^某局 2024 {2}报告\/某局 2024\.fiscal\n1 处改动/);
  expect(git('diff')).toContain('  ~ 其他收入  2.00  →  2.50  万元  +0.50  +25.00%');
  expect(git('diff', '--no-ext-diff')).toContain('+    其他收入                        2.50');
}, 60_000);

const first = report.replace('1.00\n    其他', '1.50\n    其他');
const second = report.replace('项目       2.00\n', '项目       2.50\n');
const both = second.replace('1.00\n    其他', '1.50\n    其他');

const merges: [what: string, ours: string, theirs: string, merged: string][] = [
  [
    'two figures next to each other',
    first,
    report.replace('2.00\n  }\n\n', '2.50\n  }\n\n'),
    first.replace('2.00\n  }\n\n', '2.50\n  }\n\n'),
  ],
  [
    'two lines added at one place',
    report.replace(
      '项目       2.00\n',
      '项目       2.00\n    2080505 养老                          基本       3.00\n',
    ),
    report.replace(
      '项目       2.00\n',
      '项目       2.00\n    2210201 住房公积金                    基本       4.00\n',
    ),
    report.replace(
      '项目       2.00\n',
      '项目       2.00\n    2080505 养老                          基本       3.00\n    2210201 住房公积金                    基本       4.00\n',
    ),
  ],
  ['a figure, and the layout of all', second, report.replace(/(?<=\S) {2,}/g, ' '), second],
  [
    'two lines of one text',
    report.replace('第一条', '甲'),
    report.replace('第二条', '乙'),
    report.replace('第一条', '甲').replace('第二条', '乙'),
  ],
];

test.each(merges)(
  '%s: no conflict',
  async (_, ours, theirs, merged) => {
    const { git, branches, text } = await installedIn(report);
    branches(ours, theirs);
    git('merge', '-q', '--no-verify', '-m', '合并', 'theirs');
    expect(text()).toBe(merged);
  },
  60_000,
);

test('one figure changed twice is a conflict of its line', async () => {
  const { run, branches, text } = await installedIn(report);
  branches(
    first,
    report.replace('1.00\n    其他', '1.60\n    其他').replace('项目       2.00\n', '项目       2.50\n'),
  );
  const { status, stderr, stdout } = run('merge', 'theirs');
  expect(status).toBe(1);
  expect(stdout + stderr).toContain(`${path} 有 1 处两边改得不同，请在冲突标记处核对`);
  expect(text()).toBe(
    both.replace(
      '    事业收入                        1.50\n',
      `<<<<<<< 当前：「收入 事业收入」原来 1.00，当前 1.50，并入 1.60
    事业收入                        1.50
||||||| 原来
    事业收入                        1.00
=======
    事业收入                        1.60
>>>>>>> 并入
`,
    ),
  );
}, 60_000);

test('rebasing and picking merge in the same way, with the line ends of Windows', async () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  const { git, branches, text, write } = await installedIn(windows(report));
  branches(windows(first), windows(report.replace('2.00\n  }\n\n', '2.50\n  }\n\n')));
  git('rebase', '-q', 'theirs');
  expect(text()).toBe(windows(first.replace('2.00\n  }\n\n', '2.50\n  }\n\n')));
  git('checkout', '-q', 'main');
  write(windows(report));
  git('cherry-pick', 'ours', 'theirs');
  expect(text()).toBe(windows(first.replace('2.00\n  }\n\n', '2.50\n  }\n\n')));
}, 60_000);

test('of two changes one can be staged alone, and is told alone', async () => {
  const { cwd, write, git, fiscal } = await installedIn(report);
  write(both);
  execFileSync('git', ['add', '-p'], {
    cwd,
    env: { ...env, PATH: process.env['PATH'] },
    input: 's\ny\nn\n',
    stdio: 'pipe',
  });
  const { stdout } = await fiscal('diff', '--staged');
  expect(stdout).toContain('  ~ 事业收入  1.00  →  1.50  万元  +0.50  +50.00%');
  expect(stdout).not.toContain('2012604');
  expect(git('status', '--short')).toBe(`MM "${path}"\n`);
}, 60_000);

test.each([
  [['git', '拉'], 'fiscal git 不能是“拉”，可以是：install、uninstall、merge、diff'],
  [['git', 'merge', 'a'], 'git merge 由 git 调用，先运行 fiscal git install'],
])('%j cannot run, and says why', async (argv, message) => {
  const { fiscalWith } = folderWith({});
  expect(await fiscalWith({ engine }, ...argv)).toEqual({
    code: 2,
    stdout: '',
    stderr: `fiscal: ${message}\n`,
  });
});
