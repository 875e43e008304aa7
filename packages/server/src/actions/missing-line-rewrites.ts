import {
  Decimal,
  type FactBase,
  formatDeclared,
  linesOf,
  resolveFact,
  type Subject,
  ownFactOf,
  blocks,
  natureOfBlock,
} from '@fiscal/core';
import { ast, normalizeName, quotedIfNeeded } from '@fiscal/language/editor';
import { AstUtils, type LangiumDocument } from 'langium';
import { isKnown } from '../numbers.js';
import { nodeAround } from '../syntax/leaf-at.js';
import { words } from '../words.zh.js';
import type { FixContext } from './fix.js';
import { lastInBlock } from './insert-line.js';
import type { Rewriter } from './rewrites.js';

/** Lines that another place of the report speaks of: economic lines of 明细, the line of a project. */
export const missingLineRewrites: Rewriter = function* (leaf, context) {
  const [report] = context.examination.reports;
  if (!report) return;
  const block = nodeAround(leaf, ast.isEconomicExpenditure);
  if (block && !block.fund && leaf.astNode === block) yield* economicLines(block, report.base, context);
  const attribute = nodeAround(leaf, ast.isAttribute);
  if (attribute?.attribute === '科目') yield* projectLine(attribute, report.base, context);
};

/** 基本支出 without lines that 明细 基本 of functional lines has. */
function* economicLines(block: ast.EconomicExpenditure, base: FactBase, { document }: FixContext) {
  const nature = natureOfBlock(block.kind)!;
  const own = base.root.children.get(block.kind);
  const missing = [...detailSums(base, nature)].filter(([code]) => !own?.children.get(code)?.origin);
  const lines = missing.map(([code, sum]) => lineText(base, code, sum, ''));
  const edit = lastInBlock(block, document, lines);
  if (edit) yield { title: words.addLines(lines.length), edits: [edit] };
}

/** What 明细 says of each economic code, all functional lines together; undefined when one of them is open. */
function detailSums(base: FactBase, nature: string): Map<string, Decimal | undefined> {
  const sums = new Map<string, Decimal | undefined>();
  for (const fund of base.root.children.get(blocks.expenditure)?.children.values() ?? [])
    for (const line of fund.children.values())
      for (const detail of writtenLines(line.children.get(blocks.detail)?.children.get(nature))) {
        const { value } = resolveFact(ownFactOf(detail));
        const before = sums.has(detail.name) ? sums.get(detail.name) : new Decimal(0);
        sums.set(detail.name, value && before?.plus(value));
      }
  return new Map([...sums].sort());
}

function writtenLines(container: Subject | undefined): Subject[] {
  return container ? (linesOf(container)?.all ?? []).filter(({ origin }) => origin !== undefined) : [];
}

/** 科目 2012604 of a project, which 支出 does not list. */
function* projectLine(attribute: ast.Attribute, base: FactBase, { document }: FixContext) {
  const code = normalizeName(attribute.code ?? '');
  const project = AstUtils.getContainerOfType(attribute, ast.isProject);
  const block = expenditureBlock(document);
  const funds = [...(base.root.children.get(blocks.expenditure)?.children.values() ?? [])];
  if (!/^\d{7}$/.test(code) || !project || !block || funds.some(({ children }) => children.get(code)?.origin))
    return;
  const executed = base.root.children
    .get(blocks.projects)
    ?.children.get(normalizeName(project.name))
    ?.facts.get('执行');
  const value = executed && resolveFact(executed);
  const line = lineText(base, code, value && isKnown(value) ? value.value : undefined, '项目 ');
  const edit = lastInBlock(block, document, [line]);
  if (edit) yield { title: words.addLine(line), edits: [edit] };
}

function expenditureBlock({ parseResult }: LangiumDocument): ast.Expenditure | undefined {
  const reports = ((parseResult.value as ast.File).elements ?? []).filter(ast.isReport);
  return reports
    .flatMap(({ items }) => items)
    .find((item) => ast.isExpenditure(item) && item.fund !== undefined) as ast.Expenditure | undefined;
}

/** 30101 基本工资  120.00 */
function lineText(
  { catalog, decimals }: FactBase,
  code: string,
  value: Decimal | undefined,
  measure: string,
): string {
  const entry = catalog.find(code.startsWith('3') ? 'economic' : 'functional', code);
  const name = entry ? ` ${quotedIfNeeded(entry.name)}` : '';
  return `${code}${name}  ${measure}${value ? formatDeclared(value, decimals) : '未填'}`;
}
