import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';

const examples = join(import.meta.dirname, '../../../examples');

function example(name: string, extension: string): string {
  return readFileSync(join(examples, name, '期望', `${name}.${extension}`), 'utf8');
}

const name = '上海市普陀区财政局-2024';

test(
  'a page that was published becomes a source that is checked without an error',
  { timeout: 60_000 },
  async () => {
    const folder = folderWith({ '报告.html': example(name, 'html') });
    const read = await folder.fiscalWith({ engine }, 'read', '报告.html', '-o', '读出.fiscal');
    expect(read).toMatchObject({ code: 0, stdout: '已新建 读出.fiscal\n' });
    const checked = await folder.fiscalWith({ engine }, 'check', '读出.fiscal', '--min-severity', 'error');
    expect(checked.code).toBe(0);
  },
);

test('a published report is checked as it is, and told where it stands', { timeout: 60_000 }, async () => {
  const wrong = example(name, 'md').replaceAll('占79.49%', '占79.94%').replace('占71.65%', '占71.73%');
  const folder = folderWith({ '报告.md': wrong });
  const { code, stdout } = await folder.fiscalWith(
    { engine },
    'check',
    '报告.md',
    '--format',
    'json',
    '--min-severity',
    'error',
  );
  expect(code).toBe(1);
  const findings = JSON.parse(stdout) as { rule: string; message: string }[];
  expect(findings.map(({ rule }) => rule)).toEqual(['T002', 'R001']);
  expect(findings[0]!.message).toContain('申报 79.94%');
  expect(findings[1]!.message).toContain('申报 71.73%');
});

test('a document that cannot be read is one clear line', { timeout: 60_000 }, async () => {
  const folder = folderWith({ '报告.docx': 'words', '扫描.pdf': '%PDF-1.4' });
  expect(await folder.fiscalWith({ engine }, 'read', '报告.docx')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fiscal: 文件损坏了，读不了：报告.docx\n',
  });
  expect(await folder.fiscalWith({ engine }, 'check', '扫描.pdf')).toMatchObject({ code: 2, stdout: '' });
  expect(folder.list()).toEqual(['扫描.pdf', '报告.docx'].sort());
});

const own = `模板 本市 改自 上海 {
  结构 会议培训 { 合计  会议费  培训费 }
  "财政拨款“三公”经费支出决算情况说明" 之后 {
    节 "会议费、培训费支出情况说明" {
      段 "会议费支出【会议培训.会议费】【货币单位】，培训费支出【会议培训.培训费】【货币单位】。"
    }
  }
}
`;
const ownReport = `单位决算 示例市档案局 2024 {
  引用 模板 "格式/本市.fiscal"
  模板 本市
  收入 { 一般公共预算财政拨款收入 12.00 总计 12.00 }
  支出 一般公共预算 { 2012604 档案馆 基本 12.00 }
  会议培训 { 会议费 0.80 培训费 1.25 }
}
`;

test(
  "a published report is read by a template of one's own, and its source refers to it",
  { timeout: 60_000 },
  async () => {
    const folder = folderWith({ '格式/本市.fiscal': own, '甲.fiscal': ownReport });
    const { fiscalWith } = folder;
    await fiscalWith({ engine }, 'build', '甲.fiscal', '--to', 'html', '-o', '.', '--force');
    await fiscalWith({ engine }, 'read', '甲.html', '--template', '格式/本市.fiscal', '-o', '读/乙.fiscal');
    const source = folder.read('读/乙.fiscal');
    expect(source).toMatch(/引用 模板 "\.\.\/格式\/本市\.fiscal"\n +模板 +本市\n/);
    expect(source).toMatch(/会议费 +0\.80?\n/);
    expect(source).toMatch(/培训费 +1\.25\n/);
    const checked = await fiscalWith({ engine }, 'check', '读/乙.fiscal', '--min-severity', 'error');
    expect(checked).toMatchObject({ code: 0 });

    const rolled = ['new', '--from', '甲.html', '--template', '格式/本市.fiscal', '-o', '新'];
    expect(await fiscalWith({ engine }, ...rolled)).toMatchObject({ code: 0 });
    expect(folder.read('新/示例市档案局-2025.fiscal')).toContain('引用 模板 "../格式/本市.fiscal"');
  },
);

test('a template that is none is one clear line', { timeout: 60_000 }, async () => {
  const folder = folderWith({
    '报告.html': example(name, 'html'),
    '错.fiscal': '模板 错 { 段 "【收入.总记】" }',
    '空.fiscal': '',
  });
  const told = async (template: string) =>
    (await folder.fiscalWith({ engine }, 'read', '报告.html', '--template', template)).stderr;
  expect(await told('错.fiscal')).toBe(
    'fiscal: 模板写错了（1 处），改好再读：先运行 fiscal check 错.fiscal\n',
  );
  expect(await told('空.fiscal')).toBe('fiscal: 文件里没有模板：空.fiscal\n');
  expect(await told('没有.fiscal')).toMatch(/^fiscal: .*没有\.fiscal\n$/);
  const fromNone = await folder.fiscalWith({ engine }, 'new', '--from', '报告.html', '--template', '四穿');
  expect(fromNone.stderr).toMatch(/^fiscal: 没有模板“四穿”，相近的有：四川/);
});
