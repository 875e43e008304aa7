import { build } from 'esbuild';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extensionFolder, root } from './harness/project.js';
import { RunningVSCode } from './harness/running-vscode.js';
import { Workbench } from './harness/workbench.js';

const suite = join(import.meta.dirname, 'output', 'host-suite.cjs');

let vscode: RunningVSCode;
let workbench: Workbench;

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'host-suite', 'index.ts')],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  vscode = await RunningVSCode.start({ copies: [join(root, 'examples', '两级部门')] });
  workbench = await Workbench.open();
});

afterAll(async () => {
  await workbench?.close();
  await vscode?.stop();
});

test('every case passes inside the extension host', async () => {
  const outcomes: string[] = [];
  const { page } = workbench;
  await page.exposeFunction('codeAutomationLog', (_: string, words: unknown[] = []) => {
    const line = words.join(' ');
    if (/^(passed|failed) /.test(line)) outcomes.push(line);
  });
  const ended = new Promise<number>((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  const inside = (path: string) => `vscode-remote://127.0.0.1:${vscode.port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', inside(extensionFolder)],
    ['extensionTestsPath', inside(suite)],
  ];
  await page.goto(vscode.address({ payload: JSON.stringify(payload) }));
  const code = await ended;
  await workbench.picture('host');
  console.log(outcomes.join('\n'));
  expect(code, vscode.log().slice(-2000)).toBe(0);
  expect(outcomes.filter((line) => !line.startsWith('passed'))).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(10);
}, 180_000);
