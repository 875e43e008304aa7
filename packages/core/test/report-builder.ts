import {
  Decimal,
  emptySchema,
  FactBase,
  factAt,
  isCommonMeasure,
  isMoneyUnit,
  measureNamed,
  parseFigure,
  resolveFact,
  type Catalog,
  type Expression,
  type Fact,
  type Origin,
  type Report,
  type Resolved,
  type Rule,
  type SchemaItem,
  type Statement,
  type Subject,
  completeReport,
  unitOfFact,
} from '../src/index.js';
import { parseRule } from './rule-text.js';

export interface BuilderOptions {
  unit?: string;
  decimals?: number;
  percentDecimals?: number;
  year?: number;
}

const states: Record<string, Statement['state']> = {
  未填: 'unfilled',
  未发生: 'none',
  不适用: 'inapplicable',
};
const code = /^\d{3,7}$/;
const units = new Set(['元', '千元', '万元', '亿元', '辆', '批次', '人次', '人', '分', '%']);

/**
 * A report from lines of text, one subject a line: its path, then figures by measure.
 * `支出.一般公共预算.2011101 基本 5.43 项目 120000 元` — a figure without a measure is 决算, a unit may follow
 * (元 is exact), 未填 未发生 不适用 are figures too, `科目=2011101` is an attribute.
 * `规则 I0101 收入.合计 = 收入.甲 + 收入.乙` is a rule. The origin of a figure is its place in the text.
 */
export function reportOf(text: string, options: BuilderOptions = {}): Report {
  const { unit = '万元', decimals = 2, percentDecimals = 2, year = 2023 } = options;
  const uri = `file:///${year}.fiscal`;
  const place = originOf(uri, 0, 0, 0);
  const schema = schemaOf(['收入', '支出', '基本支出', '三公经费', '政府采购']);
  const base = new FactBase({
    kind: '部门决算',
    name: '某局',
    year,
    moneyUnit: unit,
    decimals,
    percentDecimals,
    schema,
    catalog,
    origin: place,
  });
  const rules: Rule[] = [];
  for (const [number, line] of text.split('\n').entries()) {
    if (line.trim().startsWith('规则')) rules.push(parseRule(line, originOf(uri, number, 0, line.length)));
    else readLine(base, uri, line, number);
  }
  for (const { statements } of rules) know(schema, statements[0]!.left);
  base.rules = rules;
  completeReport(base);
  return { uri, base, rules, suppressions: [], severityChanges: [], texts: [] };
}

/** `3650.37 derived` or just the state, as `resolveFact` sees the path. */
export function resolvedText(report: Report, path: string): string {
  const { state, value } = resolved(report, path);
  return value ? `${value.toFixed()} ${state}` : state;
}

export function resolved(report: Report, path: string): Resolved {
  const fact = factAt(report.base, path);
  return fact ? resolveFact(fact) : { state: 'absent' };
}

function readLine(base: FactBase, uri: string, line: string, number: number): void {
  const words = [...line.matchAll(/\S+/g)];
  const [path, ...rest] = words;
  if (!path) return;
  const subject = subjectOf(base, path[0], originOf(uri, number, path.index, path[0].length));
  let measure = '决算';
  rest.forEach((word, index) => {
    const place = originOf(uri, number, word.index, word[0].length);
    const unit = units.has(rest[index + 1]?.[0] ?? '') ? rest[index + 1]![0] : undefined;
    if (word[0].includes('=')) return addAttribute(subject, word[0], place);
    if (units.has(word[0]) && isFigure(rest[index - 1]?.[0])) return;
    if (addFigure(subject, measure, word[0], unit, place)) measure = '决算';
    else measure = measureNamed(word[0]);
  });
}

function isFigure(word: string | undefined): boolean {
  return word !== undefined && (parseFigure(word) !== undefined || word in states);
}

function subjectOf(base: FactBase, path: string, origin: Origin): Subject {
  const subject = path
    .split('.')
    .reduce((parent, name) => parent.addChild(name, code.test(name) ? name : undefined), base.root);
  subject.origin ??= origin;
  return subject;
}

function addAttribute(subject: Subject, word: string, origin: Origin): void {
  const [name = '', value = ''] = word.split('=');
  subject.setAttribute(name, { value, origin });
}

function addFigure(
  subject: Subject,
  measure: string,
  word: string,
  unit: string | undefined,
  origin: Origin,
): boolean {
  const value = parseFigure(word);
  const state = value ? 'value' : states[word];
  if (!state) return false;
  const fact = factOf(subject, measure, unit);
  fact.statements.push({ state, origin, ...(value && inUnit(fact, value, unit)) });
  return true;
}

function factOf(subject: Subject, measure: string, unit: string | undefined): Fact {
  return unit && !isMoneyUnit(unit) && unit !== '%'
    ? subject.addFact(measure, unit, 0)
    : addFact(subject, measure);
}

/** Counts are exact, a figure in 元 is exact; all others have the declared decimals. */
function inUnit(fact: Fact, value: Decimal, unit: string | undefined): Pick<Statement, 'value' | 'decimals'> {
  if (unit === '元' && fact.unit === '万元') return { value: value.div(10000) };
  return isMoneyUnit(fact.unit) || fact.unit === '%' ? { value, decimals: fact.decimals } : { value };
}

/** What a rule defines is known to the 结构. */
function know(schema: SchemaItem, expression: Expression): void {
  if (expression.kind !== 'path') return;
  let item = schema;
  for (const { name } of expression.segments) {
    if (item !== schema && isCommonMeasure(name)) return;
    if (!item.children.has(name)) item.children.set(name, emptySchema(name, true));
    item = item.children.get(name)!;
  }
}

/** Blocks that every report may have, with anything in them. */
function schemaOf(blocks: string[]): SchemaItem {
  const schema = emptySchema('', true);
  for (const name of blocks) schema.children.set(name, emptySchema(name, true));
  return schema;
}

function originOf(uri: string, line: number, character: number, length: number): Origin {
  return { uri, range: { start: { line, character }, end: { line, character: character + length } } };
}

const groups: Record<string, string> = {
  '301': '人员经费',
  '303': '人员经费',
  '302': '公用经费',
  '310': '公用经费',
};

/** Knows no more than the groups of four economic 类. */
const catalog = {
  year: 2023,
  authoritative: false,
  find: (kind: string, code: string) =>
    groups[code] && { code, level: '类', name: code, kind, confirmation: 'report', group: groups[code] },
  governs: () => false,
  list: () => [],
  rename: () => undefined,
  nearest: () => [],
  changes: () => [],
} as unknown as Catalog;

function addFact(subject: Subject, measure: string): Fact {
  const { unit, decimals } = unitOfFact(subject, measure);
  return subject.addFact(measure, unit, decimals);
}
