import type { Published, PublishedBlock } from '../../published/published.js';
import { isContentsEntry } from '../contents-entry.js';
import { UnreadableError } from '../unreadable.js';
import { ruledGrids } from './lattice.js';
import { withoutInlineFrames } from './inline-frames.js';
import { openPdf, type PdfPage } from './open-pdf.js';
import { isPageNumber, type PlacedLine, placedLine, withContinuations } from './paragraphs.js';
import { type Operators, rulingLines } from './ruling-lines.js';
import { piecesOfRuns } from '../unruled/run-pieces.js';
import { unruledGrids } from '../unruled/unruled-grids.js';
import { linesOfRuns, type Run, runsOf } from './words.js';

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
  const lines = withoutInlineFrames(rulingLines(drawing, operators), runs);
  const grids = ruledGrids(lines, runs, number);
  const taken = new Set(grids.flatMap((grid) => [...grid.taken]));
  const written = linesOfRuns(runs.filter((run) => !taken.has(run))).flatMap((own): OwnLine[] => {
    const line = placedLine(own, number);
    const isText = line && !isPageNumber(line, height) && !isContentsEntry(line.line.text);
    return isText ? [{ runs: own, line }] : [];
  });
  const all = [
    ...withTables(written),
    ...grids.map(({ grid, top }) => ({ y: top, placed: { block: grid } })),
  ];
  return all.sort((a, b) => b.y - a.y).map(({ placed }) => placed);
}

interface OwnLine {
  runs: readonly Run[];
  line: PlacedLine;
}

/** Lines of a page, and the tables that no lines are drawn for. */
function withTables(lines: readonly OwnLine[]): { y: number; placed: Placed }[] {
  const pieced = lines.map(({ runs, line }) => ({ pieces: piecesOfRuns(runs), place: line.line.place }));
  const inTables = new Set<OwnLine>();
  const tables = unruledGrids(pieced).map(({ from, to, grid }) => {
    for (const line of lines.slice(from, to)) inTables.add(line);
    return { y: lines[from]!.line.y, placed: { block: grid } };
  });
  const others = lines.filter((line) => !inTables.has(line));
  return [...tables, ...others.map(({ line }) => ({ y: line.y, placed: { line } }))];
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
