import {
  finalAccounts,
  incomeSources,
  isMoneyUnit,
  isUnitOfItself,
  lastYear as lastYearMeasure,
  measureEntry,
  natures,
} from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { type Body, isOutdated, isReason } from './body.js';
import type { Edits } from './edits.js';
import { type LastYear, unfilled } from './last-year.js';
import { closingOf, isOpening, openingBefore } from './opening.js';

const parts = new Set([...natures, ...incomeSources]);

/** The year's figures of a body become 上年 and are left open; what speaks of the old year alone goes. */
export function rollBody(body: Body, known: LastYear, edits: Edits): void {
  const old = body.details.filter((detail) => ast.isMeasure(detail) && detail.measure === lastYearMeasure);
  const total = known.isReferredTo ? undefined : totalOf(body, old.length > 0, known);
  const added = old.length === 0 && total !== undefined ? `  ${lastYearMeasure} ${total}` : '';
  const anchor = anchorOf(body);
  rollFigures(body, anchor ? '' : added, known, edits);
  for (const detail of body.details) {
    if (detail === old[0] && total !== undefined) replaceFigure(detail, total, edits);
    else if (old.includes(detail) || isFollowing(detail, known)) edits.remove(detail.$cstNode);
    else rollDetail(detail, body, detail === anchor ? added : '', known, edits);
  }
}

function isFollowing(detail: ast.Detail, known: LastYear): boolean {
  return ast.isMeasure(detail) && known.follows(detail.figure);
}

// ---- what was last year's

/** The old 决算 as it was typed, or what the parts add up to; undefined when there is nothing to say. */
function totalOf(body: Body, hasOld: boolean, known: LastYear): string | undefined {
  const own = ownFigure(body, known);
  if (own) return known.undeclaredUnit(own) ? undefined : own.$cstNode?.text.trim();
  const measures = body.details.filter(ast.isMeasure);
  const part = measures.find(({ measure }) => parts.has(measure) || measure === lastYearMeasure);
  const decimals = Math.max(0, ...measures.map(({ figure }) => decimalsOf(figure)));
  const derived = part?.figure && known.derivedTotal(part.figure, decimals);
  return derived ?? (hasOld ? unfilled : undefined);
}

function ownFigure({ figures, details }: Body, known: LastYear): ast.Figure | undefined {
  const stated = details.find((detail) => ast.isMeasure(detail) && detail.measure === finalAccounts);
  return (
    figures.find((figure) => isOwn(figure, known)) ??
    (stated && ast.isMeasure(stated) ? stated.figure : undefined)
  );
}

/** The figure of the item itself, not one of the counts beside it. */
function isOwn(figure: ast.Figure, known: LastYear): boolean {
  const fact = known.factOf(figure);
  if (fact) return fact.measure === finalAccounts;
  return figure.unit === undefined || isMoneyUnit(figure.unit);
}

/** Digits after the point, as typed in the report's own unit. */
function decimalsOf(figure: ast.Figure | undefined): number {
  if (!figure?.number || figure.unit) return 0;
  return figure.number.split(/[.．]/)[1]?.length ?? 0;
}

/** Behind which measure 上年 is put: the last of those on the item's line, or of what it was added up from. */
function anchorOf({ node, details }: Body): ast.Detail | undefined {
  const onLine = (node as Partial<ast.Item>).details ?? [];
  const end = onLine.findIndex((detail) => !ast.isMeasure(detail));
  const measures = onLine.slice(0, end < 0 ? onLine.length : end).filter((detail) => !isOutdated(detail));
  return measures.at(-1) ?? details.findLast((detail) => ast.isMeasure(detail) && isPart(detail));
}

function isPart({ measure }: ast.Measure): boolean {
  return parts.has(measure) || measure === finalAccounts;
}

// ---- what is left open

/** All bare figures at once, since the one without a unit may stand anywhere among the others. */
function rollFigures({ figures }: Body, added: string, known: LastYear, edits: Edits): void {
  const [first, ...others] = figures;
  if (!first) return;
  const own = figures.find((figure) => isOwn(figure, known));
  const counts = figures.filter((figure) => figure !== own);
  const named = counts.flatMap(({ unit }) => (unit && isUnitOfItself(unit) ? [`${unit} ${unfilled}`] : []));
  const open = own && !known.follows(own) ? [openingText(own, known)] : [];
  // Bare, the name would take a quoted name behind it for its text.
  const left = [...open, ...named].join('  ') || (own && known.follows(own) ? '' : unfilled);
  edits.replace(first.$cstNode, left + added);
  for (const figure of others) edits.remove(figure.$cstNode);
  const told = counts.filter(({ unit }) => !unit || !isUnitOfItself(unit));
  for (const figure of told) edits.remark(figure.$cstNode);
  if (own && known.undeclaredUnit(own)) edits.remark(own.$cstNode, '（填写时带单位）');
}

/** An opening balance is last year's closing one, when that was stated; anything else is left open. */
function openingText(figure: ast.Figure, known: LastYear): string {
  const fact = known.factOf(figure);
  return known.typed(fact && closingOf(fact)) ?? unfilled;
}

function rollDetail(detail: ast.Detail, body: Body, added: string, known: LastYear, edits: Edits): void {
  if (isReason(detail) && isOutdated(detail)) edits.removeWithRemark(detail.$cstNode);
  else if (isOutdated(detail)) edits.remove(detail.$cstNode);
  else if (ast.isTarget(detail)) rollTarget(detail, edits);
  else if (ast.isMoneySource(detail)) replaceFigure(detail, unfilled, edits);
  else if (ast.isMeasure(detail)) edits.replace(detail.$cstNode, measureText(detail, body, known) + added);
}

function measureText(node: ast.Measure, { details }: Body, known: LastYear): string {
  const { measure, figure } = node;
  if (measureEntry(measure)?.kept) return node.$cstNode?.text ?? '';
  if (figure && isOpening(measure)) return `${measure} ${openingText(figure, known)}`;
  const opening = openingBefore(measure);
  const isStated = details.some((detail) => ast.isMeasure(detail) && detail.measure === opening);
  if (!figure || !opening || isStated || known.isReferredTo) return `${measure} ${unfilled}`;
  return `${opening} ${figure.$cstNode?.text ?? unfilled}  ${measure} ${unfilled}`;
}

/** 目标 holds until a new one is set; 完成 is open again. */
function rollTarget(detail: ast.Target, edits: Edits): void {
  if (detail.measure === '完成') edits.replace((detail.figure ?? detail.text)?.$cstNode, unfilled);
}

function replaceFigure(detail: ast.Detail, text: string, edits: Edits): void {
  if ('figure' in detail) edits.replace(detail.figure?.$cstNode, text);
}
