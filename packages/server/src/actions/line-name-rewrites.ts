import { type Catalog, catalogKindOf } from '@fiscal/core';
import { ast, normalizeName, quotedIfNeeded } from '@fiscal/language/editor';
import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver';
import { nodeAround } from '../syntax/leaf-at.js';
import { words } from '../words.zh.js';
import type { Rewriter } from './rewrites.js';

type Line = ast.Line | ast.ExpenditureLine;

/** A code that stands alone takes its official name; likewise all those of its block. */
export const lineNameRewrites: Rewriter = function* (leaf, { examination }) {
  const line = nodeAround(leaf, isLine);
  const catalog = examination.reports[0]?.base.catalog;
  if (!line || !catalog) return;
  const edit = nameEdit(line, catalog);
  if (edit) yield { title: words.writeName(edit.newText.trim()), edits: [edit] };
  const edits = linesBeside(line).flatMap((other) => nameEdit(other, catalog) ?? []);
  if (edits.length > 1) yield { title: words.writeNames(edits.length), edits };
};

function isLine(node: unknown): node is Line {
  return ast.isLine(node) || ast.isExpenditureLine(node);
}

function linesBeside({ $container }: Line): Line[] {
  return AstUtils.streamContents($container as AstNode)
    .filter(isLine)
    .toArray();
}

function nameEdit(line: Line, catalog: Catalog): TextEdit | undefined {
  if (line.name !== undefined || !line.code) return undefined;
  const code = normalizeName(line.code);
  const entry = catalog.find(catalogKindOf(code), code);
  const end = GrammarUtils.findNodeForProperty(line.$cstNode, 'code')?.range.end;
  return entry && end && { range: { start: end, end }, newText: ` ${quotedIfNeeded(entry.name)}` };
}
