import { messageOf } from '@fiscal/core';
import { formatText, rulePage } from '@fiscal/language';
import { compose, renderHtml, renderMarkdown } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { findingsOf, loadText } from './check.js';

/** Names that every object of JavaScript answers to, though nobody wrote them. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

/** A name that nothing answers to; the same length, so that all places stay. */
function plain(name: string): string {
  return 'x'.repeat(name.length);
}

/** Each place where an author may write a name. */
const places: ((name: string) => string)[] = [
  (name) => `支出 ${name} { 2012601 基本 3.00 }`,
  (name) => `基本支出 ${name} { 30101 3.00 }`,
  (name) => `收入 { ${name} 3.00 }`,
  (name) => `${name} 3.00 { ${name} 3.00 }`,
  (name) => `支出 一般公共预算 { 2012601 ${name} 基本 3.00 }`,
  (name) => `单位 ${name} ${name} 编制 3`,
  (name) => `项目 ${name} { 科目 ${name} 资金 ${name} 3.00 执行 3.00 指标 ${name} ${name} 目标 ≥ 8 完成 9 }`,
  (name) => `三公经费 { ${name} 3.00 { ${name} 3.00 } }`,
  (name) => `绩效 { ${name} 3 个 }`,
  (name) => `名词解释 { ${name} "…" }`,
  (name) => `结构 ${name} { ${name} 别名 "${name}" 计量 ${name} }\n${name} 3 { ${name} 2 }`,
  (name) => `忽略 ${name} "核对过"`,
  (name) => `规则 ${name} 级别 警告 "核对过"`,
  (name) => `规则 I0101 级别 ${name} "核对过"`,
  (name) => `规则 ${name} "某条" 级别 ${name} { 收入.总计 = 3 }`,
  (name) => `规则 甲1 "某条" { ${name}.${name} = 收入.${name} + ${name} }`,
  (name) => `规则 甲1 "某条" 每 ${name} 于 收入 { ${name}.${name} ≤ 3 }`,
  (name) => `职责 "【${name}】【收入.${name}】【收入.总计 | ${name} ${name}】【收入.总计.${name}】"`,
  (name) => `模板 ${name}`,
  (name) => `简称 ${name}`,
  (name) => `取舍 ${name}`,
  (name) => `货币单位 ${name}`,
  (name) => `引用 上年 "${name}"`,
];

const templates: ((name: string) => string)[] = [
  (name) => `模板 ${name} { 设置 { ${name} ${name} } 部分 "一" { 段 "【收入.总计 | ${name}】" } }`,
  (name) => `模板 甲 { 短语 ${name} ${name} { "【${name}】" } 部分 "一" { 段 "【收入.总计 | ${name}】" } }`,
  (name) => `模板 甲 改自 ${name} { 不列 ${name} }`,
];

/** What is said of a text, without the name itself. */
function said(text: string, name: string): string[] {
  const workspace = loadText(text);
  formatText(text);
  for (const report of workspace.reports) {
    const { document } = compose(report);
    renderMarkdown(document);
    renderHtml(document);
  }
  return findingsOf(workspace).map((one) =>
    words(`${one.rule} ${one.severity} ${JSON.stringify(one.origin.range)} ${messageOf(one)}`, name),
  );
}

/** Suggestions depend on how like the names are. */
function words(message: string, name: string): string {
  return message.replace(/是不是.*$/, '').replaceAll(name, '〈名〉');
}

describe.each(inherited)('%s', { timeout: 60_000 }, (name) => {
  test('as any name in a report says what a name says that nothing answers to', () => {
    for (const place of places) {
      const source = (one: string) => `部门决算 某局 2023 {\n${place(one)}\n}\n`;
      expect(said(source(name), name), source(name)).toEqual(said(source(plain(name)), plain(name)));
    }
  });

  test('as any name of a template', () => {
    for (const template of templates) {
      const source = (one: string) => `${template(one)}\n部门决算 某局 2023 { 模板 甲 收入 { 总计 3.00 } }\n`;
      expect(said(source(name), name), source(name)).toEqual(said(source(plain(name)), plain(name)));
    }
  });

  test('is no rule', () => {
    expect(rulePage(name)).toBeUndefined();
  });
});
