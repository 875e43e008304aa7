import { factsOf } from '@fiscal/core';
import { compose, figuresIn } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { plainText } from '../packages/report/src/document/plain-text.js';
import { exampleFiles, loadExample, loadText } from './check.js';
import { unfounded } from './founded.js';

const composed = exampleFiles.flatMap((path) =>
  loadExample(path).reports.flatMap((report) =>
    report.template ? [[path, compose(report).document, report] as const] : [],
  ),
);

describe('every figure that is printed says what it rests on', () => {
  test.each(composed)('%s', (_, document, report) => {
    expect(figuresIn(document.blocks).length).toBeGreaterThan(20);
    expect(unfounded(report, document)).toEqual([]);
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
