import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@fiscal/core';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { silencingInputs } from '../../../tests/silencing-inputs.js';
import { Editor } from './editor.js';
import { report, uriOf, Workbench } from './workbench.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

// Whatever one open file makes of the server, the author of another one goes on hearing of theirs.

describe('a server with a second file open', () => {
  let editor: Editor;
  const second = '第二个.fiscal';
  let total = 1;

  beforeAll(async () => {
    editor = await Editor.start({
      '2022.txt': '机密一行\n',
      '密钥.fiscal': '机密一行\n',
      '去年.fiscal': new Uint8Array([0xb2, 0xbf, 0xc3, 0xc5]),
      '密钥.csv': '机密一行\n',
    });
    mkdirSync(join(editor.folder, '文件夹.fiscal'));
    symlinkSync('/dev/zero', join(editor.folder, '无尽.fiscal'));
    symlinkSync('2022.txt', join(editor.folder, '链接.fiscal'));
    execFileSync('mkfifo', [join(editor.folder, '管道.fiscal')]);
    await editor.open(second, report('收入 { 事业收入 1.00 总计 9.00 }'));
  });

  afterAll(async () => {
    expect(editor.complaints).toEqual([]);
    expect(await editor.stop()).toBe(0);
  });

  /** Opens a file, and changes the second one: what is said of both. */
  async function opened(
    text: string,
    isMeant: (diagnostic: Diagnostic) => boolean = () => true,
  ): Promise<string[]> {
    const name = `第一个${total}.fiscal`;
    await editor.open(name, text);
    const found = await editor.diagnostics(name);
    total += 1;
    await editor.change(second, report(`收入 { 事业收入 ${total}.00 总计 99.00 }`));
    expect((await editor.diagnostics(second)).map(({ message }) => message)).toEqual([
      expect.stringContaining(`应为 ${total}.00 万元`),
    ]);
    await editor.close(name);
    return found
      .filter(isMeant)
      .map(({ code, range: { start }, message }) =>
        [`${start.line + 1}:${start.character + 1}`, code, message].join(' '),
      );
  }

  test.each(silencingInputs)('$name', async ({ text, told }) => {
    const found = await opened(text, ({ severity }) => severity! <= DiagnosticSeverity.Warning);
    expect(found.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(told);
  });

  test.each([
    ['2022.txt', '不是 fiscal 的源文件'],
    ['.', '不是 fiscal 的源文件'],
    ['../../../../../../etc/passwd', '不是 fiscal 的源文件'],
    ['file:///etc/passwd', '不是 fiscal 的源文件'],
    ['/dev/zero', '不是 fiscal 的源文件'],
    ['文件夹.fiscal', '不能用：不是普通文件'],
    ['无尽.fiscal', '不能用：不是普通文件'],
    ['管道.fiscal', '不能用：不是普通文件'],
    ['链接.fiscal', '不能用：不是普通文件'],
    ['去年.fiscal', '不能用：看来是 GBK 编码，请另存为 UTF-8'],
    ['密钥.fiscal', '里没有报告'],
    ['没有.fiscal', '找不到文件'],
    ['http://127.0.0.1:9/2022.fiscal', '找不到文件'],
  ])('引用 上年 "%s"', async (name, message) => {
    expect(await opened(report(`引用 上年 "${name}"`))).toEqual([
      expect.stringMatching(new RegExp(`^2:7 Z014 .*${message}`)),
    ]);
    expect(JSON.stringify(editor.published)).not.toContain('机密');
  });

  test.each([
    ['2022.txt', 'C012 科目表缺少表头'],
    ['密钥.csv', 'C012 科目表缺少表头'],
    ['去年.fiscal', 'Z014 .*不是科目表'],
    ['/etc/passwd', 'Z014 .*不是科目表'],
  ])('科目表 "%s"', async (name, message) => {
    expect(await opened(report(`科目表 "${name}"`))).toEqual([
      expect.stringMatching(new RegExp(`^2:5 ${message}`)),
    ]);
    expect(JSON.stringify(editor.published)).not.toContain('机密');
  });
});

test('a text that our parser fails at is told, and no other file suffers', async () => {
  const workbench = await Workbench.with({ '甲.fiscal': report('收入 { 事业收入 1.00 总计 9.00 }') });
  const { LangiumParser } = workbench.services.parser;
  const parse = LangiumParser.parse.bind(LangiumParser);
  const failing = vi.spyOn(LangiumParser, 'parse').mockImplementation((text, ...rest) => {
    if (text.includes('炸')) throw new RangeError('炸了');
    return parse(text, ...rest) as never;
  });
  await workbench.write('乙.fiscal', '部门决算 炸 2023 { }');
  await workbench.write('甲.fiscal', report('收入 { 事业收入 2.00 总计 9.00 }'));
  failing.mockRestore();
  const of = async (name: string) =>
    (await workbench.examination(name)).findings.map((finding) => [
      finding.rule,
      finding.origin.uri,
      messageOf(finding),
    ]);
  expect(await of('乙.fiscal')).toEqual([
    ['Z028', uriOf('乙.fiscal'), expect.stringContaining('这里没能检查完：炸了。')],
  ]);
  expect(await of('甲.fiscal')).toEqual([
    [expect.any(String), uriOf('甲.fiscal'), expect.stringContaining('应为 2.00 万元')],
  ]);
  await workbench.write('乙.fiscal', report('收入 { 总计 1 }'));
  expect(await of('乙.fiscal')).toEqual([]);
});
