import { expect, test } from 'vitest';
import { folderWith } from './command-line.js';

test('explain prints the page of a rule, however its letter is written', async () => {
  const { fiscal } = folderWith({});
  const page = '# I0101 合计\n\n级别：错误\n';
  expect(await fiscal('explain', 'I0101')).toEqual({ code: 0, stdout: page, stderr: '' });
  expect((await fiscal('explain', 'i0101')).stdout).toBe(page);
});

test('explain names the nearest rules when there is none of that id', async () => {
  const { code, stdout, stderr } = await folderWith({}).fiscal('explain', 'I0001');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('没有规则 I0001，相近的有：I0101。');
});

test('rules lists ids, levels, titles and where they are written', async () => {
  const { code, stdout } = await folderWith({}).fiscal('rules');
  expect(code).toBe(0);
  expect(stdout).toBe('I0101  错误  合计      系统\nX001         两表一致  标准规则.fiscal\n');
});

test('rules as JSON', async () => {
  const { stdout } = await folderWith({}).fiscal('rules', '--format', 'json');
  expect(JSON.parse(stdout)).toEqual([
    { id: 'I0101', title: '合计', level: '错误', source: null },
    { id: 'X001', title: '两表一致', level: null, source: '标准规则.fiscal' },
  ]);
});
