import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './command-line.js';

test('what the baseline knows does not count, wherever its line has gone; what is new does', async () => {
  const { fiscal, cwd, read } = folderWith({ 'a.fiscal': '错 1\n疑' });
  const written = await fiscal('check', 'a.fiscal', '--write-baseline', '基线.json');
  expect(written).toEqual({ code: 0, stdout: '基线写入 基线.json：2 条\n', stderr: '' });
  expect(JSON.parse(read('基线.json'))).toEqual({
    version: 2,
    findings: [
      { file: 'a.fiscal', rule: 'E1', line: '错', subjects: ['写错了'], message: '写错了', count: 1 },
      { file: 'a.fiscal', rule: 'W1', line: '疑', subjects: ['可疑'], message: '可疑', count: 1 },
    ],
  });

  const again = () => fiscal('check', 'a.fiscal', '--baseline', '基线.json');
  expect(await again()).toEqual({
    code: 0,
    stderr: '',
    stdout: '1 个文件：0 个错误，0 个警告，0 条尾差说明，0 项未检查（另有 2 条在基线里，不计）\n',
  });
  writeFileSync(join(cwd, 'a.fiscal'), '\n\n  错 1\n疑\n疑');
  const more = await again();
  expect(more.code).toBe(1);
  expect(more.stdout).toContain('a.fiscal:5:1 警告 W1');
  expect(more.stdout).not.toContain('错误 E1');

  // Another figure is no new mistake; another line is one.
  writeFileSync(join(cwd, 'a.fiscal'), '错 2');
  expect((await again()).code).toBe(0);
  writeFileSync(join(cwd, 'a.fiscal'), '甲错 2');
  const changed = await again();
  expect(changed.stdout).toContain('a.fiscal:1:2 错误 E1');
  expect(changed.stdout).toContain('基线里有 2 条已经不再出现，可以用 --write-baseline 重写\n');
});

test.each([
  ['{', '不是基线文件，或者写坏了：b.json'],
  ['{"version":1,"findings":[]}', '不是基线文件，或者写坏了：b.json'],
  ['{"version":2,"findings":[{"file":"a"}]}', '不是基线文件，或者写坏了：b.json'],
])('a baseline that cannot be read stops the check: %s', async (text, message) => {
  const { fiscal } = folderWith({ 'a.fiscal': '错', 'b.json': text });
  const { code, stderr } = await fiscal('check', 'a.fiscal', '--baseline', 'b.json');
  expect({ code, stderr }).toEqual({ code: 2, stderr: `fiscal: ${message}\n` });
});

test('a baseline that is not there stops the check', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '错' });
  expect((await fiscal('check', 'a.fiscal', '--baseline', 'b.json')).code).toBe(2);
});

test('a project whose baseline is gone is told, also where nothing was found', async () => {
  const { fiscal } = folderWith({ '甲/a.fiscal': '', 'fiscal.json': '{ "基线": "没有.json" }' });
  const { code, stdout } = await fiscal('check', '甲');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^fiscal\.json:1:\d+ 错误 Z014 /);
});

test('a baseline holds wherever the command is called: files are named from where it lies', async () => {
  const gbk = Buffer.from('b2bfc3c5', 'hex');
  const { fiscalWith, cwd, read } = folderWith({
    '2023/a.fiscal': '错 引旧.fiscal',
    '2023/旧.fiscal': gbk,
    '基线/全部.json': '',
  });
  const baseline = join(cwd, '基线/全部.json');
  await fiscalWith({ in: '2023' }, 'check', 'a.fiscal', '--write-baseline', '../基线/全部.json');
  const written = read('基线/全部.json');
  expect(written).toContain('"file": "../2023/a.fiscal"');
  const folders: [string, string][] = [
    ['', '2023/a.fiscal'],
    ['2023', 'a.fiscal'],
    ['基线', join(cwd, '2023/a.fiscal')],
  ];
  for (const [folder, file] of folders) {
    const { code, stdout } = await fiscalWith({ in: folder }, 'check', file, '--baseline', baseline);
    expect({ folder, code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('另有 2 条在基线里'),
    });
    await fiscalWith({ in: folder }, 'check', file, '--write-baseline', baseline);
    expect(read('基线/全部.json')).toBe(written);
  }
});
