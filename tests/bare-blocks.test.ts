import { describe, expect, test } from 'vitest';
import { check, isWrong, saying } from './check.js';

const others = [
  '机关运行经费 3.00',
  '政府采购 3.00',
  '三公经费 0',
  '职责 "一、管理馆舍。"',
  '收入 { 事业收入 3.00 }',
];
const heads = [
  '收入 按科目',
  '支出',
  '支出 政府性基金',
  '基本支出',
  '项目支出',
  '三公经费',
  '名词解释',
  '抵销',
  '项目 库房维护',
];

describe('a block of which only the head is there is one finding at the head, whatever follows', () => {
  test.each(heads)('%s', (head) => {
    for (const other of [...others, '']) {
      const text = `部门决算 甲局 2023 {\n  国有资产 0\n  ${head}\n  ${other}\n}\n`;
      const told = check(text).filter(isWrong).map(saying);
      expect(told).toEqual([expect.stringMatching(`^Z006 「${head}」后面还没有写`)]);
    }
  });
});
