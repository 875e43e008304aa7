import { type FactBase, funds, operating, personnel, type Subject } from '@fiscal/core';
import { ast, normalizeName } from '@fiscal/language/editor';
import { type AstNode, AstUtils } from 'langium';
import type { Surroundings } from './subject-ranks.js';

/** What the line of a classification that is being typed stands among, in its block and in the report. */
export function surroundingsOf(blocks: readonly AstNode[], line: number, base: FactBase): Surroundings {
  const list = blocks.find(isListOfCodes);
  const codes = list ? [...codesIn(list, line)] : [];
  const inBlock = new Set(codes.map(({ code }) => code));
  const elsewhere = new Set([
    ...writtenCodes(base.root),
    ...(base.prior ? writtenCodes(base.prior.root) : []),
  ]);
  for (const code of inBlock) elsewhere.delete(code);
  return {
    department: base.name,
    inBlock,
    elsewhere,
    above: codes.findLast((code) => code.line < line)?.code,
    ...(list && fundOf(list)),
    ...groupOf(blocks),
  };
}

/** A block whose lines each have a code of their own. */
function isListOfCodes(block: AstNode): boolean {
  return (
    ast.isEconomicDetail(block) ||
    ast.isExpenditure(block) ||
    ast.isEconomicExpenditure(block) ||
    ast.isGlossary(block) ||
    (ast.isIncome(block) && block.bySubject)
  );
}

interface CodeOfLine {
  code: string;
  line: number;
}

/** The codes of a block, those of other blocks in it left out; the line that is being typed is not there yet. */
function* codesIn(block: AstNode, typed: number): Generator<CodeOfLine> {
  for (const node of AstUtils.streamContents(block)) {
    if (!ast.isEconomicDetail(node)) yield* codesIn(node, typed);
    const line = node.$cstNode?.range.start.line;
    if (!('code' in node) || typeof node.code !== 'string' || line === undefined || line === typed) continue;
    yield { code: node.code, line };
  }
}

function* writtenCodes({ code, origin, children }: Subject): Generator<string> {
  if (code && origin) yield code;
  for (const child of children.values()) yield* writtenCodes(child);
}

function fundOf(list: AstNode): Pick<Surroundings, 'fund'> {
  if (!ast.isExpenditure(list)) return {};
  const fund = list.fund && normalizeName(list.fund);
  // Other money is spent on the subjects of the general budget.
  return fund ? { fund: fund === funds.other ? funds.generalBudget : fund } : {};
}

/** 人员经费 { … }, 公用经费 { … } */
function groupOf(blocks: readonly AstNode[]): Pick<Surroundings, 'group'> {
  const names = blocks.filter(ast.isItem).map(({ name }) => name as string | undefined);
  const group = names.find((name) => name === personnel || name === operating);
  return group === undefined ? {} : { group };
}
