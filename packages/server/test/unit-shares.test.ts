import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal, everyFact, isMoneyUnit, resolveFact } from '@fiscal/core';
import { expect, test } from 'vitest';
import { unitShares } from '../src/hover/unit-shares.js';
import { atMarker, nameOf, rangeText, Workbench } from './workbench.js';

const unit = (name: string, income: string) => `单位决算 ${name} 2024 {\n  收入 { 事业收入 ${income} }\n}\n`;
const files = { '甲.fiscal': unit('甲中心', '3.00'), '乙.fiscal': unit('乙中心', '4.50') };
const department = (line: string) =>
  `部门决算 某局 2024 {\n引用 单位 "甲.fiscal"\n引用 单位 "乙.fiscal"\n收入 {\n${line}\n}\n}\n`;

test('the hover of a sum of units tells what each of them has, and leads there', async () => {
  const { workbench, document, params } = await atMarker(department('总<|>计 原因 "甲"'), files);
  const hover = await workbench.services.lsp.HoverProvider!.getHoverContent(document, params);
  const { value } = hover!.contents as { value: string };
  expect(value).toMatch(/\| \[甲中心\]\(\S+#L2\) \| 3\.00 万元 \|\n\| \[乙中心\]\(\S+#L2\) \| 4\.50 万元 \|/);
});

test('what was taken out is told with what it was', async () => {
  const units = {
    '甲.fiscal': `单位决算 甲中心 2024 {
      收入 { 事业收入 3.00 }
      支出 其他资金 { 2130302 一般行政管理事务 基本 1.50 对附属单位补助 1.50 }
    }`,
    '乙.fiscal': `单位决算 乙中心 2024 {
      收入 { 上级补助收入 1.50 }
      支出 其他资金 { 2130302 一般行政管理事务 基本 1.50 }
    }`,
  };
  const paid = (amount: string, why: string) => `抵销 ${why} {
    收入 { 上级补助收入 ${amount} }
    支出 其他资金 { 2130302 一般行政管理事务 对附属单位补助 ${amount} }
  }`;
  const text = `部门决算 某局 2024 {
    引用 单位 "甲.fiscal"
    引用 单位 "乙.fiscal"
    ${paid('1.00', '"拨给乙中心的|补助"')}
    ${paid('0.50', '')}
    收入 { 总<|>计 原因 "甲" }
  }`;
  const { workbench, document, params } = await atMarker(text, units);
  const hover = await workbench.services.lsp.HoverProvider!.getHoverContent(document, params);
  const { value } = hover!.contents as { value: string };
  expect(value).toContain('| 抵销：拨给乙中心的\\|补助 | −1.00 万元 |\n| 抵销 | −0.50 万元 |');
});

test('its definition is where the units say it', async () => {
  const { workbench, document, params } = await atMarker(department('总<|>计 原因 "甲"'), files);
  const links = await workbench.services.lsp.DefinitionProvider!.getDefinition(document, params);
  expect(links!.map((link) => `${nameOf(link.targetUri)} ${rangeText(link.targetRange)}`)).toEqual([
    '甲.fiscal 2:13-2:17',
    '乙.fiscal 2:13-2:17',
  ]);
});

test('what the department states itself is its own', async () => {
  const { workbench, document, params } = await atMarker(department('总<|>计 7.50'), files);
  const hover = await workbench.services.lsp.HoverProvider!.getHoverContent(document, params);
  expect((hover!.contents as { value: string }).value).not.toContain('中心');
});

test('the shares of every figure of the example come to the figure', async () => {
  const folder = join(import.meta.dirname, '../../../examples/两级部门');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.fiscal'));
  const workbench = await Workbench.with(
    Object.fromEntries(sources.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
  const { reports } = await workbench.examination('某局.fiscal');
  const summed = [...everyFact(reports[0]!.base)].filter(
    (fact) => isMoneyUnit(fact.unit) && unitShares(fact).length > 1,
  );
  expect(summed.length).toBeGreaterThan(10);
  const wrong = summed.filter((fact) => {
    const all = unitShares(fact).map(({ fact: own }) => resolveFact(own).value!);
    return !Decimal.sum(...all).eq(resolveFact(fact).value!);
  });
  expect(wrong.map((fact) => fact.key)).toEqual([]);
});
