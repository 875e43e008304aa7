import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extensionFolder } from './harness/project.js';
import { vscodeFolder } from './harness/vscode-folder.js';
import { vscodeVersion, vscodeVersions } from './harness/vscode-version.js';

test('these tests run in the VS Code that was asked for', () => {
  expect(manifestIn(vscodeFolder()).version).toMatch(new RegExp(`^${vscodeVersion.vscode}\\.`));
});

test('the oldest VS Code of the tests is the oldest that the extension declares', () => {
  expect(manifestIn(extensionFolder).engines.vscode).toBe(`^${vscodeVersions.oldest!.vscode}.0`);
});

function manifestIn(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
