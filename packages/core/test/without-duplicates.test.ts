import { type Finding, withoutDuplicates } from '@fiscal/core';
import { expect, it } from 'vitest';

it('keeps of the same findings the first, and all that differ in any way', () => {
  const first = finding({});
  const others = [
    finding({ rule: 'Z017' }),
    finding({ uri: 'file:///b.fiscal' }),
    finding({ character: 5 }),
    finding({ end: 9 }),
    finding({ name: '其他' }),
  ];
  const found = withoutDuplicates([first, ...others, finding({}), finding({ name: '其他' })]);
  expect(new Set(found)).toEqual(new Set([first, ...others]));
  expect(found).toHaveLength(6);
  expect(found[0]).toBe(first);
});

it('keeps one of what formulas are told at one place, whoever comes to it', () => {
  const [first, other] = [finding({ rule: 'Z011' }), finding({ rule: 'Z011', name: '其他' })];
  const elsewhere = finding({ rule: 'Z011', end: 9 });
  expect(withoutDuplicates([first, other, elsewhere])).toEqual([first, elsewhere]);
});

function finding({
  rule = 'Z010',
  uri = 'file:///a.fiscal',
  character = 4,
  end = 8,
  name = '收入',
}): Finding {
  return {
    rule,
    severity: 'error',
    origin: { uri, range: { start: { line: 1, character }, end: { line: 1, character: end } } },
    data: { kind: 'message', code: 'unknown-name', parameters: { name }, suggestions: [] },
  };
}
