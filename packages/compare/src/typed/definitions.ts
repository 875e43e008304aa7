import { Decimal, isOfLibrary, type Origin, type Report, type Rule, type Template } from '@fiscal/core';
import type { DefinitionChange } from '../changes.js';

const nowhere = { path: '', label: '', block: '' } as const;

/** Templates, rules and items that reports are written after: those of authors, which the reports do not quote. */
export function definitionChanges(old: Report, next: Report): DefinitionChange[] {
  return [
    ...templateChanges(old.template, next.template),
    ...ruleChanges(old, next),
    ...schemaChanges(old, next),
  ];
}

function templateChanges(old: Template | undefined, next: Template | undefined): DefinitionChange[] {
  if (!old && !next) return [];
  const place = { ...nowhere, ...origins(old?.origin, next?.origin) };
  const said = { kind: 'definition', of: 'template', ...place } as const;
  if (!old) return [{ ...said, name: next!.name, change: 'added' }];
  if (!next) return [{ ...said, name: old.name, change: 'removed' }];
  if (old.name !== next.name) return [{ ...said, name: next.name, change: 'another', oldName: old.name }];
  if (isOfLibrary(old.origin) && isOfLibrary(next.origin)) return [];
  return meaningOf(old) === meaningOf(next) ? [] : [{ ...said, name: next.name, change: 'changed' }];
}

function ruleChanges(old: Report, next: Report): DefinitionChange[] {
  const [before, after] = [ownRules(old), ownRules(next)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [one, other] = [before.get(id), after.get(id)];
    if (one && other && meaningOf(one) === meaningOf(other)) return [];
    const change = one && other ? 'changed' : other ? 'added' : 'removed';
    const { title } = (other ?? one)!;
    const place = { ...nowhere, ...origins(one?.origin, other?.origin) };
    return [{ kind: 'definition', of: 'rule', name: id, title, change, ...place } as const];
  });
}

function ownRules({ rules, template }: Report): ReadonlyMap<string, Rule> {
  const ofTemplate = new Set(template?.rules ?? []);
  return new Map(
    rules.filter((rule) => !isOfLibrary(rule.origin) && !ofTemplate.has(rule)).map((rule) => [rule.id, rule]),
  );
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
const besideMeaning = new Set(['origin', 'nameOrigin', 'place', 'printed']);

/** All that a definition says, as a text that is the same wherever it is written. */
function meaningOf(definition: unknown): string {
  return JSON.stringify(definition, (key, value: unknown) => {
    if (besideMeaning.has(key)) return undefined;
    if (value instanceof Map) return [...value];
    return value instanceof Decimal ? value.toFixed() : value;
  });
}
