import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Finding, type FindingData, messageOf, type Operand } from '../src/index.js';
import { messageTemplates } from '../src/findings/messages.zh.js';

const origin = {
  uri: 'file:///a.fiscal',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
};

function say(data: FindingData): string {
  const finding: Finding = { rule: 'X000', severity: 'error', origin, data };
  return messageOf(finding);
}

function operand(label: string, value: string, sign: 1 | -1 = 1): Operand {
  return { label, path: label, value, low: value, high: value, unit: '万元', sign, derived: false };
}

function sum(parts: Operand[], rest: Partial<Extract<FindingData, { kind: 'sum' }>> = {}): string {
  const data = {
    total: [operand('收入总计', '3650.36')],
    expected: '3650.37',
    actual: '3650.36',
    difference: '-0.01',
  };
  const flags = { tolerance: '0.015', explained: true, unit: '万元', consequences: [] };
  return say({ kind: 'sum', title: '', parts, ...data, ...flags, ...rest });
}

describe('sums', () => {
  test('what, expected, actual, difference, rounding', () => {
    expect(sum([operand('财政拨款', '3213.28'), operand('年初结转', '437.09')])).toBe(
      '「收入总计」应为 3650.37 万元（3213.28 + 437.09），申报 3650.36 万元，差 −0.01 万元，在舍入误差 ±0.015 之内。',
    );
  });

  test('differences and negative parts', () => {
    expect(sum([operand('甲', '49.14'), operand('乙', '-2.00'), operand('丙', '3.00', -1)])).toContain(
      '（49.14 + (−2.00) − 3.00）',
    );
  });

  test('a long sum is cut', () => {
    const parts = Array.from({ length: 29 }, (_, index) => operand('项', String(index + 1)));
    expect(sum(parts)).toContain('（1.00 + 2.00 + 3.00 + 4.00 + 5.00 + … 等 29 项）');
  });

  test('a long sum of which little is not zero', () => {
    const parts = ['5.00', ...Array.from({ length: 7 }, () => '0.00')].map((value) => operand('项', value));
    expect(sum(parts)).toContain('应为 3650.37 万元（5.00），');
  });

  test('beyond rounding, with what else fails', () => {
    const rest = { explained: false, consequences: ['支出总计（I0104）'] };
    expect(sum([operand('甲', '1.00')], rest)).toContain(
      '超出舍入误差 ±0.015。同一原因还影响：支出总计（I0104）。',
    );
  });
});

test('names and codes', () => {
  const name = { kind: 'name' as const, code: '20604', stated: '技术与开发', official: '技术研究与开发' };
  expect(say({ ...name, confirmed: true })).toBe(
    '科目 20604 的名称应为「技术研究与开发」，写的是「技术与开发」。',
  );
  expect(say({ ...name, confirmed: false, renamedIn: '2019' })).toContain('（2019 年更名）');
  const code = {
    kind: 'code' as const,
    code: '2011399',
    catalog: 'functional',
    suggestions: ['2011308 招商引资'],
  };
  expect(say({ ...code, ownCatalog: false })).toBe(
    '支出功能分类科目里没有 2011399（目录可能不全，请核对）。相近的有：2011308 招商引资。',
  );
});

test('a message by its code, with the nearest names', () => {
  const data = {
    kind: 'message' as const,
    code: 'unused-suppression',
    parameters: { rule: 'X011' },
    suggestions: [],
  };
  expect(say(data)).toBe('这里忽略的 X011 没有出现，可以删去这条忽略。');
  expect(say({ ...data, suggestions: ['X012', 'X013'] })).toMatch(/是不是「X012」「X013」？$/);
});

test('every code that core reports has its words', () => {
  const sources = filesBelow(new URL('../src/', import.meta.url)).map((file) => readFileSync(file, 'utf8'));
  const patterns = [
    /code: '([a-z-]+)'/g,
    /report\(scope, '\w+', origin, '([a-z-]+)'/g,
    /newMessage\(\s*(?:'\w+'|\w+),[^']*'([a-z-]+)'/g,
    /told\('\w+', '([a-z-]+)'/g,
  ];
  const codes = sources.flatMap((text) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code!)),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !messageTemplates.has(code))).toEqual([]);
});

function filesBelow(folder: URL): URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = new URL(entry.isDirectory() ? `${entry.name}/` : entry.name, folder);
    return entry.isDirectory() ? filesBelow(place) : [place];
  });
}

test('words of the author stay as they are, though the program has words that look like them', () => {
  const unknown = (name: string) =>
    say({ kind: 'message', code: 'unknown-path', parameters: { name, owner: '' }, suggestions: [] });
  for (const name of ['binary', 'figure', 'functional', 'EOF', 'gbk'])
    expect(unknown(name)).toBe(`不认识「${name}」。`);
});
