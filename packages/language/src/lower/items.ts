import {
  codesMeant,
  comparePositions,
  isFixedRule,
  isLikeMeasure,
  isNameOf,
  isPlaceholder,
  kindOfCode,
  levelOfCode,
  measureNamed,
  nearestNames,
  type FactBase,
  type Origin,
  type RichText,
  type SchemaItem,
  schemaChild,
  schemaOf,
  type Subject,
  basicNature,
  blocks,
  codesOfBlock,
  finalAccounts,
  grandTotal,
  projectNature,
  attributes,
  measures,
  stateWords,
  total,
  wordsOf,
} from '@fiscal/core';
import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { signOf } from '../lexer/signs.js';
import { isMeantForTemplates } from '../syntax/near-keywords.js';
import { type LoweringContext, report } from './context.js';
import { normalizeName } from './expressions.js';
import { canonicalUnit, type Known, stateFigure, stateFigures, unitOfFreeItem } from './figures.js';
import { originOf, originOfProperty } from './origins.js';
import { siblingsOf } from './siblings.js';
import { isoDate } from './iso-date.js';
import { reportOtherBlock } from './home-blocks.js';
import { isOfProjectAlone, splitDetails, wordOf } from './own-details.js';
import { lowerText, plainText } from './texts.js';

/** Where items are lowered to: a subject, and what the schema knows below it. */
export interface Place {
  subject: Subject;
  schema: SchemaItem | undefined;
  /** Where lines with a code go: the nearest block that is a container of lines. */
  lines: Subject;
  /** What is said of the place as a whole belongs to a child of that name: 合计, 总计. */
  whole?: string | undefined;
}

/** Whose figures, reasons and words those are that are said of a place: a block's own are those of its total. */
export function ownerOf({ subject, whole }: Place): Subject {
  return whole === undefined ? subject : subject.addChild(whole);
}

/** The name of what a block adds up to, as far as nothing else in the report stands for it. */
export function wholeOf({ subject, schema }: Pick<Place, 'subject' | 'schema'>): string | undefined {
  if (subject.parent !== subject.base.root) return undefined;
  if (schemaChild(schema, grandTotal) !== undefined) return grandTotal;
  return totalled.has(subject.name) ? total : undefined;
}

/** Blocks of items that a total stands beside; those of lines, and 三公经费, have one by their form. */
const totalled: ReadonlySet<string> = new Set([blocks.carryOver, blocks.staff]);

type Body = Pick<ast.Item, 'figures' | 'details' | 'members'>;

/** Lowers an item with all that hangs on it: figures, measures, texts, items below. */
export function lowerItem(
  context: LoweringContext,
  place: Place,
  node: ast.Item | ast.ThreePublicItem,
): void {
  if (!node.name) return;
  const known = resolveName(context, place, node);
  const expectsFigures = known !== undefined && !known.text;
  if (node.text && isMeantForTemplates(node.name)) {
    const origin = originOfProperty(context.uri, node, 'name');
    report(context, 'Z010', 'error', origin, 'word-of-template', { found: node.name });
  }
  // 职责 """…""" is a text of the block that it stands in.
  if (node.text && !expectsFigures) {
    setText(context, place.subject, known?.name ?? normalizeName(node.name), lowerText(context, node.text));
    return lowerBehindText(context, place, node);
  }
  const subject = place.subject.addChild(known?.name ?? normalizeName(node.name));
  subject.origin ??= originOfProperty(context.uri, node, 'name');
  if (node.text && known) leaveOpen(context, subject, known, node);
  else if (known && isBare(node) && !(known.children.size > 0 && hasBraces(node)))
    subject.addFact(undefined, known.unit).statements.push({ state: 'unfilled', origin: subject.origin });
  const inner = { subject, schema: known, lines: known?.coded ? subject : place.lines };
  if (known) return lowerBody(context, { ...inner, whole: wholeOf(inner) }, node);
  const { own, around } = splitDetails(node, place);
  lowerBody(context, inner, { ...node, details: own });
  for (const detail of around) lowerDetail(context, place, detail);
}

/** 评价 """…""" 执行 40.00: a text has no figures; what is written behind it is said of the block that it stands in. */
function lowerBehindText(
  context: LoweringContext,
  place: Place,
  { details, members }: ast.Item | ast.ThreePublicItem,
): void {
  lowerMembers(context, place, members);
  if (place.subject.parent) return lowerMembers(context, place, details);
  // Nothing is said of the report as a whole: there it is the name of an item that is missing.
  for (const detail of details) {
    const name = wordOf(detail);
    const parameters = { name, owner: place.subject.base.name };
    report(context, 'Z010', 'error', originOf(context.uri, detail), 'unknown-item', parameters);
  }
}

/** 公务接待费 "未发生": words where a figure belongs. The figure is as good as left open (未填). */
function leaveOpen(
  context: LoweringContext,
  subject: Subject,
  known: SchemaItem,
  node: ast.Item | ast.ThreePublicItem,
): void {
  const origin = originOfProperty(context.uri, node, 'text');
  // A quote that was never closed is told already: nobody knows what else it swallowed.
  if (!context.findings.some((finding) => startsInside(finding.origin, origin)))
    report(context, 'Z020', 'error', origin, 'text-for-figure', { name: known.name });
  subject.addFact(undefined, known.unit).statements.push({ state: 'unfilled', origin });
  // What is written in its holes is looked at all the same.
  context.texts.push(lowerText(context, node.text!));
}

function startsInside({ range: { start } }: Origin, { range }: Origin): boolean {
  return comparePositions(range.start, start) <= 0 && comparePositions(start, range.end) < 0;
}

/** Projects and units take any text, but a figure under a name of their own is shown nowhere. */
export function reportFreeFigures(
  context: LoweringContext,
  owner: Subject,
  members: readonly ast.Member[],
): void {
  for (const member of members) {
    if (!ast.isItem(member) || member.figures.length === 0) continue;
    if (schemaChild(schemaOf(owner), normalizeName(member.name)) !== undefined) continue;
    const origin = originOfProperty(context.uri, member, 'name');
    const { name } = member;
    const names = suggestedNames(context, normalizeName(name), wordsLike(member));
    report(context, 'Z010', 'information', origin, 'unknown-item', { name, owner: owner.label }, names);
  }
}

/** An item that is only named: its figure is still open. */
function isBare(node: Body): boolean {
  return node.figures.length === 0 && node.details.length === 0 && node.members.length === 0;
}

/** 国有资产 { }: what stands in it is still to be written, none of it is open. */
function hasBraces({ $cstNode }: ast.Item | ast.ThreePublicItem): boolean {
  return GrammarUtils.findNodeForKeyword($cstNode, '{') !== undefined;
}

export function lowerBody(context: LoweringContext, place: Place, node: Body): void {
  const unit = place.schema ? place.schema.unit : unitOfFreeItem(place.subject, node.figures);
  // 财政拨款收支 未发生 is said of all that stands in the block.
  const isSaidOfAll = node.figures.length === 0 || node.figures.some(({ state }) => state);
  const owner = isSaidOfAll ? place.subject : ownerOf(place);
  stateFigures(context, owner, node.figures, unit, knownAs(place.schema));
  for (const detail of node.details) lowerDetail(context, place, detail);
  lowerMembers(context, place, node.members);
  placeWhole(place, place.subject.origin);
}

/** A total that is not a line of its own stands where its block does. */
export function placeWhole({ subject, whole }: Place, origin: Origin | undefined): void {
  const sum = whole === undefined ? undefined : subject.children.get(whole);
  if (sum && origin) sum.origin ??= origin;
}

/** Of an item that is a text no figure is expected. */
function knownAs(schema: SchemaItem | undefined): Known {
  if (!schema || schema.text) return 'free';
  return schema.open ? 'open' : 'closed';
}

export function lowerMembers(context: LoweringContext, place: Place, members: readonly ast.Member[]): void {
  for (const member of members) lowerMember(context, place, member);
}

function lowerMember(context: LoweringContext, place: Place, member: ast.Member): void {
  switch (member.$type) {
    case 'Item':
    case 'ThreePublicItem':
      return lowerItem(context, place, member);
    case 'Line':
    case 'ExpenditureLine':
      return isNamedElsewhere(context, member)
        ? lowerApart(context, place, member)
        : lowerLine(context, place.lines, place.schema, member);
    case 'EconomicDetail':
      return lowerEconomicDetail(context, place, member);
    case 'Indicator':
      return lowerIndicator(context, place, member);
    case 'Suppression':
      return lowerSuppression(context, member);
    default:
      return lowerDetail(context, place, member);
  }
}

/** After so many mistakes nobody reads what each might have meant. */
const manyFindings = 200;

/** The schema's item of that name; a name that nobody knows is reported, with the nearest ones. */
function resolveName(
  context: LoweringContext,
  place: Place,
  node: ast.Item | ast.ThreePublicItem,
): SchemaItem | undefined {
  const name = normalizeName(node.name);
  const known = schemaChild(place.schema, name);
  if (known || !place.schema || place.schema.open) return known;
  // A text block under a free name is the author's own section: 职责, 机构设置.
  if (node.text && place.subject.parent === undefined) return undefined;
  const origin = originOfProperty(context.uri, node, 'name');
  const owner = place.subject.label || place.subject.base.name;
  const apart = takenApart(name, place.schema);
  if (apart !== undefined) {
    report(context, 'Z010', 'error', origin, 'missing-blank', { name, owner }, [apart]);
    return undefined;
  }
  const code = place.schema.coded && codeBehind(node);
  if (code) {
    const end = code.$cstNode!.range.end;
    const both = { ...origin, range: { start: origin.range.start, end } };
    const parameters = { name, code: code.number! };
    report(context, 'Z001', 'error', both, 'code-behind-name', parameters, [`${code.number!} ${name}`]);
    return undefined;
  }
  const before = wordBefore(node);
  if (before && isLineWithoutFigures(before)) {
    const whole = `${before.name} ${node.name}`;
    const spanned = {
      ...origin,
      range: { ...origin.range, start: originOfProperty(context.uri, before, 'name').range.start },
    };
    report(context, 'Z033', 'error', spanned, 'blank-in-name', { found: whole }, [whole.replace(' ', '')]);
    return undefined;
  }
  const templates = context.templatesWith?.([...place.subject.names, name]) ?? [];
  if (templates.length > 0) {
    const all = templates.map((template) => `「${template}」`).join('');
    report(context, 'Z010', 'error', origin, 'item-of-template', { name, all, template: templates[0]! });
    return undefined;
  }
  const names = suggestedNames(context, name, [
    ...place.schema.children.keys(),
    ...wordsLike(node),
    ...(place.subject.parent === undefined ? headWords : []),
  ]);
  const isFew = context.findings.length < manyFindings;
  if (!before && isFew && reportOtherBlock(context, place.subject, node, names)) return undefined;
  const hasNothing = isBare(node) && !node.text && !hasBraces(node);
  const isRemark = hasNothing && names.length === 0;
  if (isRemark && !followsUnknownWord(context, origin)) {
    report(context, 'Z010', 'error', origin, before === undefined ? 'stray-words' : 'words-without-quotes', {
      name,
      owner,
      bare: name,
    });
    return undefined;
  }
  if (!followsUnknownWord(context, origin)) {
    const parameters = { name, owner, ...(isBare(node) && !node.text && { bare: name }) };
    const code =
      before && !hasNothing ? 'unknown-behind' : place.subject.parent ? 'unknown-item' : 'unknown-block';
    report(
      context,
      'Z010',
      'error',
      origin,
      code,
      { ...parameters, before: labelOf(firstOnLine(node)) },
      names,
    );
  }
  return undefined;
}

/** 档案馆 2012604 项目 40.00: digits of a code, where a figure would be. */
function codeBehind({ figures: [figure] }: ast.Item | ast.ThreePublicItem): ast.Figure | undefined {
  const isCode =
    figure && !figure.unit && !figure.negative && /^(2[0-9]{6}|3[0-9]{4})$/.test(figure.number ?? '');
  return isCode ? figure : undefined;
}

/** What an item, a line or a block is called in its source: 2012601 行政运行, 支出 一般公共预算. */
function labelOf(node: AstNode | undefined): string {
  if (ast.isDeclaration(node))
    return named([node.block, node.bySubject ? blocks.bySubject : undefined, node.fund]);
  const { code, name } = (node ?? {}) as { code?: string; name?: string };
  return named([code, name]) || (/^[^\s{]*/.exec(node?.$cstNode?.text ?? '')?.[0] ?? '');
}

function named(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(' ');
}

/** What is said of a report as a whole. */
const headWords = ['简称', '公开时间', '货币单位', '模板', '引用', '科目表', '科目年度', '百分比小数'];

/** What stands before an item, on its line. */
function wordBefore(node: AstNode): AstNode | undefined {
  const members = siblingsOf(node);
  const before = members[members.indexOf(node) - 1];
  const [line, own] = [before?.$cstNode?.range.end.line, node.$cstNode?.range.start.line];
  return line !== undefined && line === own ? before : undefined;
}

/** 2012601 行政运行 基本 5 调正预算 5 …: what the line speaks of. */
function firstOnLine(node: AstNode): AstNode {
  const before = wordBefore(node);
  return before ? firstOnLine(before) : node;
}

/** 2012601 行政, and 运行 behind it. */
function isLineWithoutFigures(node: AstNode): node is (ast.Line | ast.ExpenditureLine) & { name: string } {
  return (ast.isLine(node) || ast.isExpenditureLine(node)) && node.name !== undefined && isBare(node);
}

/** 支岀 一般公共预算 {: what stands on the line of a word that nobody knows is told with it. */
function followsUnknownWord({ findings }: LoweringContext, { uri, range }: Origin): boolean {
  const last = findings.at(-1);
  if (last?.data.kind !== 'message' || last.data.parameters['bare'] === undefined) return false;
  return last.origin.uri === uri && last.origin.range.start.line === range.start.line;
}

/** 其他收入12: a name that is known, and a figure. */
function takenApart(name: string, schema: SchemaItem): string | undefined {
  const [, known = '', digits] = /^(.*?)(\d+)$/.exec(name) ?? [];
  const isKnown = schemaChild(schema, known) !== undefined || measureWords.includes(known);
  return digits !== undefined && isKnown ? `${known} ${digits}` : undefined;
}

function suggestedNames(context: LoweringContext, name: string, known: Iterable<string>): string[] {
  return context.findings.length < manyFindings ? nearestNames(name, known) : [];
}

const measureWords = measures.filter(({ readBy }) => readBy === undefined).flatMap(wordsOf);
const attributeWords = attributes.flatMap(wordsOf);

/** Words of the language in the place of which an unknown name may stand, by what is said behind it. */
function wordsLike(node: ast.Item | ast.ThreePublicItem): readonly string[] {
  if (node.text) return attributeWords;
  return isBare(node) ? stateWords : measureWords;
}

// ---- details

export function lowerDetail(context: LoweringContext, place: Place, detail: ast.Detail): void {
  const owner = ownerOf(place);
  switch (detail.$type) {
    case 'Measure':
      return lowerMeasure(context, owner, detail);
    case 'Target':
      return lowerTarget(context, owner, detail);
    case 'MoneySource':
      return lowerMoneySource(context, owner, detail);
    case 'Attribute':
      return lowerAttribute(context, owner, detail);
  }
}

/**
 * 越野车 2 辆 其他 1 辆: the second is meant as an item, and would be a source of the first one's income. Only blocks with
 * lines of a classification have a column for that.
 */
function reportSourceBehindItem(context: LoweringContext, subject: Subject, node: ast.Measure): void {
  const { names, name, code } = subject;
  if (node.measure !== '其他' || code !== undefined || codesOfBlock(names[0]!)) return;
  const origin = originOfProperty(context.uri, node, 'measure');
  report(context, 'Z010', 'warning', origin, 'other-behind-item', { name, found: node.measure });
}

function lowerMeasure(context: LoweringContext, subject: Subject, node: ast.Measure): void {
  reportSourceBehindItem(context, subject, node);
  if (node.figure) stateFigure(context, subject, measureNamed(node.measure), node.figure);
}

/** 目标 ≥ 8 次, 完成 27 次, 目标 “优良”: in whatever unit the author writes. */
function lowerTarget(context: LoweringContext, subject: Subject, node: ast.Target): void {
  if (node.operator) {
    subject.setAttribute('方向', {
      value: signOf(node.operator),
      origin: originOfProperty(context.uri, node, 'operator'),
    });
  }
  if (node.text) setText(context, subject, node.measure, lowerText(context, node.text));
  else if (node.figure)
    stateFigure(context, subject, node.measure, node.figure, canonicalUnit(node.figure.unit ?? ''));
}

function lowerMoneySource(context: LoweringContext, subject: Subject, node: ast.MoneySource): void {
  if (!node.source || !node.figure) return;
  const source = subject.addChild(blocks.moneySources).addChild(normalizeName(node.source));
  source.origin = originOfProperty(context.uri, node, 'source');
  stateFigure(context, source, finalAccounts, node.figure);
}

function lowerAttribute(context: LoweringContext, subject: Subject, node: ast.Attribute): void {
  if (node.text) setText(context, ownerOfText(subject, node), node.attribute, lowerText(context, node.text));
  const value = node.code ?? node.word;
  if (value === undefined) return;
  const origin = originOfProperty(context.uri, node, node.code === undefined ? 'word' : 'code');
  if (node.attribute === '科目' && node.word !== undefined && subject.parent?.name === blocks.projects)
    reportSubjectByName(context, subject.base, origin, normalizeName(node.word));
  subject.setAttribute(node.attribute, { value: normalizeName(value), origin });
}

/** 科目 招商引资: nothing is found by the name of a subject, of which there may be several. */
function reportSubjectByName(
  context: LoweringContext,
  { catalog }: FactBase,
  origin: Origin,
  name: string,
): void {
  const items = catalog.list('functional', '项');
  const named = items.filter((entry) => isNameOf(entry, name));
  const meant = named.length > 0 ? named : catalog.nearest('functional', name, 3);
  const codes = meant.map(({ code }) => code).filter((code) => code.length === 7);
  report(context, 'Z010', 'warning', origin, 'subject-by-name', { name }, codes.slice(0, 3));
}

/** 总计 5 { 增减额 1 原因 "…" }: the reason is that of 总计, unless that has one of its own. */
function ownerOfText(subject: Subject, { attribute }: ast.Attribute): Subject {
  const { parent } = subject;
  return parent && isLikeMeasure(subject) && !parent.texts.has(attribute) ? parent : subject;
}

/** A text without a word says nothing: what stands for it is missing, as if it had not been written. */
export function setText(context: LoweringContext, subject: Subject, name: string, text: RichText): void {
  if (!isEmptyText(text)) subject.setText(name, text);
  context.texts.push(text);
}

function isEmptyText({ pieces }: RichText): boolean {
  return pieces.every((piece) => piece.kind === 'text' && piece.text.trim() === '');
}

// ---- lines with a classification code

/** A line of a container; the words that the author gave it are what is printed. */
export function lowerLine(
  context: LoweringContext,
  container: Subject,
  schema: SchemaItem | undefined,
  node: ast.Line | ast.ExpenditureLine,
): void {
  if (!node.code) return;
  const code = normalizeName(node.code);
  const origin = originOfProperty(context.uri, node, 'code');
  if (isHalfTyped(code, container, node)) {
    const near = codesLike(container, code, node);
    report(context, 'Z001', 'error', origin, 'half-typed-line', { code }, near);
    return;
  }
  const meant = codesBelow(container, code, node);
  if (meant.length > 0) {
    const name = normalizeName(node.name!);
    report(context, 'Z001', 'error', origin, 'short-code', { code, name }, meant);
    return;
  }
  const line = container.addChild(code, code);
  if (line.origin) {
    line.setAttribute('重复', { value: code, origin });
    return;
  }
  line.origin = origin;
  nameLine(context, line, node);
  if (node.figures.length === 0 && node.details.length === 0 && isListed(container)) {
    line.addFact().statements.push({ state: 'unfilled', origin });
  }
  stateFigures(context, line, node.figures, undefined, 'open');
  const place = { subject: line, schema, lines: container };
  for (const detail of node.details) lowerDetail(context, place, detail);
  lowerMembers(context, place, node.members);
}

/** 20126 行政运行: the code of a 款, and the name of one of its 项: the codes of those. */
function codesBelow({ base }: Subject, code: string, node: ast.Line | ast.ExpenditureLine): string[] {
  const { catalog } = base;
  const kind = kindOfCode(code);
  const written = node.name;
  if (written === undefined || (kind !== 'functional' && kind !== 'economic')) return [];
  if (code.length !== 3 && !(kind === 'functional' && code.length === 5)) return [];
  const name = normalizeName(written);
  const entry = catalog.find(kind, code);
  if (!entry || isNameOf(entry, name) || catalog.rename(code, name)) return [];
  const near = {
    inBlock: codesIn(siblingsOf(node), node),
    elsewhere: codesIn(AstUtils.streamAllContents(AstUtils.findRootNode(node)), node),
    own: base.ownHeadings(),
  };
  return codesMeant(catalog, kind, code, name, near)
    .map((one) => one.code)
    .filter((one) => one.startsWith(code));
}

/** 201260: the codes that begin so and that the block lacks: those of the rest of the report, or all where they are few. */
function codesLike({ base }: Subject, code: string, node: ast.Line | ast.ExpenditureLine): string[] {
  const kind = kindOfCode(code);
  if (code.length < 5 || kind !== 'functional') return [];
  const own = codesIn(AstUtils.streamAllContents(AstUtils.findRootNode(node)), node);
  const all = base.catalog.list(kind, '项').map((entry) => entry.code);
  const written = new Set(codesIn(siblingsOf(node), node));
  const [mine, any] = [own, all].map((codes) => [
    ...new Set(codes.filter((one) => one.startsWith(code) && !written.has(one))),
  ]);
  if (mine!.length > 0) return mine!.slice(0, 3);
  return any!.length <= 3 ? any! : [];
}

/** Codes of whole lines, and those that projects name. */
function codesIn(nodes: Iterable<AstNode>, but: AstNode): string[] {
  return [...nodes].flatMap((node) => {
    const { code } = node as { code?: string };
    return node !== but && code !== undefined && code.length === 7 ? [code] : [];
  });
}

/** 201260, or in expenditure 20126, and nothing behind it: of 类 and 款 there at least the figures are stated. */
function isHalfTyped(code: string, container: Subject, node: ast.Line | ast.ExpenditureLine): boolean {
  if (node.name || !isBare(node)) return false;
  return (
    levelOfCode(code) === undefined || (code.length !== 7 && (code.startsWith('2') || !isListed(container)))
  );
}

/** Economic lines may be listed by name while their amounts are still unknown. */
function isListed(container: Subject): boolean {
  return (
    !container.path.startsWith(`${blocks.expenditure}.`) || container.path.includes(`.${blocks.detail}.`)
  );
}

/** A code alone on its line takes the name for its own that begins the next one. */
function isNamedElsewhere({ uri }: LoweringContext, node: ast.Line | ast.ExpenditureLine): boolean {
  const range = node.$cstNode?.range;
  if (!node.name || !range || range.start.line === range.end.line) return false;
  return originOfProperty(uri, node, 'name').range.start.line > range.start.line;
}

/** The code as a line that is not written yet, and what stands below it as an item. */
function lowerApart(context: LoweringContext, place: Place, node: ast.Line | ast.ExpenditureLine): void {
  const { $type, $cstNode, $container, code } = node;
  const nothing = { figures: [], details: [], members: [] };
  lowerLine(context, place.lines, place.schema, {
    $type,
    $cstNode,
    $container,
    code,
    ...nothing,
  } as ast.Line);
  lowerItem(context, place, node as unknown as ast.Item);
}

function nameLine(context: LoweringContext, line: Subject, node: ast.Line | ast.ExpenditureLine): void {
  const code = line.code!;
  const kind = code.startsWith('3') ? 'economic' : 'functional';
  line.label = line.base.catalog.find(kind, code)?.name ?? code;
  if (!node.name) return;
  line.label = normalizeName(node.name);
  line.setAttribute('名称', { value: line.label, origin: originOfProperty(context.uri, node, 'name') });
}

/** 明细 项目 { 30201 办公费 1.2 }: the economic side of one functional line. */
function lowerEconomicDetail(context: LoweringContext, { subject }: Place, node: ast.EconomicDetail): void {
  const onlyProject = subject.facts.has(projectNature) && !subject.facts.has(basicNature);
  const nature = node.nature ?? (onlyProject ? projectNature : basicNature);
  const container = subject.addChild(blocks.detail).addChild(nature);
  container.origin ??= originOf(context.uri, node);
  lowerMembers(context, { subject: container, schema: undefined, lines: container }, node.members);
}

// ---- indicators, suppressions

/** 指标 产出 数量 赴外招商活动 …: levels first, the indicator's own name last. */
function lowerIndicator(context: LoweringContext, place: Place, node: ast.Indicator): void {
  const names = node.names.map(normalizeName);
  const name = names.pop();
  if (name === undefined) return;
  const indicator = place.subject.addChild(blocks.indicators).addChild(name);
  if (indicator.origin) {
    const origin = originOf(context.uri, node);
    report(context, 'P008', 'error', origin, 'duplicate-name', { name });
    return;
  }
  indicator.origin = originOfProperty(context.uri, node, 'names', names.length);
  reportNameInParts(context, node);
  reportBlankInName(context, node);
  reportLostPercent(context, node);
  for (const [index, level] of (['一级', '二级', '三级'] as const).entries()) {
    const value = names[index];
    if (value)
      indicator.setAttribute(level, { value, origin: originOfProperty(context.uri, node, 'names', index) });
  }
  const inner = { subject: indicator, schema: undefined, lines: place.lines };
  for (const detail of node.details) lowerDetail(context, isOfProjectAlone(detail) ? place : inner, detail);
  lowerMembers(context, inner, node.members);
}

/** 指标 产出 数量 数字化档案，含照片: a comma before the last word alone, which then would be the whole name. */
function reportNameInParts(context: LoweringContext, node: ast.Indicator): void {
  const text = node.$cstNode?.text ?? '';
  const [first, last] = [node.names.at(-2), node.names.at(-1)];
  if (node.names.length < 3 || first === undefined || last === undefined) return;
  const before = text.slice(0, text.indexOf(first));
  const between = text.slice(
    text.indexOf(first) + first.length,
    text.indexOf(last, text.indexOf(first) + first.length),
  );
  if (!/[，、；,;]/.test(between) || /[，、；：,;:]/.test(before)) return;
  const origin = originOfProperty(context.uri, node, 'names', node.names.length - 1);
  const found = first + between + last;
  report(context, 'Z033', 'warning', origin, 'name-in-parts', { found, name: last });
}

/** 指标 产出 数量 数字化 档案: two levels, and a name that a blank stands in. */
function reportBlankInName(context: LoweringContext, { names, $cstNode: node }: ast.Indicator): void {
  const parts = names.slice(2);
  if (parts.length < 2 || node === undefined) return;
  const found = parts.join(' ');
  const start = originOfProperty(context.uri, node.astNode, 'names', 2);
  const { range } = originOfProperty(context.uri, node.astNode, 'names', names.length - 1);
  if (!node.text.includes(found)) return;
  const origin = { ...start, range: { start: start.range.start, end: range.end } };
  report(context, 'Z033', 'warning', origin, 'blank-in-name', { found }, [parts.join('')]);
}

/** 目标 ≥ 90% 完成 93: a share that lacks its sign, or has one that the target lacks. */
function reportLostPercent(context: LoweringContext, node: ast.Indicator): void {
  const [target, reached] = ['目标', '完成'].map((measure) =>
    node.details.find((detail): detail is ast.Target => ast.isTarget(detail) && detail.measure === measure),
  );
  const figures = [target?.figure, reached?.figure];
  const lacking = figures.find((figure) => figure?.number !== undefined && figure.unit === undefined);
  const other = figures.find((figure) => figure !== lacking);
  if (!lacking || canonicalUnit(other?.unit ?? '') !== '%') return;
  const [own, beside] = lacking === reached?.figure ? ['完成', '目标'] : ['目标', '完成'];
  const figure = lacking.$cstNode?.text ?? '';
  const parameters = { figure, own: own!, beside: beside!, share: other?.$cstNode?.text ?? '' };
  report(context, 'Z018', 'warning', originOf(context.uri, lacking), 'lost-percent', parameters, [
    `${figure}%`,
  ]);
}

/** 忽略 X021 "原因": accepts the findings of a rule inside the block that it stands in. */
export function lowerSuppression(context: LoweringContext, node: ast.Suppression): void {
  if (!node.rule) return;
  const origin = originOf(context.uri, node);
  const reason = node.reason ? plainText(lowerText(context, node.reason)) : '';
  if (isPlaceholder(reason))
    report(context, 'M001', 'error', origin, 'suppression-without-reason', { rule: node.rule });
  if (isFixedRule(node.rule)) {
    report(context, 'M007', 'error', origin, 'fixed-suppression', { rule: node.rule });
    return;
  }
  context.suppressions.push({
    rule: node.rule,
    reason,
    ...(node.until && { until: isoDate(node.until) }),
    scope: originOf(context.uri, node.$container).range,
    origin,
  });
}
