import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { ExtensionServer } from './harness/extension-server.js';
import { example, extensionFolder, placeInExample } from './harness/project.js';
import { publishInto, published, readByCommandLine } from './harness/published.js';
import { RunningVSCode } from './harness/running-vscode.js';
import { Workbench } from './harness/workbench.js';

// The same extension through its browser entry: client and server each in a worker, without a process or a disk.

let vscode: RunningVSCode;
let extension: ExtensionServer;
let workbench: Workbench;

const total = placeInExample('3213.28 基本 2302.74');

beforeAll(async () => {
  vscode = await RunningVSCode.start({ copies: [example.folder] });
  publishInto(vscode.workspace);
  extension = await ExtensionServer.start(extensionFolder);
  workbench = await Workbench.open();
  await extension.addTo(workbench.page);
  await workbench.show(vscode.address());
});

afterAll(async () => {
  await workbench?.close();
  await extension?.stop();
  await vscode?.stop();
});

beforeEach(({ task }) => {
  onTestFailed(() => workbench.picture(`failed-web-${task.name}`));
});

test('the leading example opens without a false alarm', async () => {
  await workbench.openFile(example.file);
  const isTold = () => workbench.status('尾差').waitFor({ timeout: 30_000 });
  // Seen once in a cold browser: the page is there, and its worker never answers; a reload starts another one.
  await isTold().catch(async () => {
    await workbench.show(vscode.address());
    await workbench.openFile(example.file);
    await isTold();
  });
  expect(await workbench.squiggles.count()).toBe(0);
  await workbench.picture('web-01-open');
});

test('a wrong figure is underlined, and hovering shows the operands', async () => {
  await workbench.select(total, '3213.28');
  await workbench.insert('3223.28');
  await workbench.squiggles.first().waitFor();
  await workbench.hoverUntil(workbench.source(/^3223\.28$/), '应为 3213.28 万元（2302.74 + 910.54）');
  await workbench.picture('web-02-hover');
  await workbench.page.mouse.move(5, 5);
  await workbench.revert();
  await workbench.squiggles.first().waitFor({ state: 'detached' });
});

test('pinyin initials complete a subject', async () => {
  await workbench.goTo(total.line - 1, 1);
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.keyboard.press('Control+Backspace');
  await workbench.page.keyboard.type(' xzyx');
  await workbench.offered('行政运行');
  await workbench.picture('web-03-completion');
  await workbench.page.keyboard.press('Escape');
  await workbench.revert();
});

test('the preview shows the report, in step with the source', async () => {
  await workbench.editorAction('预览').click();
  await workbench.webview.locator('.cover', { hasText: '攀枝花市经济和信息化局' }).waitFor();
  await workbench.goTo(total.line, total.column + 1);
  await workbench.webview.locator('.at-cursor', { hasText: '3213.28' }).first().waitFor();
  await workbench.picture('web-04-preview');
});

test('without git a report is compared with what is saved', async () => {
  await workbench.editor.click();
  await workbench.select(total, '3213.28');
  await workbench.insert('3223.28');
  await workbench.runCommand('部门决算: 与…比较');
  await workbench.choose('保存过的');
  const page = workbench.webviewInFront;
  await page.locator('.summary', { hasText: /^1 处改动/ }).waitFor();
  await page.locator('del', { hasText: '3213.28' }).first().waitFor();
  await workbench.picture('web-05-changes');
  await workbench.editor.click();
  await workbench.revert();
});

test('生成报告 writes the publications', async () => {
  await workbench.runCommand('部门决算: 生成报告');
  await workbench.accept('生成哪些格式');
  await workbench.told('成文');
  expect(vscode.read(`成文/${example.name}.html`)).toContain('<h1');
});

test.each([published.document, published.print])('reads %s in the worker', async (document) => {
  const source = join(vscode.workspace, `${published.name}.fiscal`);
  rmSync(source, { force: true });
  await workbench.chooseInExplorer(document, '导入已公开的报告');
  await expect.poll(() => existsSync(source), { timeout: 60_000 }).toBe(true);
  expect(vscode.read(`${published.name}.fiscal`)).toBe(readByCommandLine(join(vscode.workspace, document)));
  await workbench.picture(`web-06-read-${document.split('.').at(-1)}`);
});
