import { expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import { atMarker } from './workbench.js';

async function complete(name: string, block: string): Promise<CompletionItem[]> {
  const { workbench, document, params } = await atMarker(`部门决算 ${name} 2024 {\n${block}\n}\n`);
  return (await workbench.services.lsp.CompletionProvider!.getCompletion(document, params))!.items;
}

async function labels(name: string, block: string): Promise<string[]> {
  return (await complete(name, block)).map(({ label }) => label);
}

const spending = (lines: string) => `支出 一般公共预算 {\n${lines}\n}`;

test.each([
  ['某市教育局', '教育管理事务'],
  ['某县人民代表大会常务委员会办公室', '人大事务'],
  ['某区民政局', '民政管理事务'],
  ['某市人力资源和社会保障局', '人力资源和社会保障管理事务'],
  ['某县退役军人事务局', '退役军人管理事务'],
  ['某市住房和城乡建设局', '城乡社区管理事务'],
  ['某县审计局', '审计事务'],
  ['某市农业农村局', '农业农村'],
  ['某县林业和草原局', '林业和草原'],
  ['某市科学技术局', '科学技术管理事务'],
  ['某市司法局', '司法'],
  ['某县应急管理局', '应急管理事务'],
  ['某市市场监督管理局', '市场监督管理事务'],
  ['某县水利局', '水利'],
  ['某市医疗保障局', '医疗保障管理事务'],
  ['某县生态环境局', '环境保护管理事务'],
  ['某市文化和旅游局', '文化和旅游'],
  ['某县总工会', '群众团体事务'],
  ['中共某县委组织部', '组织事务'],
  ['某厅', '政府办公厅（室）及相关机构事务'],
])('%s spends on 行政运行 of %s', async (name, heading) => {
  const [first] = await complete(name, spending('xzyx<|>'));
  expect([first!.label.slice(8), first!.labelDetails?.description]).toEqual(['行政运行', heading]);
});

test('the 款 stands in each row', async () => {
  const items = await complete('某县审计局', spending('xzyx<|>'));
  const headings = items.map(({ labelDetails }) => labelDetails?.description);
  expect(new Set(headings).size).toBe(items.length);
});

test('what is there already is not offered first again', async () => {
  const [first] = await labels('某县审计局', spending('2010801 行政运行 基本 1\nxzyx<|>'));
  expect(first).not.toBe('2010801 行政运行');
  expect(await labels('某县审计局', '收入 {\n其他收入 1\nqt<|>\n}')).not.toContain('其他收入 …');
  expect((await labels('某县审计局', '收入 {\n事业收入 1\ns<|>\n}'))[0]).toBe('上级补助收入');
});

test('the line that is being typed is not there yet', async () => {
  const [first] = await labels('某县审计局', spending('2010801 行政运行<|> 基本 1').replace('2010801 ', ''));
  expect(first).toBe('2010801 行政运行');
});

test('what the report has elsewhere comes first', async () => {
  const income = '收入 按科目 {\n2160299 其他商业流通事务支出 财政拨款 1\n}\n';
  const [first] = await labels('某县审计局', income + spending('qt<|>'));
  expect(first).toBe('2160299 其他商业流通事务支出');
});

test('in the order of codes: what comes behind the line above', async () => {
  expect((await labels('某县审计局', spending('2080505 甲 基本 1\njg<|>')))[0]).toBe(
    '2080506 机关事业单位职业年金缴费支出',
  );
  expect((await labels('某县审计局', spending('2101101 行政单位医疗 基本 1\nsy<|>')))[0]).toBe(
    '2101102 事业单位医疗',
  );
});

test('codes of other money come last', async () => {
  const own = await labels('某县审计局', '支出 政府性基金 {\nzf<|>\n}');
  expect(own[0]).not.toBe('2210201 住房公积金');
});

test.each([
  'xingzyx',
  'xzyunx',
  '行政yx',
  '行zyx',
  'xingzhengyunxing',
  'ｘｚｙｘ',
  '２０１０８０１',
  '20108０1',
])('行政运行 by %s', async (typed) => {
  expect((await labels('某县审计局', spending(`${typed}<|>`)))[0]).toBe('2010801 行政运行');
});

test.each(['x', 'xz', 'xzyx', '行政yx', '２０１', ''])(
  'the editor asks again with each letter: %s',
  async (typed) => {
    const { workbench, document, params } = await atMarker(
      `部门决算 某局 2024 {\n${spending(`${typed}<|>`)}\n}\n`,
    );
    const list = await workbench.services.lsp.CompletionProvider!.getCompletion(document, params);
    expect(list!.isIncomplete).toBe(true);
    // Nothing of how it compares letters puts one before the other.
    expect(new Set(list!.items.map(({ filterText }) => filterText))).toEqual(new Set([typed || undefined]));
  },
);
