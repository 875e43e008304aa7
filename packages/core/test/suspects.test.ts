import { describe, expect, test } from 'vitest';
import { messageOf, relatedPlacesOf } from '../src/index.js';
import { figureFindings } from './check-helper.js';
import { reportOf } from './report-builder.js';

/** 人员经费 and 公用经费 are confirmed by the functional side, so that the total of them is not in doubt. */
const confirmed = `支出.一般公共预算.2011101 基本 1000.00
支出.一般公共预算.合计 1000.00 基本 1000.00
规则 X011 支出.一般公共预算.合计.基本 同 基本支出.合计
基本支出.合计 1000.00`;

/** The suspects of the only finding that show how they came to be wrong, and what the message says of them. */
function suspects(lines: string): { data: string[]; said: string } {
  const found = figureFindings(reportOf(`${confirmed}\n${lines}`)).filter(
    ({ severity }) => severity === 'error',
  );
  expect(found).toHaveLength(1);
  const [{ data } = found[0]!] = found;
  const listed = data.kind === 'sum' ? (data.suspects ?? []).filter(({ kind }) => kind !== 'alone') : [];
  return {
    data: listed.map(
      ({ kind, operand, corrected }) => `${kind} ${operand.path} ${operand.value} → ${corrected}`,
    ),
    said: /可能是.*?。/.exec(messageOf(found[0]!))?.[0] ?? '',
  };
}

describe('a line that explains the whole difference is named, and how', () => {
  test('two neighbouring digits changed places', () => {
    expect(suspects('基本支出.30101 82.25\n基本支出.30102 125.07\n基本支出.30103 846.68')).toEqual({
      data: ['transposed 基本支出.30101 82.25 → 28.25'],
      said: '可能是「30101」82.25 数位颠倒（28.25）。',
    });
  });

  test('ten times too large, and too small', () => {
    expect(suspects('基本支出.30101 313.70\n基本支出.30102 325.37\n基本支出.30103 643.26').data).toEqual([
      'ten-times 基本支出.30101 313.70 → 31.37',
    ]);
    expect(suspects('基本支出.30101 3.14\n基本支出.30102 325.37\n基本支出.30103 643.23').data).toEqual([
      'a-tenth 基本支出.30101 3.14 → 31.40',
    ]);
  });

  test('a line that the total does not contain', () => {
    expect(suspects('基本支出.30101 331.37\n基本支出.30102 668.63\n基本支出.30103 17.77')).toEqual({
      data: ['superfluous 基本支出.30103 17.77 → 0.00'],
      said: '可能是「30103」17.77 多写，或者没有计入合计。',
    });
  });

  test('the wrong sign', () => {
    const text = `收入.其他收入 -31.37
收入.事业收入 12.25
收入.总计 43.62
规则 I0103 收入.总计 = 收入.其他收入 + 收入.事业收入`;
    const [finding] = figureFindings(reportOf(text));
    expect(messageOf(finding!)).toContain('可能是「其他收入」−31.37 写错正负号（31.37）。');
  });
});

test('a line that could only be right below zero is no suspect, and the only other one is told', () => {
  const found = figureFindings(
    reportOf(`${confirmed}\n基本支出.30101 9320.00\n基本支出.30102 25.37\n基本支出.30103 42.63`),
  );
  expect(found.map(messageOf)[0]).toMatch(/^「30101」应为 932.00 万元/);
});

describe('nobody is blamed for nothing', () => {
  test('a line that would leave a rest beyond rounding is no suspect', () => {
    expect(suspects('基本支出.30101 82.25\n基本支出.30102 125.07\n基本支出.30103 846.75').data).toEqual([]);
  });

  test('a line that another relation confirms is no suspect', () => {
    const text = `基本支出.301 25.00
基本支出.30101 25.00
基本支出.302 82.25
基本支出.30201 82.25
基本支出.30202 0
基本支出.303 946.75`;
    expect(suspects(text).data.filter((one) => one.includes('302'))).toEqual([]);
  });

  test('round figures are equal to many a difference', () => {
    expect(suspects('基本支出.30101 600.00\n基本支出.30102 400.00\n基本支出.30103 5.00').data).toEqual([]);
  });

  test('a difference that is hardly more than rounding fits any slip', () => {
    expect(suspects('基本支出.30101 0.54\n基本支出.30102 450.05\n基本支出.30103 549.50').data).toEqual([]);
  });
});

test('a line that another table has and this one lacks', () => {
  const text = `收入.按科目.2011101 财政拨款 40.12
收入.按科目.2011102 财政拨款 31.37
收入.按科目.2011103 财政拨款 28.51
支出.一般公共预算.2011101 基本 40.12
支出.一般公共预算.2011103 基本 28.51
支出.一般公共预算.合计 100.00`;
  const [finding, ...others] = figureFindings(reportOf(text));
  expect(others).toEqual([]);
  expect(messageOf(finding!)).toContain('可能是「2011102」漏写（31.37）。');
  const places = relatedPlacesOf(finding!).map(
    ({ origin, message }) => `${origin.range.start.line} ${message}`,
  );
  expect(places).toContain('1 可能「2011102」漏写（31.37）');
});

test('a detail that two tables miss is one finding', () => {
  const text = `支出.一般公共预算.2011101 基本 40.12
支出.一般公共预算.2011101.明细.基本.30101 40.00
支出.一般公共预算.2011102 基本 61.37
支出.一般公共预算.2011102.明细.基本.30101 30.00
支出.一般公共预算.2011102.明细.基本.30201 31.37
基本支出.30101 70.00
基本支出.30201 31.49`;
  const found = figureFindings(reportOf(text)).filter(({ severity }) => severity === 'error');
  expect(found.map(({ rule }) => rule)).toEqual(['I0701']);
  expect(messageOf(found[0]!)).toContain('可能是「30201」漏写（0.12）。');
});

test('an error is not told as a note because a note fails for the same cause', () => {
  const text = `支出.一般公共预算.2011101 88.21 基本 0 项目 88.89
支出.全部.2011101 项目 88.89
项目.甲 执行 88.21 科目=2011101`;
  const found = figureFindings(reportOf(text));
  expect(found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['I0601']);
});
