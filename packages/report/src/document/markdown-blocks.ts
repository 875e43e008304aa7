import type { Origin } from '@fiscal/core';
import type {
  Definition,
  FootnoteDefinition,
  Nodes,
  Parents,
  RootContent,
  Table as MarkdownTable,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, Inline } from './document.js';
import { footnoteMark, markdownInlines, markdownParagraphs, type Definitions } from './markdown-inlines.js';
import { isTooIntricate } from './markdown-limits.js';
import { markdownTable } from './markdown-table.js';

export interface MarkdownOptions {
  /** Level of the heading around the text; headings in the text sit below it. */
  headingLevel: number;
  /** Begins the ids of headings and tables: unique in the document. */
  idPrefix: string;
  /** Where the text stands in the source. */
  origin?: Origin;
}

/**
 * What an author wrote in Markdown (CommonMark with GFM tables), as blocks.
 * HTML is no markup here: it stays visible text. Indented lines are paragraphs, not code, since
 * Chinese paragraphs are often typed with an indent; code needs a fence.
 */
export function markdownToBlocks(text: string, options: MarkdownOptions): Block[] {
  if (isTooIntricate(text)) return plainParagraphs(text);
  const tree = fromMarkdown(text, {
    extensions: [
      cjkFriendlyExtension(),
      gfmTable(),
      gfmFootnote(),
      { disable: { null: disabledConstructs } },
    ],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  return new BlockReader(tree, options).all(tree.children);
}

/** Text as it stands; a blank line begins a new paragraph. */
function plainParagraphs(text: string): Block[] {
  const paragraphs = text.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/).map((part) => part.trim());
  return paragraphs.filter((part) => part !== '').map((part) => paragraph([{ kind: 'text', text: part }]));
}

const disabledConstructs = ['htmlFlow', 'htmlText', 'codeIndented'];

class BlockReader {
  private readonly definitions: Definitions = { targets: new Map(), footnotes: new Map() };
  private readonly footnotes: FootnoteDefinition[] = [];
  private readonly linked = new Set<string>();
  private readonly highestHeading: number;
  private count = 0;

  constructor(
    tree: Nodes,
    private readonly options: MarkdownOptions,
  ) {
    let highest = 6;
    visit(tree, (node) => {
      if (node.type === 'heading') highest = Math.min(highest, node.depth);
      this.note(node);
    });
    this.highestHeading = highest;
  }

  /** Links and footnotes are defined anywhere; footnotes count in the order in which they are spoken of. */
  private note(node: Nodes): void {
    const { targets, footnotes } = this.definitions;
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
    if (node.type === 'linkReference') this.linked.add(node.identifier);
    if (node.type === 'footnoteDefinition') this.footnotes.push(node);
    if (node.type === 'footnoteReference' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, footnotes.size + 1);
  }

  /** The text, then its footnotes; those that nothing refers to come last. */
  all(nodes: RootContent[]): Block[] {
    const numbers = this.definitions.footnotes;
    for (const { identifier } of this.footnotes)
      if (!numbers.has(identifier)) numbers.set(identifier, numbers.size + 1);
    const inOrder = [...this.footnotes].sort(
      (a, b) => numbers.get(a.identifier)! - numbers.get(b.identifier)!,
    );
    return [...this.blocks(nodes), ...inOrder.flatMap((footnote) => this.footnote(footnote))];
  }

  private footnote({ identifier, children }: FootnoteDefinition): Block[] {
    const [first, ...rest] = this.blocks(children);
    const mark: Inline = { kind: 'text', text: footnoteMark(this.definitions.footnotes.get(identifier)!) };
    if (first?.kind !== 'paragraph') return [paragraph([mark]), ...(first ? [first] : []), ...rest];
    return [{ ...first, content: [mark, ...first.content] }, ...rest];
  }

  blocks(nodes: RootContent[]): Block[] {
    return nodes.flatMap((node) => this.block(node));
  }

  private block(node: RootContent): Block[] {
    switch (node.type) {
      case 'paragraph':
        return markdownParagraphs(node.children, this.definitions).map((content) => ({
          ...paragraph(content),
          ...this.placeOf(node),
        }));
      case 'heading':
        return [
          {
            ...this.heading(node.depth, markdownInlines(node.children, this.definitions)),
            ...this.placeOf(node),
          },
        ];
      case 'list':
        return [
          {
            kind: 'list',
            ordered: node.ordered ?? false,
            start: node.start ?? 1,
            items: node.children.map((item) => this.blocks(item.children)),
          },
        ];
      case 'blockquote':
        return [{ kind: 'quote', blocks: this.blocks(node.children) }];
      case 'code':
        return [{ kind: 'preformatted', text: node.value }];
      case 'table':
        return [this.table(node)];
      case 'definition':
        return this.unusedDefinition(node);
      case 'thematicBreak':
        return [{ ...paragraph([{ kind: 'text', text: '——' }]), style: 'centered' }];
      default:
        return [];
    }
  }

  /** [注]: 说明 is a definition for Markdown; when no link means it, it is what the author wrote. */
  private unusedDefinition({ identifier, label, url, title }: Definition): Block[] {
    if (this.linked.has(identifier)) return [];
    const text = `[${label ?? identifier}]: ${url}${title ? ` "${title}"` : ''}`;
    return [paragraph([{ kind: 'text', text }])];
  }

  private heading(depth: number, content: Inline[]): Block {
    const level = this.options.headingLevel + 1 + depth - this.highestHeading;
    return { kind: 'heading', level, id: this.nextId(), number: '', content };
  }

  /** The line of the source; a text block begins on the line behind its fence. */
  private placeOf({ position }: RootContent): { origin?: Origin } {
    const { origin } = this.options;
    if (!origin || !position) return {};
    const { start, end } = origin.range;
    const line = start.line + (start.line < end.line ? position.start.line : 0);
    const at = { line, character: 0 };
    return { origin: { uri: origin.uri, range: { start: at, end: at } } };
  }

  private table(node: MarkdownTable): Block {
    return markdownTable(node, this.nextId(), (cell) => markdownInlines(cell.children, this.definitions));
  }

  private nextId(): string {
    this.count += 1;
    return `${this.options.idPrefix}-${this.count}`;
  }
}

function paragraph(content: Inline[]): Extract<Block, { kind: 'paragraph' }> {
  return { kind: 'paragraph', style: 'body', content };
}

function visit(node: Nodes, each: (node: Nodes) => void): void {
  each(node);
  for (const child of (node as Partial<Parents>).children ?? []) visit(child, each);
}
