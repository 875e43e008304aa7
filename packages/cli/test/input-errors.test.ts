import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { truncateSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Failure } from '../src/failure.js';
import { systemReason } from '../src/system-error.js';
import { folderWith } from './command-line.js';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** One line on stderr, nothing on stdout, exit code 2. */
async function failureOf(files: Record<string, string | Uint8Array>, ...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await folderWith(files).fiscal(...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

test('no such file', async () => {
  expect(await failureOf({}, 'check', '无.fiscal')).toBe('fiscal: 没有这个文件：无.fiscal\n');
  expect(await failureOf({}, 'check', '无/无.fiscal')).toBe('fiscal: 没有这个文件：无/无.fiscal\n');
  expect(await failureOf({ 'a.fiscal': '' }, 'check', 'a.fiscal/b')).toBe(
    'fiscal: 读不了 a.fiscal/b：路径中有一段不是文件夹\n',
  );
});

test.each([
  ['check', ''],
  ['format', ''],
  ['format', '--check', ' '],
  ['facts', ''],
  ['build', '', '-o', 'out'],
  ['build', 'a.fiscal', '-o', ''],
  ['new', '--from', '', '--year', '2024'],
  ['new', '某局', '-o', ''],
])('%s “%s”: an empty name is not the whole folder', async (...argv) => {
  const folder = folderWith({ 'a.fiscal': 'x  \n' });
  expect(await folder.fiscal(...argv)).toEqual({ code: 2, stdout: '', stderr: 'fiscal: 文件名不能为空\n' });
  expect(folder.read('a.fiscal')).toBe('x  \n');
  expect(folder.list()).toEqual(['a.fiscal']);
});

test('every file that cannot be read is named, and the others are checked', async () => {
  const { fiscal } = folderWith({ 'a.fiscal': '错', 'b.fiscal': bytes([0xff, 0xfe]) });
  const { code, stdout, stderr } = await fiscal('check', 'a.fiscal', 'b.fiscal', 'c.fiscal');
  expect(stderr).toBe(
    'fiscal: 文件是 UTF-16 编码，请另存为 UTF-8：b.fiscal\nfiscal: 没有这个文件：c.fiscal\n',
  );
  expect(stdout).toContain('a.fiscal:1:1 错误 E1');
  expect(stdout).toContain('1 个文件：1 个错误');
  expect(code).toBe(2);
});

test('nothing that can be read is nothing to check', async () => {
  expect(await failureOf({}, 'check', 'b.fiscal', 'c.fiscal')).toBe(
    'fiscal: 没有这个文件：b.fiscal\nfiscal: 没有这个文件：c.fiscal\n',
  );
});

test('sources whose ending is in capitals are found in folders and by patterns', async () => {
  const files = { 'd/A.FISCAL': '错', 'd/b.Fiscal': '错', 'd/c.fiscal': '错', 'd/e.txt': '错' };
  for (const operand of ['d', '.', 'd/*'])
    expect((await folderWith(files).fiscal('check', operand)).stdout).toContain('3 个文件：3 个错误');
});

test('a folder without .fiscal files; a pattern without a match', async () => {
  const files = { 'd/a.txt': '' };
  expect(await failureOf(files, 'check', 'd')).toBe('fiscal: 文件夹里没有 .fiscal 文件：d\n');
  expect(await failureOf(files, 'check', '.')).toBe('fiscal: 文件夹里没有 .fiscal 文件：.\n');
  expect(await failureOf(files, 'check', 'd/*.txt')).toBe('fiscal: 没有 .fiscal 文件与通配符相符：d/*.txt\n');
});

test('facts of a folder', async () => {
  expect(await failureOf({ 'd/a.fiscal': '' }, 'facts', 'd')).toBe(
    'fiscal: 这里要一个文件，给的是文件夹：d\n',
  );
});

test('what is no regular file is not waited for', async () => {
  const { fiscal, cwd } = folderWith({});
  execFileSync('mkfifo', [join(cwd, 'p.fiscal')]);
  expect((await fiscal('check', 'p.fiscal')).stderr).toBe('fiscal: 不是普通文件：p.fiscal\n');
});

test('a file of more than 20 MB', async () => {
  const { fiscal, cwd } = folderWith({ 'a.fiscal': '' });
  truncateSync(join(cwd, 'a.fiscal'), 20 * 1024 * 1024 + 1);
  expect((await fiscal('check', 'a.fiscal')).stderr).toBe('fiscal: 文件太大（超过 20 MB）：a.fiscal\n');
});

test('not UTF-8: says at which byte, and guesses the encoding', async () => {
  // 决算 in GBK after eight bytes; in GBK every byte pair of it is a character.
  const gbk = bytes('// abcd\n', [0xbe, 0xf6, 0xcb, 0xe3]);
  expect(await failureOf({ 'a.fiscal': gbk }, 'check', 'a.fiscal')).toBe(
    'fiscal: 文件看来是 GBK 编码（第 9 个字节起不是 UTF-8），请另存为 UTF-8：a.fiscal\n',
  );
  // 0xff stands in neither encoding; before it the three bytes of 决.
  expect(await failureOf({ 'a.fiscal': bytes('决', [0xff]) }, 'check', 'a.fiscal')).toBe(
    'fiscal: 文件不是 UTF-8 编码（第 4 个字节起无法解读）：a.fiscal\n',
  );
  // A character cut off at the end of the file; 决 is e5 86 b3.
  expect(await failureOf({ 'a.fiscal': bytes('决', [0xe5, 0x86]) }, 'check', 'a.fiscal')).toMatch(/UTF-8/);
});

test('UTF-16, with and without a byte order mark, and other binary files', async () => {
  const utf16 = Buffer.from('\ufeff决算', 'utf16le');
  expect(await failureOf({ 'a.fiscal': utf16 }, 'check', 'a.fiscal')).toMatch(/UTF-16/);
  expect(await failureOf({ 'a.fiscal': Buffer.from('ab', 'utf16le') }, 'check', 'a.fiscal')).toBe(
    'fiscal: 不是文本文件（第 2 个字节为 0）：a.fiscal\n',
  );
});

test.each([
  ['EACCES', '没有权限'],
  ['EPERM', '没有权限'],
  ['ENOSPC', '磁盘空间不足'],
  ['EROFS', '磁盘是只读的'],
  ['ETXTBSY', 'ETXTBSY'],
])('the operating system says %s: %s', (code, reason) => {
  expect(systemReason(Object.assign(new Error('x'), { code }))).toBe(reason);
});

test('a defect of ours is no system error', () => {
  expect(() => systemReason(new TypeError('x is undefined'))).toThrow(TypeError);
  expect(() => systemReason(new Failure('a'))).toThrow(Failure);
});
