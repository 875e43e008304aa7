import type { FindingData, Rule, SchemaItem, Template } from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { type LoweringContext, newContext, report } from '../lower/context.js';
import { originOf } from '../lower/origins.js';
import { lowerRule } from '../lower/rules.js';
import { addSchema } from '../lower/schemas.js';
import { lowerTemplate } from '../lower/templates.js';
import { parse } from '../parser.js';
import { syntaxFindings } from '../syntax/syntax-findings.js';

/** One parsed file: what it offers to others is lowered, its reports wait until everything is known. */
export interface LoweredFile {
  uri: string;
  text: string;
  context: LoweringContext;
  templates: Template[];
  rules: Rule[];
  reports: PendingReport[];
}

/** A report whose references, template and schema are not linked yet. */
export interface PendingReport {
  node: ast.Report;
  items: ast.ReportItem[];
}

/** Parses a file and lowers what does not depend on other files; its 结构 are added to `schema`. */
export function lowerFile(uri: string, text: string, schema: SchemaItem): LoweredFile {
  const result = parse(text);
  const context = newContext(uri);
  context.findings.push(...syntaxFindings(uri, result));
  const file: LoweredFile = { uri, text, context, templates: [], rules: [], reports: [] };
  for (const element of result.value.elements ?? []) addElement(file, element, schema);
  return file;
}

function addElement(file: LoweredFile, element: ast.Element, schema: SchemaItem): void {
  switch (element.$type) {
    case 'Report':
      return addReport(file, element, schema);
    case 'Template':
      file.templates.push(lowerTemplate(file.context, element));
      return;
    case 'Rule':
      file.rules.push(lowerRule(file.context, element));
      return;
    case 'Schema':
      return addSchema(schema, element);
    case 'StrayItem':
      return addStray(file, element);
  }
}

function addReport(file: LoweredFile, node: ast.Report, schema: SchemaItem): void {
  for (const item of node.items) {
    if (ast.isSchema(item)) addSchema(schema, item);
    else if (ast.isRule(item)) file.rules.push(lowerRule(file.context, item));
  }
  file.reports.push({ node, items: [...node.items] });
}

/** What stands behind a superfluous } still belongs to the report before it. */
function addStray(file: LoweredFile, element: ast.StrayItem): void {
  const before = file.reports.at(-1);
  if (!element.item) return;
  if (before) before.items.push(element.item);
  const { findings } = file.context;
  if (findings.some(({ data }) => codeOf(data) === 'outside-report')) return;
  // The brace that closes nothing, at the end, is only a consequence.
  file.context.findings = findings.filter(({ data }) => codeOf(data) !== 'superfluous-brace');
  report(file.context, 'Z006', 'error', originOf(file.uri, element), before ? 'outside-report' : 'no-report');
}

function codeOf(data: FindingData): string | undefined {
  return data.kind === 'message' ? data.code : undefined;
}
