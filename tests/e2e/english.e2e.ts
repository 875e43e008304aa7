import { expect, test } from 'vitest';
import { example, packedExtension } from './harness/project.js';
import { RunningVSCode } from './harness/running-vscode.js';
import { Workbench } from './harness/workbench.js';

test('an English editor has English commands and messages', async () => {
  const vscode = await RunningVSCode.start({ extensions: [packedExtension()], copies: [example.folder] });
  const workbench = await Workbench.open('en');
  try {
    await workbench.show(vscode.address());
    await workbench.openFile(example.file);
    await workbench.status('Rounding 5').waitFor();
    await workbench.runCommand('Fiscal: Check Workspace');
    const message = await workbench.told('files checked');
    await workbench.picture('english');
    expect(await message.innerText()).toContain('1 files checked: Errors 0 · Warnings 0 · Rounding 尾差 5');
  } finally {
    await workbench.close();
    await vscode.stop();
  }
});
