import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, compose, renderChart } from '@fiscal/report';
import { Decimal } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { plainText } from '../packages/report/src/document/plain-text.js';
import { exampleFiles, loadText, readIfThere } from './check.js';
import { wordsOfDrawing } from './composed-lines.js';
import { trialReports } from '../packages/cli/src/trial/reports/trial-reports.js';

type Chart = Extract<Block, { kind: 'chart' }>;
type Point = Chart['points'][number];

const examples = exampleFiles.map((path) =>
  readFileSync(join(import.meta.dirname, '..', 'examples', path), 'utf8'),
);

/** The examples, and reports that say nothing, zeros, half or all. */
function textsFor(name: string): string[] {
  const { reports, templates } = loadText(`部门决算 甲局 2024 { 模板 ${name} }`);
  return [
    ...examples.map((text) => text.replace(/^ {2}模板 .*$/m, `  模板 ${name}`)),
    ...trialReports(templates.get(name)!, reports[0]!.base.schema, 12, 20241203),
  ];
}

function chartsIn(text: string): Chart[] {
  return loadText(text, readIfThere).reports.flatMap((report) =>
    compose(report).document.blocks.flatMap((block) => (block.kind === 'chart' ? [block] : [])),
  );
}

/** What a drawing shows or says that its figures do not, or that they do and it does not. */
function faultsIn(chart: Chart): string[] {
  const [title, described, ...shown] = wordsOfDrawing(chart).map(unspaced);
  const points = chart.points.map((point) => ({ point, ...sayings(chart, point) }));
  const known = new Set(
    ['单位：' + chart.unit, '金额未填', ...points.flatMap(({ forms }) => forms)].map(unspaced),
  );
  const values = chart.points.map(({ value }) => new Decimal(value));
  const isKnown = chart.points.every(({ isOpen }) => !isOpen);
  if (isKnown && values.every((value) => value.isZero())) known.add('各项金额均为零');
  return [
    ...(title === unspaced(plainText(chart.caption)) ? [] : [`title ${title}`]),
    ...(described === unspaced(points.map(({ whole }) => whole).join('；')) ? [] : [`words ${described}`]),
    ...shown.filter((text) => !known.has(text)).map((text) => `shown ${text}`),
    ...points.filter(({ forms }) => !isShown(shown, forms)).map(({ whole }) => `not shown ${whole}`),
    ...(isKnown ? [] : chart.points.filter(({ share }) => share).map(({ share }) => `share ${share}`)),
    ...(chart.form === 'bar' ? wrongBars(chart) : []),
  ];
}

function sayings({ unit }: Chart, point: Point): { whole: string; forms: string[] } {
  const [label, { text, share }] = [plainText(point.label), point];
  const value = unit === '' || point.isOpen || text.endsWith(unit) ? text : text + unit;
  const figures = share ? `${value}，${share}` : value;
  return { whole: label + figures, forms: [label + figures, label + text, label, text] };
}

function isShown(shown: readonly string[], forms: readonly string[]): boolean {
  const [whole, plain, label, value] = forms.map(unspaced);
  const isApart = shown.includes(label!) && shown.includes(value!);
  return isApart || shown.includes(whole!) || shown.includes(plain!);
}

/** Each as long as its value beside the longest; of what nobody knows there is no bar. */
function wrongBars(chart: Chart): string[] {
  const values = chart.points.map(({ value }) => new Decimal(value).abs());
  const longest = Decimal.max(...values);
  if (longest.isZero()) return [];
  const bars = [...renderChart(chart).matchAll(/<rect[^>]*height="([\d.]+)"[^>]*stroke="#1f4e8c"/g)];
  const heights = bars.map(([, height]) => new Decimal(height!));
  const highest = Decimal.max(...heights);
  return values.flatMap((value, index) => {
    const expected = value.div(longest).times(highest);
    return heights[index]?.minus(expected).abs().lte(0.02) ? [] : [`bar ${value.toFixed()}`];
  });
}

function unspaced(text: string): string {
  return text.replace(/\s/g, '');
}

// 上海 has no charts.
describe.each(['四川'])('%s', { timeout: 300_000 }, (template) => {
  test('what charts draw and say is what their figures are, all of them and no more', () => {
    const charts = textsFor(template).flatMap(chartsIn);
    expect(charts.length).toBeGreaterThan(50);
    expect(charts.flatMap(faultsIn)).toEqual([]);
  });
});

describe('a chart of more points than are told apart', () => {
  const many = (last: Partial<Point>): Chart => ({
    kind: 'chart',
    id: '图-1',
    form: 'pie',
    caption: [{ kind: 'text', text: '图1：结构' }],
    unit: '万元',
    points: Array.from({ length: 202 }, (_, index) => ({
      label: [{ kind: 'text', text: `第${index}` }],
      value: '1',
      text: '1.00',
      ...(index === 201 && last),
    })),
  });

  test('adds up the rest', () => {
    const words = wordsOfDrawing(many({ value: '3', text: '3.00' })).join('；');
    expect(/其余 2 项[^；]*/.exec(words)?.[0]).toBe('其余 2 项 4 万元');
  });

  test('does not add up what nobody knows', () => {
    const words = wordsOfDrawing(many({ value: '0', text: '未填', isOpen: true })).join('；');
    expect(/其余 2 项[^；]*/.exec(words)?.[0]).toBe('其余 2 项 未填');
  });
});

test('a ring of which no part is above zero is not one of zeros', () => {
  const [label] = [[{ kind: 'text' as const, text: '甲' }]];
  const chart: Chart = {
    kind: 'chart',
    id: '图-1',
    form: 'pie',
    caption: label,
    unit: '万元',
    points: [{ label, value: '-5', text: '-5.00' }],
  };
  const words = wordsOfDrawing(chart).join('；');
  expect(words).not.toContain('均为零');
  expect(words).toContain('甲 -5.00');
});
