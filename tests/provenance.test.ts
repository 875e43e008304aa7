import { expressionText, type Fact, factsOf, type Provenance, resolveFact } from '@fiscal/core';
import { compose, figuresIn } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { plainText } from '../packages/report/src/document/plain-text.js';
import { exampleFiles, loadExample, loadText } from './check.js';

const composed = exampleFiles.flatMap((path) =>
  loadExample(path).reports.flatMap((report) =>
    report.template ? [[path, compose(report).document] as const] : [],
  ),
);

type Printed = Provenance & { text: string; isOpen?: true };

describe('every figure that is printed says what it rests on', () => {
  test.each(composed)('%s', (_, { blocks }) => {
    const figures = figuresIn(blocks);
    expect(figures.length).toBeGreaterThan(20);
    const unfounded = figures.filter(
      (figure) => !isNothing(figure) && !isConstant(figure) && !isStated(figure),
    );
    expect(unfounded.map(({ text }) => text)).toEqual([]);
  });

  test('and what was computed by what', () => {
    const figures = composed.flatMap(([, { blocks }]) => figuresIn(blocks));
    const silent = figures.filter(
      ({ fact, facts, expression }) => !fact && facts && factsOf({ facts }).length > 0 && !expression,
    );
    expect(silent.map(({ text }) => text)).toEqual([]);
  });
});

test('the share of a slice rests on its own figure and on those of the other slices', () => {
  const [, { blocks }] = composed.find(([path]) => path.startsWith('攀枝花'))!;
  const pie = blocks.find(
    (block) => block.kind === 'chart' && plainText(block.caption).includes('支出决算结构图'),
  );
  const points = pie?.kind === 'chart' ? pie.points : [];
  expect(
    points.map(({ share, shareFrom }) => [share, factsOf(shareFrom ?? {}).map(({ key }) => key)]),
  ).toEqual([
    ['72%', ['支出.全部.合计.基本', '支出.全部.合计.项目']],
    ['28%', ['支出.全部.合计.项目', '支出.全部.合计.基本']],
  ]);
});

test('a figure in a title, a caption or a label is one, and says what it rests on', () => {
  const template = `模板 示例 {
    目录 "目录【收入.总计】" { }
    部分 "收入【收入.总计】万元" {
      节 "增加【收入.总计 | 差额】万元" { 段 "见下。" }
      表 "收入【收入.总计】万元" 表号 "公开【收入.总计 | 换算 亿元】" { 列 "名" 文字 行 "甲" }
      图 柱形 "收入【收入.总计】万元" { "收入【收入.总计】" = 收入.总计 }
    }
  }`;
  const [report] = loadText(`${template}
部门决算 某局 2023 { 模板 示例  收入 { 总计 120 上年 100 } }`).reports;
  const figures = figuresIn(compose(report!).document.blocks);
  const total = ['120', '收入.总计'];
  const more = ['20', '收入.总计 收入.总计.上年'];
  const contents = [total, total, more, total];
  const headings = [total, more];
  const table = [total, ['0.01', '收入.总计']];
  const chart = [total, total, total];
  expect(
    figures.map((figure) => [
      figure.text,
      factsOf(figure)
        .map(({ key }) => key)
        .join(' '),
    ]),
  ).toEqual([...contents, ...headings, ...table, ...chart]);
});

/** What nobody says prints as zero, or as the template's words for it; what nobody knows, as 未填. */
function isNothing({ fact, facts, text, isOpen }: Printed): boolean {
  if (isOpen) return text === '未填';
  return !fact && !facts && /^(?:0(?:\.0+)?[^\d.]*|[-—]*)$/.test(text);
}

/** A number that no fact tells says by which formula it came, if it is not written or the year. */
function isConstant({ fact, facts, expression }: Printed): boolean {
  if (fact || !facts || factsOf({ facts }).length > 0) return false;
  return !expression || /年度|个数/.test(expressionText(expression));
}

/** A fact that it rests on leads to what somebody wrote; or all that it rests on says nothing. */
function isStated(figure: Printed): boolean {
  const facts = factsOf(figure);
  if (facts.length === 0) return false;
  return facts.some((fact) => leadsToStatement(fact)) || facts.every((fact) => !resolveFact(fact).value);
}

function leadsToStatement(fact: Fact, below: ReadonlySet<Fact> = new Set()): boolean {
  if (fact.statements.length > 0) return true;
  if (below.has(fact)) return false;
  const terms = resolveFact(fact).terms ?? [];
  return terms.some((term) => leadsToStatement(term.fact, new Set([...below, fact])));
}
