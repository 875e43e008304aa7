import {
  type ColumnNode,
  emptySchema,
  type Phrase,
  type RichText,
  type RowNode,
  type Setting,
  type TablePanel,
  type TableTemplate,
  type Template,
  type TemplateNode,
  type TextNode,
} from '@fiscal/core';
import { expressionFrom, origin, richFrom } from '../../core/test/expression-from.js';

const uri = 'test:template';
const here = origin(uri, 0, 1);
export const richText = (text: string): RichText => richFrom(text, uri);
const rich = (text: string): RichText => richFrom(text, uri);
const expression = (text: string) => expressionFrom(text, uri);

/** A template with settings written `名称=值`. */
export function template(content: TemplateNode[], settings = '', phrases: Phrase[] = []): Template {
  const given = settings.split(' ').filter((word) => word !== '');
  return {
    name: '样例',
    settings: new Map(given.map(setting)),
    phrases: new Map(phrases.map((phrase) => [phrase.name, phrase])),
    content,
    schema: emptySchema(),
    rules: [],
    origin: here,
  };
}

function setting(words: string): [string, Setting] {
  const [name = '', value = ''] = words.split('=');
  return [name, { name, value, origin: here }];
}

export function text(words: string): TextNode {
  return { kind: 'text', text: rich(words) };
}

/** 每 variable 于 list 分隔 … 结尾 … { words } */
export function eachText(
  variable: string,
  list: string,
  words: string,
  separator = '',
  ending = '',
): TextNode {
  return {
    kind: 'repeat',
    variable,
    list: expression(list),
    ...(separator && { separator: rich(separator) }),
    ...(ending && { ending: rich(ending) }),
    content: [text(words)],
  };
}

export function phrase(name: string, parameter: string, ...content: TextNode[]): Phrase {
  return { name, parameters: [parameter], content, origin: here };
}

export function part(title: string, ...content: TemplateNode[]): TemplateNode {
  return { kind: 'part', title: rich(title), numbered: true, content, origin: here };
}

export function section(title: string, ...content: TemplateNode[]): TemplateNode {
  return { kind: 'section', title: rich(title), numbered: true, content, origin: here };
}

export function unnumbered(node: TemplateNode): TemplateNode {
  return node.kind === 'section' || node.kind === 'part' ? { ...node, numbered: false } : node;
}

export function paragraph(words: string | TextNode[], style = '正文'): TemplateNode {
  return {
    kind: 'paragraph',
    style,
    content: typeof words === 'string' ? [text(words)] : words,
    origin: here,
  };
}

export function list(...content: TemplateNode[]): TemplateNode {
  return { kind: 'list', content, origin: here };
}

export function contents(title: string, ...content: TemplateNode[]): TemplateNode {
  return { kind: 'contents', title: rich(title), content, origin: here };
}

export function cover(...content: TemplateNode[]): TemplateNode {
  return { kind: 'cover', content, origin: here };
}

export function insertion(path: string): TemplateNode {
  return { kind: 'markdown', text: expression(path), origin: here };
}

export function each(variable: string, members: string, ...content: TemplateNode[]): TemplateNode {
  return { kind: 'repeat', variable, list: expression(members), content, origin: here };
}

export function choose(condition: string, then: TemplateNode, otherwise?: TemplateNode): TemplateNode {
  const alternatives = otherwise ? [otherwise] : [];
  return {
    kind: 'choice',
    condition: expression(condition),
    then: [then],
    otherwise: alternatives,
    origin: here,
  };
}

/** Points written `label = expression`. */
export function chart(form: 'bar' | 'pie', title: string, ...points: string[]): TemplateNode {
  const series = points.map((point) => {
    const [label = '', value = ''] = point.split(' = ');
    return { kind: 'point' as const, label: rich(label), value: expression(value) };
  });
  return { kind: 'chart', form, title: rich(title), series, origin: here };
}

/** `文字 项目`, `决算数 = 收入.总计`: figures unless the first word is 文字. */
export function column(words: string): ColumnNode {
  const [head = '', value] = words.split(' = ');
  const isText = head.startsWith('文字 ');
  return {
    kind: 'column',
    header: rich(head.replace(/^文字 /, '')),
    form: isText ? 'text' : 'figure',
    ...(value !== undefined && { value: expression(value) }),
    origin: here,
  };
}

export function group(header: string, ...content: ColumnNode[]): ColumnNode {
  return { kind: 'group', header: rich(header), content, origin: here };
}

export function eachColumn(variable: string, members: string, ...content: ColumnNode[]): ColumnNode {
  return { kind: 'repeat', variable, list: expression(members), content, origin: here };
}

/** Cells one after another; `【…】` in quotes is a text with holes. */
export function row(...cells: string[]): RowNode {
  return { kind: 'row', bindings: [], cells: cells.map(cell), total: false, origin: here };
}

export function totalRow(...cells: string[]): RowNode {
  return { kind: 'row', bindings: [], cells: cells.map(cell), total: true, origin: here };
}

export function bound(variable: string, value: string): RowNode {
  const bindings = [{ variable, value: expression(value) }];
  return { kind: 'row', bindings, cells: [], total: false, origin: here };
}

export function eachRow(variable: string, members: string, ...content: RowNode[]): RowNode {
  const rows = content.length > 0 ? content : [row()];
  return { kind: 'repeat', variable, list: expression(members), content: rows, origin: here };
}

export function panel(title: string, columns: ColumnNode[], rows: RowNode[]): TablePanel {
  return { ...(title && { title: rich(title) }), columns, rows };
}

export function table(title: string, panels: TablePanel[], more: Partial<TableTemplate> = {}): TemplateNode {
  return { kind: 'table', title: rich(title), panels, notes: [], origin: here, ...more };
}

function cell(words: string) {
  const quoted = /^"(.*)"$/.exec(words);
  return quoted?.[1]?.includes('【')
    ? { kind: 'rich' as const, text: rich(quoted[1]), origin: here }
    : expression(words);
}
