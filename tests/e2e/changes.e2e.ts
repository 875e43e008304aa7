import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { example, placeInExample } from './harness/project.js';
import type { RunningVSCode } from './harness/running-vscode.js';
import { openSession } from './harness/session.js';
import type { Workbench } from './harness/workbench.js';

// A reviewer's session in a repository: change, compare, commit, change again; each test goes on where the last stopped.

let vscode: RunningVSCode;
let workbench: Workbench;

const figure = placeInExample('2.65 预算 2.91');

openSession(
  'changes',
  (session) => ({ vscode, workbench } = session),
  {
    files: { '别的.fiscal': example.text.replace('234.95', '234.90') },
    settings: {
      'git.enabled': true,
      'git.autorefresh': true,
      'git.openRepositoryInParentFolders': 'never',
    },
  },
  (started) => {
    vscode = started;
    git('init', '-q', '-b', 'main');
    commit('开始');
  },
);

function git(...argv: string[]): void {
  const identity = ['-c', 'user.name=甲', '-c', 'user.email=a@example.org'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  execFileSync('git', [...identity, ...argv], { cwd: vscode.workspace, env, stdio: 'pipe' });
}

function commit(message: string): void {
  git('add', '.');
  git('commit', '-q', '-m', message);
}

/** Above the report, where there are changes. */
const lens = () => workbench.page.locator('.codelens-decoration', { hasText: /处改动，由此变动 \d+ 个数/ });

test('the lens above the report says how many changes there are since the last commit', async () => {
  await workbench.openFile(example.file);
  await workbench.status('尾差').waitFor();
  expect(await lens().count()).toBe(0);
  await workbench.select(figure, '2.65');
  await workbench.insert('2.66');
  await workbench.goTo(1, 1);
  await lens().waitFor();
  await workbench.picture('changes-01-lens');
});

test('与上次提交比较 lists what was typed and what follows; a figure leads to the source', async () => {
  await workbench.page.keyboard.press('Control+B');
  await workbench.runCommand('部门决算: 与上次提交比较');
  const page = workbench.webview;
  await page.locator('.summary', { hasText: /^1 处改动，由此变动 \d+ 个数/ }).waitFor();
  const row = page.locator('li', { hasText: '公务接待费' }).first();
  await row.locator('del', { hasText: '2.65' }).first().waitFor();
  await row.locator('.therefore', { hasText: '因此' }).first().waitFor();
  await workbench.picture('changes-02-list');
  await workbench.clickUntil(
    row.getByRole('button', { name: '2.66 万元' }).first(),
    workbench.status(`Ln ${figure.line},`),
  );
});

test('the old figure leads to the old text, which is not to be written', async () => {
  await workbench.webview.locator('del button', { hasText: '2.65' }).first().click();
  // It has the focus last; what is done before that is undone by it.
  const old = workbench.page.locator('.part.editor .monaco-editor.focused[data-uri^="fiscal-old:"]');
  await old.locator('.view-line', { hasText: /2\.65/ }).first().waitFor();
  await workbench.picture('changes-03-old');
});

test('the preview marks what is another figure, and says what it was', async () => {
  await workbench.openFile(example.file);
  await workbench.page.keyboard.press('Control+B');
  await workbench.runCommand('部门决算: 预览');
  const marked = workbench.webviewInFront.locator('.changed', { hasText: /^2\.66$/ }).first();
  await marked.waitFor();
  expect(await marked.getAttribute('title')).toContain('原来 2.65 万元');
  await workbench.picture('changes-04-preview');
});

test('after a commit the list is empty, and goes on with the next change', async () => {
  // The keys go to the source, not to the page that was opened last.
  await workbench.editor.click();
  await workbench.save();
  commit('改了公务接待费');
  await workbench.runCommand('部门决算: 与上次提交比较');
  const summary = workbench.page
    .locator('iframe.webview.ready')
    .first()
    .contentFrame()
    .frameLocator('iframe#active-frame')
    .locator('.summary');
  await summary.filter({ hasText: '没有实质变化' }).waitFor();
  await workbench.editor.click();
  await workbench.select(figure, '2.66');
  await workbench.insert('2.65');
  await summary.filter({ hasText: /^1 处改动/ }).waitFor();
  await workbench.picture('changes-05-next');
});

test('与…比较 offers earlier commits and other files', async () => {
  await workbench.runCommand('部门决算: 与…比较');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: '改了公务接待费' }).waitFor();
  await workbench.picture('changes-06-choices');
  await workbench.choose('开始');
  const page = () =>
    workbench.page.locator('iframe.webview.ready').first().contentFrame().frameLocator('iframe#active-frame');
  await page().locator('.base', { hasText: '与「开始」比较' }).waitFor();
  await page().locator('.summary', { hasText: '没有实质变化' }).waitFor();
  await workbench.editor.click();
  await workbench.runCommand('部门决算: 与…比较');
  await workbench.choose('别的.fiscal');
  await page()
    .locator('.summary', { hasText: /处改动/ })
    .waitFor();
  await workbench.picture('changes-07-file');
});

test('hovering a figure says who changed it last', async () => {
  await workbench.editor.click();
  await workbench.revert();
  await workbench.goTo(figure.line, 1);
  await workbench.hoverUntil(workbench.source(/^2\.91$/), '改了公务接待费');
  await workbench.hover.filter({ hasText: '最后改动：甲，' }).waitFor();
  await workbench.picture('changes-08-blame');
});
