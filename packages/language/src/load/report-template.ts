import { nearestNames, type Path, schemaChild, type SchemaItem, type Template } from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { report } from '../lower/context.js';
import { normalizeName } from '../lower/expressions.js';
import { originOfProperty } from '../lower/origins.js';
import { joinSchemas } from '../lower/schemas.js';
import type { LoweredFile, PendingReport } from './file.js';
import type { Project } from '../project/project.js';
import type { Scope } from './scopes.js';

/** The template that a report, or its project, names; nothing, and reported, where it knows none of that name. */
export function findTemplate(
  file: LoweredFile,
  pending: PendingReport,
  { templates }: Scope,
  project: Project | undefined,
): Template | undefined {
  const named = nameOfTemplate(file, pending, project);
  if (!named?.name) return undefined;
  const name = normalizeName(named.name);
  const template = templates.get(name);
  if (template) return template;
  const { context } = file;
  report(
    context,
    'Z017',
    'error',
    named.origin,
    'unknown-template',
    { name },
    nearestNames(name, templates.keys()),
  );
  return undefined;
}

/** The template that a report names, or its project for it; '' where the author still types it. */
export function nameOfTemplate(
  { uri }: LoweredFile,
  { items }: PendingReport,
  project: Project | undefined,
): Project['template'] {
  const use = items.find(ast.isTemplateUse);
  return use ? { name: use.name ?? '', origin: originOfProperty(uri, use, 'name') } : project?.template;
}

/** The items that a report may speak of. */
export function schemaFor(scope: Scope, template: Template | undefined): SchemaItem {
  if (!template || template.schema.children.size === 0) return scope.schema;
  return joinSchemas([scope.schema, template.schema]);
}

/** The names of those whose 结构 have an item by that path. */
export function templatesThatKnow(path: Path, templates: Scope['templates']): string[] {
  const isKnown = ({ schema }: Template) =>
    path.reduce<SchemaItem | undefined>(schemaChild, schema) !== undefined;
  return [...templates].filter(([, template]) => isKnown(template)).map(([name]) => name);
}
