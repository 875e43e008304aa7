import { vscodeFolder } from './vscode-folder.js';

/** Before all tests, so that no test's time is spent on it. */
export function setup(): void {
  vscodeFolder();
}
