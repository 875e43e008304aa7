import { type Finding, isFixedRule } from '@fiscal/core';
import { ast, removalOf } from '@fiscal/language/editor';
import { CstUtils, GrammarUtils, type AstNode, type LangiumDocument } from 'langium';
import { enclosingBlocks } from '../completion/enclosing-block.js';
import { nodeAround } from '../syntax/leaf-at.js';
import { words } from '../words.zh.js';
import type { Fixer } from './fix.js';
import { lastInBlock } from './insert-line.js';

/** What the author has looked at and accepts is said so, with a reason, in the block where it is found. */
export const suppressionFixes: Fixer = function* (finding, { document }) {
  if (finding.rule === 'M002' || finding.rule === 'M006') yield* removal(finding, document);
  else if (finding.rule === 'M004') yield* otherRule(finding, document);
  else if (finding.rule === 'M001') yield* reason(finding, document);
  else if (isAcceptable(finding)) yield* acceptance(finding, document);
};

/** What cannot be read is mended, not accepted. */
function isAcceptable({ rule, severity }: Finding): boolean {
  return !isFixedRule(rule) && severity !== 'hint';
}

function* acceptance(finding: Finding, document: LangiumDocument) {
  const block = enclosingBlocks(
    document,
    document.textDocument.offsetAt(finding.origin.range.start) + 1,
  ).find(takesSuppressions);
  const edit = block && lastInBlock(block, document, [`忽略 ${finding.rule} "${words.writeReason}"`]);
  if (edit) yield { title: words.accept(finding.rule), edits: [edit], select: words.writeReason };
}

function takesSuppressions(block: AstNode): boolean {
  return (
    ast.isReport(block) ||
    ast.isIncome(block) ||
    ast.isExpenditure(block) ||
    ast.isEconomicExpenditure(block) ||
    ast.isThreePublic(block) ||
    ast.isProject(block) ||
    ast.isItem(block)
  );
}

/** Only where the author chooses it: neither “fix all” nor “auto fix” takes away what was said to an auditor. */
function* removal({ origin }: Finding, { textDocument }: LangiumDocument) {
  yield { title: words.removeSuppression, edits: [removalOf(origin, textDocument.getText())] };
}

/** The id of a rule that nobody knows becomes one that is near. */
function* otherRule({ origin, data }: Finding, document: LangiumDocument) {
  const rule = GrammarUtils.findNodeForProperty(suppressionAt(origin, document)?.$cstNode, 'rule');
  for (const suggestion of rule && data.kind === 'message' ? data.suggestions : [])
    yield {
      title: words.useName(suggestion),
      edits: [{ range: rule!.range, newText: suggestion }],
      preferred: true,
    };
}

function suppressionAt({ range }: Finding['origin'], document: LangiumDocument): ast.Suppression | undefined {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(range.start));
  return nodeAround(leaf, ast.isSuppression);
}

/** 忽略 I1303: the reason is still missing. */
function* reason({ origin }: Finding, document: LangiumDocument) {
  const node = suppressionAt(origin, document);
  const rule = GrammarUtils.findNodeForProperty(node?.$cstNode, 'rule');
  if (!rule || node?.reason?.$cstNode?.text.slice(1, -1) === words.writeReason) return;
  const place = node?.reason?.$cstNode?.range ?? { start: rule.range.end, end: rule.range.end };
  const newText = node?.reason ? `"${words.writeReason}"` : ` "${words.writeReason}"`;
  const edits = [{ range: place, newText }];
  yield { title: words.addReason, edits, preferred: true, select: words.writeReason };
}
