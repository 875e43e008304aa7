import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { RunningVSCode } from './harness/running-vscode.js';
import { Workbench } from './harness/workbench.js';

const root = join(import.meta.dirname, '..', '..');
const example = '攀枝花市经济和信息化局-2023';
const file = `${example}.fiscal`;

let vscode: RunningVSCode;
let workbench: Workbench;

beforeAll(async () => {
  vscode = await RunningVSCode.start({
    extensions: [packedExtension()],
    copies: [join(root, 'examples', example)],
  });
  workbench = await Workbench.open();
  await workbench.show(vscode.address());
});

afterAll(async () => {
  await workbench?.close();
  await vscode?.stop();
});

test('the leading example opens without a false alarm', async () => {
  keepPictureOfFailure('open');
  await workbench.openFile(file);
  await workbench.page.locator('.statusbar-item', { hasText: '尾差' }).waitFor();
  expect(await workbench.squiggles.count()).toBe(0);
  await workbench.picture('01-open');
});

function packedExtension(): string {
  const folder = join(root, 'packages', 'vscode');
  const packed = readdirSync(folder).find((name) => name.endsWith('.vsix'));
  if (!packed) throw new Error('No packed extension: npm run package');
  return join(folder, packed);
}

function keepPictureOfFailure(name: string): void {
  onTestFailed(async () => {
    await workbench.picture(`failed-${name}`);
    console.log(vscode.log().slice(-2000));
  });
}
