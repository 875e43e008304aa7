import type { Published, PublishedBlock } from '../../published/published.js';
import { isContentsEntry } from '../contents-entry.js';
import { UnreadableError } from '../unreadable.js';
import { ruledGrids } from './lattice.js';
import { openPdf, type PdfPage } from './open-pdf.js';
import { isPageNumber, type PlacedLine, placedLine, withContinuations } from './paragraphs.js';
import { type Operators, rulingLines } from './ruling-lines.js';
import { linesOfRuns, runsOf } from './words.js';

type Placed = { line: PlacedLine } | { block: PublishedBlock };

/** A PDF's lines, and its tables by the lines that they are drawn with. */
export async function readPdf(bytes: Uint8Array): Promise<Published> {
  const { operators, pages } = await openPdf(bytes);
  const placed: Placed[] = [];
  for await (const page of pages) placed.push(...placedOn(page, operators));
  if (placed.length === 0) throw new UnreadableError('scanned');
  return { blocks: joined(withoutChartLabels(placed)) };
}

function placedOn({ number, height, items, drawing }: PdfPage, operators: Operators): Placed[] {
  const runs = runsOf(items);
  const grids = ruledGrids(rulingLines(drawing, operators), runs, number);
  const taken = new Set(grids.flatMap((grid) => [...grid.taken]));
  const lines = linesOfRuns(runs.filter((run) => !taken.has(run)))
    .flatMap((line) => placedLine(line, number) ?? [])
    .filter((line) => !isPageNumber(line, height) && !isContentsEntry(line.line.text));
  const all = [
    ...lines.map((line) => ({ y: line.y, placed: { line } })),
    ...grids.map(({ grid, top }) => ({ y: top, placed: { block: grid } })),
  ];
  return all.sort((a, b) => b.y - a.y).map(({ placed }) => placed);
}

/** Words in the picture of a chart, and its frames, from its unit down to its caption: 图1：收、支决算总计变动情况图. */
function withoutChartLabels(placed: readonly Placed[]): Placed[] {
  const labels = new Set<Placed>();
  placed.forEach((caption, index) => {
    if (!/^图\s*\d+\s*[:：]/.test(wordsOf(caption))) return;
    const before = placed.slice(Math.max(0, index - mostLabels), index);
    const unit = before.findLastIndex((one) => /^单位[:：]/.test(wordsOf(one)));
    const between = unit < 0 ? [] : before.slice(unit);
    if (between.every((one) => wordsOf(one).length < longestLabel)) between.forEach((one) => labels.add(one));
  });
  return placed.filter((one) => !labels.has(one));
}

const mostLabels = 40;
const longestLabel = 60;

function wordsOf(placed: Placed): string {
  return 'line' in placed ? placed.line.line.text : '';
}

/** Lines between two tables are paragraphs together, also over the end of a page. */
function joined(placed: readonly Placed[]): PublishedBlock[] {
  const blocks: PublishedBlock[] = [];
  let open: PlacedLine[] = [];
  const close = () => {
    blocks.push(...withContinuations(open));
    open = [];
  };
  for (const one of placed) {
    if ('line' in one) open.push(one.line);
    else {
      close();
      blocks.push(one.block);
    }
  }
  close();
  return blocks;
}
