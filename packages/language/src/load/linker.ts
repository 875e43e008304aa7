import {
  type Catalog,
  type Contain,
  emptySchema,
  FactBase,
  type Finding,
  isMoneyUnit,
  nearestNames,
  type Origin,
  parseCatalogCsv,
  type ReferenceKind,
  type Report,
  type SchemaItem,
  startOf,
  type Template,
  withOwnCatalog,
  completeReport,
} from '@fiscal/core';
import { standardCatalog } from './library.js';
import * as ast from '../generated/ast.js';
import { type LoweringContext, newContext, report } from '../lower/context.js';
import { normalizeName } from '../lower/expressions.js';
import { originOfProperty } from '../lower/origins.js';
import { lowerReport } from '../lower/report.js';
import { mergeSchema } from '../lower/schemas.js';
import { unquote } from '../lower/texts.js';
import { type LoweredFile, lowerFile, type PendingReport } from './file.js';
import { checkDate, numberProperty, wholeNumber, yearOf } from './properties.js';
import { definesSomething, type Scope, type Scopes } from './scopes.js';
import { type FileKind, isNamedAs, type SourceHost } from './source-host.js';
import { resolveUri } from './resolve-uri.js';

const defaultMoneyUnit = '万元';
const defaultDecimals = 2;
const rounding = '四舍五入';
const truncation = '截断';

/** What a linker needs to know of the whole workspace. */
export interface LinkingInput {
  files: readonly LoweredFile[];
  host: SourceHost;
  scopes: Scopes;
  contain: Contain;
}

/** Builds the fact bases of reports, with their templates, catalogues and the reports that they refer to. */
export class Linker {
  private readonly files = new Map<string, LoweredFile>();
  private readonly reports = new Map<PendingReport, Report>();
  /** Uris on the way from the report that is being linked: a reference back to one of them is a cycle. */
  private readonly path: string[] = [];
  private readonly given: ReadonlySet<string>;

  constructor(private readonly input: LinkingInput) {
    for (const file of input.files) this.files.set(file.uri, file);
    this.given = new Set(this.files.keys());
  }

  linkReports(file: LoweredFile): Report[] {
    return file.reports.map((pending) => this.link(file, pending));
  }

  /** Sources that were read because a report refers to them; what only is called one is not looked into. */
  referenced(): LoweredFile[] {
    return [...this.files.values()].filter((file) => !this.given.has(file.uri) && isSource(file));
  }

  private link(file: LoweredFile, pending: PendingReport): Report {
    const known = this.reports.get(pending);
    if (known) return known;
    const unavailable: ReferenceKind[] = [];
    const scope = this.input.scopes.of([...this.definitionFiles(file, pending, unavailable), file]);
    const template = findTemplate(file, pending, scope);
    if (!template && pending.items.some((item) => ast.isTemplateUse(item) && item.name))
      unavailable.push('模板');
    const base = this.createBase(file, pending, template, scope, unavailable);
    const { uri } = file;
    const context = contextOfReport(file.context);
    const rules = [...scope.rules, ...(template?.rules ?? [])];
    base.rules = rules;
    const result: Report = {
      uri,
      base,
      ...(template && { template }),
      rules,
      suppressions: context.suppressions,
      severityChanges: [...(template?.severityChanges ?? [])],
      texts: context.texts,
      unavailable,
    };
    this.reports.set(pending, result);
    lowerReport(context, base, pending.items);
    result.severityChanges.push(...context.severityChanges);
    this.path.push(uri);
    for (const item of pending.items)
      if (isReportReference(item) && !this.linkReference(file, base, item)) unavailable.push(item.kind);
    this.path.pop();
    completeReport(base);
    return result;
  }

  private createBase(
    file: LoweredFile,
    { node, items }: PendingReport,
    template: Template | undefined,
    scope: Scope,
    unavailable: ReferenceKind[],
  ): FactBase {
    const properties = new Map(items.filter(ast.isProperty).map((item) => [item.key, item]));
    const year = yearOf(file, node);
    checkDate(file, properties.get('公开时间'));
    const moneyUnit = this.moneyUnit(file, properties.get('货币单位'));
    const truncates = this.truncates(file, properties.get('取舍'));
    const percentDecimals =
      numberProperty(file, properties.get('百分比小数')) ??
      wholeNumber(template?.settings.get('百分比小数')?.value) ??
      defaultDecimals;
    return new FactBase({
      kind: node.kind ?? '部门决算',
      name: normalizeName(node.name ?? ''),
      year,
      moneyUnit,
      decimals: numberProperty(file, properties.get('小数')) ?? defaultDecimals,
      percentDecimals,
      truncates,
      schema: schemaFor(scope, template),
      catalog: this.catalogFor(file, properties, year, unavailable),
      origin: originOfProperty(file.uri, node, 'name'),
    });
  }

  /** 取舍: how amounts of money lost the digits behind their last place. */
  private truncates(file: LoweredFile, property: ast.Property | undefined): boolean {
    const value = property?.value;
    if (value === undefined || value === rounding) return false;
    if (value === truncation) return true;
    const origin = originOfProperty(file.uri, property!, 'value');
    report(file.context, 'Z025', 'error', origin, 'wrong-setting', { name: '取舍', value }, [
      rounding,
      truncation,
    ]);
    return false;
  }

  private moneyUnit(file: LoweredFile, property: ast.Property | undefined): string {
    if (property?.value === undefined || isMoneyUnit(property.value))
      return property?.value ?? defaultMoneyUnit;
    const origin = originOfProperty(file.uri, property, 'value');
    report(file.context, 'U001', 'error', origin, 'unknown-money-unit', { name: property.value });
    return defaultMoneyUnit;
  }

  private catalogFor(
    file: LoweredFile,
    properties: Map<string, ast.Property>,
    year: number,
    unavailable: ReferenceKind[],
  ): Catalog {
    const standard = standardCatalog(numberProperty(file, properties.get('科目年度')) ?? year);
    const property = properties.get('科目表');
    if (property?.value === undefined) return standard;
    const origin = originOfProperty(file.uri, property, 'value');
    const named = this.find(file, unquote(property.value), 'table', origin);
    const text = named && this.readText(file, named, origin);
    if (!named || text === undefined) {
      unavailable.push('科目表');
      return standard;
    }
    const { rows, problems } = parseCatalogCsv(text);
    for (const problem of problems) {
      // A file without the header of a table is none: nothing of it is shown.
      const isTable = problem.message !== 'catalog-header-missing';
      const place = isTable ? { uri: named.uri, range: lineRange(problem.line) } : origin;
      report(file.context, 'C012', 'error', place, problem.message, problem.parameters);
    }
    return withOwnCatalog(standard, rows);
  }

  // ---- references

  /** Files whose templates, rules and 结构 a report takes by 引用 模板 and 引用 规则. */
  private definitionFiles(
    file: LoweredFile,
    { items }: PendingReport,
    unavailable: ReferenceKind[],
  ): LoweredFile[] {
    const references = items.filter(ast.isReference).filter((item) => item.file && !isReportReference(item));
    return references.flatMap((item) => {
      const target = this.definitionFile(file, item);
      if (!target || target.context.findings.some(isUnreadable)) unavailable.push(item.kind);
      return target ?? [];
    });
  }

  private definitionFile(file: LoweredFile, node: ast.Reference): LoweredFile | undefined {
    const origin = originOfProperty(file.uri, node, 'file');
    const named = this.find(file, unquote(node.file), 'source', origin);
    const target = named && this.fileAt(file, named, origin);
    if (!target || definesSomething(target)) return target;
    report(file.context, 'Z014', 'error', origin, 'no-definition-in-file', { file: named!.name });
    return undefined;
  }

  /** Says whether all that the file has to say is at hand now. */
  private linkReference(file: LoweredFile, base: FactBase, node: ast.Reference): boolean {
    if (!node.file) return false;
    const origin = originOfProperty(file.uri, node, 'file');
    const named = this.find(file, unquote(node.file), 'source', origin);
    if (!named) return false;
    const { uri, name } = named;
    if (this.path.includes(uri)) {
      const chain = [...this.path.slice(this.path.indexOf(uri)), uri].map(fileName).join(' → ');
      report(file.context, 'Z015', 'error', origin, 'reference-cycle', { file: name, chain });
      return false;
    }
    const target = this.fileAt(file, named, origin);
    const pending = target?.reports[0];
    if (target && !pending)
      report(file.context, 'Z014', 'error', origin, 'no-report-in-file', { file: name });
    if (!target || !pending) return false;
    const other = this.link(target, pending).base;
    if (node.kind === '单位') base.units.push(other);
    else this.setPrior(file, base, other, origin);
    return (node.kind === '单位' || base.prior === other) && !target.context.findings.some(isUnreadable);
  }

  private setPrior(file: LoweredFile, base: FactBase, prior: FactBase, origin: Origin): void {
    if (prior.year === base.year - 1) {
      base.prior = prior;
      return;
    }
    const parameters = { year: String(prior.year), expected: String(base.year - 1) };
    report(file.context, 'Z016', 'error', origin, 'wrong-prior-year', parameters);
  }

  /** What a name leads to; nothing, and reported, where it cannot be a file of that kind. */
  private find(file: LoweredFile, name: string, kind: FileKind, origin: Origin): NamedFile | undefined {
    if (!isNamedAs(kind, name)) {
      report(file.context, 'Z014', 'error', origin, `not-a-${kind}`, { file: name });
      return undefined;
    }
    const uri = (this.input.host.resolve ?? resolveUri)(file.uri, name);
    if (uri === undefined) report(file.context, 'Z014', 'error', origin, 'missing-file', { file: name });
    return uri === undefined ? undefined : { uri, name };
  }

  /** The text of a file that another one names; nothing, and reported, where there is none. */
  private readText(file: LoweredFile, { uri, name }: NamedFile, origin: Origin): string | undefined {
    const read = this.input.host.read(uri);
    if (typeof read === 'string') return read;
    if (!read) report(file.context, 'Z014', 'error', origin, 'missing-file', { file: name });
    else
      report(file.context, 'Z014', 'error', origin, 'unreadable-file', { file: name, reason: read.reason });
    return undefined;
  }

  private fileAt(file: LoweredFile, named: NamedFile, origin: Origin): LoweredFile | undefined {
    const { uri } = named;
    const known = this.files.get(uri);
    if (known) return known;
    const { host, contain } = this.input;
    const text = this.readText(file, named, origin);
    if (text === undefined) return undefined;
    const target = contain(startOf(uri), () => lowerFile({ uri, text, parsed: host.parsed?.(uri) }));
    if (target) this.files.set(uri, target);
    return target;
  }
}

/** A file that another one names, as written there. */
interface NamedFile {
  uri: string;
  name: string;
}

/** Something in the file could not be read: figures or rules of it may be lost. */
function isUnreadable({ rule, severity }: Finding): boolean {
  return rule.startsWith('Z') && severity === 'error';
}

/** What one report says; a file may hold several, whose texts and acceptances are not each other's. */
function contextOfReport(file: LoweringContext): LoweringContext {
  return { ...newContext(file.uri), findings: file.findings };
}

/** Not a file of definitions. */
function isReportReference(item: ast.ReportItem): item is ast.Reference {
  return ast.isReference(item) && (item.kind === '上年' || item.kind === '单位');
}

function findTemplate(
  { uri, context }: LoweredFile,
  { items }: PendingReport,
  { templates }: Scope,
): Template | undefined {
  const use = items.find(ast.isTemplateUse);
  if (!use?.name) return undefined;
  const name = normalizeName(use.name);
  const template = templates.get(name);
  if (template) return template;
  const origin = originOfProperty(uri, use, 'name');
  report(
    context,
    'Z017',
    'error',
    origin,
    'unknown-template',
    { name },
    nearestNames(name, templates.keys()),
  );
  return undefined;
}

function schemaFor(scope: Scope, template: Template | undefined): SchemaItem {
  if (!template || template.schema.children.size === 0) return scope.schema;
  const schema = emptySchema();
  mergeSchema(schema, scope.schema);
  mergeSchema(schema, template.schema);
  return schema;
}

function isSource(file: LoweredFile): boolean {
  return file.reports.length > 0 || definesSomething(file);
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function lineRange(line: number): Origin['range'] {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}
