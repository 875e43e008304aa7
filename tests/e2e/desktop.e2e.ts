import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { example, placeInExample } from './harness/project.js';
import type { RunningVSCode } from './harness/running-vscode.js';
import { openSession } from './harness/session.js';
import { vscodeVersion } from './harness/vscode-version.js';
import type { Workbench } from './harness/workbench.js';

// One analyst's session with the installed extension, with clicks and keys; each test goes on where the last stopped.

let vscode: RunningVSCode;
let workbench: Workbench;

const original = example.text;
const total = placeInExample('3213.28 基本 2302.74');

openSession('desktop', (session) => ({ vscode, workbench } = session));

test('the leading example opens without a false alarm', async () => {
  await workbench.openFile(example.file);
  await workbench.status('尾差').waitFor();
  expect(await workbench.squiggles.count()).toBe(0);
  await workbench.picture('01-open');
});

test('a wrong figure is underlined, and the list of problems says what it should be', async () => {
  await workbench.select(total, '3213.28');
  await workbench.insert('3223.28');
  await workbench.squiggles.first().waitFor();
  expect(await workbench.squiggles.count()).toBe(1);
  await workbench.page.keyboard.press('Control+Shift+M');
  const problem = '应为 3213.28 万元（2302.74 + 910.54），申报 3223.28 万元';
  await workbench.problems.filter({ hasText: problem }).waitFor();
  await workbench.picture('02-problem');
});

test('the figures it was computed from are one click away', async () => {
  const { line, column } = placeInExample('910.54 上年');
  await workbench.clickUntil(
    workbench.problems.filter({ hasText: '「一般公共预算支出合计·项目」910.54 万元' }),
    workbench.status(`Ln ${line}, Col ${column + 6} (6 selected)`),
  );
  await workbench.picture('03-related');
  await workbench.page.keyboard.press('Control+J');
});

test('hovering shows the operands', async () => {
  await workbench.hoverUntil(workbench.source(/^3223\.28$/), '一般公共预算支出合计');
  for (const text of ['2302.74', '910.54']) await workbench.hover.filter({ hasText: text }).waitFor();
  await workbench.picture('04-hover');
  await workbench.page.mouse.move(5, 5);
});

test('a quick fix puts the computed total in, and the line is gone', async () => {
  await workbench.goTo(total.line, total.column + 1);
  await workbench.fixesUntil('改为算得的 3,213.28 万元');
  await workbench.picture('05-quick-fix');
  await workbench.page.keyboard.press('Enter');
  await workbench.squiggles.first().waitFor({ state: 'detached' });
  await workbench.source(/^3213\.28$/).waitFor();
  await workbench.save();
  expect(vscode.read(example.file)).toBe(original);
});

test('accepting a finding asks for the reason, which is typed over what stands there', async () => {
  await workbench.select(total, '3213.28');
  await workbench.insert('3223.28');
  await workbench.squiggles.first().waitFor();
  await workbench.goTo(total.line, total.column + 1);
  const actions = await workbench.fixesUntil('改为算得的');
  await workbench.page.keyboard.press('ArrowDown');
  await actions.filter({ hasText: '核对无误，忽略 I0601' }).waitFor();
  await workbench.page.keyboard.press('Enter');
  await workbench.status('(4 selected)').waitFor();
  await workbench.source('写明原因').waitFor();
  // A reason that nobody wrote is none.
  await workbench.squiggles.first().waitFor();
  await workbench.picture('05-reason');
  await workbench.insert('批复口径，已核对');
  await workbench.squiggles.first().waitFor({ state: 'detached' });
  await workbench.revert();
});

test('pinyin initials complete a subject with its code', async () => {
  await workbench.goTo(placeInExample('2150101 行政运行 基本').line, 1);
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.keyboard.type('xzyx');
  await workbench.offered('行政运行');
  await workbench.picture('06-completion');
  await workbench.page.keyboard.press('Enter');
  await workbench.suggestions.first().waitFor({ state: 'hidden' });
  const line = workbench.editor.locator('.view-line', { hasText: /\d{7}\s行政运行/ });
  await line.first().waitFor();
  await workbench.picture('07-completed');
  await workbench.revert();
});

test('saving aligns the columns', async () => {
  const { line, column, text } = placeInExample('3650.36 上年');
  await workbench.select({ line, column }, text);
  await workbench.insert('３６５０．３６，上年');
  await workbench.save();
  await expect.poll(() => vscode.read(example.file)).toBe(original);
  await workbench.goTo(line, column);
  await workbench.picture('08-aligned');
  await workbench.tails.first().waitFor();
});

test('a figure changed and a line added are all that a comparison shows', async () => {
  const figure = placeInExample('11.01 上年');
  const last = placeInExample('2210201 住房公积金 基本');
  await workbench.select(figure, '11.01');
  await workbench.insert('111.01');
  await workbench.goTo(last.line, 1);
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.press('Enter');
  await workbench.insert('2210203 购房补贴 基本 1.5');
  await workbench.save();
  const before = new Set(original.split('\n'));
  const fresh = () =>
    vscode
      .read(example.file)
      .split('\n')
      .filter((line) => !before.has(line));
  await expect
    .poll(() => fresh().map((line) => line.trim().replace(/ +/g, ' ')))
    .toEqual(['2210203 购房补贴 基本 1.5', expect.stringContaining('9.91 预算 111.01 上年 1.62')]);
  await workbench.picture('08-edited');
  await workbench.select({ line: figure.line + 1, column: figure.column - 1 }, '111.01');
  await workbench.insert('11.01');
  await workbench.goTo(last.line + 1, 1);
  await workbench.page.keyboard.press('Control+Shift+K');
  await workbench.save();
  await expect.poll(() => vscode.read(example.file)).toBe(original);
});

test('the preview opens beside the source', async () => {
  // Without the side bar both fit beside each other.
  await workbench.page.keyboard.press('Control+B');
  await workbench.editorAction('预览').click();
  await workbench.webview.locator('.cover', { hasText: '攀枝花市经济和信息化局' }).waitFor();
  await workbench.goTo(total.line, total.column + 1);
  await workbench.webview.locator('.at-cursor', { hasText: '3213.28' }).first().waitFor();
  await workbench.picture('09-preview');
});

test('the preview follows an edit and stays where it was scrolled to', async () => {
  await workbench.select(placeInExample('9.91 预算 11.01'), '9.91');
  const before = await settledTop(workbench.webview.locator('p .at-cursor', { hasText: /^9\.91$/ }));
  await workbench.insert('9.92');
  const after = await settledTop(workbench.webview.locator('p .at-cursor', { hasText: /^9\.92$/ }));
  expect(Math.abs(after - before)).toBeLessThan(40);
  await workbench.picture('10-preview-edited');
});

test('a figure with a finding is marked in the preview', async () => {
  await workbench.revert();
  await workbench.select(total, '3213.28');
  await workbench.insert('3223.28');
  await workbench.webview.locator('.has-finding.error', { hasText: '3223.28' }).first().waitFor();
  await workbench.picture('11-preview-finding');
  await workbench.revert();
});

test('a click on a figure of a long table leads to its line', async () => {
  const cell = workbench.webview
    .locator('td [data-origin], td[data-origin]', { hasText: /^1003\.17$/ })
    .first();
  await cell.scrollIntoViewIfNeeded();
  await cell.click();
  await workbench.status(`Ln ${placeInExample('财政拨款 1003.17').line},`).waitFor();
  await workbench.takesKeys();
  await workbench.picture('12-preview-click');
});

test('the cursor leads to its place in the preview', async () => {
  const { line, column } = placeInExample('2.65 预算 2.91');
  await workbench.goTo(line, column + 1);
  const figure = workbench.webview.locator('.at-cursor', { hasText: /^2\.65$/ }).first();
  await figure.waitFor();
  await expect.poll(() => isInView(figure)).toBe(true);
  await workbench.picture('13-preview-cursor');
});

test('the preview comes back after the window was reloaded', async () => {
  await workbench.page.reload();
  await workbench.webview.locator('.cover', { hasText: '攀枝花市经济和信息化局' }).waitFor();
  await workbench.editor.click();
  await workbench.takesKeys();
});

test('the preview is dark in a dark editor', async () => {
  const editor = workbench.editor.locator('.monaco-editor-background').first();
  const preview = workbench.webview.locator('body');
  const light = await backgroundOf(editor);
  await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
  await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
  await expect.poll(() => backgroundOf(preview)).not.toBe(light);
  expect(await backgroundOf(preview)).toBe(await backgroundOf(editor));
  await workbench.picture('14-preview-dark');
  await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
  await expect.poll(() => backgroundOf(preview)).toBe(light);
});

test('the outline leads through the report', async () => {
  await workbench.goTo(1, 1);
  await workbench.page.keyboard.press('Control+Shift+O');
  await workbench.page
    .locator('.quick-input-list .monaco-list-row', { hasText: '单位 攀枝花市能源监察支队' })
    .first()
    .waitFor();
  await workbench.picture('15-outline');
  await workbench.choose('@项目 工业招商引资工作经费', '工业招商引资工作经费');
  await workbench.status(`Ln ${placeInExample('项目 工业招商引资工作经费').line},`).waitFor();
});

test('renaming a project renames it wherever it is spoken of', async () => {
  const { line, column } = placeInExample('工业招商引资工作经费 {');
  await workbench.goTo(line, column + 2);
  await workbench.page.keyboard.press('F2');
  const box = workbench.page.locator('.rename-box input');
  await box.fill('招商工作经费');
  await workbench.picture('16-rename');
  await workbench.page.keyboard.press('Enter');
  await workbench.changed();
  await workbench.save();
  const names = (text: string, name: string) => text.split(name).length - 1;
  await expect
    .poll(() => names(vscode.read(example.file), '招商工作经费'))
    .toBe(names(original, '工业招商引资工作经费'));
  expect(names(vscode.read(example.file), '工业招商引资工作经费')).toBe(0);
  await workbench.page.keyboard.press('Control+Z');
  await workbench.changed();
  await workbench.save();
  await expect.poll(() => vscode.read(example.file)).toBe(original);
});

test('生成报告 writes the publications, and its message opens them', async () => {
  await workbench.runCommand('部门决算: 生成报告');
  await workbench.accept('生成哪些格式');
  await workbench.told('成文');
  expect(vscode.read(`成文/${example.name}.html`)).toContain('<h1');
  expect(vscode.read(`成文/${example.name}.md`)).toContain('3213.28');
  await workbench.picture('17-built');
  await (await workbench.told('打开报告')).getByRole('button', { name: '打开报告' }).click();
  await workbench.page
    .locator('.part.editor .tab.active', { hasText: `Preview ${example.name}.md` })
    .waitFor();
  await workbench.webviewInFront.locator('h1', { hasText: '2023年度' }).waitFor();
  await workbench.picture('17-opened');
});

test('查看勾稽关系 lists the relations, and a figure leads to its place', async () => {
  await workbench.openFile(example.file);
  await workbench.runCommand('部门决算: 查看勾稽关系');
  await (await workbench.told('查看关系')).getByRole('button', { name: '查看关系' }).click();
  const row = workbench.webview.locator('tr', { hasText: 'I0601' });
  await row.first().waitFor();
  await workbench.picture('18-relations');
  await row.first().getByRole('button', { name: '3213.28' }).first().click();
  await workbench.status(`Ln ${total.line},`).waitFor();
  await workbench.takesKeys();
});

test('新建报告 makes a file that has no errors', async () => {
  await workbench.runCommand('部门决算: 新建报告');
  await workbench.choose('单位决算');
  await workbench.answer('部门（单位）全称', '示例市档案局');
  await workbench.answer('报告年度', '2024');
  await workbench.choose('上海');
  await workbench.tab('示例市档案局-2024.fiscal').waitFor();
  await workbench.source('示例市档案局').waitFor();
  await workbench.page.locator('.statusbar-item [aria-label^="错误 0"]').first().waitFor();
  expect(await workbench.squiggles.count()).toBe(0);
  await workbench.picture('19-new');
});

test("新建报告 makes next year's file from last year's", async () => {
  await workbench.runCommand('部门决算: 新建报告');
  await workbench.choose('由上年的报告生成');
  await workbench.choose('示例市档案局-2024.fiscal');
  await workbench.answer('报告年度', '2025');
  await workbench.tab('示例市档案局-2025.fiscal').waitFor();
  await workbench.source('2025').waitFor();
});

test('检查工作区 counts what was found in all files', async () => {
  await workbench.runCommand('部门决算: 检查工作区');
  const message = await workbench.told('检查了');
  await workbench.picture('20-checked');
  expect(await message.innerText()).toContain('检查了 3 个文件：错误 0 · 警告 0 · 尾差 5 · 未检查 3');
});

test('the walkthrough leads from an empty folder to a page', async () => {
  await workbench.runCommand('View: Close All Editor Groups');
  await workbench.runCommand('Welcome: Open Walkthrough...');
  await workbench.choose('写一份部门决算公开报告');
  const steps = workbench.page.locator('.getting-started-step');
  await steps.filter({ hasText: '打开一个文件夹' }).waitFor();
  expect(await steps.count()).toBe(6);
  await steps.filter({ hasText: '填数字，边写边查' }).click();
  const picture = workbench.webview.locator('img').first();
  await expect.poll(() => widthOf(picture)).toBeGreaterThan(0);
  await workbench.picture('21-walkthrough');
});

test("the extension's page shows the manual with its pictures", async () => {
  await workbench.runCommand('View: Close All Editor Groups');
  await workbench.page.keyboard.press('Control+Shift+X');
  await workbench.page.locator('.extension-list-item', { hasText: '部门决算' }).first().click();
  const picture = workbench.webview.getByAltText('左边是源文件，右边是报告');
  await picture.waitFor();
  if (vscodeVersion.showsLocalPictures) await expect.poll(() => widthOf(picture)).toBeGreaterThan(0);
  else expect(await picture.getAttribute('src')).toBeNull();
  await workbench.picture('22-manual');
});

/** Where the first of these stands in the window, once it is in view. */
async function settledTop(elements: Locator): Promise<number> {
  await elements.first().waitFor();
  await expect.poll(() => isInView(elements.first())).toBe(true);
  return (await elements.first().boundingBox())!.y;
}

async function backgroundOf(element: Locator): Promise<string> {
  return element.evaluate((node) => getComputedStyle(node).backgroundColor);
}

async function widthOf(picture: Locator): Promise<number> {
  return picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
}

async function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
