import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './command-line.js';

test('rewrites what is not in the canonical layout and names it', async () => {
  const folder = folderWith({ 'a.fiscal': 'x  \n', 'b.fiscal': 'x\n' });
  expect(await folder.fiscal('format', '.')).toEqual({ code: 0, stdout: '已排版 a.fiscal\n', stderr: '' });
  expect(folder.read('a.fiscal')).toBe('x\n');
  expect(await folder.fiscal('format', '.')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(folder.list()).toEqual(['a.fiscal', 'b.fiscal']);
});

test('--check writes nothing and ends with 1 when something would change', async () => {
  const folder = folderWith({ 'a.fiscal': 'x  \n', 'b.fiscal': 'x\n' });
  expect(await folder.fiscal('format', '--check', 'a.fiscal', 'b.fiscal')).toEqual({
    code: 1,
    stdout: '需要排版 a.fiscal\n',
    stderr: '',
  });
  expect(folder.read('a.fiscal')).toBe('x  \n');
  expect((await folder.fiscal('format', '--check', 'b.fiscal')).code).toBe(0);
});

test('a byte order mark and the permissions of the file are kept', async () => {
  const folder = folderWith({ 'a.fiscal': '\ufeffx  \n' });
  const path = join(folder.cwd, 'a.fiscal');
  chmodSync(path, 0o640);
  await folder.fiscal('format', 'a.fiscal');
  expect(folder.read('a.fiscal')).toBe('\ufeffx\n');
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

test('all files are read before any is written', async () => {
  const folder = folderWith({ 'a.fiscal': 'x  \n' });
  expect((await folder.fiscal('format', 'a.fiscal', '无.fiscal')).code).toBe(2);
  expect(folder.read('a.fiscal')).toBe('x  \n');
});
