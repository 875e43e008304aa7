import {
  emptySchema,
  isOfLibrary,
  type Origin,
  type Phrase,
  type Rule,
  type SchemaItem,
  type Template,
  type TemplateNode,
} from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { type LoweringContext, newContext, report } from '../lower/context.js';
import { normalizeName } from '../lower/expressions.js';
import { originOfProperty } from '../lower/origins.js';
import { lowerRule } from '../lower/rules.js';
import { addSchema } from '../lower/schemas.js';
import { lowerChanges, type TemplateChange } from '../lower/template-changes.js';
import { UnreadLines } from '../lower/unread-lines.js';
import { addPhrase, lowerTemplate, lowerUnusedForm, reportTwice } from '../lower/templates.js';
import { formsWithoutUse, tableFormsIn } from '../lower/table-forms.js';
import { knownForms } from './known-forms.js';
import { parse } from '../parser.js';
import { isRead, syntaxFindings } from '../syntax/syntax-findings.js';
import type { Source } from './workspace.js';

/** One parsed file: what it offers to others is lowered, its reports wait until everything is known. */
export interface LoweredFile {
  uri: string;
  text: string;
  context: LoweringContext;
  templates: PendingTemplate[];
  rules: Rule[];
  /** What its 结构 declare. */
  schema: SchemaItem;
  reports: PendingReport[];
  /** 短语 that the templates of the file have in common. */
  phrases: Map<string, Phrase>;
  /** 表样 that no table follows. */
  unusedForms: TemplateNode[];
}

/** A template, the one that it is made from (改自), and what it has other than that. */
export interface PendingTemplate {
  template: Template;
  base?: { name: string; origin: Origin };
  changes: TemplateChange[];
}

/** A report whose references, template and schema are not linked yet. */
export interface PendingReport {
  node: ast.Report;
  items: ast.ReportItem[];
}

/** Parses a file, unless it was parsed before, and lowers what does not depend on other files. */
export function lowerFile({ uri, text, parsed }: Source): LoweredFile {
  const result = parsed ?? parse(text);
  const context = newContext(uri);
  context.findings = syntaxFindings(uri, result);
  const unread = context.findings.filter((finding) => !isRead(finding));
  context.unread = new UnreadLines(unread.map(({ origin }) => origin.range.start.line));
  const schema = emptySchema();
  const file: LoweredFile = {
    uri,
    text,
    context,
    templates: [],
    rules: [],
    schema,
    reports: [],
    phrases: new Map(),
    unusedForms: [],
  };
  context.forms = knownForms(tableFormsIn(uri, result.value.elements ?? []));
  for (const element of result.value.elements ?? []) addElement(file, element);
  addUnusedForms(file, result.value.elements ?? []);
  if ((result.value.elements ?? []).length === 0 && context.findings.length === 0)
    report(
      context,
      'Z001',
      'information',
      { uri, range: { start: beginning, end: beginning } },
      'empty-file',
    );
  return file;
}

const beginning = { line: 0, character: 0 };

function addElement(file: LoweredFile, element: ast.Element): void {
  switch (element.$type) {
    case 'Report':
      return addReport(file, element);
    case 'Template':
      return addTemplate(file, element);
    case 'Rule':
      file.rules.push(...lowerRule(file.context, element));
      return;
    case 'Schema':
      return addSchema(file.schema, element);
    case 'Phrase':
      return addPhrase(file.context, file.phrases, element);
    case 'TableForm':
      return addTableForm(file, element);
  }
}

/** Lowered where it is used. */
function addTableForm({ context, uri }: LoweredFile, node: ast.TableForm): void {
  const name = normalizeName(node.name ?? '');
  if (name !== '' && context.forms.named(name)?.node !== node)
    reportTwice(context, '表样', name, originOfProperty(uri, node, 'name'));
}

/** Those of the library are for the templates of others. */
function addUnusedForms({ context, unusedForms, uri }: LoweredFile, elements: readonly ast.Element[]): void {
  if (isOfLibrary({ uri })) return;
  for (const node of formsWithoutUse(context, elements)) {
    const name = normalizeName(node.name);
    report(context, 'Z043', 'hint', originOfProperty(uri, node, 'name'), 'unused-form', { name });
    unusedForms.push(lowerUnusedForm(context, node));
  }
}

function addTemplate(file: LoweredFile, node: ast.Template): void {
  file.templates.push({
    template: lowerTemplate(file.context, node),
    ...baseOf(file.uri, node),
    changes: lowerChanges(file.context, node),
  });
}

function addReport(file: LoweredFile, node: ast.Report): void {
  for (const item of node.items) {
    if (ast.isSchema(item)) addSchema(file.schema, item);
    else if (ast.isRule(item)) file.rules.push(...lowerRule(file.context, item));
  }
  file.reports.push({ node, items: [...node.items] });
}

function baseOf(uri: string, node: ast.Template): Pick<PendingTemplate, 'base'> {
  if (!node.base) return {};
  return { base: { name: normalizeName(node.base), origin: originOfProperty(uri, node, 'base') } };
}
