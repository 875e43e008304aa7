import {
  Decimal,
  isOfLibrary,
  type Origin,
  type Report,
  type Rule,
  type SchemaItem,
  type Template,
} from '@fiscal/core';
import type { DefinitionChange } from '../changes.js';

const nowhere = { path: '', label: '', block: '' } as const;

/** What a file without a report defines for others. */
export interface Definitions {
  templates: readonly Template[];
  rules: readonly Rule[];
  schema: SchemaItem;
}

/** What became of the definitions of a file; undefined: it was or is not there. */
export function fileDefinitionChanges(
  old: Definitions | undefined,
  next: Definitions | undefined,
): DefinitionChange[] {
  const [before, after] = [templatesOf(old), templatesOf(next)];
  return [
    ...namesOf(before, after).flatMap((name) => templateChanges(before.get(name), after.get(name))),
    ...ruleChanges(rulesOf(old?.rules ?? []), rulesOf(next?.rules ?? [])),
    ...itemChanges(old?.schema, next?.schema),
  ];
}

function templatesOf(definitions: Definitions | undefined): ReadonlyMap<string, Template> {
  return new Map((definitions?.templates ?? []).map((template) => [template.name, template]));
}

function itemChanges(old: SchemaItem | undefined, next: SchemaItem | undefined): DefinitionChange[] {
  const [before, after] = [old, next].map((schema) =>
    schema && schema.children.size > 0 ? schema : undefined,
  );
  if (meaningOf(before) === meaningOf(after)) return [];
  const change = before && after ? 'changed' : after ? 'added' : 'removed';
  return [{ kind: 'definition', of: 'schema', name: '', change, ...nowhere }];
}

/** Templates, rules and items that reports are written after: those of authors, which the reports do not quote. */
export function definitionChanges(old: Report, next: Report): DefinitionChange[] {
  const changes = [
    ...templateChanges(old.template, next.template),
    ...ruleChanges(ownRules(old), ownRules(next)),
    ...schemaChanges(old, next),
  ];
  return changes.map((change) => {
    const { oldOrigin, newOrigin: origin = oldOrigin } = change;
    const isOwn = !origin || isOfLibrary(origin) || [old.uri, next.uri].includes(origin.uri);
    return isOwn || change.change === 'another' ? change : toldElsewhere(change);
  });
}

/** What stands in a file of its own is told in its words there, once for all reports that are written after it. */
function toldElsewhere({ old: _, new: __, ...change }: DefinitionChange): DefinitionChange {
  return { ...change, isElsewhere: true };
}

function templateChanges(old: Template | undefined, next: Template | undefined): DefinitionChange[] {
  if (!old && !next) return [];
  const place = { ...nowhere, ...origins(old?.origin, next?.origin) };
  const said = { kind: 'definition', of: 'template', ...place } as const;
  if (!old) return [{ ...said, name: next!.name, change: 'added' }];
  if (!next) return [{ ...said, name: old.name, change: 'removed' }];
  if (old.name !== next.name) return [{ ...said, name: next.name, change: 'another', oldName: old.name }];
  if (isOfLibrary(old.origin) && isOfLibrary(next.origin)) return [];
  if (meaningOf(old) === meaningOf(next)) return [];
  return [{ ...said, ...writtenBy(old, next), name: next.name, change: 'changed' }];
}

function ruleChanges(
  before: ReadonlyMap<string, Rule>,
  after: ReadonlyMap<string, Rule>,
): DefinitionChange[] {
  return namesOf(before, after).flatMap((id) => {
    const [one, other] = [before.get(id), after.get(id)];
    if (one && other && meaningOf(one) === meaningOf(other)) return [];
    const change = one && other ? 'changed' : other ? 'added' : 'removed';
    const { title } = (other ?? one)!;
    const place = { ...nowhere, ...origins(one?.origin, other?.origin), ...writtenBy(one, other) };
    return [{ kind: 'definition', of: 'rule', name: id, title, change, ...place } as const];
  });
}

/** As they stand in the new version; what is gone behind them. */
function namesOf(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...after.keys(), ...before.keys()])];
}

/** What both say where they were written, however it is laid out. */
function writtenBy(old: Written | undefined, next: Written | undefined) {
  const [before, after] = [old, next].map((one) => one?.written?.replace(/[ \t]+/g, ' '));
  return { ...(before !== undefined && { old: before }), ...(after !== undefined && { new: after }) };
}

type Written = Pick<Rule, 'written'>;

function ownRules({ rules, template }: Report): ReadonlyMap<string, Rule> {
  const ofTemplate = new Set(template?.rules ?? []);
  return rulesOf(rules.filter((rule) => !isOfLibrary(rule.origin) && !ofTemplate.has(rule)));
}

function rulesOf(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** 结构 that authors add; what a template adds is told with it. */
function schemaChanges(old: Report, next: Report): DefinitionChange[] {
  const [before, after] = [old.base.schema, next.base.schema];
  if (before === after || old.template?.name !== next.template?.name) return [];
  if (meaningOf(before) === meaningOf(after)) return [];
  if (meaningOf(old.template?.schema) !== meaningOf(next.template?.schema)) return [];
  return [{ kind: 'definition', of: 'schema', name: '', change: 'changed', ...nowhere }];
}

function origins(old: Origin | undefined, next: Origin | undefined) {
  return { ...(old && { oldOrigin: old }), ...(next && { newOrigin: next }) };
}

/** Places, and what was found out meanwhile, are no part of what a definition says. */
const besideMeaning = new Set(['origin', 'nameOrigin', 'place', 'printed', 'written']);

/** All that a definition says, as a text that is the same wherever it is written. */
function meaningOf(definition: unknown): string {
  return JSON.stringify(definition, (key, value: unknown) => {
    if (besideMeaning.has(key)) return undefined;
    if (value instanceof Map) return [...value];
    return value instanceof Decimal ? value.toFixed() : value;
  });
}
