import { blocks, type Origin } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium';
import type { Range, TextEdit } from 'vscode-languageserver';
import { nodeAround } from '../syntax/leaf-at.js';
import { words } from '../words.zh.js';
import type { Fixer } from './fix.js';
import { lastInBlock } from './insert-line.js';

/** 公务接待费 0.30 outside of 三公经费: moved to the end of that block, or put into braces where it stands. */
export const homeFixes: Fixer = function* ({ data, origin }, { document }) {
  if (data.kind !== 'message' || !codes.has(data.code)) return;
  const items = [origin, ...(data.places ?? [])].flatMap((place) => itemAt(place, document) ?? []);
  const isWhole = items.every((item) => standsAlone(item, document));
  if (items.length === 0 || !isWhole) return;
  const homes = (data.parameters['homes'] ?? '').split('、').map((path) => path.split('.'));
  for (const home of homes) {
    const block = blockNamed(home, items[0]!);
    const edits = block ? moved(items, block, document) : wrapped(items, home, document);
    if (edits) yield { title: words.wrapIn(home.join(' ')), edits, preferred: homes.length === 1 };
  }
};

const codes: ReadonlySet<string> = new Set(['outside-its-block', 'in-other-block']);

type ItemNode = ast.Item | ast.ThreePublicItem;

function itemAt({ range }: Origin, { parseResult, textDocument }: LangiumDocument): ItemNode | undefined {
  const root = parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, textDocument.offsetAt(range.start));
  return nodeAround(leaf, (node): node is ItemNode => ast.isItem(node) || ast.isThreePublicItem(node));
}

/** Nothing else is on its lines. */
function standsAlone({ $cstNode }: ItemNode, document: LangiumDocument): boolean {
  const written = $cstNode && document.textDocument.getText(linesOf($cstNode.range));
  return written?.replace(/\/\/.*/, '').trim() === $cstNode?.text;
}

/** The block of that name in the same report, where it is written with braces. */
function blockNamed(home: readonly string[], item: AstNode): AstNode | undefined {
  const report = AstUtils.getContainerOfType(item, ast.isReport);
  return home.reduce<AstNode | undefined>(
    (outer, name) => outer && childrenOf(outer).find((node) => nameOf(node) === name && isOpen(node)),
    report,
  );
}

function childrenOf(node: AstNode): AstNode[] {
  return ast.isReport(node) ? node.items : ((node as { members?: AstNode[] }).members ?? []);
}

function nameOf(node: AstNode): string | undefined {
  if (ast.isIncome(node)) return node.bySubject ? undefined : blocks.income;
  if (ast.isExpenditure(node)) return node.fund ? undefined : blocks.expenditure;
  if (ast.isEconomicExpenditure(node)) return node.fund ? undefined : node.kind;
  if (ast.isThreePublic(node)) return blocks.threePublic;
  return ast.isItem(node) || ast.isThreePublicItem(node) ? node.name : undefined;
}

function isOpen({ $cstNode }: AstNode): boolean {
  return $cstNode?.text.endsWith('}') ?? false;
}

function moved(
  items: readonly ItemNode[],
  block: AstNode,
  document: LangiumDocument,
): TextEdit[] | undefined {
  const [added, ...more] = items.map((item) => item.$cstNode!.text);
  const insertion = items.length === 1 ? lastInBlock(block, document, [added!]) : undefined;
  const all = insertion ?? lastInBlock(block, document, [added!, ...more]);
  return all && [all, ...items.map(({ $cstNode }) => ({ range: linesOf($cstNode!.range), newText: '' }))];
}

/** 三公经费 { above the first, } below the last, and what stands between them deeper. */
function wrapped(
  items: readonly ItemNode[],
  home: readonly string[],
  document: LangiumDocument,
): TextEdit[] | undefined {
  if (!ast.isReport(items[0]!.$container)) return undefined;
  const range = {
    start: linesOf(items[0]!.$cstNode!.range).start,
    end: linesOf(items.at(-1)!.$cstNode!.range).end,
  };
  const lines = document.textDocument
    .getText(range)
    .replace(/[\r\n]+$/, '')
    .split(/\r?\n/);
  const [indentation = ''] = /^[ \t\u3000]*/.exec(lines[0]!)!;
  const opening = home.map((name, depth) => `${indentation}${'  '.repeat(depth)}${name} {`);
  const closing = home.map((_, depth) => `${indentation}${'  '.repeat(depth)}}`).reverse();
  const inside = lines.map((line) => '  '.repeat(home.length) + line);
  return [{ range, newText: `${[...opening, ...inside, ...closing].join('\n')}\n` }];
}

function linesOf({ start, end }: Range): Range {
  return { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
}
