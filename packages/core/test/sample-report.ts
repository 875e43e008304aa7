import {
  type CatalogEntry,
  type CatalogKind,
  createCatalog,
  Decimal,
  emptySchema,
  FactBase,
  levelOfCode,
  measureNamed,
  parseFigure,
  type Report,
  type SchemaItem,
  type StatementState,
  type Subject,
  completeReport,
  unitOfFact,
} from '../src/index.js';
import { sampleData } from './catalog-sample.js';
import { origin, richFrom } from './expression-from.js';

const uri = 'test:report';
const states: Record<string, StatementState> = { 未填: 'unfilled', 未发生: 'none', 不适用: 'inapplicable' };
const units: Record<string, string> = { 批次: '批次', 人次: '人次', 团组: '个', 越野车: '辆', 目标: '%' };

/**
 * A report from lines: a path, then measures with figures; `名="…"` is a text, `名=词` an attribute.
 * The names of `schema` lines (`结构 收入 { … }` without the words) are known besides.
 */
export function sampleReport(text: string, schema = '', percentDecimals = 0): Report {
  const place = origin(uri, 0, 1);
  const items = schemaFrom(schema);
  const catalog = createCatalog(sampleData, 2024);
  const base = new FactBase({
    kind: '部门决算',
    name: '某某局',
    year: 2023,
    moneyUnit: '万元',
    decimals: 2,
    percentDecimals,
    schema: items,
    catalog,
    origin: place,
  });
  const report: Report = { uri, base, rules: [], suppressions: [], severityChanges: [], texts: [] };
  for (const line of text.split('\n')) readLine(report, line.trim());
  completeReport(base);
  return report;
}

/** `收入: 总计=收入总计 事业收入`, one block a line; a block of lines is marked with * or # (economic). */
function schemaFrom(text: string): SchemaItem {
  const root = emptySchema();
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const [path = '', names = ''] = line.trim().split(/:\s*/);
    let item = root;
    for (const step of path.split('.')) item = childOf(item, step);
    for (const name of names.split(' ').filter((name) => name !== '')) childOf(item, name);
  }
  return root;
}

function childOf(parent: SchemaItem, word: string): SchemaItem {
  const [name = '', alias] = word.replace(/[*#]$/, '').split('=');
  const item = parent.children.get(name) ?? emptySchema(name);
  parent.children.set(name, item);
  if (alias) item.aliases.push(alias);
  if (word.endsWith('*')) item.coded = 'functional';
  if (word.endsWith('#')) item.coded = 'economic';
  if (units[name]) item.unit = units[name];
  return item;
}

function readLine(report: Report, line: string): void {
  const [path, ...words] = line.match(/\S+?="[^"]*"|\S+/g) ?? [];
  if (path === undefined) return;
  const { base } = report;
  const subject = path === '/' ? base.root : subjectOf(base, path);
  let measure = '决算';
  for (const word of words) {
    const [name = '', value] = word.split('=');
    if (value?.startsWith('"')) addText(report, subject, name, value.slice(1, -1));
    else if (value !== undefined) subject.setAttribute(name, { value, origin: origin(uri, 0, 1) });
    else if (addFigure(subject, measure, word)) measure = '决算';
    else measure = measureNamed(word);
  }
}

function subjectOf(base: FactBase, path: string): Subject {
  const subject = path.split('.').reduce((parent, name) => {
    const child = parent.addChild(name, /^\d+$/.test(name) ? name : undefined);
    if (child.code) child.label = entryOf(base, name)?.name ?? name;
    return child;
  }, base.root);
  subject.origin = origin(uri, 0, path.length);
  return subject;
}

function entryOf({ catalog }: FactBase, code: string): CatalogEntry | undefined {
  const kind: CatalogKind = code.startsWith('2') ? 'functional' : 'economic';
  return levelOfCode(code) && catalog.find(kind, code);
}

function addText(report: Report, subject: Subject, name: string, words: string): void {
  const text = richFrom(words.replaceAll('\\n', '\n'), uri);
  subject.setText(name, text);
  report.texts.push(text);
}

function addFigure(subject: Subject, measure: string, word: string): boolean {
  const value = parseFigure(word);
  const state = value ? 'value' : states[word];
  if (!state) return false;
  const unit = units[measure] ?? (measure === '决算' ? units[subject.name] : undefined);
  const fact = unit ? subject.addFact(measure, unit, 0) : addFact(subject, measure);
  const stated = value && { value: new Decimal(value), ...(unit ? {} : { decimals: fact.decimals }) };
  fact.statements.push({ state, ...stated, origin: origin(uri, 7, 3) });
  return true;
}

function addFact(subject: Subject, measure: string): Fact {
  const { unit, decimals } = unitOfFact(subject, measure);
  return subject.addFact(measure, unit, decimals);
}
