import { skeletonTemplates, templateOutline } from '@fiscal/language';
import { expect, test } from 'vitest';
import { check, loadText } from './check.js';

test('the outline names what a template made from this one can change, once, in the order of the page', () => {
  const text = `模板 底本 {
    设置 { 百分比小数 1 }
    短语 增减 项 { "【项 | 差额】" }
    封面 { 段 "【名称】" }
    部分 "【年度】年度说明" {
      若 单位 { 节 "机构" { 段 "有。" } } 否则 { 节 "机构" { 段 "无。" } }
      节 "收入" { 段 称 "收入总计" "收入。" 图 柱形 "收入图" { "收入" = 收入.总计 } 插入 职责 }
      表 "支出表" { 列 "科目" 文字 列组 "决算" { 列 "合计" } 行 "" "小计" 行 "其中" }
    }
    规则 底01 "收入不多" 每 数 于 (收入.总计 收入.事业收入) { 数 < 13 }
  }`;
  const template = loadText(text).templates.get('底本')!;
  expect(templateOutline(template).map(({ depth, text }) => '  '.repeat(depth) + text)).toEqual([
    '封面',
    '部分 "【年度】年度说明"',
    '  节 "机构"',
    '  节 "收入"',
    '    段 称 "收入总计"',
    '    图 "收入图"',
    '    插入 职责',
    '  表 "支出表"',
    '    列 "科目" "决算" "合计"',
    '    行 "小计" "其中"',
    '设置 百分比小数 "1"',
    '短语 增减 项',
    '规则 底01 "收入不多"',
  ]);
});

test.each(skeletonTemplates)('%s: every name of the outline can be named', (name) => {
  const template = loadText('').templates.get(name)!;
  let table = '';
  const changes = templateOutline(template).flatMap(({ text }) => {
    const [, kind, names] = /^(\S+) (?:称 )?(".*")$/.exec(text) ?? [];
    if (kind === '列' || kind === '行') {
      const each = names!.split(/(?<=") (?=")/).map((one) => `不列 ${kind} ${one}`);
      return each.map((one) => `${table} 里 { ${one} }`);
    }
    if (!/^(部分|节|表|图|段)$/.test(kind ?? '')) return [];
    if (kind === '表') table = names!;
    return [`${names} 里 { }`];
  });
  expect(changes.length).toBeGreaterThan(50);
  const own = changes.map((change, index) => `模板 甲${index} 改自 ${name} { ${change} }`).join('\n');
  expect(check(own)).toEqual([]);
});
