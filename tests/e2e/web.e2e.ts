import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { ExtensionServer } from './harness/extension-server.js';
import { example, extensionFolder } from './harness/project.js';
import { RunningVSCode } from './harness/running-vscode.js';
import { Workbench } from './harness/workbench.js';

let vscode: RunningVSCode;
let extension: ExtensionServer;
let workbench: Workbench;

beforeAll(async () => {
  vscode = await RunningVSCode.start({ copies: [example.folder] });
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

test('the browser entry checks the leading example without a false alarm', async () => {
  await workbench.openFile(example.file);
  await workbench.status('尾差').waitFor();
  expect(await workbench.squiggles.count()).toBe(0);
  await workbench.picture('web-01-open');
});
