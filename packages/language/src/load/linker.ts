import {
  completeReport,
  type Contain,
  type FactBase,
  type Finding,
  type Origin,
  type Path,
  type ReferenceKind,
  type Report,
  type ReportHeader,
  type Template,
} from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { type LoweringContext, newContext, report } from '../lower/context.js';
import { normalizeName } from '../lower/expressions.js';
import { originOfProperty } from '../lower/origins.js';
import { lowerReport } from '../lower/report.js';
import { unquote } from '../lower/texts.js';
import type { LoweredFile, PendingReport } from './file.js';
import { fileName, type NamedFile, NamedFiles, reportFile } from './named-files.js';
import { catalogOf } from './report-catalog.js';
import { readProperties } from './report-properties.js';
import { newReport } from './new-report.js';
import type { Projects } from './projects.js';
import { wholeNumber } from './properties.js';
import type { Project } from '../project/project.js';
import { hasWildcards } from '../project/wildcards.js';
import { findTemplate, nameOfTemplate, templatesThatKnow } from './report-template.js';
import { definesSomething, type Scope, type Scopes } from './scopes.js';
import type { SourceHost } from './source-host.js';

/** What a linker needs to know of the whole workspace. */
export interface LinkingInput {
  files: readonly LoweredFile[];
  host: SourceHost;
  scopes: Scopes;
  projects: Projects;
  contain: Contain;
}

/** Builds the fact bases of reports, with their templates, catalogues and the reports that they refer to. */
export class Linker {
  private readonly files: NamedFiles;
  /** Each by the templates that it was read after because a report with one refers to it. */
  private readonly reports = new Map<PendingReport, Map<Template | undefined, Report>>();
  /** Uris on the way from the report that is being linked: a reference back to one of them is a cycle. */
  private readonly path: string[] = [];

  constructor(private readonly input: LinkingInput) {
    this.files = new NamedFiles(input.files, input.host, input.contain);
  }

  linkReports(file: LoweredFile): Report[] {
    return file.reports.map((pending) => this.link(file, pending));
  }

  /** Sources that were read because a report refers to them; what only is called one is not looked into. */
  referenced(): LoweredFile[] {
    return this.files.read().filter(isSource);
  }

  /**
   * A report that names no template is read after that of the one which refers to it: what that template knows of,
   * and what follows by its rules, is part of what is taken over. Alone it is read after none.
   */
  private link(file: LoweredFile, pending: PendingReport, referring?: Template): Report {
    const project = this.input.projects.of(file.uri);
    const named = nameOfTemplate(file, pending, project);
    const after = named ? undefined : referring;
    let readings = this.reports.get(pending);
    if (!readings) this.reports.set(pending, (readings = new Map()));
    const known = readings.get(after);
    if (known) return known;
    const unavailable: ReferenceKind[] = [];
    const definitions = this.definitionFiles(file, pending, project, unavailable);
    const scope = this.input.scopes.of([...definitions, file]);
    const template = after ?? findTemplate(file, pending, scope, project);
    if (!template && named) unavailable.push('模板');
    const result = newReport(file.uri, this.header(file, pending, template, unavailable), scope, template);
    result.unavailable = unavailable;
    result.severityChanges.push(...(project?.severityChanges ?? []));
    readings.set(after, result);
    const { base } = result;
    lowerReport(contextOf(result, file.context, scope), base, pending.items);
    this.path.push(file.uri);
    for (const item of pending.items)
      if (isReportReference(item)) {
        const known = base.units.length;
        if (this.linkReference(file, result, item, project)) continue;
        unavailable.push(item.kind);
        if (item.kind === '单位' && base.units.length === known) base.lacksUnits = true;
      }
    this.path.pop();
    completeReport(base);
    return result;
  }

  private header(
    file: LoweredFile,
    pending: PendingReport,
    template: Template | undefined,
    unavailable: ReferenceKind[],
  ): Omit<ReportHeader, 'schema'> {
    const properties = readProperties(file, pending, template);
    const { catalog, lacks } = catalogOf(file, properties, this.files);
    if (lacks) unavailable.push('科目表');
    const { kind = '部门决算', name = '' } = pending.node;
    const { year, moneyUnit, decimals, percentDecimals, truncates } = properties;
    const origin = originOfProperty(file.uri, pending.node, 'name');
    const described = { kind, name: normalizeName(name), origin, catalog };
    return { ...described, year, moneyUnit, decimals, percentDecimals, truncates };
  }

  /** Files whose templates, rules and 结构 a report takes by 引用 模板 and 引用 规则. */
  private definitionFiles(
    file: LoweredFile,
    { items }: PendingReport,
    project: Project | undefined,
    unavailable: ReferenceKind[],
  ): LoweredFile[] {
    const references = items.filter(ast.isReference).filter((item) => item.file && !isReportReference(item));
    return references.flatMap((item) => {
      const named = this.named(file, item, project);
      const targets = named.map((one) => this.definitionFile(file, item, one));
      if (named.length === 0 || targets.some((one) => !one || one.context.findings.some(isUnreadable)))
        unavailable.push(item.kind);
      return targets.filter((one) => one !== undefined);
    });
  }

  private definitionFile(file: LoweredFile, node: ast.Reference, named: NamedFile): LoweredFile | undefined {
    const origin = originOfProperty(file.uri, node, 'file');
    const target = this.files.source(file, named, origin);
    if (!target || definesSomething(target)) return target;
    reportFile(file, origin, 'no-definition-in-file', named.name);
    return undefined;
  }

  /** The files that a reference means: one, or those of a pattern. */
  private named(file: LoweredFile, node: ast.Reference, project: Project | undefined): NamedFile[] {
    const name = unquote(node.file);
    const origin = originOfProperty(file.uri, node, 'file');
    if (hasWildcards(name)) return this.files.matching(file, name, project, origin);
    return [this.files.find(file, name, 'source', origin)].filter((one) => one !== undefined);
  }

  /** Says whether all that the files have to say is at hand now. */
  private linkReference(
    file: LoweredFile,
    into: Report,
    node: ast.Reference,
    project: Project | undefined,
  ): boolean {
    if (!node.file) return false;
    const { base } = into;
    const origin = originOfProperty(file.uri, node, 'file');
    const pattern = unquote(node.file);
    if (!hasWildcards(pattern)) {
      const [named] = this.named(file, node, project);
      return named !== undefined && this.linkFile(file, into, node, named);
    }
    if (node.kind === '上年') {
      reportFile(file, origin, 'pattern-of-one', pattern);
      return false;
    }
    const named = this.named(file, node, project);
    const ofYear = named.filter((one) => this.isOfYear(file, one, base.year, origin));
    if (named.length > 0 && ofYear.length === 0)
      reportFile(file, origin, 'no-match-of-year', pattern, { year: String(base.year) });
    return ofYear.map((one) => this.linkFile(file, into, node, one)).every(Boolean) && ofYear.length > 0;
  }

  /** A pattern means the reports of its own year: those of others, and files of rules, may lie beside them. */
  private isOfYear(file: LoweredFile, named: NamedFile, year: number, origin: Origin): boolean {
    const target = this.files.source(file, named, origin);
    if (!target || target.reports.length === 0) return !target || !definesSomething(target);
    return wholeNumber(target.reports[0]!.node.year) === year;
  }

  private linkFile(
    file: LoweredFile,
    { base, template }: Report,
    node: ast.Reference,
    { uri, name }: NamedFile,
  ): boolean {
    const origin = originOfProperty(file.uri, node, 'file');
    if (this.path.includes(uri)) {
      const chain = [...this.path.slice(this.path.indexOf(uri)), uri].map(fileName).join(' → ');
      report(file.context, 'Z015', 'error', origin, 'reference-cycle', { file: name, chain });
      return false;
    }
    const target = this.files.source(file, { uri, name }, origin);
    const pending = target?.reports[0];
    if (target && !pending) reportFile(file, origin, 'no-report-in-file', name);
    if (!target || !pending) return false;
    const other = this.link(target, pending, template).base;
    if (node.kind !== '单位') this.setPrior(file, base, other, origin);
    else if (other.year !== base.year) {
      const parameters = { year: String(other.year), expected: String(base.year) };
      report(file.context, 'Z016', 'error', origin, 'wrong-unit-year', parameters);
      return false;
    }
    // What a pattern means as well as a name counts once.
    else if (!base.units.includes(other)) base.units.push(other);
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
}

/** Something in the file could not be read: figures or rules of it may be lost. */
function isUnreadable({ rule, severity }: Finding): boolean {
  return rule.startsWith('Z') && severity === 'error';
}

/** What one report says; a file may hold several, whose texts and acceptances are not each other's. */
function contextOf(
  { uri, suppressions, severityChanges, texts, template }: Report,
  { findings, unread, filters }: LoweringContext,
  { templates }: Scope,
): LoweringContext {
  const own = { findings, unread, filters, suppressions, severityChanges, texts };
  const templatesWith = (path: Path) => (template ? [] : templatesThatKnow(path, templates));
  return { ...newContext(uri), ...own, templatesWith };
}

/** Not a file of definitions. */
function isReportReference(item: ast.ReportItem): item is ast.Reference {
  return ast.isReference(item) && (item.kind === '上年' || item.kind === '单位');
}

function isSource(file: LoweredFile): boolean {
  return file.reports.length > 0 || definesSomething(file);
}
