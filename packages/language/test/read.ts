import {
  type Expression,
  type Finding,
  formatPlain,
  messageOf,
  type Report,
  type RichText,
  type Statement,
  type Subject,
} from '@fiscal/core';
import type { FolderEntry } from '../src/files.js';
import { load, type Workspace } from '../src/index.js';

/** Where the text of a test stands; the files beside it are named from here. */
export const folder = 'file:///reports/';
const main = `${folder}main.fiscal`;

/** Other files of a test, by name. */
export type Files = Record<string, string>;

export function loadText(text: string, files: Files = {}): Workspace {
  const read = (uri: string) => files[decodeURIComponent(uri.slice(folder.length))];
  const names = [main.slice(folder.length), ...Object.keys(files)];
  return load([{ uri: main, text }], { read, list: (asked) => entriesOf(names, asked) });
}

function entriesOf(names: readonly string[], asked: string): FolderEntry[] {
  const path = decodeURIComponent(asked.slice(folder.length));
  const below = names
    .filter((name) => name.startsWith(path))
    .map((name) => name.slice(path.length).split('/'));
  const entries = new Map(below.map(([name = '', ...inner]) => [name, inner.length > 0]));
  return [...entries].map(([name, isDirectory]) => ({ name, isDirectory }));
}

/** A report that says what stands in its braces. */
export function report(items: string): string {
  return `部门决算 某局 2024 {\n${items}\n}\n`;
}

/** Everything stated, one line each: `收入.总计 = 3650.36 万元`, `收入.总计.上年 = 未填`. */
export function facts(text: string, files: Files = {}): string[] {
  return loadText(text, files).reports.flatMap(factsOf);
}

export function factsOf({ base }: Report): string[] {
  const lines: string[] = [];
  walk(base.root, (subject) => {
    for (const fact of subject.facts.values())
      for (const statement of fact.statements) lines.push(`${fact.key} = ${figure(statement, fact.unit)}`);
  });
  return lines;
}

/** What was found, one line each, counted from one: `3:14-3:16 Z001 「预算」后面缺少数字。` */
export function findings(text: string, files: Files = {}): string[] {
  return loadText(text, files).findings.map(findingLine);
}

function findingLine(finding: Finding): string {
  const { uri, range } = finding.origin;
  const file = uri === main ? '' : `${decodeURIComponent(uri.slice(folder.length))}:`;
  const [start, end] = [range.start, range.end].map(({ line, character }) => `${line + 1}:${character + 1}`);
  return `${file}${start}-${end} ${finding.rule} ${messageOf(finding)}`;
}

/** Texts of the author, one line each: `收入.总计.原因: 比上年多【收入.总计 | 增减】`. */
export function texts(text: string): string[] {
  return loadText(text).reports.flatMap(textsOf);
}

export function textsOf({ base }: Report): string[] {
  const lines: string[] = [];
  walk(base.root, (subject) => {
    for (const [name, text] of subject.texts) lines.push(`${nameIn(subject, name)}: ${richText(text)}`);
  });
  return lines;
}

/** Words that the author chose, one line each: `项目.甲.科目 = 2011308`. */
export function attributes(text: string): string[] {
  const lines: string[] = [];
  for (const { base } of loadText(text).reports)
    walk(base.root, (subject) => {
      for (const [name, { value }] of subject.attributes) lines.push(`${nameIn(subject, name)} = ${value}`);
    });
  return lines;
}

/** Classification lines as they will be printed, one line each: `支出.一般公共预算.2011308 招商引资`. */
export function lines(text: string): string[] {
  const found: string[] = [];
  for (const { base } of loadText(text).reports)
    walk(base.root, (subject) => {
      if (subject.code) found.push(`${subject.path} ${subject.label}`);
    });
  return found;
}

function nameIn(subject: Subject, name: string): string {
  return subject.path ? `${subject.path}.${name}` : name;
}

function walk(subject: Subject, visit: (subject: Subject) => void): void {
  visit(subject);
  for (const child of subject.children.values()) walk(child, visit);
}

const states = { unfilled: '未填', none: '未发生', inapplicable: '不适用' };

function figure({ state, value }: Statement, unit: string): string {
  return state === 'value' ? `${formatPlain(value!)} ${unit}`.trim() : states[state];
}

export function richText({ pieces }: RichText): string {
  return pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : `【${expressionText(piece.expression)}】`))
    .join('');
}

/** An expression with all its brackets: ((收入.总计 - 1) | 千分位(2)). */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return formatPlain(expression.value) + (expression.unit ?? '');
    case 'text':
      return `"${expression.text}"`;
    case 'rich':
      return `"${richText(expression.text)}"`;
    case 'path':
      return expression.segments.map(({ name }) => name).join('.');
    case 'list':
      return `(${expression.values.map(expressionText).join(' ')})`;
    case 'unary':
      return `(${expression.operator}${expressionText(expression.operand)})`;
    case 'binary':
      return `(${expressionText(expression.left)} ${expression.operator} ${expressionText(expression.right)})`;
    case 'filter':
      return `(${[`${expressionText(expression.operand)} | ${expression.name}`, ...expression.arguments.map(expressionText)].join(' ')})`;
  }
}
