import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type Io, run as runFromPackages } from '@fiscal/cli';

// Each example is checked in every format, twice.
vi.setConfig({ testTimeout: 120_000 });

type Run = typeof runFromPackages;

const root = join(import.meta.dirname, '..');
const cli = join(root, 'packages/cli');
/** As the program loads it, with what the engine remembers of it. */
const { loadBundle } = createRequire(import.meta.url)(join(cli, 'bin/load-bundle.js'));
const bundle: { run: Run } = loadBundle(join(cli, 'dist/fiscal.cjs'));
const folder = mkdtempSync(join(tmpdir(), 'fiscal-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.fiscal'))
  .sort();

async function said(run: Run, argv: string[]): Promise<string[]> {
  const [stdout, stderr]: string[][] = [[], []];
  const io: Io = {
    cwd: join(root, 'examples'),
    env: {},
    stdout: { write: (text) => stdout!.push(text) },
    stderr: { write: (text) => stderr!.push(text) },
    stdin: async () => undefined,
    now: () => new Date(2025, 5, 1),
  };
  const code = await run(argv, io);
  return [String(code), stdout!.join(''), stderr!.join('')];
}

/** All files below, by name. */
function contents(path: string): Record<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => [
      join(parentPath, name).slice(path.length),
      readFileSync(join(parentPath, name), 'base64'),
    ]),
  );
}

describe.each(examples)('%s', (path) => {
  const commands = [
    ...['text', 'json', 'sarif', 'github', 'junit', 'markdown'].map((format) => [
      'check',
      path,
      '--format',
      format,
    ]),
    ['check', path, '--statistics'],
    ['facts', path],
    ['facts', path, '--format', 'csv'],
    ['suppressions', path, '--format', 'json'],
    ['format', '--check', path],
  ];

  test('gives the same bytes from the bundle as from the packages', async () => {
    for (const command of commands) {
      const [code, stdout, stderr] = await said(bundle.run, command);
      expect([code, stdout, stderr], command.join(' ')).toEqual(await said(runFromPackages, command));
    }
  });

  test('is published in the same bytes', async () => {
    const [one, other] = ['packages', 'bundle'].map((name) => join(folder, name, path));
    const build = (target: string) => ['build', path, '-o', target, '--force', '--quiet'];
    const [expected] = await said(runFromPackages, build(one!));
    expect((await said(bundle.run, build(other!)))[0]).toBe(expected);
    // One without a template is not published: 2.
    if (expected !== '2') expect(Object.keys(contents(one!)).length).toBeGreaterThan(1);
    if (expected !== '2') expect(contents(other!)).toEqual(contents(one!));
  });
});

test.each([['rules'], ['explain', 'I0101'], ['explain', 'i010'], ['--help'], ['build', '--help']])(
  '%s gives the same bytes from the bundle',
  async (...command) => {
    expect(await said(bundle.run, command)).toEqual(await said(runFromPackages, command));
  },
);
