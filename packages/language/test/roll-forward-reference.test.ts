import { type Fact, type FactBase, factAt, finalAccounts, lastYear, resolveFact } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { formatText, rollForward } from '../src/index.js';
import { examples } from './examples.js';
import { findings, loadText } from './read.js';

const old = '去年.fiscal';

/** What a report's items say a year later, without its braces, when the new file refers to the old one. */
function rolled(items: string): string {
  const before = `部门决算 某局 2023 {\n${items}\n}\n`;
  const { text } = rollForward(before, 2024, { reference: old });
  // A block that is still to be filled says so.
  expect(findings(text, { [old]: before }).filter((each) => !each.includes('什么也没有写'))).toEqual([]);
  expect(formatText(text)).toBe(text);
  return text
    .split('\n')
    .slice(1, -2)
    .map((line) => line.trim().replace(/(?<=\S) {2,}/g, ' '))
    .join('\n');
}

test('the new file refers to the old one', () => {
  expect(rolled('简称 某局\n模板 四川\n职责 "x"')).toBe(
    '简称 某局\n模板 四川\n引用 上年 "去年.fiscal"\n职责 "x"',
  );
  expect(rolled('机关运行经费 5')).toBe('引用 上年 "去年.fiscal"\n机关运行经费 未填');
  const { text } = rollForward('部门决算 某局 2023 {\n引用 上年 "更早.fiscal"\n}\n', 2024, {
    reference: old,
  });
  expect(text).toBe('部门决算 某局 2024 {\n  引用 上年 "去年.fiscal"\n}\n');
});

test('the new file refers to the old one in whatever order its head stands', () => {
  const head = ['模板 四川', '公开时间 2024-09-01', '简称 某局', '货币单位 元'];
  for (let first = 0; first < head.length; first++)
    for (let count = 1; count <= head.length; count++) {
      const some = [...head, ...head].slice(first, first + count);
      const lines = rolled([...some, '职责 "x"'].join('\n')).split('\n');
      expect(lines.filter((line) => line === '引用 上年 "去年.fiscal"')).toHaveLength(1);
      expect(lines).not.toContain('公开时间 2024-09-01');
    }
});

test('the reference stands on a line of its own', () => {
  expect(rolled('简称 某局 // 注\n职责 "x"')).toBe('简称 某局 // 注\n引用 上年 "去年.fiscal"\n职责 "x"');
  const { text } = rollForward('部门决算 某局 2023 { 收入 { 事业收入 1.00 } }\n', 2024, { reference: old });
  expect(text.split('\n').map((line) => line.trim())).toEqual([
    '部门决算 某局 2024 {',
    '引用 上年 "去年.fiscal"',
    '收入 { 事业收入 未填 } }',
    '',
  ]);
});

test('a path that cannot be quoted is not referred to', () => {
  const before = '部门决算 某局 2023 {\n机关运行经费 5\n}\n';
  expect(rollForward(before, 2024, { reference: '去"年.fiscal' }).text).toBe(rollForward(before, 2024).text);
});

describe('what follows is left out', () => {
  test.each([
    ['the figures of last year', '机关运行经费 12.40 上年 11.90', '机关运行经费 未填'],
    ['a change', '模板 上海\n机关运行经费 12.40 { 增减额 7.82 }', '机关运行经费 未填'],
    ['a sum of parts', '政府采购 30 { 上年 20 货物 10 服务 20 }', '政府采购 { 货物 未填 服务 未填 }'],
    [
      'subtotals and totals of lines, their reason being kept as a comment',
      '支出 一般公共预算 {\n201 一般公共服务支出 8\n2012601 行政运行 基本 5 预算 6\n2012604 档案馆 项目 3 预算 3\n合计 8 基本 5 项目 3 预算 9 上年 7 原因 "x"\n}',
      '支出 一般公共预算 {\n2012601 行政运行 基本 未填 预算 未填\n2012604 档案馆 项目 未填 预算 未填\n// 上年：合计 8 基本 5 项目 3 预算 9 上年 7 原因 "x"\n}',
    ],
    [
      'opening balances',
      '结转结余 { 一般公共预算财政拨款 年初 2 年末 3 }\n收入 { 年初结转和结余 2 }\n支出 { 年末结转和结余 3 }',
      '结转结余 { 一般公共预算财政拨款 年末 未填 }\n收入 { }\n支出 { 年末结转和结余 未填 }',
    ],
  ])('%s', (_what, items, expected) => {
    const head = items.startsWith('模板')
      ? '模板 上海\n引用 上年 "去年.fiscal"\n'
      : '引用 上年 "去年.fiscal"\n';
    expect(rolled(items)).toBe(head + expected);
  });

  test('a total whose parts nobody wrote is asked for', () => {
    expect(rolled('政府采购 30 { 上年 20 }')).toBe('引用 上年 "去年.fiscal"\n政府采购 未填');
    expect(rolled('支出 一般公共预算 {\n合计 8 上年 7\n}')).toContain('合计 未填\n');
  });
});

/** Every figure that is asked for, answered with the old one. */
function answered(text: string, source: string): string {
  const files = { [old]: source };
  const { reports } = loadText(text, files);
  const lines = text.split('\n');
  const open = reports.flatMap(({ base }) => unfilledIn(base));
  for (const { fact, line, start, end } of open.sort((a, b) => b.line - a.line || b.start - a.start)) {
    const before = factAt(fact.subject.base.prior!, fact.key);
    const { value, statement } = before ? resolveFact(before) : {};
    const unit = statement && before!.unit !== '%' ? ` ${before!.unit}` : '';
    const answer = value
      ? `${value.toFixed()}${unit}`
      : (statement?.state ?? '') === 'unfilled'
        ? '未填'
        : '0';
    lines[line] = lines[line]!.slice(0, start) + answer + lines[line]!.slice(end);
  }
  return lines.join('\n');
}

function unfilledIn({ root }: FactBase) {
  const found: { fact: Fact; line: number; start: number; end: number }[] = [];
  const walk = (subject: FactBase['root']) => {
    for (const fact of subject.facts.values())
      for (const { state, origin } of fact.statements)
        if (state === 'unfilled' && origin.range.end.character > origin.range.start.character)
          found.push({
            fact,
            line: origin.range.start.line,
            start: origin.range.start.character,
            end: origin.range.end.character,
          });
    for (const child of subject.children.values()) walk(child);
  };
  walk(root);
  return found;
}

/** What the report says of its own year, beside rates, which go by themselves. */
function ownFigures({ root }: FactBase): Fact[] {
  const facts: Fact[] = [];
  const walk = (subject: FactBase['root']) => {
    for (const fact of subject.facts.values())
      if (fact.measure === finalAccounts && fact.statements.some(({ state }) => state === 'value'))
        facts.push(fact);
    for (const child of subject.children.values()) walk(child);
  };
  walk(root);
  return facts;
}

const whole = examples.filter(({ text }) => /^部门决算|^单位决算/m.test(text) && !text.includes('引用'));

describe.each(whole)('$name', ({ text: source }) => {
  const year = Number(/(?:部门|单位)决算\s+\S+\s+(\d{4})/.exec(source)![1]) + 1;
  const { text } = rollForward(source, year, { reference: old });

  test('is canonical, and what is last year’s comes from the old file', () => {
    expect(formatText(text)).toBe(text);
    const [report] = loadText(text, { [old]: source }).reports;
    for (const fact of ownFigures(report!.base.prior!)) {
      const now = factAt(report!.base, `${fact.subject.path}.${lastYear}`);
      if (now && !/年初|增减额|编制|在职|离休|退休/.test(fact.key))
        expect(resolveFact(now).value?.toString(), fact.key).toBe(resolveFact(fact).value?.toString());
    }
  });

  test('with the same figures again it says the same as the old one did', () => {
    const [report] = loadText(answered(text, source), { [old]: source }).reports;
    const wrong = ownFigures(report!.base.prior!).filter((fact) => {
      const now = factAt(report!.base, fact.key);
      return !/年初|年末|增减额|总计/.test(fact.key) && resolveFact(fact).value && now === undefined;
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});
