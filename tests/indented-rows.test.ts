import { compose, renderHtml, renderMarkdown } from '@fiscal/report';
import { readDocuments } from '@fiscal/read';
import { expect, test } from 'vitest';
import { loadExample, loadText } from './check.js';

/** Titles of rows stand as far in as the template says; an author's own words do not. */
const source = `模板 本局 {
  表 "收入表" {
    列 "项目" 文字
    列 "决算数"
    行 "本年收入" 收入.本年收入合计
    行 "　其中：事业收入" 收入.事业收入
    行 "　　其他收入" 收入.其他收入
    行 收入.事业收入.说明 收入.事业收入
  }
}
部门决算 某局 2024 {
  模板 本局
  收入 { 事业收入 2.00 说明 "　培训收费" 其他收入 1.00 本年收入合计 3.00 总计 3.00 }
}`;
const { document } = compose(loadText(source).reports[0]!);

test('in Markdown and on a page', () => {
  const markdown = renderMarkdown(document).text;
  expect(markdown).toContain('| 　其中：事业收入 |');
  expect(markdown).toContain('| 　　其他收入');
  expect(markdown).toContain('| 培训收费');
  const html = renderHtml(document);
  expect(html).toContain('>　其中：事业收入<');
  expect(html).toContain('>　　其他收入<');
});

test('what is indented is read as what is not', { timeout: 120_000 }, async () => {
  const name = '示例区文化馆-2024';
  const { text } = renderMarkdown(compose(loadExample(`${name}/${name}.fiscal`).reports[0]!).document);
  const indented = text
    .replaceAll('（1）国内接待费', '　（1）国内接待费')
    .replaceAll('8．其他用车', '　　8．其他用车');
  expect(indented).not.toBe(text);
  expect(await sourceOf(indented)).toBe(await sourceOf(text));
});

async function sourceOf(text: string): Promise<string> {
  const read = await readDocuments([{ name: '报告.md', bytes: new TextEncoder().encode(text) }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  return read.source;
}
