import { asPrinted, convert, type Finding, formatPlain, isCut, isMoneyUnit, parseFigure } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import { CstUtils } from 'langium';
import type { Range } from 'vscode-languageserver';
import { nodeAround } from '../syntax/leaf-at.js';
import { words } from '../words.zh.js';
import { figureNodeAt } from './figure-edit.js';
import type { Fix, FixContext, Fixer } from './fix.js';

/** What was left out or written in a way that cannot be read: quotes, figures, units, braces. */
export const writingFixes: Fixer = function* (finding, context) {
  if (finding.data.kind !== 'message') return;
  const { code } = finding.data;
  const { range } = finding.origin;
  if (code === 'missing-figure') yield insertBehind(range, ' 未填', words.leaveOpen, { preferred: true });
  if (code === 'unclosed-string')
    yield insertBehind(wordAt(range, context) ?? range, '"', words.closeString, { preferred: true });
  if (code === 'keyword-for-name') yield quoted(finding, range);
  if (code === 'superfluous-brace')
    yield { title: words.removeBrace, edits: [{ range, newText: '' }], preferred: true };
  if (code === 'wrong-unit' || code === 'count-for-amount') yield* unitFixes(finding, context);
  if (code === 'wrong-units') yield* unitsFixes(finding, context);
  if (code === 'excess-decimals') yield* decimalFixes(finding, context);
};

/** The whole text that begins where the finding is told. */
function wordAt({ start }: Range, { document }: FixContext): Range | undefined {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(start));
  return (nodeAround(leaf, ast.isText)?.$cstNode ?? leaf)?.range;
}

function quoted({ data }: Finding, range: Range): Fix {
  const found = data.kind === 'message' ? data.parameters['found'] : '';
  return { title: words.quoteName, edits: [{ range, newText: `"${found}"` }], preferred: true };
}

function insertBehind({ end }: Range, newText: string, title: string, more: Partial<Fix>): Fix {
  return { title, edits: [{ range: { start: end, end }, newText }], ...more };
}

/** 12.00万园: the unit that belongs there. */
const unitFixes: Fixer = function* ({ origin, data }, { document }) {
  const node = figureNodeAt(document, origin.range.start);
  const expected = data.kind === 'message' ? (data.parameters['expected'] ?? '') : '';
  const unit = node?.$cstNode && [...CstUtils.flattenCst(node.$cstNode)].at(-1);
  if (!unit || node.unit === undefined || expected === '') return;
  yield {
    title: words.useUnit(expected),
    edits: [{ range: unit.range, newText: expected }],
    preferred: true,
  };
};

/** 3批 18人: the units that belong there, one for each figure of the line that has one of the wrong ones. */
const unitsFixes: Fixer = function* ({ origin, data }, { document }) {
  const node = figureNodeAt(document, origin.range.start);
  const item = node?.$container;
  if (!item || data.kind !== 'message' || !('figures' in item)) return;
  const named = (list = '') => [...list.matchAll(/「(.*?)」/g)].map(([, word]) => word!);
  const { units, expected } = data.parameters;
  const [wrong, right] = [named(units), named(expected)];
  const edits = (item.figures as readonly ast.Figure[]).flatMap(({ unit, $cstNode }) => {
    const at = unit === undefined ? -1 : wrong.indexOf(unit);
    const word = at >= 0 && $cstNode ? [...CstUtils.flattenCst($cstNode)].at(-1) : undefined;
    return word ? [{ range: word.range, newText: right[at]! }] : [];
  });
  yield { title: words.useUnit(right.join('、')), edits, preferred: true };
};

/** 12.345 万元 is written in full as 123450 元, or rounded. */
const decimalFixes: Fixer = function* ({ origin }, { document, examination }) {
  const node = figureNodeAt(document, origin.range.start);
  const fact = examination.places.figureAt(origin.range.start)?.fact;
  const value = parseFigure(node?.number ?? '');
  if (!node?.$cstNode || !fact || !value || node.unit !== undefined) return;
  const { range } = node.$cstNode;
  const signed = node.negative ? value.neg() : value;
  const exact = isMoneyUnit(fact.unit) ? convert(signed, fact.unit, '元') : undefined;
  if (exact && exact.decimalPlaces() <= 2) {
    const text = `${formatPlain(exact)} 元`;
    yield { title: words.writeAs(text), edits: [{ range, newText: text }], preferred: true };
  }
  const printed = asPrinted(signed, fact).toFixed(fact.decimals);
  const mend = isCut(fact.subject.base, fact.unit) ? words.cutTo : words.roundTo;
  yield { title: mend(printed), edits: [{ range, newText: printed }] };
};
