import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import type { StatusParams } from '../src/protocol.js';
import { Editor } from './editor.js';
import { rangeText, report } from './workbench.js';

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'packages/cli/bin/fiscal.js');
const example = (path: string) => readFileSync(join(root, 'examples', path), 'utf8');

// A server is a process: it takes as long as the machine lets it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(async () => {
  expect(editor.complaints).toEqual([]);
  expect(await editor.stop()).toBe(0);
});

let count = 0;
let name = '';
beforeEach(() => {
  name = `报告${++count}.fiscal`;
});

async function diagnosticsOf(text: string): Promise<Diagnostic[]> {
  await editor.open(name, text);
  return editor.diagnostics(name);
}

/** 3:8-3:14 error I0602 */
function short({ range, severity, code }: Diagnostic): string {
  return `${rangeText(range)} ${['', 'error', 'warning', 'information', 'hint'][severity!]} ${code}`;
}

const wrong = report('收入 {\n  事业收入  12.00\n  其他收入  1.20\n  总计  13.30\n}');

test('what the template does not print is told when the author pauses, until the text changes', async () => {
  const text = report('模板 四川\n单位 某局机关 行政 编制 20');
  const told = async () => (await editor.diagnostics(name)).filter(({ code }) => code === 'D015').map(short);
  await editor.open(name, text);
  await editor.settles(name, (all) => all.some(({ code }) => code === 'D015'));
  expect(await told()).toEqual(['3:15-3:17 information D015']);
  await editor.change(name, text.replace('编制 20', '编制 未填'));
  expect(await told()).toEqual([]);
});

test('with the preview it is told at once', async () => {
  await editor.open(name, report('模板 四川\n单位 某局机关 行政 编制 20'));
  await editor.request('fiscal/preview', { uri: editor.uri(name) });
  await editor.settles(name, (all) => all.some(({ code }) => code === 'D015'));
});

describe('what is found', () => {
  test('stands on the figure that is wrong, with every operand', async () => {
    const [diagnostic, ...others] = await diagnosticsOf(wrong);
    expect(others).toEqual([]);
    expect(short(diagnostic!)).toBe('5:7-5:12 error I0103');
    expect(diagnostic).toMatchObject({
      source: 'fiscal',
      codeDescription: { href: 'fiscal-rule:/I0103.md' },
      message:
        '「收入总计」应为 13.20 万元（12.00 + 1.20），申报 13.30 万元，差 +0.10 万元，超出舍入误差 ±0.015。',
    });
  });

  test('the lines of a total that stands on what nobody wrote are its places', async () => {
    const [diagnostic] = await diagnosticsOf(
      report(
        '支出 一般公共预算 {\n  2012601 行政运行  基本 86.40\n  2012604 档案馆  项目 40.00\n  合计  126.50\n}',
      ),
    );
    expect(diagnostic!.message).toContain('应为 126.40 万元（86.40 + 40.00）');
    expect(
      diagnostic!.relatedInformation!.map(
        ({ location, message }) => `${rangeText(location.range)} ${message}`,
      ),
    ).toEqual([
      '3:20-3:25 可能「2012601 行政运行·基本」86.40 写错（86.50）',
      '4:19-4:24 可能「2012604 档案馆·项目」40.00 写错（40.10）',
    ]);
  });

  test('has its related places', async () => {
    const [diagnostic] = await diagnosticsOf(
      report(
        '支出 一般公共预算 {\n  2012601 行政运行  基本 262.40  占比 80%\n  2210201 住房公积金  基本  50.00\n  合计  312.40\n}',
      ),
    );
    expect(diagnostic!.code).toBe('R001');
    expect(
      diagnostic!.relatedInformation!.map(
        ({ location, message }) => `${rangeText(location.range)} ${message}`,
      ),
    ).toEqual(['5:7-5:13 「一般公共预算支出合计」312.40 万元']);
  });

  test.each(['原文差错/原文差错.fiscal', '攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal'])(
    'is the same as on the command line: %s',
    async (path) => {
      const shown = (await diagnosticsOf(example(path))).map((each) => [each.code, each.range, each.message]);
      const { stdout } = spawnSync(process.execPath, [
        program,
        'check',
        '--format',
        'json',
        join(root, 'examples', path),
      ]);
      const listed = JSON.parse(stdout.toString()) as { rule: string; range: unknown; message: string }[];
      expect(shown).toEqual(listed.map(({ rule, range, message }) => [rule, range, message]));
      expect(shown.length).toBeGreaterThan(0);
    },
  );

  test('roundings are information, one for each block', async () => {
    const found = await diagnosticsOf(
      report(
        '支出 一般公共预算 {\n  2012601 行政运行  基本 262.40\n  2012604 档案馆  项目 50.00\n  合计  312.41\n}',
      ),
    );
    expect(found.map(short)).toEqual(['5:7-5:13 information U010']);
  });

  test('an acceptance that met nothing is faded, a former name struck through', async () => {
    const found = await diagnosticsOf(
      report(
        '收入 {\n  事业收入  1\n  忽略 I1303 "已核对"\n}\n支出 一般公共预算 { 2150508 无线电监管 项目 1 }',
      ),
    );
    expect(found.map(({ code, tags }) => [code, tags])).toEqual([
      ['M002', [1]],
      ['C005', [2]],
    ]);
  });
});

describe('what is found goes', () => {
  test('when it is mended', async () => {
    await diagnosticsOf(wrong);
    await editor.change(name, '2', { start: { line: 4, character: 9 }, end: { line: 4, character: 10 } });
    expect(await editor.diagnostics(name)).toEqual([]);
  });

  test('and comes back', async () => {
    await diagnosticsOf(wrong.replace('13.30', '13.20'));
    await editor.change(name, wrong);
    expect((await editor.diagnostics(name)).map(short)).toEqual(['5:7-5:12 error I0103']);
  });

  test('when the file is closed', async () => {
    await diagnosticsOf(wrong);
    await editor.close(name);
    await editor.settles(name, (diagnostics) => diagnostics.length === 0);
  });

  test('when the file is deleted', async () => {
    await editor.write(name, wrong);
    await diagnosticsOf(wrong);
    await editor.close(name);
    await editor.write(name, undefined);
    await editor.settles(name, (diagnostics) => diagnostics.length === 0);
  });
});

test('what is found stays when the file is saved', async () => {
  await diagnosticsOf(wrong);
  await editor.notify('textDocument/didSave', { textDocument: { uri: editor.uri(name) } });
  await editor.write(name, wrong);
  // An answer says that what came before it was dealt with.
  await editor.request('textDocument/documentSymbol', { textDocument: { uri: editor.uri(name) } });
  const other = `另一份${count}.fiscal`;
  await editor.open(other, wrong);
  await editor.diagnostics(other);
  const told = editor.published.filter(({ uri }) => uri === editor.uri(name));
  expect(told.map(({ diagnostics }) => diagnostics.length).every((length) => length === 1)).toBe(true);
  await editor.close(other);
});

describe('files that depend on each other', () => {
  test('this year on the last', async () => {
    const last = `上年${count}.fiscal`;
    await editor.open(last, '部门决算 示例市档案局 2022 { 收入 { 总计 298.15 } }\n');
    const found = await diagnosticsOf(report(`引用 上年 "${last}"\n收入 { 总计 312.40 上年 298.15 }`));
    expect(found).toEqual([]);
    await editor.change(last, '部门决算 示例市档案局 2022 { 收入 { 总计 298.51 } }\n');
    await editor.settles(name, (diagnostics) => diagnostics.some(({ code }) => code === 'Y002'));
    await editor.change(last, '部门决算 示例市档案局 2022 { 收入 { 总计 298.15 } }\n');
    await editor.settles(name, (diagnostics) => diagnostics.length === 0);
    await editor.close(last);
    await editor.settles(name, (diagnostics) => diagnostics.some(({ code }) => code === 'Z014'));
  });

  test('this year accepts what is told in the file of the last, which only this file contradicts', async () => {
    const last = `上年${count}.fiscal`;
    const reason = '忽略 Y002 "决算批复调整"';
    const current = (acceptance: string) =>
      `部门决算 示例市档案局 2023 {
  引用 上年 "${last}"
  支出 一般公共预算 {
    2012601 行政运行 基本 15.00 上年 11.00
    2210201 住房公积金 基本 15.00 上年 10.00
    合计 30.00 上年 21.00
    ${acceptance}
  }
}`;
    await editor.open(
      last,
      '部门决算 示例市档案局 2022 { 支出 一般公共预算 { 2012601 行政运行 基本 10 2210201 住房公积金 基本 10 } }\n',
    );
    await editor.open(name, current(''));
    await editor.settles(last, (diagnostics) => diagnostics.some(({ code }) => code === 'Y002'));
    await editor.change(name, current(reason));
    await editor.settles(last, (diagnostics) => diagnostics.length === 0);
    await editor.settles(name, (diagnostics) => diagnostics.length === 0);
    // While the file of last year is not there, nothing says that the acceptance is needless.
    await editor.close(last);
    await editor.settles(name, (diagnostics) => diagnostics.some(({ code }) => code === 'Z014'));
    expect((await editor.diagnostics(name)).map(({ code }) => code)).toEqual(['Z014']);
  });

  test('a report on the list of codes of its department', async () => {
    const table = `科目${count}.csv`;
    const found = await diagnosticsOf(
      report(`科目表 "${table}"\n支出 一般公共预算 { 2012604 档案馆 项目 50.00 }`),
    );
    expect(found.map(({ code }) => code)).toEqual(['Z014']);
    await editor.write(table, '科目编码,科目名称\n2012604,档案馆\n');
    await editor.settles(name, (diagnostics) => diagnostics.length === 0);
    await editor.write(table, '科目编码,科目名称\n2012604,档案管理\n');
    await editor.settles(name, (diagnostics) => diagnostics.some(({ code }) => code === 'C002'));
    await editor.write(table, '科目编码,科目名称\n201260x,档案管理\n');
    await editor.settles(table, (diagnostics) => diagnostics.some(({ code }) => code === 'C012'));
    await editor.close(name);
    await editor.settles(table, (diagnostics) => diagnostics.length === 0);
  });

  test('a report on rules that it takes from beside another report', async () => {
    const rules = `附带规则${count}.fiscal`;
    const limited = (limit: number) =>
      `规则 本局02 "总计有界" { 收入.总计 < ${limit} }\n部门决算 别的局 2023 { 收入 { 总计 1 } }\n`;
    await editor.open(rules, limited(5));
    expect(await diagnosticsOf(report(`引用 规则 "${rules}"\n收入 { 总计 3 }`))).toEqual([]);
    await editor.change(rules, limited(2));
    await editor.settles(name, (diagnostics) => diagnostics.some(({ code }) => code === '本局02'));
    await editor.close(rules);
    await editor.settles(name, (diagnostics) => diagnostics.some(({ code }) => code === 'Z014'));
  });

  test('a report on its own template, which is tried', async () => {
    const template = `模板${count}.fiscal`;
    await editor.open(template, '模板 本省 { 段 "【收入.总计】" }\n');
    expect(await diagnosticsOf(report('模板 本省\n收入 { 总计 3 }'))).toEqual([]);
    await editor.change(template, '模板 本省 { 段 "【收入.总记】" }\n');
    await editor.settles(template, (diagnostics) => diagnostics.some(({ code }) => code === 'Z011'));
    // A file without anything is told as that, and no longer what was wrong in it.
    await editor.change(template, '// 没有模板\n');
    await editor.settles(template, (diagnostics) => diagnostics.every(({ code }) => code !== 'Z011'));
    await editor.close(template);
  });

  test('reports on the rules of another file', async () => {
    const rules = `规则${count}.fiscal`;
    expect(await diagnosticsOf(report('收入 { 总计 3 }'))).toEqual([]);
    await editor.open(rules, '规则 本局01 "总计大于五" { 收入.总计 > 5 }\n');
    await editor.settles(name, (diagnostics) => diagnostics.some(({ code }) => code === '本局01'));
    await editor.change(rules, '规则 本局01 "总计大于一" { 收入.总计 > 1 }\n');
    await editor.settles(name, (diagnostics) => diagnostics.length === 0);
    await editor.change(rules, '// 没有规则\n');
    await editor.close(rules);
  });
});

test('the client is told how a file stands', async () => {
  await diagnosticsOf(
    report(
      '收入 {\n  事业收入  12.00\n  其他收入  1.20\n  总计  13.30\n}\n支出 一般公共预算 { 2012601 行政运行 基本 未填\n合计 3 }',
    ),
  );
  const isMine = ({ uri }: StatusParams) => uri === editor.uri(name);
  expect(await editor.notification<StatusParams>('fiscal/status', isMine)).toEqual({
    uri: editor.uri(name),
    errors: 1,
    warnings: 0,
    tails: 0,
    notChecked: 1,
    unfilled: 1,
  });
});

test('what did not change is not told again, whatever happens elsewhere', async () => {
  await diagnosticsOf(wrong);
  const own = name;
  await editor.open('别的.fiscal', report('收入 { 事业收入 1 }'));
  await editor.diagnostics('别的.fiscal');
  await editor.change('别的.fiscal', report('收入 { 事业收入 2  总计 3 }'));
  await editor.diagnostics('别的.fiscal');
  await editor.close('别的.fiscal');
  await editor.write('生人.fiscal', report('收入 { 事业收入 1 }'));
  await editor.write('生人.fiscal', undefined);
  await editor.open('最后.fiscal', report('收入 { 事业收入 1 }'));
  await editor.diagnostics('最后.fiscal');
  const told = editor.published.filter(({ uri }) => uri === editor.uri(own));
  expect(told.map(({ version, diagnostics }) => [version, diagnostics.length])).toEqual([[1, 1]]);
});

test('the other side of a comparison is not diagnosed, and offers nothing', async () => {
  const uri = `git:${new URL(editor.uri(name)).pathname}?ref`;
  const text = `${wrong}\n`;
  await editor.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'fiscal', version: 1, text },
  });
  const template = `git:${new URL(editor.uri('旧模板.fiscal')).pathname}?ref`;
  await editor.notify('textDocument/didOpen', {
    textDocument: { uri: template, languageId: 'fiscal', version: 1, text: '模板 旧的 { 部分 "甲" { } }\n' },
  });
  const found = await diagnosticsOf(report('模板 旧的\n收入 { 事业收入 1 }'));
  expect(found.map(({ code }) => code)).toContain('Z017');
  expect(editor.published.filter((published) => published.uri.startsWith('git:'))).toEqual([]);
  const hover = { textDocument: { uri }, position: { line: 2, character: 4 } };
  expect(await editor.request('textDocument/hover', hover)).not.toBeNull();
});
