import type { Root } from 'mdast';
import { eastAsianWidth } from 'get-east-asian-width';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { ReportDocument } from '../document/document.js';
import { printable } from '../document/printable.js';
import { BlockWriter } from './block-nodes.js';
import { withoutHtml } from './without-html.js';

export interface MarkdownReport {
  /** GitHub Flavored Markdown; ends with one line feed. */
  text: string;
  /** SVG text by the path that the Markdown links to: figures/图1-收-支决算总计变动情况图.svg. */
  figures: Map<string, string>;
}

/**
 * The report as Markdown with its charts beside it; whatever the report's text says, it stays text. Without `tags`, for
 * sites that allow no HTML, headers of tables are one row, and what the contents lead to is a heading.
 */
export function renderMarkdown(document: ReportDocument, { tags = true } = {}): MarkdownReport {
  const writer = new BlockWriter(document, tags);
  const root: Root = { type: 'root', children: writer.report() };
  const text = toMarkdown(tags ? root : withoutHtml(root), options);
  return { text: printable(text), figures: writer.figures };
}

const options: Options = {
  bullet: '-',
  listItemIndent: 'one',
  extensions: [
    gfmTableToMarkdown({ stringLength: columnsOf }),
    gfmStrikethroughToMarkdown(),
    gfmAutolinkLiteralToMarkdown(),
    // Many hosts set $…$ as a formula.
    { unsafe: [{ character: '$', inConstruct: 'phrasing' }] },
  ],
};

/** Width in an editor's columns: a Chinese character takes two. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  return columns;
}
