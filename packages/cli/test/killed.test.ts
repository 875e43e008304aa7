import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeLeftovers, temporaryPath } from '../src/output/leftovers.js';
import { writeDirectory } from '../src/output/write-directory.js';
import { folderWith } from './command-line.js';

/** The program as built: these tests need `npm run build`, which `npm test` runs first. */
const program = join(import.meta.dirname, '../bin/fiscal.js');
const killer = join(import.meta.dirname, 'kill-at.mjs');
const writer = join(import.meta.dirname, 'write-three.mjs');

const report = (amount: string) => `部门决算 某局 2023 {
  模板 某模板
  机关运行经费   ${amount}
}
模板 某模板 { 部分 "一" { 段 "机关运行经费【机关运行经费】万元。" 图 柱形 "图" { "本年" = 机关运行经费 } } }
`;

type Folder = ReturnType<typeof folderWith>;

/** Runs a program; it is killed at that step of writing, unless it needs fewer. */
function run({ cwd }: Folder, command: string[], step = 0) {
  const env = { ...process.env, KILL_AT: String(step), NODE_OPTIONS: '' };
  const { signal, stdout, stderr } = spawnSync(process.execPath, ['--import', killer, ...command], {
    cwd,
    env,
  });
  return { isKilled: signal === 'SIGKILL', stdout: String(stdout), stderr: String(stderr) };
}

/** All files of the folder with their texts, apart from temporary ones. */
function textsIn({ list, read }: Folder): Record<string, string> {
  return Object.fromEntries(
    list()
      .filter((name) => !isTemporary(name))
      .map((name) => [name, read(name)]),
  );
}

function temporaryIn({ list }: Folder): string[] {
  return list().filter(isTemporary);
}

function isTemporary(name: string): boolean {
  return name.endsWith('.part');
}

/** Each is old or new; those that are new were named, but for the last: it may have been told no more. */
function expectOldOrNew(folder: Folder, before: Texts, after: Texts, stdout: string): void {
  const left = textsIn(folder);
  for (const [name, text] of Object.entries(left)) expect([before[name], after[name]], name).toContain(text);
  const fresh = Object.keys(left).filter((name) => left[name] === after[name] && left[name] !== before[name]);
  const untold = fresh.filter((name) => !stdout.includes(name));
  expect(untold.length).toBeLessThanOrEqual(1);
}

type Texts = Record<string, string>;

test('kill -9 at any step of writing leaves files old or new, and the next writing removes what was left', async () => {
  const before: Texts = { 'out/a.md': 'old\n', 'out/a.html': 'old\n' };
  const names = ['figures/1.svg', 'a.md', 'a.html'];
  const after = Object.fromEntries(names.map((name) => [`out/${name}`, `new ${name}\n`]));
  let [step, kills, halves] = [1, 0, 0];
  for (; step < 60; step++) {
    const folder = folderWith(before);
    const { isKilled, stdout } = run(folder, [writer, folder.cwd], step);
    expectOldOrNew(folder, before, after, stdout);
    if (!isKilled) break;
    kills += 1;
    if (temporaryIn(folder).length > 0) halves += 1;
    const files = names.map((name) => ({ name, content: `new ${name}\n` }));
    await writeDirectory(join(folder.cwd, 'out'), files, folder.cwd, () => undefined);
    expect(textsIn(folder)).toEqual(after);
    expect(temporaryIn(folder)).toEqual([]);
  }
  // Each file is opened, written in two halves, synchronised, closed and renamed.
  expect(kills).toBeGreaterThanOrEqual(18);
  expect(halves).toBeGreaterThanOrEqual(12);
}, 120_000);

const commands: { name: string; files: Texts; argv: string[]; steps: number[] }[] = [
  { name: 'new', files: {}, argv: ['new', '某局', '-o', 'a.fiscal'], steps: [3, 6] },
  {
    name: 'format',
    files: { 'a.fiscal': report('1'), 'b.fiscal': report('2') },
    argv: ['format', '.'],
    steps: [9, 14],
  },
  {
    name: 'baseline',
    files: { 'a.fiscal': report('@'), 'b.json': '{}' },
    argv: ['check', 'a.fiscal', '--write-baseline', 'b.json'],
    steps: [3, 7],
  },
  {
    name: 'build',
    files: { 'a.fiscal': report('2.00'), 'out/a.md': '旧', 'out/a.html': '旧' },
    argv: ['build', 'a.fiscal', '-o', 'out', '--quiet'],
    steps: [9, 19],
  },
];

test.each(commands)(
  'kill -9 during $name: while it writes, and while it puts in place',
  ({ files, argv, steps }) => {
    const command = [program, ...argv];
    const whole = folderWith(files);
    expect(run(whole, command)).toMatchObject({ isKilled: false, stderr: '' });
    const after = textsIn(whole);
    expect(after).not.toEqual(files);
    for (const step of steps) {
      const folder = folderWith(files);
      const { isKilled, stdout } = run(folder, command, step);
      expect(isKilled).toBe(true);
      expect(temporaryIn(folder).length).toBeGreaterThan(0);
      expectOldOrNew(folder, files, after, stdout);
    }
    expect(temporaryIn(whole)).toEqual([]);
  },
  120_000,
);

test('what another process is still writing is let be', async () => {
  const folder = folderWith({});
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  onTestFinished(() => void other.kill());
  const mine = temporaryPath(folder.cwd);
  const theirs = mine.replace(`-${process.pid}-`, `-${other.pid}-`);
  writeFileSync(mine, '');
  writeFileSync(theirs, '');
  removeLeftovers(folder.cwd);
  expect(temporaryIn(folder)).toHaveLength(2);
  other.kill('SIGKILL');
  await once(other, 'exit');
  removeLeftovers(folder.cwd);
  expect(temporaryIn(folder)).toHaveLength(1);
});
