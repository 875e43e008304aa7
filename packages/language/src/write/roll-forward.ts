import type { Finding } from '@fiscal/core';
import { type AstNode, GrammarUtils } from 'langium';
import { formatText } from '../format/format-text.js';
import * as ast from '../generated/ast.js';
import { parse } from '../parser.js';
import { syntaxFindings } from '../syntax/syntax-findings.js';
import { bodyOf, givesReason, isEmptied } from './body.js';
import { Edits } from './edits.js';
import { LastYear } from './last-year.js';
import { rollBody } from './roll-body.js';

/**
 * Next year's file: the old 决算 of every item becomes 上年, the year's own figures are left open, texts and
 * comments stay. What explains or accepts the old figures is kept as comments. The findings are the syntax
 * errors of the old file: what they are about stays as it is.
 */
export function rollForward(text: string, year: number): { text: string; findings: Finding[] } {
  const result = parse(text);
  const edits = new Edits(text);
  const reports = (result.value.elements ?? []).filter(ast.isReport);
  const known = new LastYear(
    text,
    reports.some(({ items }) => items.some(isUnitReference)),
  );
  for (const report of reports) rollReport(report, year, known, edits);
  return { text: formatText(edits.applied()), findings: syntaxFindings('', result) };
}

function rollReport(report: ast.Report, year: number, known: LastYear, edits: Edits): void {
  edits.replace(GrammarUtils.findNodeForProperty(report.$cstNode, 'year'), String(year));
  for (const item of report.items) rollNode(item, known, edits);
}

function rollNode(node: AstNode, known: LastYear, edits: Edits): void {
  const isLeft = !isEmptied(node);
  if (ast.isSuppression(node) || isUnitReference(node) || (!isLeft && givesReason(node))) {
    edits.removeWithRemark(node.$cstNode);
  } else if (!isLeft || isOfOldYear(node)) {
    edits.remove(node.$cstNode);
  } else {
    const body = bodyOf(node);
    if (!body) return;
    rollBody(body, known, edits);
    for (const member of body.others) rollNode(member, known, edits);
  }
}

/** The files of subordinate units are of the old year too. */
function isUnitReference(node: AstNode): boolean {
  return ast.isReference(node) && node.kind === '单位';
}

/** What belongs to the old year alone: its date of publication, the report before it. */
function isOfOldYear(node: AstNode): boolean {
  return (ast.isProperty(node) && node.key === '公开时间') || (ast.isReference(node) && node.kind === '上年');
}
