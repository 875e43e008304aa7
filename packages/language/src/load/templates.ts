import { nearestNames, type Phrase, type Template } from '@fiscal/core';
import { layered } from '../library/lazy-map.js';
import { type LoweringContext, report } from '../lower/context.js';
import { joinSchemas } from '../lower/schemas.js';
import type { TemplateChange } from '../lower/template-changes.js';
import { withoutBaseContent } from './base-content.js';
import { changeContent, changePhrases, keptRules } from './change-template.js';
import type { LoweredFile, PendingTemplate } from './file.js';

interface Declared extends PendingTemplate {
  file: LoweredFile;
}

/** All templates by name, each with what it takes over from the one that it is made from. */
export function linkTemplates(
  standard: ReadonlyMap<string, Template>,
  files: readonly LoweredFile[],
  common: ReadonlyMap<string, Phrase>,
): ReadonlyMap<string, Template> {
  const declared = new Map<string, Declared>();
  for (const file of files)
    for (const each of file.templates) declared.set(each.template.name, { ...each, file });
  const own = new Map<string, Template>();
  for (const name of declared.keys()) link(name, { declared, standard, own, common, path: [] });
  return layered(standard, own);
}

interface Linking {
  declared: ReadonlyMap<string, Declared>;
  standard: ReadonlyMap<string, Template>;
  /** What was linked already. */
  own: Map<string, Template>;
  /** 短语 that every template has. */
  common: ReadonlyMap<string, Phrase>;
  /** Templates that wait for the one that is being linked. */
  path: readonly string[];
}

/** Longer chains are no templates but an attack. */
const longestChain = 64;

function link(name: string, linking: Linking): Template {
  const known = linking.own.get(name);
  if (known) return known;
  const { template: written, base, changes, file } = linking.declared.get(name)!;
  const shared = base ? file.phrases : new Map([...linking.common, ...file.phrases]);
  const template = { ...written, phrases: new Map([...shared, ...written.phrases]) };
  const found = base && baseTemplate(name, base, file, linking);
  // Changes of nothing are reported as such; a base that is not found was.
  if (!base) changeContent([], { content: [], changes }, file.context);
  const linked = found ? extend(found, template, changes, file.context) : alone(template, file.context);
  linking.own.set(name, linked);
  return linked;
}

/** A template of the author's may be made from the standard one that it replaces. */
function baseTemplate(
  name: string,
  base: NonNullable<PendingTemplate['base']>,
  { context }: LoweredFile,
  linking: Linking,
): Template | undefined {
  const { declared, standard, path } = linking;
  const replaced = base.name === name ? standard.get(name) : undefined;
  if (replaced) return replaced;
  if (path.length > longestChain) {
    report(context, 'Z007', 'error', base.origin, 'template-chain', {});
  } else if (base.name === name || path.includes(base.name)) {
    const chain = [...path.slice(path.indexOf(base.name)), name, base.name].join(' → ');
    report(context, 'Z015', 'error', base.origin, 'template-cycle', { chain });
  } else if (declared.has(base.name)) {
    return link(base.name, { ...linking, path: [...path, name] });
  } else if (standard.has(base.name)) {
    return standard.get(base.name);
  } else {
    const names = nearestNames(base.name, [...declared.keys(), ...standard.keys()]);
    report(context, 'Z017', 'error', base.origin, 'unknown-template', { name: base.name }, names);
  }
  return undefined;
}

/** 底本内容 means nothing where there is no base. */
function alone(template: Template, context: LoweringContext): Template {
  return {
    ...template,
    phrases: changePhrases(new Map(), template.phrases, [], context),
    content: withoutBaseContent(template.content, context),
  };
}

/** Settings, phrases, items and rules are added to; the content is that of the base with the changes made in it. */
function extend(
  base: Template,
  template: Template,
  changes: readonly TemplateChange[],
  context: LoweringContext,
): Template {
  const own = { content: template.content, changes, phrases: base.phrases };
  return {
    ...template,
    settings: new Map([...base.settings, ...template.settings]),
    phrases: changePhrases(base.phrases, template.phrases, changes, context),
    content: changeContent(base.content, own, context),
    schema: joinSchemas([base.schema, template.schema]),
    rules: [...keptRules(base.rules, changes, context), ...template.rules],
    severityChanges: [...base.severityChanges, ...template.severityChanges],
  };
}
