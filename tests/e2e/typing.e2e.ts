import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatText } from '@fiscal/language';
import { expect, test } from 'vitest';
import { example, placeInExample } from './harness/project.js';
import type { RunningVSCode } from './harness/running-vscode.js';
import { openSession } from './harness/session.js';
import type { Workbench } from './harness/workbench.js';

let vscode: RunningVSCode;
let workbench: Workbench;

const fresh = {
  file: '新的报告.fiscal',
  text: '部门决算 某市审计局 2024 {\n  模板          四川\n\n  支出 一般公共预算 {\n    \n  }\n}\n',
};

/** The letters, what they mean, and the figure: by which measure, also by letters. */
const lines = [
  ['xz', '2010801 行政运行', 'jb', '基本', '386.40'],
  ['yb', '2010802 一般行政管理事务', 'xm', '项目', '52.18'],
  ['sjyw', '2010804 审计业务', 'xm', '项目', '120.00'],
  ['xzdwl', '2080501 行政单位离退休', 'jb', '基本', '61.75'],
  ['jg', '2080505 机关事业单位基本养老保险缴费支出', 'jb', '基本', '48.20'],
  ['jg', '2080506 机关事业单位职业年金缴费支出', 'jb', '基本', '24.10'],
  ['xz', '2101101 行政单位医疗', 'jb', '基本', '22.66'],
  ['gwy', '2101103 公务员医疗补助', 'jb', '基本', '9.31'],
  ['zf', '2210201 住房公积金', 'jb', '基本', '40.02'],
  ['gf', '2210203 购房补贴', 'jb', '基本', '5.50'],
] as const;

openSession('typing', (session) => ({ vscode, workbench } = session), {
  files: { [fresh.file]: fresh.text },
});

/** The first line as it is when it was put in order; the editor shows blanks of its own. */
const inColumns = /2010801\s行政运行\s{10,}基本\s+386\.40/;

let keystrokes = 0;

async function press(key: string): Promise<void> {
  keystrokes += 1;
  await workbench.page.keyboard.press(key);
}

async function type(keys: string): Promise<void> {
  for (const key of keys) await press(key === ' ' ? 'Space' : key);
}

/** Types letters and takes what is offered first, which must be what is meant. */
async function take(letters: string, meant: string): Promise<void> {
  await type(letters);
  await workbench.offered(meant.split(' ').at(-1)!);
  const first = workbench.suggestions.first();
  await expect.poll(() => labelOf(first)).toBe(meant);
  await press('Enter');
  await first.waitFor({ state: 'hidden' });
}

async function labelOf(row: (typeof workbench)['suggestions']): Promise<string> {
  const label = await row.locator('.label-name').textContent({ timeout: 1_000 });
  return (label ?? '').replaceAll('\u00a0', ' ');
}

test('ten lines of expenditure by initials and Enter', async () => {
  await workbench.openFile(fresh.file);
  await workbench.goTo(5, 5);
  keystrokes = 0;
  for (const [index, [letters, subject, measure, word, figure]] of lines.entries()) {
    if (index > 0) await press('Enter');
    // Whoever does not hurry sees the line before put in order at once.
    if (index === 1) await workbench.editor.locator('.view-line', { hasText: inColumns }).waitFor();
    await take(letters, subject);
    await type(' ');
    await take(measure, word);
    await type(` ${figure}`);
  }
  await workbench.picture('typing-ten-lines');
  await workbench.save();
  const written = lines.map(([, subject, , word, figure]) => `${subject} ${word} ${figure}`).join('\n');
  const expected = formatText(fresh.text.replace('    \n', `${written}\n`));
  await expect.poll(() => vscode.read(fresh.file)).toBe(expected);
  console.log(`ten lines: ${keystrokes} keystrokes for ${written.length} characters`);
  expect(keystrokes).toBeLessThan(written.length);
});

test('a line added and a figure changed are two lines of a comparison', async () => {
  const original = vscode.read(example.file);
  const { line, column, text } = placeInExample('9.16 预算');
  await workbench.openFile(example.file);
  await workbench.select({ line, column }, text.slice(0, 4));
  await type('9.26');
  await press('End');
  await press('Enter');
  await take('sy', '2011350 事业运行');
  await type(' ');
  await take('jb', '基本');
  await type(' 3.2');
  await workbench.save();
  await workbench.picture('typing-two-lines');
  expect(comparison(original, vscode.read(example.file))).toEqual({ added: 2, taken: 1 });
});

/** Lines that git tells of as added and as taken away. */
function comparison(before: string, after: string): { added: number; taken: number } {
  const folder = mkdtempSync(join(tmpdir(), 'fiscal-comparison-'));
  const [one, other] = ['before', 'after'].map((name) => join(folder, name));
  writeFileSync(one!, before);
  writeFileSync(other!, after);
  const { stdout } = spawnSync('git', ['diff', '--no-index', '--numstat', one!, other!]);
  rmSync(folder, { recursive: true });
  const [added, taken] = stdout.toString().split('\t').map(Number);
  return { added: added!, taken: taken! };
}
