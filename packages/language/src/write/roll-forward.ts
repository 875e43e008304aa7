import { Decimal, type Finding, formatPlain, parseFigure } from '@fiscal/core';
import { type AstNode, AstUtils, type CstNode, GrammarUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { parse } from '../parser.js';
import { syntaxFindings } from '../syntax/syntax-findings.js';

interface Edit {
  offset: number;
  end: number;
  text: string;
}

type Body = { $type: string; figures: ast.Figure[]; details: ast.Detail[] } & AstNode;

const natures = new Set(['基本', '项目', '上缴上级', '经营', '对附属单位补助']);
const unfilled = '未填';

/**
 * Next year's file: the year's figures become 上年 and are left open, texts and comments are kept.
 * A file with syntax errors is not rolled forward: what could not be read would be lost.
 */
export function rollForward(text: string, year: number): { text: string; findings: Finding[] } {
  const result = parse(text);
  const findings = syntaxFindings('', result);
  if (findings.length > 0) return { text, findings };
  const edits: Edit[] = [];
  for (const element of result.value.elements) {
    if (ast.isReport(element)) addReportEdits(text, element, year, edits);
  }
  return { text: applyEdits(text, edits), findings: [] };
}

function addReportEdits(text: string, report: ast.Report, year: number, edits: Edit[]): void {
  replace(edits, GrammarUtils.findNodeForProperty(report.$cstNode, 'year'), String(year));
  for (const item of report.items) if (isOutdated(item)) remove(text, edits, item.$cstNode);
  for (const node of AstUtils.streamAllContents(report)) {
    if ('figures' in node && 'details' in node) addBodyEdits(node as Body, edits);
    else if (ast.isDetail(node) && ast.isProject(node.$container)) empty(node, edits);
  }
}

/** What belongs to the old year alone: its date of publication, the report before it. */
function isOutdated(item: ast.ReportItem): boolean {
  return (ast.isProperty(item) && item.key === '公开时间') || (ast.isReference(item) && item.kind === '上年');
}

function addBodyEdits(body: Body, edits: Edit[]): void {
  const lastYear = body.details.find((detail) => ast.isMeasure(detail) && detail.measure === '上年');
  const total = yearTotal(body);
  if (ast.isIndicator(body)) return body.details.forEach((detail) => empty(detail, edits));
  for (const figure of body.figures) emptyFigure(figure, body.figures.length > 1, edits);
  for (const detail of body.details) if (detail !== lastYear) empty(detail, edits);
  if (total === undefined) return;
  if (lastYear && ast.isMeasure(lastYear)) replace(edits, lastYear.figure?.$cstNode, total);
  else insertLastYear(body, total, edits);
}

/** The bare money figure, or the sum of the natures when only they are given. */
function yearTotal(body: Body): string | undefined {
  const bare = body.figures.find((figure) => !figure.state && isMoney(figure.unit));
  if (bare) return bare.$cstNode?.text.trim();
  const parts = body.details.filter(
    (detail): detail is ast.Measure => ast.isMeasure(detail) && natures.has(detail.measure),
  );
  if (parts.length === 0) return undefined;
  const values = parts.map((part) => part.figure?.number && parseFigure(part.figure.number));
  if (values.some((value) => !value)) return undefined;
  return formatPlain((values as Decimal[]).reduce((sum, value) => sum.plus(value), new Decimal(0)));
}

function isMoney(unit: string | undefined): boolean {
  return unit === undefined || unit.endsWith('元');
}

function insertLastYear(body: Body, total: string, edits: Edit[]): void {
  const last = [...body.figures, ...body.details.filter(ast.isMeasure)].at(-1)?.$cstNode;
  if (last && body.figures.every((figure) => !figure.state))
    edits.push({ offset: last.end, end: last.end, text: `  上年 ${total}` });
}

function empty(detail: ast.Detail, edits: Edit[]): void {
  if (ast.isMeasure(detail) && detail.measure === '编制') return;
  if ('figure' in detail && detail.figure) replace(edits, detail.figure.$cstNode, unfilled);
}

/** 21 批次 becomes 批次 未填; another count beside the money is left out: 未填 has no unit. */
function emptyFigure(figure: ast.Figure, isOneOfSeveral: boolean, edits: Edit[]): void {
  const { unit } = figure;
  if (unit === '批次' || unit === '人次') replace(edits, figure.$cstNode, `${unit} ${unfilled}`);
  else replace(edits, figure.$cstNode, isOneOfSeveral && !isMoney(unit) ? '' : unfilled);
}

function replace(edits: Edit[], node: CstNode | undefined, text: string): void {
  if (node) edits.push({ offset: node.offset, end: node.end, text });
}

/** Takes out a whole line when nothing else stands on it. */
function remove(text: string, edits: Edit[], node: CstNode | undefined): void {
  if (!node) return;
  const lineStart = text.lastIndexOf('\n', node.offset - 1) + 1;
  const lineEnd = text.indexOf('\n', node.end);
  const alone =
    text.slice(lineStart, node.offset).trim() === '' && /^\s*$/.test(text.slice(node.end, lineEnd));
  if (alone && lineEnd >= 0) edits.push({ offset: lineStart, end: lineEnd + 1, text: '' });
  else edits.push({ offset: node.offset, end: node.end, text: '' });
}

function applyEdits(text: string, edits: Edit[]): string {
  edits.sort((a, b) => a.offset - b.offset || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of edits) {
    if (edit.offset < at) continue;
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
