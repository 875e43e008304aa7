import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noticesOf } from '../build/notices.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fiscal-notices-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A package with its files, in a folder of node_modules. */
function install(path: string, name: string, version: string, files: Record<string, string>): void {
  const all = { 'package.json': JSON.stringify({ name, version, license: 'MIT' }), ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path, file)), { recursive: true });
    writeFileSync(join(folder, path, file), text);
  }
}

/** A bundle that took so many bytes from each file. */
function bundle(bytes: Record<string, number>) {
  const inputs = Object.fromEntries(
    Object.entries(bytes).map(([path, bytesInOutput]) => [path, { bytesInOutput }]),
  );
  return { folder, metafile: { outputs: { 'dist/all.js': { inputs } } } };
}

/** The headings and what stands below each. */
function sections(text: string): string[] {
  return text.split(/\n-{80}\n\n/).slice(1);
}

describe('the notices of what is bundled', () => {
  test('are those of every package of which something is in it, each once, by name', () => {
    install('node_modules/b', 'b', '2.0.0', { LICENSE: 'Licence of b\r\nof 2020\r\n' });
    install('node_modules/@s/a', '@s/a', '1.0.0', {
      'license.md': 'Licence of a\n',
      NOTICE: 'Notice of a\n',
    });
    install('node_modules/@s/a/node_modules/b', 'b', '1.0.0', { LICENCE: 'Older licence of b' });
    install('node_modules/unused', 'unused', '1.0.0', { LICENSE: 'Nobody wants it' });
    const files = {
      'src/own.js': 9,
      'node_modules/b/index.js': 1,
      'node_modules/b/deep/more.js': 2,
      'node_modules/@s/a/index.js': 3,
      'node_modules/@s/a/node_modules/b/index.js': 4,
      'node_modules/unused/index.js': 0,
    };
    expect(
      sections(noticesOf('The product', [bundle(files), bundle({ 'node_modules/b/index.js': 1 })])),
    ).toEqual([
      '@s/a 1.0.0 (MIT)\n\nNotice of a\n\nLicence of a\n',
      'b 1.0.0 (MIT)\n\nOlder licence of b\n',
      'b 2.0.0 (MIT)\n\nLicence of b\nof 2020\n',
    ]);
  });

  test('may stand in a manual, and are refused where there are none', () => {
    const used = bundle({ 'node_modules/c/index.js': 1 });
    install('node_modules/c', 'c', '1.0.0', { 'README.md': '# c\n\n## License\n\nFree for all.\n' });
    expect(sections(noticesOf('The product', [used]))).toEqual(['c 1.0.0 (MIT)\n\nFree for all.\n']);
    install('node_modules/c', 'c', '1.0.0', { 'README.md': '# c\n' });
    expect(() => noticesOf('The product', [used])).toThrow(
      'c 1.0.0 is bundled and has no licence text to pass on.',
    );
  });
});

test('the server passes on what its parts want to be passed on', () => {
  const server = join(import.meta.dirname, '../../server');
  const metafiles: object[] = JSON.parse(readFileSync(join(server, 'dist/metafiles.json'), 'utf8'));
  const text = noticesOf(
    'The server',
    metafiles.map((metafile) => ({ folder: server, metafile })),
  );
  const titles = sections(text).map((section) => section.split('\n')[0]!);
  expect(titles).toEqual([...new Set(titles)].sort());
  for (const name of ['chevrotain', 'decimal.js', 'langium', 'vscode-languageserver'])
    expect(titles.some((title) => title.startsWith(`${name} `))).toBe(true);
  for (const section of sections(text)) expect(section).toMatch(/copyright|licen[cs]e/i);
  // Tools that make the bundle are not in it.
  expect(titles.filter((title) => /^(esbuild|typescript|vitest|pinyin-pro|@fiscal)/.test(title))).toEqual([]);
});

test('extension and command line are packed with them', () => {
  const root = join(import.meta.dirname, '../../..');
  const packed = readFileSync(join(root, 'packages/vscode/.vscodeignore'), 'utf8').split('\n');
  expect(packed).toContain('!THIRD-PARTY-NOTICES.txt');
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(files).toContain('packages/cli/THIRD-PARTY-NOTICES.txt');
});
