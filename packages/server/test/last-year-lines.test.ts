import { expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import { atMarker } from './workbench.js';

const prior = `部门决算 某局 2023 {
  支出 一般公共预算 {
    2080501 行政单位离退休 基本 3.50 预算 4
    2010801 行政运行 基本 80.00 项目 1.20
    合计 84.70
  }
  基本支出 { 人员经费 { 30101 基本工资 40  30302 退休费 2 } 公用经费 { 30201 办公费 9 } }
  收入 { 一般公共预算财政拨款收入 84.70  其他收入 1 }
}
`;

async function complete(block: string): Promise<CompletionItem[]> {
  const marked = `部门决算 某局 2024 {\n引用 上年 "上年.fiscal"\n${block}\n}\n`;
  const { workbench, document, params } = await atMarker(marked, { '上年.fiscal': prior });
  return (await workbench.services.lsp.CompletionProvider!.getCompletion(document, params))!.items;
}

async function inserted(block: string, count = 1): Promise<string[]> {
  return (await complete(block)).slice(0, count).map(({ textEdit }) => textEdit!.newText);
}

test('a line of last year’s comes first: its name and 上年, this year’s figures open, in last year’s order', async () => {
  expect(await inserted('支出 一般公共预算 {\nxz<|>\n}', 2)).toEqual([
    '2080501 行政单位离退休  基本 ${1:未填}  预算 ${2:未填}  上年 3.50',
    '2010801 行政运行  基本 ${1:未填}  项目 ${2:未填}  上年 81.20',
  ]);
});

test('in an empty line, the one that follows the line above', async () => {
  expect(await inserted('支出 一般公共预算 {\n2080501 行政单位离退休 基本 1\n<|>\n}')).toEqual([
    '2010801 行政运行  基本 ${1:未填}  项目 ${2:未填}  上年 81.20',
  ]);
});

test('what is there already is not offered again', async () => {
  const items = await complete('支出 一般公共预算 {\n2010801 行政运行 基本 1\nxzyx<|>\n}');
  expect(items.filter(({ insertTextFormat }) => insertTextFormat === 2)).toEqual([]);
});

test('economic lines in their half', async () => {
  expect(await inserted('基本支出 {\n公用经费 {\n<|>\n}\n}')).toEqual(['30201 办公费  ${1:未填}  上年 9.00']);
  expect(await inserted('基本支出 {\n人员经费 {\ntx<|>\n}\n}')).toEqual([
    '30302 退休费  ${1:未填}  上年 2.00',
  ]);
});

test('items', async () => {
  expect(await inserted('收入 {\nqt<|>\n}')).toEqual(['其他收入  ${1:未填}  上年 1.00']);
});

test('before figures that stand there already only the name', async () => {
  expect(await inserted('支出 一般公共预算 {\nxzyx<|> 基本 3\n}')).toEqual(['2010801 行政运行']);
});
