import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Engine } from '../src/engine.js';
import { run as runFromPackages } from '../src/run.js';
import { pretendEngine } from './pretend-engine.js';

/** `npm test` runs these tests twice: with the packages, and with the bundle that users have. */
const run: typeof runFromPackages =
  process.env['FISCAL_CLI'] === 'bundle' ? loadBundle().run : runFromPackages;

function loadBundle(): { run: typeof runFromPackages } {
  const loader = createRequire(import.meta.url)('../bin/load-bundle.js');
  return loader.loadBundle(join(import.meta.dirname, '../dist/fiscal.cjs'));
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  terminal?: boolean;
  columns?: number;
  env?: Record<string, string>;
  engine?: Engine;
  /** What comes through standard input. */
  stdin?: string | Uint8Array;
  /** Below the folder of the files. */
  in?: string;
}

/** A working directory with files, and the command line called in it; removed when the test ends. */
export function folderWith(files: Record<string, string | Uint8Array>) {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'fiscal-')));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  return {
    cwd,
    fiscal: (...argv: string[]) => runIn(cwd, argv, {}),
    fiscalWith: (surroundings: Surroundings, ...argv: string[]) => runIn(cwd, argv, surroundings),
    read: (name: string) => readFileSync(join(cwd, name), 'utf8'),
    /** All files below, sorted. */
    list: () =>
      readdirSync(cwd, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 1))
        .sort(),
  };
}

async function runIn(cwd: string, argv: string[], surroundings: Surroundings): Promise<Ran> {
  const { terminal, columns, env = {}, engine = pretendEngine, stdin = '' } = surroundings;
  const buffer = () => {
    const written: string[] = [];
    const output = { write: (text: string) => written.push(text), isTTY: terminal, columns };
    return { output, text: () => written.join('') };
  };
  const stdout = buffer();
  const stderr = buffer();
  const now = () => new Date(2025, 5, 1);
  const io = {
    cwd: join(cwd, surroundings.in ?? ''),
    env,
    stdout: stdout.output,
    stderr: stderr.output,
    stdin: async () => Buffer.from(stdin as Uint8Array),
    now,
  };
  const code = await run(argv, io, engine);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
