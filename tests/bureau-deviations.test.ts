import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@fiscal/core';
import { expect, test } from 'vitest';
import { check } from './check.js';
import { read } from './composed-lines.js';

/** A bureau says what it does otherwise than its province, and nothing else: each in three lines at most. */
const example = '攀枝花市经济和信息化局-2023';
const source = readFileSync(join(import.meta.dirname, '../examples', example, `${example}.fiscal`), 'utf8');
const base = composed('模板 本局 改自 四川 { }');

test('one word in one sentence', () => {
  const made = composed(`模板 本局 改自 四川 {
    "全年安排因公出国（境）团组" 换成 "全年组织因公出国（境）团组"
  }`);
  expect(changes(made)).toEqual({
    less: [expect.stringContaining('全年安排因公出国（境）团组')],
    more: [expect.stringContaining('全年组织因公出国（境）团组')],
  });
});

test('one more column in one table', () => {
  const made = composed(`模板 本局 改自 四川 {
    "一般公共预算财政拨款支出决算表" 里 {
      "合计" 之前 { 列 "年初预算数" = 目.年初预算 }
    }
  }`);
  const { more, less } = changes(made);
  expect(more[0]).toBe('| 项目 | 年初预算数 | 合计 | 基本支出 | 项目支出 |');
  const total = (line: string) => line.startsWith('= ');
  const [before, after] = [less, more].map((lines) => lines.find(total)!.split(' | '));
  // What it says of the others goes along; the report has a budget of each line.
  expect(after!.toSpliced(2, 1)).toEqual(before);
  expect(after![2]).toMatch(/^[\d.]+$/);
});

test('one part renamed and moved, with what stands in it, numbered anew', () => {
  const made = composed(`模板 本局 改自 四川 {
    "附件" 改名 "绩效评价报告" 移到 "名词解释" 之前
  }`);
  const parts = made.filter((line) => /^# /.test(line));
  expect(parts.map((line) => line.slice(2))).toEqual([
    '第一部分部门概况',
    '第二部分2023年度部门决算情况说明',
    '第三部分绩效评价报告',
    '第四部分名词解释',
    '第五部分附表',
  ]);
  expect(made.length).toBe(base.length);
});

test('one rule dropped', () => {
  const report = '部门决算 某局 2023 { 模板 本局 机关运行经费 234.94 上年 163.77 }';
  const rulesOf = (own: string) => check(`模板 本局 改自 四川 { ${own} }\n${report}`).map(({ rule }) => rule);
  expect(rulesOf('')).toContain('N1101');
  expect(rulesOf('不列 规则 N1101')).not.toContain('N1101');
});

function composed(template: string): string[] {
  const report = source.replace(/(\n {2}模板 +)四川/, '$1本局');
  const { lines, findings } = read(`${template}\n${report}`);
  expect(findings.filter(({ severity }) => severity === 'error').map(messageOf)).toEqual([]);
  return lines;
}

function changes(lines: readonly string[]) {
  return {
    less: base.filter((line) => !lines.includes(line)),
    more: lines.filter((line) => !base.includes(line)),
  };
}
