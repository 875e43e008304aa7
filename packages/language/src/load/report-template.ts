import { nearestNames, type SchemaItem, type Template } from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { report } from '../lower/context.js';
import { normalizeName } from '../lower/expressions.js';
import { originOfProperty } from '../lower/origins.js';
import { joinSchemas } from '../lower/schemas.js';
import type { LoweredFile, PendingReport } from './file.js';
import type { Scope } from './scopes.js';

/** The template that a report names; nothing, and reported, where it knows none of that name. */
export function findTemplate(
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

/** The items that a report may speak of. */
export function schemaFor(scope: Scope, template: Template | undefined): SchemaItem {
  if (!template || template.schema.children.size === 0) return scope.schema;
  return joinSchemas([scope.schema, template.schema]);
}
