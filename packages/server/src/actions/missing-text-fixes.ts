import { type FactBase, pathNames, type Subject, total } from '@fiscal/core';
import type { ast } from '@fiscal/language/editor';
import { type AstNode, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { Position, TextEdit } from 'vscode-languageserver';
import { nodeAround } from '../syntax/leaf-at.js';
import { words } from '../words.zh.js';
import type { FixContext, Fixer } from './fix.js';
import { lastInBlock } from './insert-line.js';

/**
 * A text that a rule asks for: behind the figures of its item, behind the head of a block for the total that the block
 * has no line for, or else in a line of its own.
 */
export const missingTextFixes: Fixer = function* ({ data, origin }, context) {
  const path = data.kind === 'condition' ? data.missingText : undefined;
  if (path === undefined) return;
  const names = pathNames(path);
  const name = names.at(-1)!;
  const detail = `${name} "${words.writeText(name)}"`;
  const report = context.examination.reports.find(({ base }) => base.origin.uri === origin.uri);
  const edit = report && editFor(names.slice(0, -1), detail, report.base, context);
  if (edit)
    yield { title: words.addText(name), edits: [edit], preferred: true, select: words.writeText(name) };
};

function editFor(
  names: readonly string[],
  detail: string,
  base: FactBase,
  { document }: FixContext,
): TextEdit | undefined {
  const item = nodeOf(base.find(names), document);
  if (item) return hasDetails(item) ? behindDetails(item, detail) : undefined;
  const block = nodeOf(base.find(names.slice(0, -1)), document);
  if (!block) return undefined;
  if (names.at(-1) === total && hasDetails(block)) return behindDetails(block, detail);
  return lastInBlock(block, document, [`${names.at(-1)}  ${detail}`]);
}

/** The item or block whose name stands where a subject was written. */
function nodeOf(subject: Subject | undefined, document: LangiumDocument): AstNode | undefined {
  const { uri, range } = subject?.origin ?? {};
  return uri === document.uri.toString() && range ? nodeAt(range.start, document) : undefined;
}

function nodeAt(start: Position, { parseResult, textDocument }: LangiumDocument): AstNode | undefined {
  const root = parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, textDocument.offsetAt(start));
  return nodeAround(leaf, (node): node is AstNode => hasDetails(node) || hasMembers(node));
}

function behindDetails({ $cstNode, figures, details }: WithDetails, detail: string): TextEdit | undefined {
  const brace = GrammarUtils.findNodeForKeyword($cstNode, '{');
  const head =
    $cstNode && [...CstUtils.flattenCst($cstNode)].filter(({ end }) => !brace || end <= brace.offset);
  const last = [...figures, ...details].at(-1)?.$cstNode ?? head?.findLast(({ hidden }) => !hidden);
  return last && { range: { start: last.range.end, end: last.range.end }, newText: ` ${detail}` };
}

type WithDetails = AstNode & { figures: ast.Figure[]; details: ast.Detail[] };

function hasDetails(node: unknown): node is WithDetails {
  return isObject(node) && 'figures' in node && 'details' in node;
}

function hasMembers(node: unknown): boolean {
  return isObject(node) && 'members' in node;
}

function isObject(node: unknown): node is object {
  return typeof node === 'object' && node !== null;
}
