import {
  type ColumnNode,
  emptySchema,
  type Expression,
  expressionsIn,
  type Origin,
  type Phrase,
  type RichText,
  type RowNode,
  type SeriesNode,
  type Setting,
  type TablePanel,
  type TableTemplate,
  type Template,
  type TemplateNode,
  type TextNode,
} from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { type LoweringContext, report } from './context.js';
import { lowerExpression, normalizeName } from './expressions.js';
import { inOrder, withLets, withVariablesOf } from './lets.js';
import { originOf, originOfProperty, writtenOf } from './origins.js';
import { lowerRule, lowerSeverityChange } from './rules.js';
import { addSchema } from './schemas.js';
import { chosen, type PlacedItem, unfold } from './table-forms.js';
import { lowerText, unquote } from './texts.js';

/** A province's template as plain data. What a syntax error left incomplete is dropped; it was reported. */
export function lowerTemplate(context: LoweringContext, node: ast.Template): Template {
  const template: Template = {
    name: normalizeName(node.name ?? ''),
    settings: new Map(),
    phrases: new Map(),
    content: lowerNodes(context, node.items.filter(ast.isTemplateNode)),
    schema: emptySchema(),
    rules: [],
    severityChanges: [],
    ...writtenOf(context, node),
    origin: originOfProperty(context.uri, node, 'name'),
  };
  for (const item of node.items) addItem(context, template, item);
  return template;
}

function addItem(context: LoweringContext, template: Template, item: ast.TemplateItem): void {
  if (ast.isSettings(item))
    for (const setting of item.settings) addSetting(context, template.settings, setting);
  else if (ast.isPhrase(item)) addPhrase(context, template.phrases, item);
  else if (ast.isRule(item)) template.rules.push(...lowerRule(context, item));
  else if (ast.isSeverityChange(item)) template.severityChanges.push(...lowerSeverityChange(context, item));
  else if (ast.isSchema(item)) addSchema(template.schema, item);
}

function addSetting(context: LoweringContext, settings: Map<string, Setting>, node: ast.Setting): void {
  if (!node.key) return;
  const origin = originOf(context.uri, node);
  if (settings.has(node.key)) reportTwice(context, '设置', node.key, origin);
  settings.set(node.key, { name: node.key, value: unquote(node.value ?? ''), origin });
}

/** A phrase whose parameter is missing says nothing: what it says speaks of that parameter. */
export function addPhrase(context: LoweringContext, phrases: Map<string, Phrase>, node: ast.Phrase): void {
  const { name, parameters } = node;
  if (!name) return;
  const content = parameters.length > 0 ? lowerTextNodes(context, node.content) : [];
  const value = lowerExpression(context, node.value);
  const origin = originOf(context.uri, node);
  if (phrases.has(name)) reportTwice(context, '短语', name, originOfProperty(context.uri, node, 'name'));
  phrases.set(name, { name, parameters: [...parameters], content, ...(value && { value }), origin });
}

/** Of two of one name the second counts. */
export function reportTwice(context: LoweringContext, kind: string, name: string, origin: Origin): void {
  report(context, 'Z042', 'error', origin, 'written-twice', { kind, name });
}

// ---- running text

function lowerTextNodes(context: LoweringContext, nodes: readonly ast.TextNode[]): TextNode[] {
  return inOrder(context, nodes, lowerTextNode);
}

function lowerTextNode(context: LoweringContext, node: ast.TextNode): TextNode[] {
  if (ast.isLet(node)) return [];
  if (ast.isBaseContent(node)) return [baseContent(context, node)];
  if (ast.isTextRun(node)) return [lowerSentence(context, node)];
  if (ast.isTextClause(node)) return [lowerClause(context, node)];
  if (ast.isTextChoice(node)) {
    return choice(
      context,
      node.condition,
      lowerTextNodes(context, node.then),
      lowerTextNodes(context, node.otherwise),
    );
  }
  return repetition(context, node, (inner) => lowerTextNodes(inner, node.content)).map((repeat) => ({
    ...repeat,
    ...(node.separator && { separator: lowerText(context, node.separator) }),
    ...(node.ending && { ending: lowerText(context, node.ending) }),
  }));
}

interface Sentence {
  text?: ast.Text;
  variants?: ast.Text[];
}

function lowerSentence(
  context: LoweringContext,
  { text, variants = [] }: Sentence,
): TextNode & { kind: 'text' } {
  const others = variants.map((variant) => lowerText(context, variant));
  return { kind: 'text', text: lowerText(context, text), ...(others.length > 0 && { variants: others }) };
}

/** 若有 "…": a choice on what stands in its holes being there; what is left open is printed as that. */
function lowerClause(context: LoweringContext, node: ast.TextClause): TextNode {
  const origin = originOf(context.uri, node);
  const text = lowerSentence(context, node);
  const isAsked = (operand: Expression, name: string): Expression => ({
    kind: 'filter',
    operand,
    name,
    nameOrigin: origin,
    arguments: [],
    origin,
  });
  const both = (operator: '且' | '或', left: Expression, right: Expression): Expression => ({
    kind: 'binary',
    operator,
    left,
    right,
    origin,
  });
  const conditions = expressionsIn(text.text).map((hole) =>
    both('或', isAsked(hole, '已填'), isAsked(hole, '未填')),
  );
  if (conditions.length === 0) return text;
  const condition = conditions.reduce((left, right) => both('且', left, right));
  return { kind: 'choice', condition, then: [text], otherwise: [] };
}

/** A body that is either one text or a block of running text. */
export function lowerTextBody(
  context: LoweringContext,
  node: Sentence & { content: ast.TextNode[] },
): TextNode[] {
  return node.text ? [lowerSentence(context, node)] : lowerTextNodes(context, node.content);
}

/** 底本内容 is a choice of nothing until the template is linked with its base. */
function baseContent(context: LoweringContext, node: ast.BaseContent) {
  const condition: Expression = { kind: 'text', text: '', origin: originOf(context.uri, node) };
  return { kind: 'choice' as const, condition, then: [], otherwise: [], ofBase: true as const };
}

function choice<T>(context: LoweringContext, test: ast.Expression, then: T[], otherwise: T[]) {
  const condition = lowerExpression(context, test);
  return condition ? [{ kind: 'choice' as const, condition, then, otherwise }] : [];
}

interface Repetition {
  variable: string;
  list: ast.Expression;
  lets: ast.Let[];
  condition?: ast.Expression;
}

function repetition<T>(context: LoweringContext, node: Repetition, lower: (inner: LoweringContext) => T[]) {
  const list = lowerExpression(context, node.list);
  if (!list || !node.variable) return [];
  const inner = withLets(withVariablesOf(context, [node.variable, '序号', '末项']), node.lets);
  const condition = lowerExpression(inner, node.condition);
  const content = lower(inner);
  return [
    { kind: 'repeat' as const, variable: node.variable, list, ...(condition && { condition }), content },
  ];
}

// ---- blocks

export function lowerNodes(context: LoweringContext, nodes: readonly ast.TemplateNode[]): TemplateNode[] {
  return inOrder(context, nodes, lowerNode);
}

function lowerNode(context: LoweringContext, node: ast.TemplateNode): TemplateNode[] {
  const origin = originOf(context.uri, node);
  switch (node.$type) {
    case 'Cover':
      return [{ kind: 'cover', content: lowerNodes(context, node.content), origin }];
    case 'Contents':
      return [
        {
          kind: 'contents',
          title: lowerText(context, node.title),
          content: lowerNodes(context, node.content),
          origin,
        },
      ];
    case 'Part':
      return [{ kind: 'part', ...lowerHeading(context, node), origin }];
    case 'Section':
      return [{ kind: 'section', ...lowerHeading(context, node), origin }];
    case 'Paragraph':
      return [
        {
          kind: 'paragraph',
          ...(node.name && { name: lowerText(context, node.name) }),
          style: node.style ?? '正文',
          content: lowerTextBody(context, node),
          origin,
        },
      ];
    case 'ListNode':
      return [lowerList(context, node)];
    case 'Insertion':
      return lowerInsertion(context, node);
    case 'Chart':
      return [lowerChart(context, node)];
    case 'Table':
      return [lowerTable(context, node)];
    case 'Let':
      return [];
    case 'BaseContent':
      return [{ ...baseContent(context, node), origin }];
    case 'NodeChoice': {
      const then = lowerNodes(context, node.then);
      return choice(context, node.condition, then, lowerNodes(context, node.otherwise)).map((made) => ({
        ...made,
        origin,
      }));
    }
    case 'NodeRepeat':
      return repetition(context, node, (inner) => lowerNodes(inner, node.content)).map((made) => ({
        ...made,
        origin,
      }));
  }
}

function lowerHeading(context: LoweringContext, node: ast.Part | ast.Section) {
  return {
    title: lowerText(context, node.title),
    numbered: !node.unnumbered,
    content: lowerNodes(context, node.content),
  };
}

function lowerList(context: LoweringContext, node: ast.ListNode): TemplateNode {
  const content = lowerNodes(context, node.content);
  const numbering = node.numbering === undefined ? undefined : unquote(node.numbering);
  return {
    kind: 'list',
    ...(numbering !== undefined && { numbering }),
    content,
    origin: originOf(context.uri, node),
  };
}

function lowerInsertion(context: LoweringContext, node: ast.Insertion): TemplateNode[] {
  const text = lowerExpression(context, node.text);
  return text ? [{ kind: 'markdown', text, origin: originOf(context.uri, node) }] : [];
}

// ---- charts

function lowerChart(context: LoweringContext, node: ast.Chart): TemplateNode {
  return {
    kind: 'chart',
    form: node.form === '饼形' ? 'pie' : 'bar',
    title: lowerText(context, node.title),
    series: node.points.flatMap((point) => lowerPoint(context, point)),
    origin: originOf(context.uri, node),
  };
}

function lowerPoint(context: LoweringContext, node: ast.PointNode): SeriesNode[] {
  if (ast.isPoint(node)) {
    const value = lowerExpression(context, node.value);
    return value ? [{ kind: 'point', label: lowerText(context, node.label), value }] : [];
  }
  const lower = (inner: LoweringContext, points: ast.PointNode[]) =>
    points.flatMap((point) => lowerPoint(inner, point));
  return ast.isPointRepeat(node)
    ? repetition(context, node, (inner) => lower(inner, node.content))
    : choice(context, node.condition, lower(context, node.then), lower(context, node.otherwise));
}

// ---- tables

function lowerTable(outer: LoweringContext, node: ast.Table): TableTemplate {
  const label = node.label && { label: lowerText(outer, node.label) };
  return { ...lowerTableItems(outer, node), title: lowerText(outer, node.title), ...label };
}

/** A 表样 that no table follows, for whatever its parameters might stand for. */
export function lowerUnusedForm(context: LoweringContext, node: ast.TableForm): TemplateNode {
  const origin = originOf(context.uri, node);
  const table: TemplateNode = lowerTableItems(context, node);
  const anything: Expression = { kind: 'list', values: [], origin };
  return node.parameters
    .map(normalizeName)
    .reduce<TemplateNode>(
      (content, variable) => ({ kind: 'repeat', variable, list: anything, content: [content], origin }),
      table,
    );
}

function lowerTableItems(outer: LoweringContext, node: ast.Table | ast.TableForm): TableTemplate {
  const items = unfold(outer, node.items);
  const panels = chosen(items, ast.isPanel).map(({ node: panel, context }) =>
    lowerPanel(unfold(context, panel.items), lowerText(context, panel.title)),
  );
  const own = chosen(items, isPanelItem);
  if (own.length > 0) panels.unshift(lowerPanel(own));
  const empty = chosen(items, ast.isEmptyStatement)[0];
  return {
    kind: 'table',
    title: lowerText(outer, undefined),
    panels,
    notes: chosen(items, ast.isNote).map(({ node: note, context }) => lowerTextBody(context, note)),
    ...(empty && { empty: lowerTextBody(empty.context, empty.node) }),
    origin: originOf(outer.uri, node),
  };
}

function isPanelItem(node: ast.TableItem): node is ast.ColumnNode | ast.RowNode {
  return ast.isColumnNode(node) || ast.isRowNode(node);
}

function lowerPanel(items: readonly PlacedItem<ast.TableItem>[], title?: RichText): TablePanel {
  return {
    ...(title && { title }),
    columns: chosen(items, ast.isColumnNode).flatMap(({ node, context }) => lowerColumn(context, node)),
    rows: chosen(items, ast.isRowNode).flatMap(({ node, context }) => lowerRow(context, node)),
  };
}

export function lowerColumn(context: LoweringContext, node: ast.ColumnNode): ColumnNode[] {
  const origin = originOf(context.uri, node);
  if (ast.isColumn(node)) {
    const value = lowerExpression(context, node.value);
    const form = node.form === '文字' ? 'text' : 'figure';
    return [
      { kind: 'column', header: lowerText(context, node.header), form, ...(value && { value }), origin },
    ];
  }
  const lower = (inner: LoweringContext) =>
    chosen(unfold(inner, node.content), ast.isColumnNode).flatMap((column) =>
      lowerColumn(column.context, column.node),
    );
  if (ast.isColumnGroup(node))
    return [{ kind: 'group', header: lowerText(context, node.header), content: lower(context), origin }];
  return repetition(context, node, lower).map((made) => ({ ...made, origin }));
}

export function lowerRow(context: LoweringContext, node: ast.RowNode): RowNode[] {
  const origin = originOf(context.uri, node);
  if (ast.isRow(node)) return [lowerPlainRow(context, node)];
  if (ast.isLet(node)) return [];
  const lower = (inner: LoweringContext, rows: ast.RowNode[]) => inOrder(inner, rows, lowerRow);
  if (ast.isRowRepeat(node)) {
    const row: RowNode = { kind: 'row', bindings: [], cells: [], total: false, origin };
    const content = (inner: LoweringContext) =>
      node.content.length > 0 ? lower(inner, node.content) : [row];
    return repetition(context, node, content).map((made) => ({ ...made, origin }));
  }
  return choice(context, node.condition, lower(context, node.then), lower(context, node.otherwise)).map(
    (made) => ({ ...made, origin }),
  );
}

function lowerPlainRow(outer: LoweringContext, node: ast.Row): RowNode {
  const context = withVariablesOf(
    outer,
    node.bindings.map(({ variable }) => variable),
  );
  const bindings = node.bindings.flatMap((binding) => {
    const value = lowerExpression(context, binding.value);
    return value && binding.variable ? [{ variable: binding.variable, value }] : [];
  });
  const cells = node.cells.map((cell) => lowerExpression(context, cell));
  return {
    kind: 'row',
    bindings,
    cells: cells.filter((cell): cell is Expression => cell !== undefined),
    total: node.kind === '合计行',
    origin: originOf(context.uri, node),
  };
}
