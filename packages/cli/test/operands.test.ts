import type { Operand, Origin } from '@fiscal/core';
import { expect, test } from 'vitest';
import { operandLines } from '../src/output/operands.js';

function at(line: number, uri = 'file:///报告/a.fiscal'): Origin {
  return { uri, range: { start: { line, character: 2 }, end: { line, character: 5 } } };
}

function operand(path: string, value: string, unit: string, origin?: Origin): Operand {
  return { label: path, path, value, low: value, high: value, unit, sign: 1, derived: !origin, origin };
}

function finding(data: Parameters<typeof operandLines>[0]['data']) {
  return operandLines({ rule: 'X', severity: 'error', origin: at(0), data }, '/报告');
}

test('one quantity stated twice: figures line up, another file is named', () => {
  const statements = [
    operand('支出.合计', '326.71', '万元', at(4)),
    operand('基本支出', '1326.7', '万元', at(9, 'file:///报告/附表/b.fiscal')),
  ];
  expect(finding({ kind: 'same', title: '', statements, difference: '1', unit: '万元' })).toEqual([
    '支出.合计  326.71 万元  5:3',
    '基本支出   1326.7 万元  附表/b.fiscal:10:3',
  ]);
});

test('what follows from figures of other reports says which they are', () => {
  const unit = (name: string, value: string) =>
    operand('公务接待费', value, '万元', at(2, `file:///报告/${name}.fiscal`));
  const sources = [unit('甲', '3'), unit('乙', '1')];
  const whole = { ...operand('公务接待费', '4', '万元'), sources };
  const parts = [operand('公务接待费.国内', '3', '万元', at(1))];
  const told = (of: Operand) =>
    finding({
      kind: 'at-most',
      title: '',
      parts,
      whole: [of],
      difference: '1',
      unit: '万元',
      explained: false,
    });
  expect(told(whole)).toEqual([
    '   公务接待费.国内  3 万元  2:3',
    '≤  公务接待费       4 万元  推算',
    '     公务接待费     3 万元  甲.fiscal:3:3',
    '     公务接待费     1 万元  乙.fiscal:3:3',
  ]);
  const own = { ...whole, sources: [...sources, operand('公务接待费', '1', '万元', at(4))] };
  expect(told(own)).toHaveLength(2);
});

test('a part that exceeds the whole', () => {
  const parts = [operand('基本支出.30217', '3', '万元', at(1))];
  const whole = [operand('接待费', '2.65', '万元')];
  expect(
    finding({ kind: 'at-most', title: '', parts, whole, difference: '0.35', unit: '万元', explained: false }),
  ).toEqual(['   基本支出.30217     3 万元  2:3', '≤  接待费          2.65 万元  推算']);
});

test('of many missing figures the first seven are named, and all counted', () => {
  const missing = Array.from({ length: 16 }, (_, index) => ({
    label: '',
    path: `款${index}`,
    origin: at(index),
  }));
  const lines = finding({ kind: 'not-checked', title: '', missing });
  expect(lines).toHaveLength(8);
  expect(lines[6]).toBe('款6  未填  7:3');
  expect(lines[7]).toBe('…… 共 16 项');
  expect(finding({ kind: 'not-checked', title: '', missing: missing.slice(0, 8) }).at(-1)).toBe(
    '款7  未填  8:3',
  );
});
