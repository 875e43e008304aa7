import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { folderWith } from './command-line.js';

/** The program as built: these tests need `npm run build`, which `npm test` runs first. */
describe.each(['fiscal.js', 'unbundled.js'])('%s', (name) => {
  const program = join(import.meta.dirname, '../bin', name);

  test('the installed program answers and sets the exit code', async () => {
    expect(execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' })).toMatch(
      /^\d+\.\d+\.\d+\n$/,
    );
    const failed = promisify(execFile)(process.execPath, [program, 'check', '无.fiscal']);
    await expect(failed).rejects.toMatchObject({ code: 2, stderr: 'fiscal: 没有这个文件：无.fiscal\n' });
  });

  test('a reader that closes the pipe early is no error', async () => {
    // More findings than a pipe holds, so that the program still writes when the reader has gone.
    const { cwd } = folderWith({ 'a.fiscal': `部门决算 某局 2023 {\n${'@ '.repeat(60)}\n}\n`.repeat(500) });
    const child = spawn(process.execPath, [program, 'check', 'a.fiscal'], { cwd });
    const complaints: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect({ code, stderr: Buffer.concat(complaints).toString() }).toEqual({ code: 1, stderr: '' });
  }, 30_000);
});
