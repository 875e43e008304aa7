import { emptySchema, nearestNames, type Template } from '@fiscal/core';
import { report } from '../lower/context.js';
import { mergeSchema } from '../lower/schemas.js';
import type { LoweredFile, PendingTemplate } from './file.js';

interface Declared extends PendingTemplate {
  file: LoweredFile;
}

/** All templates by name, each with what it takes over from the one that it is made from. */
export function linkTemplates(
  standard: ReadonlyMap<string, Template>,
  files: readonly LoweredFile[],
): Map<string, Template> {
  const declared = new Map<string, Declared>();
  for (const file of files)
    for (const each of file.templates) declared.set(each.template.name, { ...each, file });
  const linked = new Map(standard);
  for (const name of declared.keys()) linked.set(name, link(name, declared, standard, []));
  return linked;
}

function link(
  name: string,
  declared: ReadonlyMap<string, Declared>,
  standard: ReadonlyMap<string, Template>,
  path: readonly string[],
): Template {
  const { template, base, file } = declared.get(name)!;
  if (!base) return template;
  // A template of the author's may be made from the standard one that it replaces.
  const isOwn = declared.has(base.name) && base.name !== name;
  if (path.includes(base.name)) {
    const chain = [...path, name, base.name].join(' → ');
    report(file.context, 'Z015', 'error', base.origin, 'template-cycle', { chain });
    return template;
  }
  const found = isOwn ? link(base.name, declared, standard, [...path, name]) : standard.get(base.name);
  if (found) return extend(found, template);
  const names = nearestNames(base.name, [...declared.keys(), ...standard.keys()]);
  report(file.context, 'Z017', 'error', base.origin, 'unknown-template', { name: base.name }, names);
  return template;
}

/** Settings, phrases, items and rules are added to; contents are replaced when there are any. */
function extend(base: Template, template: Template): Template {
  const schema = emptySchema();
  mergeSchema(schema, base.schema);
  mergeSchema(schema, template.schema);
  return {
    ...template,
    settings: new Map([...base.settings, ...template.settings]),
    phrases: new Map([...base.phrases, ...template.phrases]),
    content: template.content.length > 0 ? template.content : base.content,
    schema,
    rules: [...base.rules, ...template.rules],
  };
}
