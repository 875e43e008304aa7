import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import type { Block, Chart, ContentsEntry, Inline, ReportDocument, Table } from '../document/document.js';
import { nestEntries, type EntryTree } from '../document/contents-tree.js';
import { headingContent } from '../document/heading-text.js';
import { plainText } from '../document/plain-text.js';
import { renderChart } from '../chart/render-chart.js';
import { textAlternative } from '../chart/text-alternative.js';
import { flatTable } from './flat-table.js';
import { figurePath } from './figure-path.js';
import { inlineNodes } from './inline-nodes.js';
import { tableNode } from './table-node.js';

type Blocks<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** Turns blocks into Markdown's tree, and draws the charts on the way. */
export class BlockWriter {
  readonly figures = new Map<string, string>();
  private readonly targets: Set<string>;
  private titleIsWritten = false;

  constructor(
    private readonly document: ReportDocument,
    private readonly tags: boolean,
  ) {
    this.targets = new Set(document.blocks.flatMap(targetsOf));
  }

  /** The whole report, with its title even if no cover gives one. */
  report(): BlockContent[] {
    const blocks = this.blocks(this.document.blocks);
    if (this.titleIsWritten) return blocks;
    return [{ type: 'heading', depth: 1, children: [text(this.document.title)] }, ...blocks];
  }

  private blocks(blocks: Block[]): BlockContent[] {
    return blocks.flatMap((block) => this.block(block));
  }

  private block(block: Block): BlockContent[] {
    switch (block.kind) {
      case 'cover':
        return block.blocks.flatMap((inner) => this.coverBlock(inner));
      case 'contents':
        return [
          ...paragraph(strong(block.title)),
          ...this.blocks(block.blocks),
          ...contentsList(block.entries),
        ];
      case 'heading':
        return [this.heading(block)];
      case 'paragraph':
        return paragraph(block.style === 'title' ? strong(block.content) : block.content);
      case 'list':
        return [this.list(block)];
      case 'quote':
        return [{ type: 'blockquote', children: this.blocks(block.blocks) }];
      case 'preformatted':
        return [{ type: 'code', value: block.text }];
      case 'chart':
        return this.chart(block);
      case 'table':
        return this.table(block);
    }
  }

  /** The first title on the cover is the first-level heading. */
  private coverBlock(block: Block): BlockContent[] {
    if (this.titleIsWritten || block.kind !== 'paragraph' || block.style !== 'title')
      return this.block(block);
    this.titleIsWritten = true;
    return [{ type: 'heading', depth: 1, children: inlineNodes(block.content) }];
  }

  private heading(block: Blocks<'heading'>): BlockContent {
    const depth = Math.min(block.level + 1, 6) as 1 | 2 | 3 | 4 | 5 | 6;
    return {
      type: 'heading',
      depth,
      children: [...this.anchor(block.id), ...inlineNodes(headingContent(block))],
    };
  }

  private list(block: Blocks<'list'>): BlockContent {
    const spread = block.items.some((item) => item.length > 1);
    const children = block.items.map(
      (item): ListItem => ({ type: 'listItem', spread, children: this.blocks(item) }),
    );
    return { type: 'list', ordered: block.ordered, start: block.start, spread, children };
  }

  private chart(chart: Chart): BlockContent[] {
    const caption = plainText(chart.caption);
    const path = figurePath(caption, this.figures);
    this.figures.set(path, renderChart(chart));
    const alt = `${caption}。${textAlternative(chart)}`.replace(/\s+/g, ' ');
    const image: PhrasingContent = { type: 'image', url: path, alt };
    return [{ type: 'paragraph', children: [image] }, ...paragraph(chart.caption)];
  }

  private table(table: Table): BlockContent[] {
    const heading = [...this.anchor(table.id), ...inlineNodes(strong(table.title))];
    return [
      ...(heading.length > 0 ? [{ type: 'paragraph' as const, children: heading }] : []),
      ...paragraph(lineAbove(table)),
      tableNode(this.tags ? table : flatTable(table)),
      ...table.notes.flatMap(paragraph),
    ];
  }

  /** Hosts make their own, different anchors from headings: what the contents lead to gets one that is ours. */
  private anchor(id: string): PhrasingContent[] {
    return this.targets.has(id) ? [{ type: 'html', value: `<a id="${escapeId(id)}"></a>` }] : [];
  }
}

/** 公开01表　单位：万元 */
function lineAbove({ label, unit }: Table): Inline[] {
  const between = label.length > 0 && unit !== '' ? '　' : '';
  return [...label, { kind: 'text', text: between + unit }];
}

function targetsOf(block: Block): string[] {
  if (block.kind === 'cover') return block.blocks.flatMap(targetsOf);
  return block.kind === 'contents' ? block.entries.map((entry) => entry.target) : [];
}

function paragraph(content: Inline[]): BlockContent[] {
  const children = inlineNodes(content);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function contentsList(entries: ContentsEntry[]): BlockContent[] {
  return entries.length === 0 ? [] : [entryList(nestEntries(entries))];
}

function entryList(trees: EntryTree[]): BlockContent {
  const children = trees.map(({ entry, children }): ListItem => {
    const link = inlineNodes([{ kind: 'link', target: `#${entry.target}`, content: entry.content }]);
    const below = children.length === 0 ? [] : [entryList(children)];
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: link }, ...below] };
  });
  return { type: 'list', ordered: false, spread: false, children };
}

function strong(content: Inline[]): Inline[] {
  return content.length === 0 ? [] : [{ kind: 'strong', content }];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function escapeId(id: string): string {
  return id.replace(/[\s"&<>]/g, '-');
}
