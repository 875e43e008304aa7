import { expect, test } from 'vitest';
import { load } from '../src/index.js';

/** Each term by its code or name, with what is said of it. */
function terms(body: string): string[] {
  const uri = 'file:///a.fiscal';
  const text = `部门决算 甲局 2023 {\n  名词解释 {\n${body}\n  }\n}\n`;
  const { reports, findings } = load([{ uri, text }], { read: () => undefined });
  expect(findings).toEqual([]);
  const glossary = reports[0]!.base.root.children.get('名词解释')!;
  return [...glossary.children.values()].map(({ name, label, texts, attributes }) => {
    const words =
      texts.get('文字')?.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '【】')) ?? [];
    const marks = attributes.has('不列') ? '不列 ' : '';
    return `${marks}${name}${label === name ? '' : ` ${label}`}: ${words.join('')}`;
  });
}

const written: [line: string, term: string][] = [
  ['2012601 "反映基本支出"', '2012601: 反映基本支出'],
  ['2012602 一般行政管理事务 "其他项目"', '2012602 一般行政管理事务: 其他项目'],
  ['2012604 "档案馆（新馆）" "馆里的支出"', '2012604 档案馆（新馆）: 馆里的支出'],
  ['2012605 "名称和 文字" "在【收入.总计】里"', '2012605 名称和 文字: 在【】里'],
  ['2012606 "占【收入.总计】"', '2012606: 占【】'],
  ['2012607 ""', '2012607: '],
  ['"“三公”经费" "公款出国等"', '“三公”经费: 公款出国等'],
  ['电子档案 "电子的档案"', '电子档案: 电子的档案'],
  ['不列 2210201 住房公积金', '不列 2210201 住房公积金: '],
  ['不列 2210202', '不列 2210202: '],
  ['不列 2210203 "购房 补贴"', '不列 2210203 购房 补贴: '],
  ['不列 "公用经费"', '不列 公用经费: '],
  ['2012608 """\n说明一\n"""', '2012608: 说明一'],
];

test.each(written)('%s', (line, term) => {
  expect(terms(line)).toEqual([term]);
});

test('each keeps its text, whatever stands before and behind it', () => {
  for (const [first, ofFirst] of written)
    for (const [second, ofSecond] of written)
      if (first !== second) expect(terms(`${first}\n${second}`)).toEqual([ofFirst, ofSecond]);
});
