import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes } from 'mdast';
import { describe, expect, test, vi } from 'vitest';
import { exampleFiles } from './check.js';
import { cellTexts, plain, tablesIn } from './office/document-texts.js';
import { exampleOf, published } from './office/published.js';

vi.setConfig({ testTimeout: 120_000 });

const written = exampleFiles.map((path) => ({ path, ...exampleOf(path) }));

describe.each(written)('$path as Markdown without HTML', ({ document }) => {
  const tree = published('gfm', document).then((files) =>
    fromMarkdown([...files.values()].at(-1) as string, {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    }),
  );

  test('has no tag', async () => {
    expect(nodesIn(await tree).filter(({ type }) => type === 'html')).toEqual([]);
  });

  test('has every table, row by row', async () => {
    const tables = nodesIn(await tree).flatMap((node) => (node.type === 'table' ? [node] : []));
    const read = tables.map(({ children }) => children.slice(1).map((row) => row.children.map(textOf)));
    const expected = tablesIn(document.blocks).map((table) => cellTexts({ ...table, header: [] }));
    expect(read).toEqual(expected.map((rows) => rows.map((cells) => cells.map((cell) => cell.trim()))));
  });

  test('says over each column all that stands over it', async () => {
    const tables = nodesIn(await tree).flatMap((node) => (node.type === 'table' ? [node] : []));
    for (const [index, { header }] of tablesIn(document.blocks).entries()) {
      const row = tables[index]!.children[0]!.children.map(textOf).join(' ');
      for (const { content } of header.flat()) expect(row).toContain(plain(content).trim());
    }
  });

  test('leads from the contents to headings', async () => {
    const nodes = nodesIn(await tree);
    const slugs = nodes.flatMap((node) => (node.type === 'heading' ? [slugOf(wordsOf(node))] : []));
    const links = nodes.flatMap((node) =>
      node.type === 'link' && node.url.startsWith('#') ? [decodeURI(node.url)] : [],
    );
    const entries = document.blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
    expect(links).toHaveLength(entries.length);
    expect(
      links.filter(
        (link) => !slugs.includes(link.slice(1).replace(/-\d+$/, '')) && !slugs.includes(link.slice(1)),
      ),
    ).toEqual([]);
  });
});

function nodesIn(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])];
}

function textOf(node: Nodes): string {
  return wordsOf(node).trim();
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .trim()
    .replace(/ /g, '-');
}
