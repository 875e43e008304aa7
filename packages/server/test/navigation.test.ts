import { TextDocument, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, Range, SelectionRange, TextEdit } from 'vscode-languageserver';
import {
  atMarker,
  type Files,
  main,
  nameOf,
  rangeText,
  report,
  unmarked,
  uriOf,
  Workbench,
} from './workbench.js';

const projects = `单位 信息中心 事业 在职 10
  支出 一般公共预算 {
    2012604 档案馆  项目 50.00
  }
  项目 档案数字化 {
    科目 2012604  执行 50.00
    指标 产出 数量 数字化档案  目标 ≥ 20万页  完成 21万页
    评价 "执行【项目.档案数字化.执行】万元，完成【项目.档案数字化.指标.数字化档案.完成】万页。"
  }
  职责 "【单位.信息中心.在职】人，【项目.档案数字化.评价】"`;

const rules: Files = { '规则.fiscal': '规则 本局01 "甲" { 项目.档案数字化.执行 ≤ 60 }\n' };

const template: Files = {
  '模板.fiscal': '模板 示例 改自 四川 {\n  短语 说 数 { "【数】" }\n  段 "【收入.总计 | 说】"\n}\n',
};

/** A text with the marker in front of a word. */
function at(text: string, word: string, which = 0): string {
  let offset = -1;
  for (let index = 0; index <= which; index++) offset = text.indexOf(word, offset + 1);
  return `${text.slice(0, offset)}<|>${text.slice(offset)}`;
}

describe('definition', () => {
  async function check(marked: string, expected: string[], files: Files = {}): Promise<void> {
    const { workbench, document, params } = await atMarker(marked, files);
    const links = (await workbench.services.lsp.DefinitionProvider!.getDefinition(document, params)) ?? [];
    expect(links.map((link) => textAt(workbench, link.targetUri, link.targetSelectionRange))).toEqual(
      expected,
    );
  }

  /** What stands at a place: 报告.fiscal 3:5 总计. */
  function textAt(workbench: Workbench, uri: string, range: Range): string {
    const { textDocument } =
      workbench.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri)) ?? {};
    const text = textDocument?.getText(range).split('\n')[0] ?? '';
    const file = uri.startsWith('file:') ? nameOf(uri) : uri.replace(/:.*/, '');
    return `${file} ${range.start.line + 1}:${range.start.character + 1} ${text}`.trim();
  }

  test('of a figure in a formula', () =>
    check(report('收入 {\n总计 3 上年 4\n}\n职责 "【收入.总计.上<|>年】"'), ['报告.fiscal 3:9 4']));
  test('of an item', () =>
    check(report('收入 {\n总计 3\n}\n职责 "【收入.总<|>计】"'), ['报告.fiscal 3:1 总计']));
  test('of a project', () => check(report(at(projects, '档案数字化', 1)), ['报告.fiscal 6:6 档案数字化']));
  test('of an indicator', () =>
    check(report(at(projects, '数字化档案', 1)), ['报告.fiscal 8:14 数字化档案']));
  test('of a text', () =>
    check(report(at(projects, '评价', 1)), [
      '报告.fiscal 9:8 "执行【项目.档案数字化.执行】万元，完成【项目.档案数字化.指标.数字化档案.完成】万页。"',
    ]));
  test('of the line that a project belongs to', () =>
    check(report(at(projects, '2012604', 1)), ['报告.fiscal 4:5 2012604']));
  test('of a name in a rule of another file', async () => {
    const workbench = await Workbench.with({ ...rules, [main]: report(projects) });
    const document = workbench.document('规则.fiscal');
    const params = { textDocument: { uri: uriOf('规则.fiscal') }, position: { line: 0, character: 17 } };
    expect(await workbench.services.lsp.DefinitionProvider!.getDefinition(document, params)).toEqual([]);
  });
  test('of a template of another file', () =>
    check(report('模板 示<|>例'), ['模板.fiscal 1:4 示例'], template));
  test('of a template of the library', () => check(report('模板 四<|>川'), ['fiscal-library 5:4']));
  test('of a phrase', () =>
    check('模板 甲 {\n  短语 说 数 { "【数】" }\n  段 "【收入.总计 | 说<|>】"\n}', ['报告.fiscal 2:6 说']));
  test('of a variable', () =>
    check('模板 甲 {\n  段 { 每 类 于 支出.一般公共预算.类 { "【类<|>.名称】" } }\n}', [
      '报告.fiscal 2:9 类',
    ]));
  test('of a rule', () =>
    check(
      report('收入 { 忽略 本<|>局01 "已核对" }'),
      ['规则.fiscal 1:1 规则 本局01 "甲" { 项目.档案数字化.执行 ≤ 60 }'],
      rules,
    ));
  test('of a file', () =>
    check(report('引用 上年 "2<|>022.fiscal"'), ['2022.fiscal 1:1'], {
      '2022.fiscal': '部门决算 示例市档案局 2022 {}',
    }));
  test('of all files that a pattern means', () =>
    check(report('引用 单位 "单位<|>*.fiscal"'), ['单位一.fiscal 1:1', '单位二.fiscal 1:1'], {
      '单位一.fiscal': '单位决算 甲 2024 {}',
      '单位二.fiscal': '单位决算 乙 2024 {}',
    }));
  test('of nothing', () => check(report('收<|>入 { }'), []));
});

describe('references', () => {
  async function check(marked: string, expected: string[], files: Files = {}): Promise<void> {
    const { workbench, document, params } = await atMarker(marked, files);
    const context = { includeDeclaration: true };
    const found = await workbench.services.lsp.ReferencesProvider!.findReferences(document, {
      ...params,
      context,
    });
    expect(found.map(({ uri, range }) => `${nameOf(uri)} ${rangeText(range)}`)).toEqual(expected);
    const highlights = (await workbench.services.lsp.DocumentHighlightProvider!.getDocumentHighlight(
      document,
      params,
    ))!;
    const here = found.filter(({ uri }) => nameOf(uri) === main).map(({ range }) => rangeText(range));
    expect(highlights.map(({ range }) => rangeText(range))).toEqual(here);
  }

  test('of a project, also in rules of other files', () =>
    check(
      report(at(projects, '档案数字化')),
      [
        '报告.fiscal 6:6-6:11',
        '报告.fiscal 9:15-9:20',
        '报告.fiscal 9:33-9:38',
        '报告.fiscal 11:25-11:30',
        '规则.fiscal 1:18-1:23',
      ],
      rules,
    ));
  test('from a use', () =>
    check(report(at(projects, '信息中心', 1)), ['报告.fiscal 2:4-2:8', '报告.fiscal 11:11-11:15']));
  test('of a template', () =>
    check(report('模板 示<|>例'), ['报告.fiscal 2:4-2:6', '模板.fiscal 1:4-1:6'], template));
  test('of a rule', () =>
    check(
      report('收入 { 忽略 本<|>局01 "已核对" }'),
      ['报告.fiscal 2:9-2:13', '规则.fiscal 1:4-1:8'],
      rules,
    ));
  test('of a phrase', () =>
    check('模板 甲 {\n  短语 <|>说 数 { "【数】" }\n  段 "【收入.总计 | 说】"\n}', [
      '报告.fiscal 2:6-2:7',
      '报告.fiscal 3:15-3:16',
    ]));
});

describe('rename', () => {
  async function rename(marked: string, newName: string, files: Files = {}): Promise<Record<string, string>> {
    const { workbench, document, params } = await atMarker(marked, files);
    const renaming = workbench.services.lsp.RenameProvider!;
    if (!(await renaming.prepareRename(document, params))) return {};
    const { changes = {} } = (await renaming.rename(document, { ...params, newName }))!;
    return Object.fromEntries(
      Object.entries(changes).map(([uri, edits]) => [nameOf(uri), applied(workbench, nameOf(uri), edits)]),
    );
  }

  function applied(workbench: Workbench, name: string, edits: TextEdit[]): string {
    return TextDocument.applyEdits(workbench.document(name).textDocument, edits);
  }

  test('a project everywhere', async () => {
    const text = report(projects);
    const changed = await rename(at(text, '档案数字化'), '库房改造', rules);
    expect(changed).toEqual({
      [main]: text.replaceAll('档案数字化', '库房改造'),
      '规则.fiscal': rules['规则.fiscal']!.replaceAll('档案数字化', '库房改造'),
    });
  });
  test('with quotes where the new name needs them', async () => {
    const text = report(projects);
    const changed = await rename(at(text, '档案数字化', 1), '3D 扫描');
    expect(changed[main]).toBe(text.replaceAll('档案数字化', '"3D 扫描"'));
    const workbench = await Workbench.with({ [main]: changed[main]! });
    const { findings } = await workbench.examination(main);
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });
  test('only the exact name', async () => {
    const text = report(
      '项目 甲 { 执行 1 }\n项目 甲乙 { 执行 2 }\n职责 "【项目.甲.执行】【项目.甲乙.执行】"',
    );
    expect((await rename(at(text, '甲'), '丙'))[main]).toBe(
      report('项目 丙 { 执行 1 }\n项目 甲乙 { 执行 2 }\n职责 "【项目.丙.执行】【项目.甲乙.执行】"'),
    );
  });
  test('a unit', async () => {
    const text = report(projects);
    expect((await rename(at(text, '信息中心'), '档案中心'))[main]).toBe(
      text.replaceAll('信息中心', '档案中心'),
    );
  });
  test('an indicator', async () => {
    const text = report(projects);
    expect((await rename(at(text, '数字化档案'), '扫描档案'))[main]).toBe(
      text.replaceAll('数字化档案', '扫描档案'),
    );
  });
  test('a template, a rule, a phrase', async () => {
    expect(await rename(report('模板 示<|>例'), '样本', template)).toEqual({
      [main]: report('模板 样本'),
      '模板.fiscal': template['模板.fiscal']!.replace('示例', '样本'),
    });
    expect((await rename('规则 甲<|> "乙" { 收入.总计 > 1 }', '丙'))[main]).toBe(
      '规则 丙 "乙" { 收入.总计 > 1 }',
    );
    expect(
      (await rename('模板 甲 {\n短语 说<|> 数 { "【数】" }\n段 "【收入.总计 | 说】"\n}', '讲'))[main],
    ).toBe('模板 甲 {\n短语 讲 数 { "【数】" }\n段 "【收入.总计 | 讲】"\n}');
  });
  test('an item of the own 结构', async () => {
    const schema = { '结构.fiscal': '结构 民生支出 { 教育  文化 }\n' };
    const changed = await rename(
      report('民生支出 3 { 教<|>育 3 }\n职责 "【民生支出.教育】"'),
      '学校',
      schema,
    );
    expect(changed).toEqual({
      [main]: report('民生支出 3 { 学校 3 }\n职责 "【民生支出.学校】"'),
      '结构.fiscal': '结构 民生支出 { 学校  文化 }\n',
    });
  });
  test('not what the tables prescribe', async () => {
    expect(await rename(report('收入 { 总<|>计 3 }'), '合计')).toEqual({});
    expect(await rename(report('模板 四<|>川'), '五川')).toEqual({});
  });
  test.each(['', '甲"乙', '甲\n乙'])('not to %j', (name) =>
    expect(rename(report(at(projects, '档案数字化')), name)).rejects.toThrow('名称不能为空'),
  );
});

describe('outline', () => {
  async function outline(text: string): Promise<string[]> {
    const workbench = await Workbench.with({ [main]: text });
    const params = { textDocument: { uri: uriOf(main) } };
    const found = await workbench.services.lsp.DocumentSymbolProvider!.getSymbols(
      workbench.document(main),
      params,
    );
    return lines(found as DocumentSymbol[], '');
  }

  function lines(symbols: DocumentSymbol[], indent: string): string[] {
    return symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail ? `　${detail}` : ''}`,
      ...lines(children, `${indent}  `),
    ]);
  }

  test('of a report', async () => {
    expect(
      await outline(report(projects.replace('}', '  2080505 养老  基本 3\n 2012601 行政运行 基本 2 }'))),
    ).toEqual([
      '示例市档案局 2023',
      '  单位 信息中心　事业',
      '  支出 一般公共预算　55.00 万元',
      '    201 一般公共服务支出',
      '      2012604 档案馆　50.00 万元',
      '    208 社会保障和就业支出',
      '      2080505 养老　3.00 万元',
      '    201 一般公共服务支出',
      '      2012601 行政运行　2.00 万元',
      '  项目 档案数字化',
      '    数字化档案　产出 数量',
      '    评价',
      '  职责',
    ]);
  });
  test('of a template', async () => {
    expect(
      await outline(
        '模板 甲 {\n设置 { 百分比小数 1 }\n短语 说 数 { "【数】" }\n部分 "概况" { 节 "职责" { 段 "乙" 表 "丙" { } } }\n}\n规则 丁 "戊" { 收入.总计 > 1 }',
      ),
    ).toEqual(['模板 甲', '  设置', '  短语 说', '  概况', '    职责', '      表 丙', '规则 丁　戊']);
  });
  test('of the workspace, by letters of the name', async () => {
    const workbench = await Workbench.with({ ...rules, ...template, [main]: report(projects) });
    const symbols = async (query: string) =>
      (await workbench.services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query })).map(
        ({ name, containerName }) => `${name}${containerName ? ` (${containerName})` : ''}`,
      );
    expect(await symbols('档化')).toEqual(['项目 档案数字化 (示例市档案局 2023)']);
    expect((await symbols('')).sort()).toEqual([
      '单位 信息中心 (示例市档案局 2023)',
      '模板 示例',
      '短语 说 (模板 示例)',
      '示例市档案局 2023',
      '规则 本局01 甲',
      '项目 档案数字化 (示例市档案局 2023)',
    ]);
  });
});

describe('shape of the text', () => {
  test('blocks, texts and comments fold', async () => {
    const text = report(
      '// 甲\n// 乙\n收入 {\n  总计 3\n}\n职责 """\n  丙\n  """\n/* 丁\n 戊 */\n支出 { 总计 1 }',
    );
    const workbench = await Workbench.with({ [main]: text });
    const found = workbench.services.lsp.FoldingRangeProvider!.getFoldingRanges(workbench.document(main), {
      textDocument: { uri: uriOf(main) },
    }) as { startLine: number; endLine: number; kind?: string }[];
    expect(
      found.map(({ startLine, endLine, kind = 'block' }) => `${startLine + 1}-${endLine + 1} ${kind}`).sort(),
    ).toEqual(['1-12 block', '2-3 comment', '4-5 block', '7-9 block', '10-11 comment'].sort());
  });

  test('selections grow from the word outwards', async () => {
    const { selectionRanges } = await import('../src/navigation/selection-ranges.js');
    const marked = report('收入 {\n总计 3<|>0\n}');
    const { document, position } = await atMarker(marked);
    const texts: string[] = [];
    for (
      let each: SelectionRange | undefined = selectionRanges(document, [position])[0];
      each;
      each = each.parent
    )
      texts.push(document.textDocument.getText(each.range));
    expect(texts).toEqual([
      '30',
      '总计 30',
      '收入 {\n总计 30\n}',
      unmarked(marked).text.trimEnd(),
      unmarked(marked).text,
    ]);
  });

  test.each([
    ['引用 上年 "2022.fiscal"\n科目表 “科目.csv”', ['2022.fiscal → 2022.fiscal', '科目.csv → 科目.csv']],
    ['引用 上年 "2022.fiscal\n收入 { }', ['2022.fiscal → 2022.fiscal']],
    ['引用 上年 "\n收入 { }', []],
    ['引用 上年 ""\n收入 { }', []],
  ])('files that a report names are links: %s', async (items, expected) => {
    const { workbench, document } = await atMarker(report(items));
    const links = await workbench.services.lsp.DocumentLinkProvider!.getDocumentLinks(document, {
      textDocument: { uri: uriOf(main) },
    });
    expect(
      (links as { range: Range; target: string }[]).map(
        ({ range, target }) => `${document.textDocument.getText(range)} → ${nameOf(target)}`,
      ),
    ).toEqual(expected);
  });
});
