import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderChart } from '../src/chart/render-chart.js';
import type { Chart, ChartPoint } from '../src/document/document.js';
import { renderHtml } from '../src/html/render-html.js';
import { text } from './table-builder.js';

function chart(form: Chart['form'], points: string[], unit = '万元'): Chart {
  return { kind: 'chart', id: '图-1', form, caption: text('图1：结构'), unit, points: points.map(point) };
}

/** `名称 数值` with the share as composed, `名称 数值 9%`. */
function point(words: string): ChartPoint {
  const [label = '', value = '', share] = words.split(' ');
  return { label: text(label), value, text: value, ...(share !== undefined && { share }) };
}

/** The lines of text that the drawing shows, without title and description. */
function shown(drawing: Chart): string[] {
  return [...renderChart(drawing).matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, text]) => text!);
}

function described(drawing: Chart): string {
  return /<desc[^>]*>([^<]*)/.exec(renderChart(drawing))![1]!;
}

test('a name that needs two lines has them about equally long', () => {
  const name = '政府性基金预算财政拨款收入及其他';
  for (const form of ['pie', 'bars'] as const)
    for (let length = 2; length <= name.length; length += 1) {
      const lines = shown(chart(form, [`${name.slice(0, length)} 40`, '乙 60', '丙 50', '丁 30', '戊 20']));
      const first = lines.findIndex((line) => line.startsWith('政府'));
      const own = lines.slice(first).filter((line) => name.includes(line));
      const [longest, shortest] = [Math.max, Math.min].map((of) => of(...own.map(({ length: of }) => of)));
      expect(longest! - shortest!, own.join('/')).toBeLessThanOrEqual(1);
    }
});

describe('shares', () => {
  test('are printed as composed', () => {
    expect(shown(chart('pie', ['甲 298.74 9%', '乙 2914.54 91%']))).toEqual([
      '单位：万元',
      '甲',
      '298.74 万元，9%',
      '乙',
      '2914.54 万元，91%',
    ]);
  });

  test('are of the sum of all points; a negative one stands below with its value alone', () => {
    const drawing = chart('pie', ['甲 60', '乙 60', '丙 -20']);
    expect(shown(drawing)).toEqual(['单位：万元', '甲', '60 万元，60%', '乙', '60 万元，60%', '丙 -20']);
    expect(described(drawing)).toBe('甲 60 万元，60%；乙 60 万元，60%；丙 -20 万元');
  });

  test('there are none without a positive sum, and none in bars', () => {
    expect(described(chart('pie', ['甲 5', '乙 -5']))).toBe('甲 5 万元；乙 -5 万元');
    expect(described(chart('bar', ['甲 5', '乙 5']))).toBe('甲 5 万元；乙 5 万元');
  });
});

test('of figures that nobody knows yet it does not say that they are zero', () => {
  const open: ChartPoint = { ...point('甲 0'), text: '未填', isOpen: true };
  expect(shown({ ...chart('pie', []), points: [open, point('乙 0')] })).toEqual([
    '单位：万元',
    '金额未填',
    '甲 未填',
    '乙 0',
  ]);
  expect(described({ ...chart('bar', []), points: [open] })).toBe('甲 未填');
});

describe('size', () => {
  test('an ordinary chart is low: a third of a page, with labels of ten points', () => {
    for (const form of ['bar', 'pie'] as const) {
      const svg = renderChart(chart(form, ['2022年 2374.03', '2023年 3213.28']));
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
      const millimetres = 156 / width!;
      expect(height! * millimetres).toBeLessThan(70);
      const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes) * millimetres * (72 / 25.4)).toBeGreaterThan(9);
    }
  });
});

test('the lines to the labels neither cross nor run so close that they seem one', () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4000 })), {
    minLength: 2,
    maxLength: 14,
  });
  fc.assert(
    fc.property(sizes, (values) => {
      const svg = renderChart(
        chart(
          'pie',
          values.map((value, index) => `项${index + 1} ${value}`),
        ),
      );
      const lines = [...svg.matchAll(/<polyline points="([^"]*)"/g)].map(([, points]) => segmentsOf(points!));
      const elbows = lines.map((line) => line[2]![0]).sort(([x, y], [x2, y2]) => x - x2 || y - y2);
      const gaps = elbows
        .slice(1)
        .map(([x, y], index) => (x === elbows[index]![0] ? y - elbows[index]![1] : 5));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4.9);
      const pairs = lines.flatMap((line, index) =>
        lines.slice(index + 1).map((other) => [line, other] as const),
      );
      expect(
        pairs.filter(([line, other]) => line.some((one) => other.some((two) => meet(one, two)))),
      ).toEqual([]);
    }),
    { seed: 7, numRuns: 100 },
  );
});

type Place = [x: number, y: number];
type Segment = [Place, Place];

function segmentsOf(points: string): Segment[] {
  const places = points.split(' ').map((pair) => pair.split(',').map(Number) as Place);
  return places.slice(1).map((place, index) => [places[index]!, place]);
}

/** Whether two segments have a point in common. */
function meet([a, b]: Segment, [c, d]: Segment): boolean {
  const turn = ([x, y]: Place, [x2, y2]: Place, [x3, y3]: Place) =>
    Math.sign((x2 - x) * (y3 - y) - (y2 - y) * (x3 - x));
  const turns = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (turns.every((each) => each === 0))
    return (
      Math.max(a[0], b[0]) >= Math.min(c[0], d[0]) &&
      Math.max(c[0], d[0]) >= Math.min(a[0], b[0]) &&
      a[1] === c[1]
    );
  return turns[0] !== turns[1] && turns[2] !== turns[3];
}

describe('more than anyone can read', () => {
  const points = Array.from({ length: 5000 }, (_, index) => `项${index + 1} 1`);

  test.each(['bar', 'pie'] as const)('two hundred points are drawn and the others counted: %s', (form) => {
    const texts = shown(chart(form, points));
    expect(texts).toContain('项200');
    expect(texts).not.toContain('项201');
    expect(texts).toContain('另有 4800 项未单独画出');
    expect(described(chart(form, points))).toMatch(/；另有 4800 项未单独画出$/);
  });

  test('slices that are left out make one, so that the ring stays whole', () => {
    const texts = shown(chart('pie', points));
    expect(texts).toContain('其余 4800 项');
    expect(texts).toContain('4800 万元');
    expect(texts).toContain('1 万元，0.02%');
  });

  test('the table beside the chart has them all', () => {
    const html = renderHtml({ title: '', language: 'zh-CN', blocks: [chart('pie', points)] });
    expect(html).toContain('>项5000<');
  });

  test.each(['bar', 'pie'] as const)('a figure or name without end ends in an ellipsis: %s', (form) => {
    const digits = '9'.repeat(300_000);
    const texts = shown(chart(form, [`甲 ${digits}`, `${'乙'.repeat(300_000)} 1`]));
    expect(texts.filter((text) => text.endsWith('…'))).not.toHaveLength(0);
    expect(texts.length).toBeLessThan(30);
    expect(renderChart(chart(form, [`甲 ${digits}`, '乙 1']))).not.toMatch(/NaN|Infinity/);
  });
});
