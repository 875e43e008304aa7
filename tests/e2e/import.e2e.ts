import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishInto, published, readByCommandLine } from './harness/published.js';
import type { RunningVSCode } from './harness/running-vscode.js';
import { openSession } from './harness/session.js';
import type { Workbench } from './harness/workbench.js';

let vscode: RunningVSCode;
let workbench: Workbench;

const source = `${published.name}.fiscal`;

openSession(
  'import',
  (session) => ({ vscode, workbench } = session),
  {},
  ({ workspace }) => publishInto(workspace),
);

test('导入已公开的报告 of a Word file writes its source beside it, and says how much was read', async () => {
  await workbench.chooseInExplorer(published.document, '导入已公开的报告');
  await workbench.told('读出 示例县档案馆 2024 年度决算，按「四川」模板');
  await workbench.tab(source).waitFor();
  await workbench.picture('import-01-read');
  expect(vscode.read(source)).toBe(readByCommandLine(join(vscode.workspace, published.document)));
});

test('what is there already stays as it is', async () => {
  const before = vscode.read(source);
  await workbench.chooseInExplorer(published.print, '导入已公开的报告');
  await workbench.told(`「${source}」已经存在`);
  await workbench.source('示例县档案馆').waitFor();
  await workbench.picture('import-02-beside');
  expect(vscode.read(source)).toBe(before);
});
