import {
  checkTexts,
  createScope,
  evaluate,
  type Evaluated,
  examineReport,
  type Expression,
  type FigureValue,
  filterNames,
  filters,
  type FilterValue,
  type Finding,
  formatFixed,
  formatThousands,
  isMoneyUnit,
  membersOf,
  messageOf,
  type Origin,
  type Piece,
  type Scope,
  toFigure,
} from '@fiscal/core';
import { AstUtils, GrammarAST } from 'langium';
import { describe, expect, test } from 'vitest';
import { load, type SourceHost, type Workspace } from '../src/index.js';
import { unitWords } from '../src/lexer/unit-words.js';
import { coreServices } from '../src/parser.js';
import { codeWords, exampleRows, reference, section, type Snippet, snippets } from './reference-document.js';

const uri = 'file:///手册/报告.fiscal';
const start = { line: 0, character: 0 };
const nowhere: Origin = { uri, range: { start, end: start } };

/** Files that the reference shows and that its other snippets refer to. */
const host: SourceHost = {
  read: (target) =>
    snippets.find(({ info }) => new RegExp(`^文件 (.+/)?${nameOf(target)}$`).test(info))?.body,
  list: (folder) =>
    snippets
      .map(({ info }) => /^文件 (.+\/)?(.+)$/.exec(info))
      .filter((found) => found?.[1] && decodeURIComponent(folder).endsWith(`/手册/${found[1]}`))
      .map((found) => ({ name: found![2]!, isDirectory: false })),
};

const runnable = snippets.filter(({ language }) => language === 'fiscal');

describe('every snippet reads, and says just what it announces', () => {
  test.each(runnable)('line $line', (snippet) => {
    const text = completed(snippet);
    const announced = announcedIn(text);
    const { read, checked } = findingsOf(text);
    const counts = (finding: Finding) =>
      announced.includes(placed(finding)) || (isSerious(finding) && snippet.info !== '片段');
    const found = [...read, ...checked.filter(counts)];
    expect(found.map(placed).sort(), found.map(messageOf).join('\n')).toEqual(announced);
  });
});

test('messages are quoted as they are', () => {
  const quoted = snippets.filter(({ info }) => info === '消息');
  expect(quoted.length).toBeGreaterThan(0);
  for (const quote of quoted) {
    const snippet = snippets[snippets.indexOf(quote) - 1]!;
    const messages = findingsOf(completed(snippet)).checked.map(messageOf);
    expect(messages).toContain(quote.body.trim());
  }
});

describe('every example of a table yields what the table says', () => {
  test.each(exampleRows())('line $line', ({ expressions, result }) => {
    expect(expressions.length).toBeGreaterThan(0);
    for (const expression of expressions) expect(yieldOf(expression), expression).toBe(result);
  });
});

describe('the table of filters', () => {
  const rows = exampleRows().filter(({ names, expressions }) => expressions[0]?.includes(`| ${names[0]}`));
  const nameOfRow = ({ names }: { names: string[] }) => names[0]!;

  test('has every filter, and nothing else', () => {
    expect(rows.flatMap(({ names }) => names).sort()).toEqual([...filterNames].sort());
  });

  test('says of each what the vocabulary says', () => {
    const told = rows.map((row) => [nameOfRow(row), row.cells[1]!.replaceAll('`', '')]);
    expect(told).toEqual(rows.map((row) => [nameOfRow(row), filters[nameOfRow(row)]!.meaning]));
  });

  test.each(rows)('line $line: its example takes and gives what the vocabulary says', (row) => {
    const { takes, gives, argument } = filters[nameOfRow(row)]!;
    const { expression, scope } = readHole(row.expressions[0]!);
    const use = useOf(nameOfRow(row), expression);
    expect(taken[takes]).toContain(evaluate(use.operand, scope).kind);
    if (gives !== 'any') expect(evaluate(use, scope).kind).toBe(gives);
    if (argument && argument.use !== 'optional') expect(use.arguments).toHaveLength(1);
  });
});

test('every keyword is in the table of keywords or in that of measures, and nothing else', () => {
  const [, measureTable = ''] = /<!-- 以下的表由([^]*)<!-- 表完/.exec(reference) ?? [];
  const words = codeWords(section('关键字表') + measureTable).filter(isWord);
  expect([...new Set(words)].sort()).toEqual(keywords().sort());
});

test('the units that may stand apart are listed', () => {
  const [, listed = ''] = /这些单位可以与数字空开：`([^`]+)`/.exec(reference) ?? [];
  expect(listed.split(' ').sort()).toEqual([...unitWords].sort());
});

test('links lead to headings', () => {
  const headings = [...reference.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!.replace(/[：、，]/g, ''));
  const targets = [...reference.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target!);
  expect(targets.filter((target) => !headings.includes(target))).toEqual([]);
});

test('every sign of the grammar is written somewhere', () => {
  const signs = [...new Set(grammarKeywords())].filter((keyword) => !isWord(keyword));
  expect(signs.filter((sign) => !reference.includes(sign))).toEqual([]);
});

// ---- snippets

function completed({ info, body }: Snippet): string {
  if (info === '片段') return `部门决算 示例局 2023 {\n${body}}\n`;
  return info === '模板片段' ? `模板 示例 {\n${body}}\n` : body;
}

function workspaceOf(text: string): Workspace {
  return load([{ uri, text }], host);
}

/** What reading finds, and what checking finds in this file. */
function findingsOf(text: string): { read: Finding[]; checked: Finding[] } {
  const { reports, findings } = workspaceOf(text);
  const here = ({ origin }: Finding) => origin.uri === uri;
  return {
    read: [...findings, ...reports.flatMap(checkTexts)].filter(here),
    checked: reports.flatMap((report) => examineReport(report).findings).filter(here),
  };
}

/** What must not happen in a complete report; a piece of one is no whole, and may not add up. */
function isSerious({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** `// 期望: Z010 C001` at the end of a line, as "3 Z010". */
function announcedIn(text: string): string[] {
  const lines = text.split('\n').flatMap((line, index) => {
    const [, rules = ''] = /\/\/ 期望: (.+)$/.exec(line) ?? [];
    return rules.split(/\s+/).flatMap((rule) => (rule ? [`${index + 1} ${rule}`] : []));
  });
  return lines.sort();
}

function placed({ origin, rule }: Finding): string {
  return `${origin.range.start.line + 1} ${rule}`;
}

function nameOf(target: string): string {
  return decodeURIComponent(target.slice(target.lastIndexOf('/') + 1));
}

// ---- examples of tables

/** What an expression yields for the report that the chapter on expressions shows. */
function yieldOf(source: string): string {
  const { expression, scope, mistakes } = readHole(source);
  const shown = show(evaluate(expression, scope), scope);
  expect(mistakes.map(messageOf)).toEqual([]);
  return shown;
}

function readHole(source: string): { expression: Expression; scope: Scope; mistakes: Finding[] } {
  const sample = snippets.find(({ info }) => info === '样例')!.body.trimEnd();
  const text = `${sample.slice(0, sample.lastIndexOf('}'))}试算 """【${source}】"""\n}\n`;
  const workspace = workspaceOf(text);
  expect(workspace.findings).toEqual([]);
  const { base } = workspace.reports[0]!;
  const mistakes: Finding[] = [];
  const scope = createScope(base, (finding) => mistakes.push(finding));
  return { expression: holeOf(base.root.texts.get('试算')!.pieces), scope, mistakes };
}

/** Where a chain of filters comes to the one of that name. */
function useOf(name: string, expression: Expression): Expression & { kind: 'filter' } {
  if (expression.kind !== 'filter') throw new Error(`no ${name}`);
  return expression.name === name ? expression : useOf(name, expression.operand);
}

/** A bare subject is its 决算, or stands for its members. */
const taken: Record<FilterValue, Evaluated['kind'][]> = {
  figure: ['figure', 'subject'],
  list: ['list', 'subject'],
  text: ['text'],
  truth: ['truth'],
  subject: ['subject'],
  any: ['figure', 'subject', 'text', 'list', 'truth', 'missing'],
};

function holeOf(pieces: readonly { kind: string; expression?: Expression }[]): Expression {
  return pieces.find(({ kind }) => kind === 'hole')!.expression!;
}

function show(value: Evaluated, scope: Scope): string {
  switch (value.kind) {
    case 'truth':
      return value.value ? '成立' : '不成立';
    case 'figure':
      return showFigure(value);
    case 'text':
      return value.pieces.map(showPiece).join('');
    case 'list':
      return value.members.map((member) => nameIn(member, scope)).join('、');
    case 'subject':
      return showSubject(value, scope);
    default:
      return '无';
  }
}

function nameIn(member: Evaluated, scope: Scope): string {
  return member.kind === 'subject' ? member.subject.label : show(member, scope);
}

/** A bare subject is its 决算; without one it stands for its members. */
function showSubject(value: Evaluated, scope: Scope): string {
  const figure = toFigure(value, scope, nowhere)!;
  return figure.state === 'absent'
    ? show({ kind: 'list', members: membersOf(value, scope, nowhere) }, scope)
    : showFigure(figure);
}

function showPiece(piece: Piece): string {
  return piece.kind === 'text' ? piece.text : showFigure(piece.figure);
}

/** As the settings of a template print it when none is set: money without trailing zeros. */
function showFigure({ state, value, unit, decimals, format }: FigureValue): string {
  if (!value) return state === 'unfilled' || state === 'blocked' ? '未填' : '无';
  const shown = isMoneyUnit(unit) || unit === '' ? value.toDecimalPlaces(decimals ?? 20) : value;
  const places = format?.decimals ?? (unit === '%' ? decimals : undefined) ?? shown.decimalPlaces();
  const digits = format?.thousands ? formatThousands(value, places) : formatFixed(value, places);
  return digits + (unit === '%' || format?.unit ? unit : '');
}

// ---- keywords

function keywords(): string[] {
  return [...new Set(grammarKeywords())].filter(isWord);
}

function grammarKeywords(): string[] {
  const nodes = AstUtils.streamAllContents(coreServices().Grammar).filter(GrammarAST.isKeyword);
  return nodes.map(({ value }) => value).toArray();
}

function isWord(keyword: string): boolean {
  return /^[\u4e00-\u9fff]+$/.test(keyword);
}
