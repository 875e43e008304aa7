import { expect, test } from 'vitest';
import { messages } from '../src/messages.zh.js';
import type { Engine } from '../src/engine.js';
import { folderWith } from './command-line.js';
import { pretendEngine } from './pretend-engine.js';

const untouchable = () => {
  throw new Error('loaded');
};
const nothing: Engine = {
  ...pretendEngine,
  language: untouchable,
  core: untouchable,
  publishing: untouchable,
};

const run = (...argv: string[]) => folderWith({}).fiscalWith({ engine: nothing }, ...argv);

const commands = ['check', 'build', 'facts', 'new', 'format'];

test.each([[], ...commands.map((command) => [command])])(
  'help of "%s" is Chinese and loads nothing',
  async (...command) => {
    const { code, stdout, stderr } = await run(...command.filter(Boolean), '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^用法：/);
    expect(stdout).toContain('选项：');
    expect(stdout).not.toMatch(/usage|arguments|options|commands|default|choices|display|output usage/i);
  },
);

test('help lists every command, and descriptions line up', async () => {
  const { stdout } = await run('--help');
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(stdout).toContain('退出码：');
});

test('exit codes and states are told where they are looked for', async () => {
  expect((await run('--help')).stdout).toContain('加 --force 照样生成时也为 0');
  expect((await run('build', '--help')).stdout).toContain('加 --force 有错误也生成，退出码也为 0');
  const { stdout } = await run('facts', '--help');
  for (const state of Object.values(messages.factStates))
    if (state !== '没有') expect(stdout).toContain(state);
});

test('the version', async () => {
  const { code, stdout } = await run('--version');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each<[string[], string]>([
  [[], '没有给出命令。用 fiscal --help 查看用法。'],
  [['chek'], '没有这个命令：chek。是不是 check？'],
  [['xyzzy'], '没有这个命令：xyzzy。用 fiscal --help 查看用法。'],
  [['check'], '缺少参数：文件。用 fiscal --help 查看用法。'],
  [['check', 'a', '--fromat', 'json'], '没有这个选项：--fromat。是不是 --format？'],
  [['check', 'a', '--format'], '选项没有给出值：--format <格式>。用 fiscal --help 查看用法。'],
  [
    ['check', 'a', '--format', 'xml'],
    '--format 不能是“xml”，可以是：text、json、sarif、github、junit、markdown',
  ],
  [
    ['check', 'a', '--min-severity', '1'],
    '--min-severity 不能是“1”，可以是：error、warning、information、hint',
  ],
  [['build', 'a'], '缺少选项：-o, --output <文件夹>。用 fiscal --help 查看用法。'],
  [['build', 'a', '-o', 'd', '--to', 'pdf'], '--to 不能是“pdf”，可以是：markdown、html'],
  [['facts', 'a', 'b'], '参数太多。用 fiscal --help 查看用法。'],
  [['new', '--year', '24'], '--year 要四位数的年份，给的是“24”'],
])('%j: %s', async (argv, message) => {
  expect(await run(...argv)).toEqual({ code: 2, stdout: '', stderr: `fiscal: ${message}\n` });
});
