import { blocks, type Finding } from '@fiscal/core';
import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import { formatText } from '../format/format-text.js';
import * as ast from '../generated/ast.js';
import { parse } from '../parser.js';
import { syntaxFindings } from '../syntax/syntax-findings.js';
import { type Body, bodyOf, givesReason, isEmptied, isEntry, isLeftOut } from './body.js';
import { withDatedRemarks } from './dated-remarks.js';
import { Edits } from './edits.js';
import { LastYear } from './last-year.js';
import { rollBody } from './roll-body.js';

export interface RollForwardOptions {
  /**
   * Path from the new file to the old one. The new one then refers to it (引用 上年) for last year's figures and the
   * opening balances, and leaves out what follows from other figures; without it, it states them itself.
   */
  reference?: string | undefined;
}

/**
 * Next year's file: the year's own figures are left open, texts and comments stay, the old 决算 of every item is
 * last year's. What explains or accepts the old figures is kept as comments. The findings are the syntax errors of
 * the old file: what they are about stays as it is.
 */
export function rollForward(
  written: string,
  year: number,
  { reference }: RollForwardOptions = {},
): { text: string; findings: Finding[] } {
  const path = reference !== undefined && isQuotable(reference) ? reference : undefined;
  const text = withDatedRemarks(written, yearOf(written));
  const result = parse(text);
  const edits = new Edits(text);
  const reports = (result.value.elements ?? []).filter(ast.isReport);
  const known = new LastYear(
    text,
    reports.some(({ items }) => items.some(isUnitReference)),
    path !== undefined,
  );
  for (const report of reports) rollReport(report, year, known, edits);
  if (path !== undefined) for (const report of reports) refer(report, path, edits);
  return { text: formatText(edits.applied()), findings: syntaxFindings('', result) };
}

/** The year of the first report in a file. */
export function yearOf(text: string): number | undefined {
  const report = (parse(text).value.elements ?? []).find(ast.isReport);
  const year = Number(report?.year);
  return Number.isInteger(year) ? year : undefined;
}

function rollReport(report: ast.Report, year: number, known: LastYear, edits: Edits): void {
  edits.replace(GrammarUtils.findNodeForProperty(report.$cstNode, 'year'), String(year));
  for (const item of report.items)
    if (!(known.isReferredTo && isPriorReference(item))) rollNode(item, known, edits);
}

/** A path with a quotation mark or a line break in it cannot be written. */
function isQuotable(path: string): boolean {
  return !/["“”\r\n]/.test(path);
}

/** Where the old file referred to the one before it, or at the end of what its report says of itself. */
function refer(report: ast.Report, path: string, edits: Edits): void {
  const says = report.items.filter((item) => ast.isProperty(item) || ast.isTemplateUse(item));
  // A line behind one that goes would go with it.
  const head = says.filter((item) => !isOfOldYear(item));
  const old = report.items.find(isPriorReference);
  const line = `引用 上年 "${path}"`;
  if (old) edits.replace(old.$cstNode, line);
  else if (head.length > 0) edits.addLineBehind(head.at(-1)!.$cstNode, line);
  else edits.addLineBehind(GrammarUtils.findNodeForKeyword(report.$cstNode, '{'), line);
}

function rollNode(node: AstNode, known: LastYear, edits: Edits): void {
  // A block that was written stays: without it nobody would know that it had been thought of.
  const isBlock = ast.isReport(node.$container);
  const isLeft = isBlock ? !isOnlyOutdated(node) : !isEmptied(node, known.follows);
  if (ast.isSuppression(node) || isUnitReference(node) || isOfYear(node) || (!isLeft && givesReason(node))) {
    edits.removeWithRemark(node.$cstNode);
  } else if (!isLeft || isOfOldYear(node)) {
    edits.remove(node.$cstNode);
  } else {
    const body = bodyOf(node);
    if (!body) return;
    rollBody(body, known, edits);
    for (const member of body.others) rollNode(member, known, edits);
    const isOpen = body.figures.some((figure) => !known.follows(figure));
    if (isEntry(node) && (!isBlock || isOpen) && isInsideGone(body, known)) edits.remove(bracesOf(node));
  }
}

function isOnlyOutdated(node: AstNode): boolean {
  return bodyOf(node)?.others.length === 0 && isEmptied(node, () => false);
}

/** Nothing is left between the braces. */
function isInsideGone({ node, others }: Body, known: LastYear): boolean {
  const { members = [] } = node as Partial<ast.Item>;
  const inside = members.filter(ast.isDetail);
  return (
    inside.length + others.length > 0 &&
    inside.every((detail) => isLeftOut(detail, known.follows)) &&
    others.every((member) => isEmptied(member, known.follows))
  );
}

/** Those on one line: what goes is kept as a comment behind it. In several lines the comments stand between them. */
function bracesOf(node: AstNode): { offset: number; end: number } | undefined {
  const [open, close] = ['{', '}'].map((brace) => GrammarUtils.findNodeForKeyword(node.$cstNode, brace));
  const isOneLine = open?.range.start.line === close?.range.end.line;
  return open && close && isOneLine ? { offset: open.offset, end: close.end } : undefined;
}

/** What a text of a project is to bring about, not what came of it. */
const standing = /目标|依据|概况|内容|用途/;

/** 评价, 综述, 自评结果: what is written of 绩效 and of a project tells of the year's work; 职责 and 机构设置 do not. */
function isOfYear(node: AstNode): boolean {
  if (!ast.isItem(node) || !node.text || !node.name || standing.test(node.name)) return false;
  const around = AstUtils.getContainerOfType(node.$container, isPerformance);
  return around !== undefined;
}

function isPerformance(node: AstNode): node is AstNode {
  return ast.isProject(node) || (ast.isItem(node) && node.name === blocks.performance);
}

/** The files of subordinate units are of the old year too. */
function isUnitReference(node: AstNode): boolean {
  return ast.isReference(node) && node.kind === '单位';
}

/** What belongs to the old year alone: its date of publication, the report before it. */
function isOfOldYear(node: AstNode): boolean {
  return (ast.isProperty(node) && node.key === '公开时间') || isPriorReference(node);
}

function isPriorReference(node: AstNode): boolean {
  return ast.isReference(node) && node.kind === '上年';
}
