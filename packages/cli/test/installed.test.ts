import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMessageConnection } from 'vscode-jsonrpc/node.js';

const root = join(import.meta.dirname, '../../..');
const example = join(root, 'examples/攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal');

let folder: string;
let program: string;

/** What `npm pack` gives, installed where nothing else is: without this repository, without a network. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fiscal-installed-'));
  const npm = (...words: string[]) =>
    execFileSync('npm', words, { cwd: root, encoding: 'utf8', env: npmEnv() });
  const packed = npm('pack', '--ignore-scripts', '--silent', '--pack-destination', folder).trim();
  npm('install', '--global', '--offline', '--prefix', join(folder, 'prefix'), join(folder, packed));
  program = join(folder, 'prefix/bin/fiscal');
  mkdirSync(join(folder, 'work'));
  cpSync(example, join(folder, 'work/报告.fiscal'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without what the npm that runs these tests says to its children. */
function npmEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return Object.fromEntries(own);
}

function fiscal(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: join(folder, 'work'),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

test('every command runs from the installed file', () => {
  expect(fiscal('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(fiscal('check', '报告.fiscal')).toMatchObject({ code: 0, stderr: '' });
  expect(fiscal('check', '报告.fiscal', '--format', 'sarif')).toMatchObject({ code: 0, stderr: '' });
  expect(fiscal('build', '报告.fiscal', '-o', '成文', '--quiet')).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, 'work/成文'))).toEqual(expect.arrayContaining(['报告.html', '报告.md']));
  expect(fiscal('facts', '报告.fiscal', '--format', 'csv')).toMatchObject({ code: 0, stderr: '' });
  expect(fiscal('new', '示例县档案馆')).toMatchObject({ code: 0, stderr: '' });
  expect(fiscal('format', '--check', '示例县档案馆.fiscal')).toMatchObject({ code: 0, stderr: '' });
  expect(fiscal('explain', 'I0101').stdout).toContain('I0101');
  expect(fiscal('rules').stdout).toContain('I0101');
  expect(fiscal('suppressions', '报告.fiscal')).toMatchObject({ code: 0, stderr: '' });
});

test('its language server answers', async () => {
  const child = spawn(program, ['lsp'], { cwd: join(folder, 'work') });
  const connection = createMessageConnection(child.stdout, child.stdin);
  const published = new Promise<{ diagnostics: { code: string }[] }>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const text = '部门决算 某局 2023 {\n  收入 { 事业收入 1 其他收入 2 总计 4 }\n}\n';
  const textDocument = { uri: 'file:///a.fiscal', languageId: 'fiscal', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  expect((await published).diagnostics.map(({ code }) => code)).toContain('I0103');
  await connection.sendRequest('shutdown');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
}, 60_000);

test('it brings its licence and those of its parts, and no source', () => {
  const installed = join(folder, 'prefix/lib/node_modules/fiscal');
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'packages/cli/CHANGELOG.md']));
  expect(files.filter((file) => /node_modules|\.ts$|\.fiscal$|\.map$/.test(file))).toEqual([]);
  const notices = readFileSync(join(installed, 'packages/cli/THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['chevrotain', 'commander', 'langium', 'vscode-languageserver'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
