import { describe, expect, test } from 'vitest';
import { Decimal, type Expression, type Origin, type RuleOperator } from '../src/index.js';
import { figureFindings } from './check-helper.js';
import { messageOf } from '../src/index.js';
import { reportOf } from './report-builder.js';

const origin: Origin = {
  uri: 'library:',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
};

function path(text: string): Expression {
  return { kind: 'path', segments: text.split('.').map((name) => ({ name, origin })), origin };
}

function number(value: number): Expression {
  return { kind: 'number', value: new Decimal(value), origin };
}

interface Written {
  statement: [Expression, RuleOperator, Expression];
  when?: Expression;
  forEach?: { variable: string; list: Expression };
}

/** What a rule S003 finds in a report. */
function found(text: string, { statement: [left, operator, right], ...rest }: Written): string[] {
  const report = reportOf(text);
  const statements = [{ left, operator, right, origin }];
  report.rules.push({ id: 'S003', title: '应有批次', severity: 'error', statements, origin, ...rest });
  return figureFindings(report).map((finding) => {
    const { line, character } = finding.origin.range.start;
    return `${finding.rule} ${line + 1}:${character} ${messageOf(finding)}`;
  });
}

const batches: Written['statement'] = [path('三公经费.接待.批次'), '≥', number(1)];

describe('conditions', () => {
  test('told at the figure, with what it is now', () => {
    expect(found('三公经费.接待 2.65 万元 批次 0 批次', { statement: batches })).toEqual([
      'S003 1:19 应有批次：「接待·批次」应不小于 1，现为 0 批次。',
    ]);
    expect(found('三公经费.接待 2.65 万元 批次 21 批次', { statement: batches })).toEqual([]);
  });

  test('what is left open is not checked', () => {
    expect(found('三公经费.接待 2.65 万元 批次 未填', { statement: batches })).toEqual([
      'M005 1:19 「三公经费」有勾稽关系未检查：接待·批次未填。',
    ]);
  });

  test('only where the rule applies', () => {
    const when: Expression = {
      kind: 'binary',
      operator: '>',
      left: path('三公经费.接待'),
      right: number(0),
      origin,
    };
    expect(found('三公经费.接待 0 万元 批次 0 批次', { statement: batches, when })).toEqual([]);
    expect(found('三公经费.接待 1 万元 批次 0 批次', { statement: batches, when })).toHaveLength(1);
  });
});

test('for each member of a list', () => {
  const rule: Written = {
    statement: [path('位.在职'), '≤', path('位.编制')],
    forEach: { variable: '位', list: path('单位') },
  };
  expect(found('单位.甲 在职 8 人 编制 7 人\n单位.乙 在职 7 人 编制 7 人', rule)).toEqual([
    'S003 1:8 「甲·在职」8 人 不应大于 「甲·编制」7 人，多 1 人。',
  ]);
});
