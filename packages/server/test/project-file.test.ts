import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { BuildResult } from '../src/protocol.js';
import { Editor } from './editor.js';
import { report } from './workbench.js';

// A server is a process: it takes as long as the machine lets it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const wrong = report('收入 {\n  事业收入  12.00\n  其他收入  1.20\n  总计  13.30\n}');
const level = (word: string) => JSON.stringify({ 规则: { I0103: { 级别: word, 原因: '试用' } } });

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({
    'fiscal.json': level('提示'),
    '某局.fiscal': wrong,
    '归档/旧.fiscal': wrong,
  });
});
afterAll(async () => {
  expect(editor.complaints).toEqual([]);
  expect(await editor.stop()).toBe(0);
});

const severity = { 错误: 1, 警告: 2, 提示: 3 };

test('the project file holds, and whatever it says next', async () => {
  await editor.open('某局.fiscal', wrong);
  const [found] = await editor.diagnostics('某局.fiscal');
  expect(found).toMatchObject({ code: 'I0103', severity: severity.提示 });
  await editor.write('fiscal.json', level('警告'));
  await editor.settles('某局.fiscal', ([one]) => one?.severity === severity.警告);
  await editor.write('fiscal.json', undefined);
  await editor.settles('某局.fiscal', ([one]) => one?.severity === severity.错误);
});

test('what its baseline lets be is not told, as on the command line; a missing one is', async () => {
  await editor.write('fiscal.json', '{}');
  await editor.settles('某局.fiscal', (all) => all.length === 1);
  const [found] = await editor.diagnostics('某局.fiscal');
  const known = {
    file: '某局.fiscal',
    rule: found!.code,
    line: '总计',
    subjects: ['收入.总计'],
    message: found!.message,
    count: 1,
  };
  await editor.write('基线.json', JSON.stringify({ version: 2, findings: [known] }));
  await editor.write('fiscal.json', '{ "基线": "基线.json" }');
  await editor.settles('某局.fiscal', (all) => all.length === 0);
  await editor.write('基线.json', JSON.stringify({ version: 2, findings: [] }));
  await editor.settles('某局.fiscal', (all) => all.length === 1);
  await editor.write('基线.json', undefined);
  await editor.settles('fiscal.json', ([one]) => one?.code === 'Z014');
  await editor.write('fiscal.json', '{}');
  await editor.settles('fiscal.json', (all) => all.length === 0);
});

test('what is wrong in it stands in it', async () => {
  await editor.write('fiscal.json', '{ "模版": "四川" }');
  await editor.settles('fiscal.json', ([one]) => one?.code === 'Z034');
  await editor.write('fiscal.json', '{}');
  await editor.settles('fiscal.json', (all) => all.length === 0);
});

test('folders that it leaves out are not looked at, until they are wanted again', async () => {
  await editor.write('fiscal.json', '{ "排除": ["归档"] }');
  const { files } = await editor.ask<{ files: { uri: string }[] }>('fiscal/checkWorkspace');
  expect(files.map(({ uri }) => uri)).toEqual([editor.uri('某局.fiscal')]);
  await editor.write('fiscal.json', '{}');
  await editor.settles('归档/旧.fiscal', (all) => all.length === 1);
  await editor.write('fiscal.json', '{ "排除": ["归档"] }');
  await editor.settles('归档/旧.fiscal', (all) => all.length === 0);
});

test('what is built is called, and goes, as it says', async () => {
  const output = { 文件夹: '公开/成文', 名称: '【年度】年决算' };
  await editor.write('fiscal.json', JSON.stringify({ 模板: '四川', 成文: output }));
  const built = await editor.request<BuildResult>('fiscal/build', {
    uri: editor.uri('某局.fiscal'),
    to: ['markdown'],
  });
  expect(built.folder).toBe(editor.uri('公开/成文'));
  expect(built.files.map(({ name }) => name)).toContain('2023年决算.md');
});

test('units by a pattern: one that is added counts at once', async () => {
  const unit = (name: string) => `单位决算 ${name} 2023 {\n收入 { 事业收入 1.00 }\n}\n`;
  await editor.write('fiscal.json', '{}');
  await editor.write('甲.fiscal', unit('甲'));
  const text = report('引用 单位 "?.fiscal"\n收入 {\n  事业收入  2.00\n}');
  await editor.open('部门.fiscal', text);
  expect(await editor.diagnostics('部门.fiscal')).toMatchObject([{ range: { start: { line: 3 } } }]);
  await editor.write('乙.fiscal', unit('乙'));
  await editor.settles('部门.fiscal', (all) => all.length === 0);
});
