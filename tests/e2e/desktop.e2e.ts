import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { example, packedExtension, placeInExample } from './harness/project.js';
import { RunningVSCode } from './harness/running-vscode.js';
import { Workbench } from './harness/workbench.js';

let vscode: RunningVSCode;
let workbench: Workbench;

beforeAll(async () => {
  vscode = await RunningVSCode.start({ extensions: [packedExtension()], copies: [example.folder] });
  workbench = await Workbench.open();
  await workbench.show(vscode.address());
});

afterAll(async () => {
  await workbench?.close();
  await vscode?.stop();
});

beforeEach(({ task }) => {
  onTestFailed(async () => {
    await workbench.picture(`failed-${task.name}`);
    console.log(vscode.log().slice(-2000));
  });
});

test('the leading example opens without a false alarm', async () => {
  await workbench.openFile(example.file);
  await workbench.status('尾差').waitFor();
  expect(await workbench.squiggles.count()).toBe(0);
  await workbench.picture('01-open');
});

test('a wrong figure is underlined, and the list of problems says what it should be', async () => {
  const { line, column } = placeInExample('3213.28  基本 2302.74');
  await workbench.goTo(line, column + '32'.length);
  await workbench.page.keyboard.press('Delete');
  await workbench.insert('2');
  await workbench.squiggles.first().waitFor();
  expect(await workbench.squiggles.count()).toBe(1);
  await workbench.page.keyboard.press('Control+Shift+M');
  await workbench.problems.filter({ hasText: '应为 3213.28 万元' }).waitFor();
  await workbench.picture('02-problem');
});
