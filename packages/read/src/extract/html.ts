import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { occupy, type SpanningCell } from '../published/grid.js';
import { UnreadableError } from './unreadable.js';
import type { Place, Published, PublishedBlock } from '../published/published.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What is no text of the report: scripts, pictures. */
const skipped = new Set(['style', 'script', 'head', 'svg', 'template', 'noscript', 'iframe', 'object']);

const ownLine = new Set(
  `p h1 h2 h3 h4 h5 h6 li div section article main header footer aside blockquote figure figcaption ol ul dl dt dd
   pre details summary address form hr`.split(/\s+/),
);

/** A page, or what of one stands in another text. Nothing that it refers to is loaded. */
export function readHtml(text: string, place: Place = {}): Published {
  if (isTooDeep(text)) throw new UnreadableError('broken');
  const reader = new HtmlReader(place);
  const page = parse(text);
  reader.walk(mainOf(page) ?? page, undefined);
  reader.endLine(undefined);
  return { blocks: reader.blocks };
}

/** No page of a report nests more; parsing takes as long as its depth squared. */
const deepest = 1000;
/** Elements that need not be closed, or have nothing in them. */
const closedByThemselves =
  /^(?:p|li|td|th|tr|tbody|thead|tfoot|colgroup|dt|dd|option|br|hr|img|input|meta|link|col|wbr|area|base|embed|source|track|html|head|body)$/;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [, closes, name] of text.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})(?=[\s/>])/gi)) {
    if (closedByThemselves.test(name!.toLowerCase())) continue;
    depth = closes === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** What a page says of itself stands there; around it are links to skip and to go on. */
function mainOf(node: Node): Node | undefined {
  if (node.nodeName === 'main') return node;
  for (const child of childrenOf(node)) {
    const found = mainOf(child);
    if (found) return found;
  }
  return undefined;
}

class HtmlReader {
  readonly blocks: PublishedBlock[] = [];
  private words = '';

  constructor(private readonly place: Place) {}

  walk(node: Node, level: number | undefined): void {
    if (node.nodeName === '#text') this.words += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if (node.nodeName === 'br') this.endLine(level);
    else if (isSkipped(node)) return;
    else if (node.nodeName === 'table') this.table(node as Element, level);
    else this.within(node, level);
  }

  endLine(level: number | undefined): void {
    const text = this.words.replace(/\s+/g, ' ').trim();
    this.words = '';
    if (text === '') return;
    this.blocks.push({ kind: 'line', text, ...(level !== undefined && { level }), place: this.place });
  }

  private within(node: Node, outer: number | undefined): void {
    const isBlock = ownLine.has(node.nodeName);
    const level = headingLevel(node.nodeName) ?? outer;
    if (isBlock) this.endLine(outer);
    for (const child of childrenOf(node)) this.walk(child, level);
    if (isBlock) this.endLine(level);
  }

  private table(node: Element, level: number | undefined): void {
    this.endLine(level);
    const { captions, rows } = partsOfTable(node, this.place);
    for (const text of captions) this.blocks.push({ kind: 'line', text, place: this.place });
    if (rows.length === 0) return;
    this.blocks.push({ kind: 'grid', rows: occupy(rows, this.place), isRuled: true, place: this.place });
  }
}

/** 2 of h2. */
function headingLevel(name: string): number | undefined {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : undefined;
}

function isSkipped(node: Node): boolean {
  return (
    skipped.has(node.nodeName) ||
    attribute(node, 'hidden') !== undefined ||
    isListOfContents(node) ||
    isSkipLink(node) ||
    isBesidePicture(node)
  );
}

function isListOfContents({ nodeName, ...node }: Node): boolean {
  return (nodeName === 'ul' || nodeName === 'ol') && parentOf(node as Node)?.nodeName === 'nav';
}

/** 跳到正文: for who goes through a page with the keyboard. */
function isSkipLink(node: Node): boolean {
  const leadsWithin = attribute(node, 'href')?.startsWith('#') ?? false;
  return node.nodeName === 'a' && leadsWithin && parentOf(node)?.nodeName === 'body';
}

/** The figures of a chart once more, for who cannot see it. */
function isBesidePicture(node: Node): boolean {
  const parent = parentOf(node);
  if (parent?.nodeName !== 'figure' || node.nodeName === 'figcaption' || node.nodeName === '#text')
    return false;
  return isPictured(parent);
}

function isPictured(node: Node): boolean {
  return node.nodeName === 'svg' || node.nodeName === 'img' || childrenOf(node).some(isPictured);
}

function parentOf(node: Node): Node | undefined {
  return 'parentNode' in node ? (node.parentNode ?? undefined) : undefined;
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function attribute(node: Node, name: string): string | undefined {
  return 'attrs' in node ? node.attrs.find((one) => one.name === name)?.value : undefined;
}

interface TableParts {
  captions: string[];
  rows: SpanningCell[][];
}

function partsOfTable(table: Element, place: Place): TableParts {
  const parts: TableParts = { captions: [], rows: [] };
  const walk = (node: Node): void => {
    if (node.nodeName === 'caption') parts.captions.push(...linesOf(node));
    else if (node.nodeName === 'tr') parts.rows.push(cellsOf(node, place));
    else childrenOf(node).forEach(walk);
  };
  childrenOf(table).forEach(walk);
  return parts;
}

function cellsOf(row: Node, place: Place): SpanningCell[] {
  return childrenOf(row)
    .filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th')
    .map((cell) => ({
      text: linesOf(cell).join(''),
      columnSpan: spanOf(cell, 'colspan'),
      rowSpan: spanOf(cell, 'rowspan'),
      place,
    }));
}

function spanOf(cell: Node, name: string): number {
  const span = Number(attribute(cell, name) ?? '1');
  return Number.isInteger(span) && span > 0 ? Math.min(span, 1000) : 1;
}

/** The words of a cell or a caption, cut where it begins a new line. */
function linesOf(node: Node): string[] {
  return wordsOf(node)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ');
  if (isSkipped(node)) return '';
  if (node.nodeName === 'br') return '\n';
  const words = childrenOf(node).map(wordsOf).join('');
  return ownLine.has(node.nodeName) || node.nodeName === 'span' ? `\n${words}\n` : words;
}
