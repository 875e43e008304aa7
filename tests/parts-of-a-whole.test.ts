import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, statedFacts } from '@fiscal/core';
import { expect, test } from 'vitest';
import { findingsOf, isWrong, loadText, saying } from './check.js';
import { read } from './composed-lines.js';
import { topItems } from './left-out.js';

/**
 * A report cut into two: whatever each of two units has of every figure, a department of both prints what the whole
 * report prints, and nothing more is wrong with it.
 */
const whole = [
  '示例县档案馆-2024',
  '示例区文化馆-2024',
  '上海市普陀区财政局-2024',
  '攀枝花市经济和信息化局-2023',
].map((name) => {
  const text = readFileSync(join(import.meta.dirname, '..', 'examples', name, `${name}.fiscal`), 'utf8');
  return [name, withoutReasons(text)] as const;
});

const blocks =
  /^(?:收入|支出|财政拨款收支|结转结余|基本支出|项目支出|三公经费|机关运行经费|政府采购|国有资产|会议费|培训费)/;

/** What explains a figure, or follows from others, is of none of the units. */
function withoutReasons(text: string): string {
  const bare = text.replace(/(?:(?:预算)?原因|用途) +"[^"\n]*"|(?:占比|完成率|增长率) +[-−\d.]+%/g, '');
  return bare.replace(/\{\s*\}/g, '');
}

/** The blocks of a report with a part of each figure, and its other lines. */
function cut(text: string, partOf: (fact: Fact) => string): string {
  const lines = text.split('\n');
  const { base } = loadText(text).reports[0]!;
  const inOrder = statedFacts(base).flatMap((fact) =>
    fact.statements.map(({ origin: { range }, value }) => ({ fact, range, value })),
  );
  inOrder.sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  for (const { fact, range, value } of inOrder) {
    const { line, character } = range.start;
    const end = range.end.line === line ? range.end.character : lines[line]!.length;
    const typed = lines[line]!.slice(character, end);
    const part = value ? typed.replace(/-?[\d,]+(?:\.\d+)?/, partOf(fact)) : typed;
    lines[line] = lines[line]!.slice(0, character) + part + lines[line]!.slice(end);
  }
  return lines.join('\n');
}

function itemsOf(text: string, isWanted: (name: string) => boolean): string {
  const lines = text.split('\n');
  const wanted = topItems(text).filter(({ name }) => isWanted(name));
  return wanted.flatMap(({ start, end }) => lines.slice(start, end)).join('\n');
}

/** 货币单位, 模板 and the like, which are no items. */
function settingsOf(text: string, names: RegExp): string {
  return text
    .split('\n')
    .filter((line) => names.test(line.trim()))
    .join('\n');
}

/** The blocks of two units, by the share that the first has of each figure. */
function unitsOf(text: string, share: number): string[] {
  const figures = (part: string) => itemsOf(part, (name) => blocks.test(name));
  const amount = (fact: Fact) => fact.statements[0]!.value!;
  const first = (fact: Fact) =>
    amount(fact)
      .times(share)
      .toDecimalPlaces(fact.unit.endsWith('元') ? 2 : 0);
  return [
    cut(text, (fact) => first(fact).toString()),
    cut(text, (fact) => amount(fact).minus(first(fact)).toString()),
  ].map(figures);
}

/** One has all, the other says of each block that there was none. */
function oneOfTwo(text: string): string[] {
  const names = topItems(text)
    .map(({ name }) => name)
    .filter((name) => blocks.test(name));
  const none = names.map((name) => (/ (?:未发生|不适用)$/.test(name) ? name : `${name} 未发生`));
  return [itemsOf(text, (name) => blocks.test(name)), [...new Set(none)].join('\n')];
}

/** One keeps its accounts in 元. */
function inYuan(text: string): string[] {
  const figures = (part: string) => itemsOf(part, (name) => blocks.test(name));
  const value = (fact: Fact) => fact.statements[0]!.value!;
  const inYuan = (fact: Fact) => value(fact).times(fact.unit === '万元' ? 10_000 : 1);
  return [`货币单位 元\n${figures(cut(text, (fact) => inYuan(fact).toString()))}`, unitsOf(text, 0)[0]!];
}

const ways = [
  ['none of one unit', (text: string) => unitsOf(text, 0)],
  ['all of one unit', (text: string) => unitsOf(text, 1)],
  ['a part of each', (text: string) => unitsOf(text, 0.37)],
  ['one that says 未发生', oneOfTwo],
  ['one in 元', inYuan],
] as const;

test.each(whole.flatMap(([name, text]) => ways.map(([way, units]) => [name, way, text, units] as const)))(
  '%s, %s',
  (_, __, text, unitsOf) => {
    const head = /(?:部门决算|单位决算) (\S+) (\d{4}) \{/.exec(text)!;
    const own = itemsOf(text, (name) => !blocks.test(name));
    const settings = settingsOf(text, /^(?:模板|简称) /);
    const report = (items: string) => `部门决算 ${head[1]} ${head[2]} {\n${settings}\n${own}\n${items}\n}`;
    const files = Object.fromEntries(
      unitsOf(text).map((items, index) => [
        `${index}.fiscal`,
        `单位决算 ${'甲乙'[index]}馆 ${head[2]} {\n${items}\n}`,
      ]),
    );
    const department = report('引用 单位 "0.fiscal"\n引用 单位 "1.fiscal"');
    const alone = report(itemsOf(text, (name) => blocks.test(name)));
    expect(read(department, files).lines.filter(isOfFigures)).toEqual(read(alone).lines.filter(isOfFigures));
    const wrong = (source: string) =>
      findingsOf(loadText(source, files)).filter(isWrong).map(saying).filter(isOfFigures).map(rule).sort();
    expect(wrong(department)).toEqual(wrong(alone));
  },
);

/** Not what a department says of having units. */
function isOfFigures(line: string): boolean {
  return !/甲馆|乙馆|单位构成|无下属|下属二级预算单位|报告范围包括机关和下属单位/.test(line);
}

const rule = (saying: string) => saying.split(' ')[0];
