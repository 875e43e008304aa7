import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { templateFindings } from '@fiscal/report';
import { findingsOf, loadText, saying } from './check.js';
import { exampleOf, publishedBytes } from './office/published.js';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'fiscal-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the first example of the README gives the message below it, and no other', () => {
  const told = findingsOf(loadText(blocks('fiscal')[0]!), templateFindings).map(
    (finding) => `${saying(finding)}\n`,
  );
  expect(told).toEqual([blocks('text')[0]]);
});

describe('the commands of the README', () => {
  const own = join(folder, '我的文件夹');

  test('for one’s own reports do what they say, one after the other', () => {
    const commands = linesOf(blocks('sh')).filter((line) => line.startsWith('npx fiscal '));
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands)
      expect(run(command.replaceAll('/我的文件夹', own)), command).toMatchObject({ code: 0 });
    for (const name of ['示例县档案馆.fiscal', '示例县图书馆.fiscal', '成文/示例县档案馆.html'])
      expect(existsSync(join(own, name)), name).toBe(true);
  });

  test('that the table lists are there', () => {
    const commands = [...readme.matchAll(/^\| `(npx fiscal [^`]+)`/gm)].map((match) => match[1]!);
    expect(commands.length).toBeGreaterThan(8);
    const file = join(own, '示例县档案馆.fiscal');
    const example = '上海市普陀区财政局-2024';
    const published = join(root, 'examples', example, '期望', `${example}.html`);
    for (const command of commands.filter((line) => !line.endsWith(' lsp'))) {
      const meant = command
        .replace(/文件…?/g, file)
        .replace('目录', own)
        .replace('名称', `甲局 -o ${own}`)
        .replace('公开的报告', `${published} -o ${own}`);
      expect(run(meant), command).toMatchObject({ code: 0 });
    }
    expect(run('npx fiscal lsp --help')).toMatchObject({ code: 0 });
  });

  test('for next year', () => {
    const [options] = /`--from 文件`/.exec(readme)!;
    const meant = options.slice(1, -1).replace('文件', join(own, '示例县档案馆.fiscal'));
    expect(run(`npx fiscal new ${meant}`)).toMatchObject({ code: 0 });
    const [, year] = /^部门决算 \S+ (\d{4})/m.exec(readFileSync(join(own, '示例县档案馆.fiscal'), 'utf8'))!;
    expect(existsSync(join(own, `示例县档案馆-${Number(year) + 1}.fiscal`))).toBe(true);
  });
});

test('the commands of the manual of reading do what they say', async () => {
  const manual = readFileSync(join(root, 'packages', 'read', 'README.md'), 'utf8');
  const [commands] = [...manual.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((match) =>
    match[1]!.trim().split('\n'),
  );
  const { document } = exampleOf('示例区文化馆-2024/示例区文化馆-2024.fiscal');
  writeFileSync(join(folder, '报告.docx'), await publishedBytes('docx', document));
  expect(commands).toHaveLength(3);
  for (const command of commands!)
    expect(run(command.replaceAll(/报告(?=\.)/g, join(folder, '报告'))), command).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, '报告.fiscal'))).toBe(true);
});

test('the demo builds the example alone, and its last line names the file to open', () => {
  const installed = linesOf(blocks('sh')).find((line) => line.startsWith('npm ci && npm run demo'));
  expect(installed).toBeDefined();
  // npm ci has built the program already: prepare.
  expect(scripts.prepare).toBe('npm run build');
  expect(scripts.demo).not.toContain('npm run');
  const demo = join(folder, 'demo');
  const commands: string[] = scripts.demo.split(' && ');
  const [build, echo] = commands.map((command) => command.replace(/(?<= )demo(?=$|\/)/, demo));
  expect(commands).toHaveLength(2);
  expect(run(build!)).toMatchObject({ code: 0 });
  const named = /^echo 用浏览器打开 (.+\.html)$/.exec(echo!)?.[1];
  expect(named && existsSync(named)).toBe(true);
});

/** The command line as a process, by words that hold no blanks. */
function run(command: string): { code: number | null; output: string } {
  const [program, ...words] = command.split(' ').filter((word) => word !== '');
  const given = program === 'npx' ? ['packages/cli/bin/fiscal.js', ...words.slice(1)] : words;
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: root, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

/** The fenced blocks of that language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1]!,
  );
}

function linesOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split('\n'));
}
