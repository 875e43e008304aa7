import type { Element } from 'hast';
import { arc } from 'd3-shape';
import type { Chart } from '../document/document.js';
import { chartWidth, type Drawing, labelMarks, type PointMarks } from './drawing.js';
import { legendDrawing } from './legend.js';
import { colourOf } from './palette.js';
import { labelSize, leaderStart, placeLabels, type PlacedLabel } from './pie-labels.js';
import { columnEdge, gutter, innerRadius, outerRadius, slicesOf, type Slice } from './pie-slices.js';
import { type Properties, round, svg } from './svg.js';
import { lineHeight, textLines } from './text-lines.js';

/** A ring with every slice named beside it; points without a positive value, or of an unknown whole, are listed below. */
export function pieDrawing(chart: Chart, marked: PointMarks): Drawing {
  const { slices, labels, height } = placeLabels(slicesOf(chart), chart);
  const drawn = new Set(slices.map(({ point }) => point));
  const without = chart.points.filter((point) => !drawn.has(point));
  const legend = legendDrawing(without, height, marked);
  const centre = `translate(${chartWidth / 2} ${round(height / 2)})`;
  return {
    width: chartWidth,
    height: Math.ceil(legend.height),
    elements: [
      svg(
        'g',
        { transform: centre, stroke: '#ffffff', strokeWidth: 0.75 },
        slices.map((slice, index) =>
          sliceElement(slice, { fill: colourOf(index, slices.length), ...marked(slice.point) }),
        ),
      ),
      ...labels.flatMap((label) => labelElements(label, height / 2, marked)),
      ...legend.elements,
    ],
  };
}

const ringSlice = arc<Slice>().digits(2).innerRadius(innerRadius).outerRadius(outerRadius);

function sliceElement(slice: Slice, look: Properties): Element {
  return svg('path', { d: ringSlice(slice) ?? '', ...look });
}

function labelElements(label: PlacedLabel, centre: number, marked: PointMarks): Element[] {
  const x = chartWidth / 2 + label.side * (columnEdge + 4);
  const anchor = label.side === 1 ? 'start' : 'end';
  return [
    svg('polyline', { points: leader(label, centre), fill: 'none', stroke: '#767676' }),
    textLines(
      label.lines,
      { x, top: label.top, anchor, size: labelSize },
      labelMarks(label.slice.point.label, marked),
    ),
  ];
}

/** Out of the ring, to the gutter, level where no other is there, then to the first line of the label: leaders never cross. */
function leader(label: PlacedLabel, centre: number): string {
  const horizontal = (radius: number) => chartWidth / 2 + Math.sin(label.slice.middle) * radius;
  const vertical = (radius: number) => centre - Math.cos(label.slice.middle) * radius;
  const aim = label.top + lineHeight(labelSize) / 2;
  const points = [
    [horizontal(outerRadius), vertical(outerRadius)],
    [horizontal(outerRadius + leaderStart), vertical(outerRadius + leaderStart)],
    [chartWidth / 2 + label.side * gutter, label.elbow],
    [chartWidth / 2 + label.side * columnEdge, aim],
  ];
  return points.map((point) => point.map(round).join(',')).join(' ');
}
