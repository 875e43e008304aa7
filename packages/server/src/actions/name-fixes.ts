import type { Finding } from '@fiscal/core';
import { ast, quotedIfNeeded } from '@fiscal/language/editor';
import { CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { Position, Range } from 'vscode-languageserver';
import { nodeAround } from '../syntax/leaf-at.js';
import { words } from '../words.zh.js';
import type { Fixer } from './fix.js';

/** Codes and names that are wrong take the official ones, or one of those that are near. */
export const nameFixes: Fixer = function* ({ rule, data, origin }, { document }) {
  if (data.kind === 'name') {
    const { official, confirmed } = data;
    const newText = rule === 'C013' ? official : quotedIfNeeded(official);
    const edits = [{ range: origin.range, newText }];
    yield { title: words.useName(official), edits, preferred: true, safe: confirmed };
  }
  if (data.kind === 'code')
    for (const [index, suggestion] of data.suggestions.entries()) {
      const edits = [{ range: codeRange(document, origin.range.start) ?? origin.range, newText: suggestion }];
      yield { title: words.useName(suggestion), edits, preferred: index === 0 };
    }
  if (data.kind === 'message' && replaceable.has(rule) && !asTheyAre.has(data.code))
    for (const [index, suggestion] of data.suggestions.entries()) {
      const edits = [{ range: origin.range, newText: quotedIfNeeded(suggestion) }];
      yield { title: words.useName(suggestion), edits, preferred: index === 0 };
    }
};

/** Words that stand in no quotes: `slipFixes` puts them there. */
const asTheyAre: ReadonlySet<string> = new Set(['missing-blank', 'money-unit-for-unit']);

/** Rules whose place is the name that somebody mistyped. */
const replaceable: ReadonlySet<Finding['rule']> = new Set(['Z010', 'Z011', 'Z012', 'Z017', 'Z021', 'Z022']);

/** A code and the name behind it. */
function codeRange(document: LangiumDocument, start: Position): Range | undefined {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(start));
  const line = nodeAround(leaf, isLine);
  const code = GrammarUtils.findNodeForProperty(line?.$cstNode, 'code');
  const name = GrammarUtils.findNodeForProperty(line?.$cstNode, 'name');
  return code && { start: code.range.start, end: (name ?? code).range.end };
}

function isLine(node: unknown): node is ast.Line | ast.ExpenditureLine {
  return ast.isLine(node) || ast.isExpenditureLine(node);
}
