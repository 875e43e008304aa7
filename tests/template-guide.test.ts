import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, messageOf } from '@fiscal/core';
import { type Block, compose, templateFindings } from '@fiscal/report';
import { expect, test } from 'vitest';
import { findingsOf, isWrong, loadText } from './check.js';
import { linesOf } from './composed-lines.js';

/** The guide for template maintainers, followed literally: its files are made as it says, step by step. */
const guide = readFileSync(join(import.meta.dirname, '..', 'packages', 'library', '模板指南.md'), 'utf8');
const steps = blocksOf('fiscal 广东');

test.each(steps.map((_, index) => index + 1))('after %i of its steps the report is right', (count) => {
  expect(follow(count).findings.map(messageOf)).toEqual([]);
});

test('in the end the report says what the guide shows', () => {
  const { lines } = follow(steps.length);
  for (const sentence of blocksOf('text 成文')[0]!.trim().split('\n')) expect(lines).toContain(sentence);
  expect(lines).toEqual(
    expect.arrayContaining([
      '# 第一部分：示例市档案局概况',
      '# 第三部分：专业名词解释',
      '以上支出含使用以前年度结转资金安排的支出。',
      '[表] 财政拨款“三公”经费支出决算表 / 公开07表 / 单位：万元',
      '- 公务接待费 | 2.00 | 1.00',
    ]),
  );
  expect(lines.filter((line) => line.includes('预算绩效管理情况'))).toEqual([]);
});

test('every kind of report that the guide names composes without a fault', () => {
  const template = templateOf(steps.length);
  for (const report of [
    '部门决算 空局 2023 { 模板 广东 }',
    '单位决算 甲中心 2023 { 模板 广东  收入 { 总计 0 } }',
    '部门决算 甲局 2023 { 模板 广东  三公经费 { 公务接待费 0 预算 0 上年 0 } }',
  ]) {
    const { lines, findings } = read(`${template}\n${report}`, '');
    expect(findings.map(messageOf)).toEqual([]);
    if (report.startsWith('单位')) expect(lines.join('\n')).not.toMatch(/部门决算|本部门/);
  }
});

test('what the guide points to is there', () => {
  const manual = readFileSync(join(import.meta.dirname, '..', 'packages', 'language', 'README.md'), 'utf8');
  const headings = [...manual.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!.replace(/[：、，]/g, ''));
  const anchors = [...guide.matchAll(/README\.md#([^)]+)\)/g)].map(([, anchor]) => anchor!);
  expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
});

function follow(count: number) {
  const [report] = blocksOf('fiscal 报告');
  const [addition] = blocksOf('fiscal 报告补充');
  const isDeclared = steps.slice(0, count).some((step) => step.includes('结构 会议培训'));
  const text = isDeclared ? report!.replace(/\}\s*$/, `${addition}}\n`) : report!;
  return read(text, templateOf(count));
}

function templateOf(count: number): string {
  const [opening] = blocksOf('fiscal 模板');
  return opening!.replace(/\}\s*$/, `${steps.slice(0, count).join('\n')}}\n`);
}

function read(text: string, template: string): { lines: string[]; findings: Finding[] } {
  const workspace = loadText(text, { '广东.fiscal': template });
  const blocks: Block[] = compose(workspace.reports[0]!).document.blocks;
  return {
    lines: blocks.flatMap(linesOf),
    findings: findingsOf(workspace, templateFindings).filter(isWrong),
  };
}

function blocksOf(info: string): string[] {
  const fences = guide.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm);
  return [...fences].flatMap(([, language, body]) => (language === info ? [body!] : []));
}
