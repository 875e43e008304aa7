import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from './command-line.js';

const clean = '部门决算 某局 2023 {}\n';

test('a clean file: only the summary, exit code 0', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': clean });
  expect(await fiscal('check', 'a.fiscal')).toEqual({
    code: 0,
    stdout: '1 个文件：0 个错误，0 个警告，0 条尾差说明，0 项未检查\n',
    stderr: '',
  });
});

test('a finding: place, severity, rule, message, the line, the carets', async () => {
  const { fiscal } = folderWith({ '报告/甲.fiscal': '部门决算 某局\n  总计：\t错错 1\n' });
  const { code, stdout } = await fiscal('check', '报告/甲.fiscal');
  expect(stdout).toBe(`报告/甲.fiscal:2:7 错误 E1 写错了
    2 |   总计：    错错 1
      |             ^^^^

1 个文件：1 个错误，0 个警告，0 条尾差说明，0 项未检查
`);
  expect(code).toBe(1);
});

test('the figures of a sum are listed with role, path, value and place', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '和' });
  expect((await fiscal('check', 'a.fiscal')).stdout).toBe(`a.fiscal:1:1 错误 S1 S1 的说法
    1 | 和
      | ^^
    =  收入.总计  3650.36 万元  1:1
    +  收入.拨款  3213.28 万元  1:1
    -  收入.上缴      9.9 万元  推算

1 个文件：1 个错误，0 个警告，0 条尾差说明，0 项未检查
`);
});

test('tails are listed with their places; what was not checked says what is missing', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '尾\n缺' });
  expect(await fiscal('check', 'a.fiscal')).toEqual({
    code: 0,
    stderr: '',
    stdout: `a.fiscal:1:1 提示 T1 T1 的说法
    1 | 尾
      | ^^
    收入.总计  3650.36 万元  1:1

a.fiscal:2:1 说明 N1 N1 的说法
    2 | 缺
      | ^^
    收入.总计  未填  2:1

1 个文件：0 个错误，0 个警告，1 条尾差说明，1 项未检查
`,
  });
});

test('findings come in the order of the files given, then by place', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '错\n疑 错', 'b.fiscal': '疑' });
  const { stdout } = await fiscal('check', 'b.fiscal', 'a.fiscal');
  expect(stdout.match(/^\S+fiscal:\d+:\d+/gm)).toEqual([
    'b.fiscal:1:1',
    'a.fiscal:1:1',
    'a.fiscal:2:1',
    'a.fiscal:2:3',
  ]);
  expect(stdout).toContain('2 个文件：2 个错误，2 个警告');
});

test.each([
  ['错', 'hint', 1],
  ['疑', 'hint', 1],
  ['尾', 'hint', 0],
  ['缺', 'hint', 0],
  ['疑', 'warning', 1],
  ['疑', 'error', 0],
  ['错', 'error', 1],
])('%s with --min-severity %s: exit code %i', async (text, severity, expected) => {
  const { fiscal } = folderWith({ 'a.fiscal': text });
  expect((await fiscal('check', 'a.fiscal', '--min-severity', severity)).code).toBe(expected);
});

test('--min-severity leaves findings out and says how many', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '错 疑 尾 缺' });
  const { stdout } = await fiscal('check', 'a.fiscal', '--min-severity', 'warning');
  expect(stdout).not.toContain('T1');
  expect(stdout).toContain('1 个错误，1 个警告，0 条尾差说明，0 项未检查（另有 2 条级别较低，没有列出）\n');
});

test('JSON: an array with rule, severity, message, uri, zero-based range and data', async () => {
  const { fiscal, cwd } = folderWith({ '甲 1.fiscal': 'x\n总错' });
  const { code, stdout } = await fiscal('check', '甲 1.fiscal', '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual([
    {
      rule: 'E1',
      severity: 'error',
      message: '写错了',
      uri: pathToFileURL(join(cwd, '甲 1.fiscal')).href,
      range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } },
      data: { kind: 'message', code: '写错了', parameters: {}, suggestions: [] },
    },
  ]);
});

test('JSON of a clean file is an empty array', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': clean });
  expect(await fiscal('check', '--format', 'json', 'a.fiscal')).toEqual({
    code: 0,
    stdout: '[]\n',
    stderr: '',
  });
});

test('a byte order mark shifts no range, and CRLF and CR end lines', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '\ufeff错\r\n\r 疑' });
  const { stdout } = await fiscal('check', 'a.fiscal');
  expect(stdout).toContain('a.fiscal:1:1 错误');
  expect(stdout).toContain('a.fiscal:3:2 警告 W1 可疑\n    3 |  疑\n      |  ^^\n');
});

test('folders and patterns mean the .fiscal files in them, each file once', async () => {
  const { fiscal } = folderWith({
    'd/a.fiscal': clean,
    'd/深/b.fiscal': clean,
    'd/c.txt': clean,
    'd/node_modules/x/e.fiscal': clean,
  });
  expect((await fiscal('check', 'd')).stdout).toMatch(/^2 个文件/);
  expect((await fiscal('check', 'd/**/*.fiscal', 'd/a.fiscal', './d')).stdout).toMatch(/^2 个文件/);
  expect((await fiscal('check', 'd/*')).stdout).toMatch(/^1 个文件/);
});

test('absolute paths and patterns work, and paths are shown from the working directory', async () => {
  const { fiscal, cwd } = folderWith({ 'd/a.fiscal': '错' });
  for (const operand of ['d/a.fiscal', 'd', 'd/*.fiscal']) {
    expect((await fiscal('check', join(cwd, operand))).stdout).toMatch(/^d\/a\.fiscal:1:1 /);
  }
});

test('a name with brackets is the file, not a pattern', async () => {
  const { fiscal } = folderWith({ '某局[2023].fiscal': '错' });
  expect((await fiscal('check', '某局[2023].fiscal')).stdout).toMatch(/^某局\[2023\]\.fiscal:1:1 /);
});

test('a folder that is linked into itself is walked once', async () => {
  const { fiscal, cwd } = folderWith({ 'd/a.fiscal': clean });
  symlinkSync(join(cwd, 'd'), join(cwd, 'd/loop'));
  expect((await fiscal('check', 'd')).stdout).toMatch(/^1 个文件/);
});

test('files that are referred to are read, also outside the folder; missing ones are a finding', async () => {
  const { fiscal } = folderWith({
    'd/a.fiscal': '引../b.fiscal',
    'b.fiscal': clean,
    'c.fiscal': '引无.fiscal',
  });
  expect((await fiscal('check', 'd/a.fiscal')).code).toBe(0);
  const missing = await fiscal('check', 'c.fiscal');
  expect(missing.stdout).toContain('M1 没有 无.fiscal');
  expect(missing.stderr).toBe('');
});

test.each<[string, Record<string, string | Uint8Array>, string]>([
  ['b.csv', { 'b.csv': Uint8Array.of(0x31, 0xbf, 0xc6) }, 'gbk'],
  ['目录.fiscal', { '目录.fiscal/b.fiscal': clean }, 'not-ordinary'],
  ['密.txt.key', { '密.txt.key': 'secret' }, 'not-ordinary'],
])(
  '%s is referred to and cannot be read: the finding says why, nothing else does',
  async (name, files, why) => {
    const { fiscal } = folderWith({ 'a.fiscal': `引${name}`, ...files });
    const { code, stdout, stderr } = await fiscal('check', 'a.fiscal');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain(`a.fiscal:1:1 错误 M1 ${why}`);
  },
);

test('figures that are left open are counted', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '部门决算 某局 2023 { 未填 }\n', 'b.fiscal': clean });
  expect((await fiscal('check', 'a.fiscal', 'b.fiscal')).stdout).toBe(
    '2 个文件：0 个错误，0 个警告，0 条尾差说明，0 项未检查，1 个数未填\n',
  );
});

test('colours on a terminal only, and never with NO_COLOR, TERM=dumb or --no-color', async () => {
  const { fiscal, fiscalWith } = folderWith({ 'a.fiscal': '错' });
  const escape = '\u001b[';
  expect((await fiscalWith({ terminal: true }, 'check', 'a.fiscal')).stdout).toContain(
    `${escape}31m错误${escape}39m`,
  );
  const plain = [
    await fiscal('check', 'a.fiscal'),
    await fiscalWith({ terminal: true, env: { NO_COLOR: '1' } }, 'check', 'a.fiscal'),
    await fiscalWith({ terminal: true, env: { TERM: 'dumb' } }, 'check', 'a.fiscal'),
    await fiscalWith({ terminal: true }, 'check', 'a.fiscal', '--no-color'),
    await fiscalWith({ terminal: true }, '--no-color', 'check', 'a.fiscal'),
  ];
  for (const { stdout } of plain) expect(stdout).not.toContain(escape);
});

test('a file name cannot steer the terminal', async () => {
  const { fiscal, cwd } = folderWith({});
  mkdirSync(join(cwd, 'd'));
  writeFileSync(join(cwd, 'd', '\u001b[2J.fiscal'), '错');
  expect((await fiscal('check', 'd')).stdout).toMatch(/^d\/␛\[2J\.fiscal:1:1 /);
});
