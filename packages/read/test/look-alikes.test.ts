import { expect, test } from 'vitest';
import { withoutLookAlikes } from '../src/extract/pdf/look-alikes.js';

test('radicals that look like characters are those characters', () => {
  expect(withoutLookAlikes('⽀出⾦额⻓期部⻔')).toBe('支出金额长期部门');
});

test('characters stay as they are', () => {
  expect(withoutLookAlikes('一般公共预算（类）1,511.89')).toBe('一般公共预算（类）1,511.89');
});

test('a radical is the character that is written today', () => {
  expect(withoutLookAlikes('农⼾')).toBe('农户');
});

test('signs of one glyph are those that are typed', () => {
  expect(withoutLookAlikes('1〜3 月∕人⸺示例')).toBe('1～3 月／人——示例');
});
