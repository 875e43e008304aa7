import {
  completeReport,
  type Contain,
  type FactBase,
  type Finding,
  type Origin,
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
import { NamedFiles, reportFile } from './named-files.js';
import { catalogOf } from './report-catalog.js';
import { readProperties } from './report-properties.js';
import { newReport } from './new-report.js';
import type { Projects } from './projects.js';
import { findTemplate } from './report-template.js';
import { definesSomething, type Scopes } from './scopes.js';
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
  private readonly reports = new Map<PendingReport, Report>();
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

  private link(file: LoweredFile, pending: PendingReport): Report {
    const known = this.reports.get(pending);
    if (known) return known;
    const unavailable: ReferenceKind[] = [];
    const scope = this.input.scopes.of([...this.definitionFiles(file, pending, unavailable), file]);
    const project = this.input.projects.of(file.uri);
    const template = findTemplate(file, pending, scope, project);
    const isNamed = project?.template || pending.items.some((item) => ast.isTemplateUse(item) && item.name);
    if (!template && isNamed) unavailable.push('模板');
    const result = newReport(file.uri, this.header(file, pending, template, unavailable), scope, template);
    result.unavailable = unavailable;
    result.severityChanges.push(...(project?.severityChanges ?? []));
    this.reports.set(pending, result);
    const { base } = result;
    lowerReport(contextOf(result, file.context), base, pending.items);
    this.path.push(file.uri);
    for (const item of pending.items)
      if (isReportReference(item) && !this.linkReference(file, base, item)) unavailable.push(item.kind);
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
    const named = this.files.find(file, unquote(node.file), 'source', origin);
    const target = named && this.files.source(file, named, origin);
    if (!target || definesSomething(target)) return target;
    reportFile(file, origin, 'no-definition-in-file', named!.name);
    return undefined;
  }

  /** Says whether all that the file has to say is at hand now. */
  private linkReference(file: LoweredFile, base: FactBase, node: ast.Reference): boolean {
    if (!node.file) return false;
    const origin = originOfProperty(file.uri, node, 'file');
    const named = this.files.find(file, unquote(node.file), 'source', origin);
    if (!named) return false;
    const { uri, name } = named;
    if (this.path.includes(uri)) {
      const chain = [...this.path.slice(this.path.indexOf(uri)), uri].map(fileName).join(' → ');
      report(file.context, 'Z015', 'error', origin, 'reference-cycle', { file: name, chain });
      return false;
    }
    const target = this.files.source(file, named, origin);
    const pending = target?.reports[0];
    if (target && !pending) reportFile(file, origin, 'no-report-in-file', name);
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
}

/** Something in the file could not be read: figures or rules of it may be lost. */
function isUnreadable({ rule, severity }: Finding): boolean {
  return rule.startsWith('Z') && severity === 'error';
}

/** What one report says; a file may hold several, whose texts and acceptances are not each other's. */
function contextOf(
  { uri, suppressions, severityChanges, texts }: Report,
  { findings, unread }: LoweringContext,
): LoweringContext {
  return { ...newContext(uri), findings, unread, suppressions, severityChanges, texts };
}

/** Not a file of definitions. */
function isReportReference(item: ast.ReportItem): item is ast.Reference {
  return ast.isReference(item) && (item.kind === '上年' || item.kind === '单位');
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
