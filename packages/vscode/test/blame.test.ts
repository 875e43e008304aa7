import { expect, test } from 'vitest';
import { blamedIn } from '../src/changes/blame.js';

const blame = `^a1b2c3d4 (王 五             2024-03-01 09:30:00 +0800  1) 部门决算 某局 2023 {
b1b2c3d45 旧 名(1).fiscal (Li (Wu) 2024-03-05 17:00:00 +0800  2)   收入 (2020-01-01 00:00:00 +0800  9)
00000000 (Not Committed Yet 2024-03-06 08:00:00 +0800  3)   事业收入 1.00
`;

test.each([
  [1, { hash: 'a1b2c3d4', author: '王 五', day: '2024-03-01' }],
  [2, { hash: 'b1b2c3d45', author: 'Li (Wu)', day: '2024-03-05' }],
  [3, undefined],
  [4, undefined],
])('line %i', (line, expected) => expect(blamedIn(blame, line)).toEqual(expected));

test('a line of another place is not told', () => {
  expect(blamedIn(blame.split('\n').slice(1).join('\n'), 1)).toBeUndefined();
});
