import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countOpenMarks, openFigures } from '@fiscal/report';
import { compose, figuresIn, missingBlockFindings, renderHtml, renderMarkdown } from '@fiscal/report';
import { load, skeleton, skeletonTemplates, skeletonTexts } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../packages/cli/test/command-line.js';
import { engine } from '../packages/cli/src/engine.js';
import { exampleFiles, loadExample, loadText, readIfThere } from './check.js';

const complete = '示例县档案馆-2024/示例县档案馆-2024.fiscal';
const leading = '攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal';

function sourceOf(example: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'examples', example), 'utf8');
}

async function build(text: string, ...options: string[]) {
  const folder = folderWith({ '报告.fiscal': text });
  const ran = await folder.fiscalWith({ engine }, 'build', '报告.fiscal', '-o', '成文', ...options);
  return { ...ran, isWritten: folder.list().includes('成文/报告.html') };
}

describe('build --final', () => {
  test('builds a complete report', async () => {
    const { code, isWritten, stderr } = await build(sourceOf(complete), '--final');
    expect({ code, isWritten }).toEqual({ code: 0, isWritten: true });
    expect(stderr).not.toMatch(/未填|没有写/);
  });

  test('refuses one with figures that are open, and lists them; it is built without --final', async () => {
    const refused = await build(sourceOf(leading), '--final', '--quiet');
    expect({ code: refused.code, isWritten: refused.isWritten }).toEqual({ code: 1, isWritten: false });
    expect(refused.stderr).toMatch(
      /^还没有写完，--final 不生成：\n有 62 个数未填，印成“未填” 302 处：项目支出、30101 基本工资、/m,
    );
    const built = await build(sourceOf(leading));
    expect({ code: built.code, isWritten: built.isWritten }).toEqual({ code: 0, isWritten: true });
    expect(built.stderr).toContain('有 62 个数未填，印成“未填” 302 处\n');
  });

  test('refuses one without a whole block, which is a warning otherwise', async () => {
    const text = sourceOf(complete).replace(/^ {2}政府采购[\s\S]*?^ {2}\}\n/m, '');
    const refused = await build(text, '--final');
    expect({ code: refused.code, isWritten: refused.isWritten }).toEqual({ code: 1, isWritten: false });
    expect(refused.stderr).toContain('有 1 块整块没有写：政府采购\n');
    const built = await build(text);
    expect(built.code).toBe(0);
    expect(built.stderr).toMatch(/警告 D012 模板「四川」要印这些内容，报告里没有写：政府采购。/);
  });

  test('refuses one without a block that it may leave out elsewhere, unless it says that this does not apply', async () => {
    const text = sourceOf(complete).replace(/^ {2}项目支出[\s\S]*?^ {2}\}\n/m, '');
    const refused = await build(text, '--final');
    expect({ code: refused.code, isWritten: refused.isWritten }).toEqual({ code: 1, isWritten: false });
    expect(refused.stderr).toContain('：项目支出、支出 一般公共预算 2012604 明细 项目\n');
    const denied = await build(text.replace('  三公经费', '  项目支出 不适用\n\n  三公经费'), '--final');
    expect({ code: denied.code, isWritten: denied.isWritten }).toEqual({ code: 0, isWritten: true });
    expect(denied.stderr).not.toMatch(/错误|警告|未填/);
  });

  test('refuses what is written and not printed, unless the author says that it is to stay', async () => {
    const text = sourceOf(complete).replace('  收入 {', '  人员 { 机关行政 编制 20 }\n\n  收入 {');
    const lost = /有 1 处写了，但本模板不印：\d+:\d+ 「人员」里写了机关行政的编制，模板「四川」不印\n/;
    const refused = await build(text, '--final', '--quiet');
    expect({ code: refused.code, isWritten: refused.isWritten }).toEqual({ code: 1, isWritten: false });
    expect(refused.stderr).toMatch(lost);
    const built = await build(text);
    expect(built.code).toBe(0);
    expect(built.stderr).toMatch(lost);
    const kept = text.replace('  收入 {', '  忽略 D015 "人数供内部核对，不公开"\n\n  收入 {');
    const accepted = await build(kept, '--final');
    expect({ code: accepted.code, isWritten: accepted.isWritten }).toEqual({ code: 0, isWritten: true });
    expect(accepted.stderr).not.toMatch(/不印/);
  });

  test('refuses a text that a new report begins with', async () => {
    const text = sourceOf(complete).replace(/(?<=职责 """\n).*\n/, '    写本部门的主要职责。\n');
    const { code, stderr } = await build(text, '--final');
    expect(code).toBe(1);
    expect(stderr).toMatch(/有 1 处还是新建时的提示文字：\d+:\d+\n/);
  });
});

test.each(skeletonTemplates)('every text of a new report for %s is known as such', (template) => {
  const text = skeleton({ name: '甲局', year: 2024, template });
  const [report] = loadText(text).reports;
  expect(report!.texts.length).toBeGreaterThan(5);
  expect(skeletonTexts(report!)).toEqual(report!.texts);
  expect(skeletonTexts(loadExample(complete).reports[0]!)).toEqual([]);
});

test('what is open is marked on screen and on paper, and is a word in Markdown', () => {
  const { document } = compose(loadExample(leading).reports[0]!);
  const open = figuresIn(document.blocks).filter(({ isOpen }) => isOpen);
  const html = renderHtml(document);
  expect(html.match(/<span class="figure unfilled"[^>]*>未填<\/span>/g)).toHaveLength(open.length);
  expect(html).toMatch(/^\.unfilled \{.*background/m);
  expect(html).toMatch(/@media print \{[\s\S]*\.unfilled \{.*border/);
  expect(renderMarkdown(document).text.match(/未填/g)!.length).toBeGreaterThanOrEqual(open.length);
  expect(openFigures(document)).toHaveLength(62);
});

describe.each(skeletonTemplates)('as many marks are told as %s prints', (template) => {
  test.each(exampleFiles)('%s', (path) => {
    const uri = pathToFileURL(join(import.meta.dirname, '..', 'examples', path)).href;
    const text = sourceOf(path).replace(/^( *模板 +)\S+/m, `$1${template}`);
    for (const report of load([{ uri, text }], { read: readIfThere }).reports) {
      const { document } = compose(report);
      const printed = renderMarkdown(document).text.match(/未填/g) ?? [];
      expect(countOpenMarks(document)).toBe(printed.length);
      expect(openFigures(document).length).toBeLessThanOrEqual(printed.length);
      expect(openFigures(document).length > 0).toBe(printed.length > 0);
    }
  });
});

test('the complete example lacks nothing', () => {
  const [report] = loadExample(complete).reports;
  expect(missingBlockFindings(report!)).toEqual([]);
  expect(openFigures(compose(report!).document)).toEqual([]);
});

test('what is open for another reason is told beside what the author left open, and what follows from that is not', () => {
  const text = `部门决算 示例市档案局 2024 {
    模板 上海
    收入 { 一般公共预算财政拨款收入 100.00 总计 100.00 上年 90.00 }
    支出 一般公共预算 { 2012601 行政运行 基本 100.00 合计 { 增减额 10.00 } }
    三公经费 { 公务接待费 0 预算 0.40 公务用车运行维护费 1.00 预算 1.00 上年 2.00 }
  }`;
  const names = openFigures(compose(loadText(text).reports[0]!).document);
  expect(names.filter((name) => name.includes('增减额'))).toEqual([
    '公务接待费·增减额',
    '财政拨款收支总计·增减额',
  ]);
  expect(names.filter((name) => name.includes('三公经费合计'))).toEqual([]);
});
