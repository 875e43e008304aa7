import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codesIn,
  documentOf,
  errorsIn,
  labelsAt,
  newText,
  placeOf,
  replaceAll,
  run,
  symbolNames,
  until,
  uriOf,
} from './editor.js';

/** What the editor's interface for extensions shows of the rest of the features; each case by its name. */
export const cases: Record<string, () => Promise<void>> = {
  async 'a .fiscal file is of the language, and the extension starts for it'() {
    const document = await documentOf('某局.fiscal');
    assert.equal(document.languageId, 'fiscal');
    await until(() => vscode.extensions.getExtension('fiscal.fiscal')?.isActive);
  },

  async 'the commands are there'() {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['new', 'preview', 'build', 'check', 'facts', 'showProblems'])
      assert.ok(commands.includes(`fiscal.${name}`), name);
  },

  async 'subjects complete by number, name and pinyin; explained'() {
    const document = await newText('部门决算 某局 2023 {\n  支出 一般公共预算 {\n    \n  }\n}\n');
    for (const typed of ['2010101', '行政运', 'xzyx', 'xingzheng']) {
      await replaceAll(document, `部门决算 某局 2023 {\n  支出 一般公共预算 {\n    ${typed}\n  }\n}\n`);
      const labels = await labelsAt(document, new vscode.Position(2, 4 + typed.length));
      assert.ok(
        labels.some((label) => label.includes('行政运行')),
        `${typed}: ${labels.slice(0, 5)}`,
      );
    }
  },

  async 'inside a hole the names of the report complete, and filters behind the bar'() {
    const document = await newText('部门决算 某局 2023 {\n  收入 { 总计 1 }\n  职责 "共【收入.】万元"\n}\n');
    assert.ok((await labelsAt(document, placeOf(document, '收入.', 3))).includes('总计'));
    await replaceAll(
      document,
      '部门决算 某局 2023 {\n  收入 { 总计 1 }\n  职责 "共【收入.总计 | 】万元"\n}\n',
    );
    assert.ok((await labelsAt(document, placeOf(document, '| ', 2))).includes('千分位'));
  },

  async 'templates complete behind 模板'() {
    const document = await newText('部门决算 某局 2023 {\n  模板 \n}\n');
    assert.ok((await labelsAt(document, placeOf(document, '模板 ', 3))).includes('四川'));
  },

  async 'a path leads to where its figure is written, and back to where it is used'() {
    const text = '部门决算 某局 2023 {\n  项目 修缮 { 执行 3 }\n  职责 "共【项目.修缮.执行】万元"\n}\n';
    const document = await newText(text);
    const used = placeOf(document, '.修缮', 1);
    const definitions = await run<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      used,
    );
    assert.equal(lineOf(definitions[0]!), 1);
    const references = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, used);
    assert.deepEqual(references.map(({ range }) => range.start.line).sort(), [1, 2]);
    const highlights = await run<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      used,
    );
    assert.deepEqual(highlights.map(({ range }) => range.start.line).sort(), [1, 2]);
  },

  async 'the outline reads like the report'() {
    const document = await documentOf('某局.fiscal');
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const names = symbols.flatMap(symbolNames);
    assert.ok(
      names.some((name) => name.includes('支出')),
      names.join(),
    );
  },

  async 'reports are found in the whole workspace'() {
    const found = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '某局');
    assert.ok(found.length > 0);
  },

  async 'blocks and texts fold, selections grow, files link'() {
    const document = await documentOf('某局.fiscal');
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.length > 2);
    const [selection] = await run<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [new vscode.Position(document.lineCount - 3, 6)],
    );
    assert.ok(selection!.parent);
    const links = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('.fiscal')));
  },

  async 'inlay hints show what is computed, and can be switched off'() {
    const document = await newText(
      '部门决算 某局 2023 {\n  收入 { 一般公共预算财政拨款收入 3  事业收入 4 }\n  支出 一般公共预算 { 2012601 基本 3 }\n}\n',
    );
    await until(async () => (await hintsOf(document)).some((hint) => hint.includes('行政运行')));
    await vscode.workspace.getConfiguration('fiscal').update('inlayHints.subjects', false);
    await until(async () => !(await hintsOf(document)).some((hint) => hint.includes('行政运行')));
    await vscode.workspace.getConfiguration('fiscal').update('inlayHints.subjects', undefined);
  },

  async 'the head of a report has its buttons'() {
    const document = await documentOf('某局.fiscal');
    await until(async () => {
      const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
      const titles = lenses.map(({ command }) => command?.title ?? '');
      return ['预览', '生成'].every((word) => titles.some((title) => title.includes(word)));
    });
  },

  async 'words are coloured by what they mean'() {
    const document = await documentOf('某局.fiscal');
    const tokens = await run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length > 50);
  },

  async 'a selection can be formatted by itself'() {
    const text = '部门决算 某局 2023 {\n  收入 {\n事业收入   １２\n总计 12\n  }\n}\n';
    const document = await newText(text);
    const edits = await run<vscode.TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      new vscode.Range(2, 0, 3, 0),
      { tabSize: 2, insertSpaces: true },
    );
    assert.ok(edits.length > 0);
    assert.ok(edits.every(({ range }) => range.start.line >= 2 && range.end.line <= 3));
  },

  async 'a finding can be silenced with a reason'() {
    const document = await newText('部门决算 某局 2023 {\n  收入 {\n    上级补助收入 -1\n  }\n}\n');
    await until(() => codesIn(document).includes('I1303'));
    const place = placeOf(document, '-1', 0);
    const actions = await run<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place, place.translate(0, 2)),
    );
    const silence = actions.find(({ title }) => title.includes('忽略'));
    await vscode.workspace.applyEdit(silence!.edit!);
    assert.match(document.getText(), /忽略 I1303 "/);
    await until(() => !codesIn(document).includes('I1303'));
  },

  async 'what depends on a file is checked anew when that file changes'() {
    const department = await documentOf('某局.fiscal');
    await until(() => errorsIn(department.uri) === 0);
    const lastYear = await documentOf('某局-2023.fiscal');
    const text = lastYear.getText();
    await replaceAll(lastYear, text.replace(' 2023 {', ' 2021 {'));
    await until(() => codesIn(department).includes('Z016'));
    await replaceAll(lastYear, text);
    await until(() => !codesIn(department).includes('Z016'));
    await lastYear.save();
  },

  async 'a broken file harms no other, and its problems go with it'() {
    const department = await documentOf('某局.fiscal');
    const broken = uriOf('坏.fiscal');
    await vscode.workspace.fs.writeFile(broken, new TextEncoder().encode('部门决算 { 收入 { { 】 """'));
    await vscode.window.showTextDocument(broken);
    await until(() => errorsIn(broken) > 0);
    assert.equal(errorsIn(department.uri), 0);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(broken);
    await until(() => errorsIn(broken) === 0);
  },

  async 'a template that ships with the language can be read, and disturbs nothing'() {
    const department = await documentOf('某局.fiscal');
    const [found] = await run<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      department.uri,
      placeOf(department, '四川', 1),
    );
    const uri = 'uri' in found! ? found.uri : found!.targetUri;
    const template = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(template);
    assert.match(template.getText(), /模板 四川/);
    await replaceAll(department, department.getText() + '\n');
    await until(() => department.isDirty);
    assert.equal(errorsIn(department.uri), 0);
    assert.equal(errorsIn(uri), 0);
    await department.save();
  },

  async 'a file that was never saved is checked as well'() {
    const document = await newText('部门决算 某局 2023 {\n  收入 { 营业收入 1 }\n}\n');
    await until(() => codesIn(document).includes('Z010'));
  },

  async 'the code of a problem leads to the page of its rule'() {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('fiscal-rule:/I0601.md'));
    assert.match(page.getText(), /I0601/);
  },
};

function lineOf(location: vscode.Location | vscode.LocationLink): number {
  return ('range' in location ? location.range : location.targetRange).start.line;
}

async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}
