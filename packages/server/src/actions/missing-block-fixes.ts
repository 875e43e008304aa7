import { comparePositions } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import type { LangiumDocument } from 'langium';
import type { Position } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import type { Fix, FixContext, Fixer } from './fix.js';
import { lastInBlock } from './insert-line.js';

/** D012: what the report does not have is added at its end, left open; or all of it is said not to have happened. */
export const missingBlockFixes: Fixer = function* ({ rule, data, origin }, context) {
  if (rule !== 'D012' || data.kind !== 'message') return;
  // 机关运行经费（信息中心） has to be written in the report of that unit.
  const names = (data.parameters['names'] ?? '').split('、').filter((name) => !name.includes('（'));
  const report = reportAt(context.document, origin.range.start);
  const adding = (title: string, lines: string[]): Fix[] => {
    const edit = report && lastInBlock(report, context.document, lines);
    return edit ? [{ title, edits: [edit] }] : [];
  };
  const line = (name: string) =>
    isText(name, context) ? `${name} "${words.writeText(name)}"` : `${name} 未填`;
  const figures = names.filter((name) => !isText(name, context));
  if (names.length > 1) yield* adding(words.addBlocks(names.length), names.map(line));
  for (const name of names) yield* adding(words.addBlock(name), [line(name)]);
  if (figures.length > 0)
    yield* adding(
      words.denyBlocks(figures.length),
      figures.map((name) => `${name} 未发生`),
    );
};

function reportAt({ parseResult }: LangiumDocument, position: Position): ast.Report | undefined {
  const reports = ((parseResult.value as ast.File).elements ?? []).filter(ast.isReport);
  return reports.findLast(
    ({ $cstNode }) => $cstNode && comparePositions($cstNode.range.start, position) <= 0,
  );
}

function isText(name: string, { examination: { reports } }: FixContext): boolean {
  return reports.some(({ base }) => base.schema.children.get(name)?.text);
}
