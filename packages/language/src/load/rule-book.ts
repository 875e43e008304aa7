import { type Rule, ruleIds, ruleTitle } from '@fiscal/core';
import { rulePages } from '@fiscal/library';
import { standardLibrary } from '../library/library.js';

/** One rule that ships with the language. */
export interface ListedRule {
  id: string;
  title: string;
  /** Where it is written: a file of the library or a template in one; absent for what the system does itself. */
  source?: string;
}

/** Every rule that ships with the language, by id; several 规则 of one id are one. */
export function listRules(): ListedRule[] {
  const { rules, templates } = standardLibrary();
  const listed = new Map<string, ListedRule>();
  const add = (rule: ListedRule) => !listed.has(rule.id) && listed.set(rule.id, rule);
  for (const id of ruleIds) add({ id, title: ruleTitle(id) });
  for (const rule of rules) add(written(rule, fileOf(rule)));
  for (const [name, template] of templates) for (const rule of template.rules) add(written(rule, name));
  return [...listed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The page that explains a rule, as Markdown. */
export function rulePage(id: string): string | undefined {
  return Object.hasOwn(rulePages, id) ? rulePages[id] : undefined;
}

function written({ id, title }: Rule, source: string): ListedRule {
  return { id, title, source };
}

function fileOf({ origin }: Rule): string {
  return decodeURIComponent(origin.uri.slice(origin.uri.lastIndexOf('/') + 1));
}
