import {
  emptySchema,
  FactBase,
  levelOfCode,
  isMoneyUnit,
  reason,
  schemaChild,
  schemaOf,
  type Subject,
  blocks,
  defaultFund,
  total,
} from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { type LoweringContext, report } from './context.js';
import { settleDeclared } from './declared-none.js';
import { normalizeName } from './expressions.js';
import { stateFigures } from './figures.js';
import {
  lowerBody,
  lowerDetail,
  lowerItem,
  lowerLine,
  lowerMembers,
  lowerSuppression,
  ownerOf,
  placeWhole,
  reportFreeFigures,
  setText,
  wholeOf,
  type Place,
} from './items.js';
import { originOf, originOfProperty } from './origins.js';
import { lowerSeverityChange } from './rules.js';
import { lowerText } from './texts.js';
import { markUnread, markUnreadWhole } from './unread.js';

/** Lowers everything that a report says into its fact base. */
export function lowerReport(
  context: LoweringContext,
  base: FactBase,
  items: readonly ast.ReportItem[],
): void {
  markUnreadWhole(context, base, items, items[0]?.$cstNode?.root.fullText ?? '');
  for (const item of items) {
    const before = context.findings.length;
    const block = lowerReportItem(context, base, item);
    reportEmptyBlock(context, item);
    markUnread(context, base, item, block, context.findings.slice(before));
  }
  settleDeclared(context, base);
}

/**
 * 三公经费 { }: nothing follows from it, not even that there was nothing. Comments say what is still to come, and so does
 * what stands before the braces.
 */
function reportEmptyBlock(context: LoweringContext, item: ast.ReportItem): void {
  const { $type, $cstNode: node } = item;
  if (!emptyBlocks.has($type) || node === undefined || saysSomething(item)) return;
  const [, head] = /^([^"{｛}｝]*)[{｛]\s*[}｝]$/.exec(node.text) ?? [];
  if (head === undefined) return;
  const name = head.trim().replace(/\s+/g, ' ');
  const parameters = { name };
  const code = $type === 'Project' ? 'empty-project' : 'empty-block';
  report(context, 'Z001', 'information', originOf(context.uri, item), code, parameters);
}

function saysSomething(item: ast.ReportItem): boolean {
  const figures = 'figures' in item ? item.figures.length : 0;
  return figures > 0 || ('details' in item && item.details.length > 0);
}

const emptyBlocks: ReadonlySet<string> = new Set([
  'Income',
  'Expenditure',
  'EconomicExpenditure',
  'ThreePublic',
  'Project',
]);

/** Lowers one item; gives the block that it belongs to. */
function lowerReportItem(
  context: LoweringContext,
  base: FactBase,
  item: ast.ReportItem,
): Subject | undefined {
  switch (item.$type) {
    case 'Property':
      lowerProperty(context, base, item);
      return undefined;
    case 'Unit':
      return lowerUnit(context, base, item);
    case 'Income':
      return lowerIncome(context, base, item);
    case 'Expenditure':
      return lowerExpenditure(context, base, item);
    case 'EconomicExpenditure':
      return lowerEconomicExpenditure(context, base, item);
    case 'ThreePublic':
      return lowerThreePublic(context, base, item);
    case 'Declaration':
      return lowerDeclaration(context, base, item);
    case 'Project':
      return lowerProject(context, base, item);
    case 'Glossary':
      return lowerGlossary(context, base, item);
    case 'Elimination':
      return lowerElimination(context, base, item);
    case 'Suppression':
      lowerSuppression(context, item);
      return undefined;
    case 'SeverityChange':
      context.severityChanges.push(...lowerSeverityChange(context, item));
      return undefined;
    case 'StrayLine':
      return lowerStrayLine(context, base, item);
    case 'Item':
      lowerItem(context, rootPlace(base), item);
      return itemBlock(base, item);
    // Linked when the workspace is loaded.
    case 'TemplateUse':
    case 'Reference':
    case 'Rule':
    case 'Schema':
      return undefined;
  }
}

/** The block of an item; one that nobody knows may have been meant for any. */
function itemBlock(base: FactBase, { name, members }: ast.Item): Subject | undefined {
  if (!name) return undefined;
  const isKnown = schemaChild(base.schema, normalizeName(name)) !== undefined;
  return isKnown || members.length === 0 ? base.root.children.get(normalizeName(name)) : base.root;
}

function rootPlace(base: FactBase): Place {
  return { subject: base.root, schema: base.schema, lines: base.root };
}

/** A block of the report: its subject, and what the schema knows below it. */
function block(base: FactBase, ...path: string[]): Place {
  let subject: Subject = base.root;
  let schema = base.schema as Place['schema'];
  for (const name of path) {
    subject = subject.addChild(name);
    schema = schemaChild(schema, name);
  }
  return { subject, schema: schema ?? emptySchema('', true), lines: subject };
}

function lowerProperty(context: LoweringContext, base: FactBase, node: ast.Property): void {
  if (node.value === undefined) return;
  const origin = originOfProperty(context.uri, node, 'value');
  base.root.setAttribute(node.key, { value: normalizeName(node.value), origin });
}

function lowerUnit(context: LoweringContext, base: FactBase, node: ast.Unit): Subject | undefined {
  if (!node.name) return undefined;
  const place = block(base, blocks.units);
  const name = normalizeName(node.name);
  const origin = originOfProperty(context.uri, node, 'name');
  const money = name.replace(/^人民币/, '');
  if (isMoneyUnit(money)) {
    const meant = [`货币单位 ${money}`];
    report(
      context,
      'Z010',
      'error',
      originOf(context.uri, node),
      'money-unit-for-unit',
      { name: money },
      meant,
    );
    return undefined;
  }
  if (place.subject.children.get(name)?.origin) {
    report(context, 'D005', 'error', origin, 'duplicate-name', { name });
    return undefined;
  }
  const unit = place.subject.addChild(name);
  unit.origin = origin;
  if (node.kind)
    unit.setAttribute('类别', { value: node.kind, origin: originOfProperty(context.uri, node, 'kind') });
  lowerBody(context, { subject: unit, schema: undefined, lines: unit }, node);
  reportFreeFigures(context, unit, node.members);
  return unit;
}

function lowerIncome(context: LoweringContext, base: FactBase, node: ast.Income): Subject {
  const place = node.bySubject ? block(base, blocks.income, blocks.bySubject) : block(base, blocks.income);
  place.subject.origin ??= originOf(context.uri, node);
  lowerBlock(context, place, node);
  return place.subject;
}

/** A line outside of its block still counts, where the last block of lines left off. */
function lowerStrayLine(context: LoweringContext, base: FactBase, node: ast.StrayLine): Subject {
  report(context, 'Z006', 'error', originOf(context.uri, node), 'line-outside-block', {
    code: node.line?.code ?? '',
  });
  const name = node.line?.code?.startsWith('3')
    ? [blocks.basicExpenditure]
    : [blocks.expenditure, lastFund(base)];
  const { subject } = block(base, ...name);
  if (node.line) lowerLine(context, subject, undefined, node.line);
  return subject;
}

function lastFund(base: FactBase): string {
  const funds = [...(base.root.children.get(blocks.expenditure)?.children.values() ?? [])];
  return (
    funds.filter((fund) => [...fund.children.values()].some((line) => line.code)).at(-1)?.name ?? defaultFund
  );
}

/** 支出 { … } is the expenditure side of the whole; 支出 一般公共预算 { … } one fund. */
function lowerExpenditure(context: LoweringContext, base: FactBase, node: ast.Expenditure): Subject {
  const all = block(base, blocks.expenditure);
  if (!node.fund) {
    all.subject.origin ??= originOf(context.uri, node);
    lowerBlock(context, all, node);
    return all.subject;
  }
  const place = fundOfExpenditure(context, base, node, node.fund);
  place.subject.origin ??= originOfProperty(context.uri, node, 'fund');
  lowerBlock(context, place, node);
  return place.subject;
}

/** 支出 政府性基金; a fund that nobody knows is reported. */
function fundOfExpenditure(
  context: LoweringContext,
  base: FactBase,
  node: ast.Expenditure | ast.Declaration,
  written: string,
): Place {
  const { schema } = block(base, blocks.expenditure);
  const name = normalizeName(written);
  const fund = schemaChild(schema, name);
  if (!fund?.coded) {
    const origin = originOfProperty(context.uri, node, 'fund');
    const funds = [...(schema?.children.values() ?? [])].filter((child) => child.coded);
    report(
      context,
      'Z010',
      'error',
      origin,
      'unknown-fund',
      { name },
      funds.map((child) => child.name),
    );
  }
  return block(base, blocks.expenditure, fund?.name ?? name);
}

/** 基本支出 { 人员经费 … { 30101 … } }: lines of every item belong to the one block. */
function lowerEconomicExpenditure(
  context: LoweringContext,
  base: FactBase,
  node: ast.EconomicExpenditure,
): Subject | undefined {
  if (!node.kind) return undefined;
  const place = fundOfBlock(base, node.kind, node.fund);
  place.subject.origin ??= originOf(context.uri, node);
  lowerBlock(context, place, node);
  return place.subject;
}

/** 基本支出 政府性基金; without a fund, what comes from 一般公共预算. */
function fundOfBlock(base: FactBase, kind: string, fund: string | undefined): Place {
  const name = fund === undefined ? defaultFund : normalizeName(fund);
  const whole = block(base, kind);
  return name === defaultFund ? whole : block(base, kind, schemaChild(whole.schema, name)?.name ?? name);
}

function lowerThreePublic(context: LoweringContext, base: FactBase, node: ast.ThreePublic): Subject {
  const place = block(base, blocks.threePublic);
  place.subject.origin ??= originOf(context.uri, node);
  lowerBlock(context, place, node);
  return place.subject;
}

/** 三公经费 未发生: what the block comes to is what its total is. */
function lowerDeclaration(
  context: LoweringContext,
  base: FactBase,
  node: ast.Declaration,
): Subject | undefined {
  if (!node.block) return undefined;
  const place = declaredBlock(context, base, node);
  place.subject.origin ??= originOf(context.uri, node);
  lowerBlock(context, place, node);
  return place.subject;
}

function declaredBlock(context: LoweringContext, base: FactBase, node: ast.Declaration): Place {
  if (node.bySubject) return block(base, node.block, blocks.bySubject);
  if (!node.fund) return block(base, node.block);
  return node.block === blocks.expenditure
    ? fundOfExpenditure(context, base, node, node.fund)
    : fundOfBlock(base, node.block, node.fund);
}

/**
 * What is said of a block, before its braces or in them, is said of its 合计; of 收入 and of 支出 as a whole, of its
 * 总计.
 */
function lowerBlock(
  context: LoweringContext,
  block: Place,
  node: ast.Income | ast.Expenditure | ast.EconomicExpenditure | ast.ThreePublic | ast.Declaration,
): void {
  const place = { ...block, whole: wholeOf(block) ?? total };
  if (node.figures.length > 0) stateFigures(context, ownerOf(place), node.figures, undefined, 'open');
  for (const detail of node.details) lowerDetail(context, place, detail);
  placeWhole(place, originOf(context.uri, node));
  if ('members' in node) lowerMembers(context, place, node.members);
  placeWhole(place, originOf(context.uri, node));
}

function lowerProject(context: LoweringContext, base: FactBase, node: ast.Project): Subject | undefined {
  if (!node.name) return undefined;
  const projects = block(base, blocks.projects).subject;
  const name = normalizeName(node.name);
  const origin = originOfProperty(context.uri, node, 'name');
  if (projects.children.get(name)?.origin) {
    report(context, 'P008', 'error', origin, 'duplicate-project', { name });
    return undefined;
  }
  const project = projects.addChild(name);
  project.origin = origin;
  const place = { subject: project, schema: schemaOf(project), lines: project };
  for (const detail of node.details) lowerDetail(context, place, detail);
  lowerMembers(context, place, node.members);
  reportFreeFigures(context, project, node.members);
  return project;
}

/** Terms that the author adds, words otherwise, or leaves out (不列). */
function lowerGlossary(context: LoweringContext, base: FactBase, node: ast.Glossary): Subject {
  const glossary = block(base, blocks.glossary).subject;
  for (const term of node.terms) {
    const name = normalizeName(term.code ?? term.name ?? '');
    if (name === '') continue;
    // 不列 2210202 alone on its line is read as a name.
    const isCode = term.code !== undefined || (term.omitted && levelOfCode(name) !== undefined);
    const subject = glossary.addChild(name, isCode ? name : undefined);
    const origin = originOfProperty(context.uri, term, term.code === undefined ? 'name' : 'code');
    subject.origin ??= origin;
    if (term.name) subject.label = normalizeName(term.name);
    if (term.omitted) subject.setAttribute('不列', { value: '不列', origin });
    if (!term.text) continue;
    const text = lowerText(context, term.text);
    subject.setText('文字', text);
    context.texts.push(text);
  }
  return glossary;
}

/** Stated like a report of its own under the same head, whose sums are those of the blocks that it has. */
function lowerElimination(
  context: LoweringContext,
  base: FactBase,
  node: ast.Elimination,
): Subject | undefined {
  const eliminated = new FactBase({ ...base, origin: originOf(context.uri, node) });
  eliminated.rules = base.rules;
  eliminated.isElimination = true;
  base.eliminations.push(eliminated);
  if (node.reason) setText(context, eliminated.root, reason, lowerText(context, node.reason));
  for (const item of node.items) lowerReportItem(context, eliminated, item);
  return base.root;
}
