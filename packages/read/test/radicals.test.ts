import { expect, test } from 'vitest';
import { withoutRadicals } from '../src/extract/pdf/radicals.js';

test('radicals that look like characters are those characters', () => {
  expect(withoutRadicals('⽀出⾦额⻓期部⻔')).toBe('支出金额长期部门');
});

test('characters stay as they are', () => {
  expect(withoutRadicals('一般公共预算（类）1,511.89')).toBe('一般公共预算（类）1,511.89');
});
