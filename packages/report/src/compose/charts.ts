import {
  type ChartTemplate,
  Decimal,
  evaluate,
  type Expression,
  formatFixed,
  holds,
  proportionOf,
  repeatScopes,
  restsOn,
  type Scope,
  type SeriesNode,
  toFigure,
} from '@fiscal/core';
import type { Chart, ChartPoint } from '../document/document.js';
import { ratio } from '../chart/ratio.js';
import type { Composer } from './composer.js';
import { numbered, openness, provenanceOf, richInlines } from './inlines.js';
import { numberBy } from './numbering.js';
import { isLeftOpen, printFigure } from './print-figure.js';
import type { Settings } from './settings.js';

interface PointWithUnit extends ChartPoint {
  unit: string;
  /** What it is computed by. */
  by: Expression;
  /** Its value is known, or nothing: shares can be computed. */
  isSettled: boolean;
}

/** A chart with its number in the document; none without any point. */
export function composeChart(node: ChartTemplate, scope: Scope, composer: Composer): Chart[] {
  const points = node.series.flatMap((series) =>
    composeSeries(series, scope, { settings: composer.settings, isWhole: node.form === 'pie' }),
  );
  if (points.length === 0) return [];
  composer.charts += 1;
  const number = numberBy(composer.settings.numbering.chart, composer.charts);
  return [
    {
      kind: 'chart',
      id: `图-${composer.charts}`,
      form: node.form,
      caption: numbered(number, richInlines(node.title, scope, composer.settings)),
      unit: commonUnit(points) ?? scope.base.moneyUnit,
      points: pointsOf(node, points, scope),
    },
  ];
}

interface Points {
  settings: Settings;
  /** What is shown is a whole: nobody knows it without any part of it that is open. */
  isWhole: boolean;
}

function composeSeries(node: SeriesNode, scope: Scope, points: Points): PointWithUnit[] {
  const all = (nodes: SeriesNode[], inner: Scope) =>
    nodes.flatMap((child) => composeSeries(child, inner, points));
  // 若 x ≠ 0 { … } of what is open decides nothing.
  const open = (nodes: SeriesNode[], inner: Scope) =>
    points.isWhole ? all(nodes, inner).filter(({ isOpen }) => isOpen) : [];
  switch (node.kind) {
    case 'point':
      return composePoint(node, scope, points.settings);
    case 'choice':
      if (holds(node.condition, scope)) return all(node.then, scope);
      return [...open(node.then, scope), ...all(node.otherwise, scope)];
    case 'repeat': {
      const { condition, ...every } = node;
      return repeatScopes(points.isWhole ? every : node, scope).flatMap((inner) =>
        holds(condition, inner) ? all(node.content, inner) : open(node.content, inner),
      );
    }
  }
}

function composePoint(
  node: SeriesNode & { kind: 'point' },
  scope: Scope,
  settings: Settings,
): PointWithUnit[] {
  const figure = toFigure(evaluate(node.value, scope), scope, node.value.origin);
  if (!figure) return [];
  const path = figure.path ?? figure.fact?.key;
  return [
    {
      label: richInlines(node.label, scope, settings),
      value: (figure.value ?? new Decimal(0)).toFixed(),
      text: printFigure(figure, settings, 'text'),
      unit: figure.unit,
      by: node.value,
      isSettled: !isLeftOpen(figure) && figure.state !== 'undefined',
      ...(path !== undefined && { path }),
      ...openness(figure),
      ...provenanceOf(figure),
    },
  ];
}

/** Slices have the share that a sentence about them would print: of the sum of all points. */
function pointsOf(node: ChartTemplate, points: readonly PointWithUnit[], scope: Scope): ChartPoint[] {
  const total = points.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
  const isWhole = total.gt(0) && points.every(({ isSettled }) => isSettled);
  const whole = points.map(restsOn);
  return points.map(({ unit: _, isSettled: __, by: expression, ...point }) => {
    if (node.form !== 'pie') return point;
    const hasShare = isWhole && !point.value.startsWith('-');
    if (!hasShare) return { ...point, share: '' };
    const shareFrom = { facts: proportionOf(point, { facts: whole }), expression };
    return { ...point, share: percentOf(point.value, total, scope), shareFrom };
  });
}

function percentOf(value: string, total: Decimal, { percentDecimals }: Scope): string {
  return `${formatFixed(ratio(value, total).times(100), percentDecimals)}%`;
}

function commonUnit(points: readonly PointWithUnit[]): string | undefined {
  const units = new Set(points.map(({ unit }) => unit));
  return units.size === 1 ? points[0]!.unit || undefined : undefined;
}
