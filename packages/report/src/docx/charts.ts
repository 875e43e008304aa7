import { Bookmark, ImageRun, Paragraph } from 'docx';
import { chartTable } from '../chart/chart-table.js';
import { renderChart } from '../chart/render-chart.js';
import { textAlternative } from '../chart/text-alternative.js';
import type { Chart } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { printable } from '../document/printable.js';
import type { Means } from '../means.js';
import { bookmarkName } from './bookmarks.js';
import { whole } from './page.js';
import { runs } from './runs.js';
import { styleIds } from './styles.js';
import { tableElements } from './tables.js';

/** Pixels, 96 to the inch: as wide as the text, and no higher than it leaves room for a caption. */
const room = { width: 588, height: 760 };

/** A chart as a picture with words for whoever cannot see it; as a table where this machine cannot draw its letters. */
export async function chartElements(chart: Chart, { drawing, note }: Means) {
  const source = renderChart(chart);
  const picture = await drawing?.(source);
  const caption = new Paragraph({
    style: styleIds.caption,
    children: [new Bookmark({ id: bookmarkName(chart.id), children: runs(chart.caption) })],
  });
  if (!picture) note?.('charts-as-tables');
  if (!picture) return [...tableElements(chartTable(chart), undefined, false), caption];
  return [new Paragraph({ style: styleIds.picture, children: [imageRun(chart, source, picture)] }), caption];
}

function imageRun(chart: Chart, source: string, picture: Uint8Array): ImageRun {
  const transformation = sizeOf(source);
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(source),
    transformation,
    fallback: { type: 'png', data: picture },
    altText: {
      name: printable(plainText(chart.caption)),
      title: printable(plainText(chart.caption)),
      description: printable(textAlternative(chart)),
    },
  });
}

function sizeOf(source: string): { width: number; height: number } {
  const [, width = '600', height = '300'] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(source) ?? [];
  const scale = Math.min(room.width / Number(width), room.height / Number(height));
  return { width: whole(Number(width) * scale), height: whole(Number(height) * scale) };
}
