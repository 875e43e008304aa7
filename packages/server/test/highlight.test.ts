import { expect, test } from 'vitest';
import { main, report, uriOf, Workbench } from './workbench.js';

/** The words of a text with what each of them is: 收入:keyword. */
async function tokens(text: string): Promise<string[]> {
  const workbench = await Workbench.with({ [main]: text });
  const provider = workbench.services.lsp.SemanticTokenProvider!;
  const document = workbench.document(main);
  const { data } = await provider.semanticHighlight(document, { textDocument: { uri: uriOf(main) } });
  const names = Object.keys(provider.tokenTypes);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    if (data[at]! > 0) character = 0;
    line += data[at]!;
    character += data[at + 1]!;
    const range = { start: { line, character }, end: { line, character: character + data[at + 2]! } };
    found.push(`${document.textDocument.getText(range)}:${names[data[at + 3]!]}`);
  }
  return found;
}

test('words of a report', async () => {
  expect(await tokens('部门决算 甲局 2023 { // 注\n收入 { 总计 3.00 万元 上年 未填 } }')).toEqual([
    '部门决算:keyword',
    '甲局:class',
    '2023:number',
    '// 注:comment',
    '收入:keyword',
    '总计:property',
    '3.00:number',
    '万元:type',
    '上年:measure',
    '未填:state',
  ]);
});

test('a name that is called like a keyword is a name', async () => {
  expect(await tokens(report('项目 预算 { 科目 2012602 执行 5 }'))).toEqual(
    expect.arrayContaining(['项目:keyword', '预算:class', '执行:measure']),
  );
});

test('formulas in texts', async () => {
  expect(await tokens(report('职责 "共【收入.总计 | 千分位 2】万元"'))).toEqual([
    '部门决算:keyword',
    '示例市档案局:class',
    '2023:number',
    '职责:property',
    '":string',
    '共:string',
    '收入:variable',
    '总计:variable',
    '|:operator',
    '千分位:function',
    '2:number',
    '万元:string',
    '":string',
  ]);
});

test('lines and rules', async () => {
  expect(await tokens(report('支出 一般公共预算 { 2012601 行政运行 基本 3 忽略 I1303 "已核对" }'))).toEqual(
    expect.arrayContaining([
      '一般公共预算:namespace',
      '2012601:enumMember',
      '行政运行:enumMember',
      'I1303:decorator',
    ]),
  );
});

test('above a report stands what can be done with it', async () => {
  const workbench = await Workbench.with({ [main]: `\n${report('收入 { 事业收人 3 }')}` });
  const lenses = (await workbench.services.lsp.CodeLensProvider!.provideCodeLens(workbench.document(main), {
    textDocument: { uri: uriOf(main) },
  }))!;
  expect(lenses.map(({ range, command }) => [range.start.line, command!.title, command!.command])).toEqual([
    [1, '预览', 'fiscal.preview'],
    [1, '生成', 'fiscal.build'],
    [1, '1 处错误', 'fiscal.showProblems'],
  ]);
  expect(lenses[0]!.command!.arguments).toEqual([uriOf(main)]);
});
