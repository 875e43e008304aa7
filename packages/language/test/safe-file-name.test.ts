import { expect, test } from 'vitest';
import { safeFileName } from '@fiscal/language/files';

test.each([
  ['某局-2023', '某局-2023'],
  ['图1：收入（万元）.svg', '图1：收入（万元）.svg'],
  ['a/b\\c:d', 'a_b_c_d'],
  ['..', '_'],
  ['', '_'],
  ['.hidden', 'hidden'],
  ['name. ', 'name'],
  ['CON', '_CON'],
  ['nul.svg', '_nul.svg'],
  ['console', 'console'],
  ['a\u0000b\u001bc\u202ed', 'a_b_c_d'],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a long name is cut at a character so that 200 bytes are not exceeded', () => {
  expect(safeFileName('某'.repeat(300))).toBe('某'.repeat(66));
  expect(safeFileName('a' + '𠮷'.repeat(100))).toBe('a' + '𠮷'.repeat(49));
});
