import {
  type Evaluated,
  evaluate,
  type Expression,
  filterNames,
  filters,
  measureNames,
  membersOf,
  moneyUnits,
  namesAt,
  type Origin,
  type PathSegment,
  type Scope,
  withVariables,
} from '@fiscal/core';
import { normalizeName, quotedIfNeeded } from '@fiscal/language/editor';
import { CompletionItemKind } from 'vscode-languageserver';
import { valueText } from '../hover/value-text.js';
import { rootMeanings } from '../vocabulary/root-names.zh.js';
import { words } from '../words.zh.js';
import type { Suggestion } from './suggestion.js';

const start = { line: 0, character: 0 };
const nowhere: Origin = { uri: '', range: { start, end: start } };

/** A path that is being written, at the end of a formula: 收入.总计. */
const openPath = /((?:[^\s|+\-*/=≠<≤>≥()（）【】"“”.]+|["“][^"“”]*["”])\.)+$/;
const afterBar = /[|｜]\s*$/;

/** A filter that an argument may follow. */
const openFilter = /[|｜]\s*([^\s|｜()（）【】"“”.]+)\s+$/;

/**
 * Names that can follow in a formula: filters behind a bar, words that a filter takes behind that, names behind a
 * point, names to begin with.
 */
export function formulaSuggestions(lead: string, scope: Scope): Suggestion[] {
  if (afterBar.test(lead)) return filterSuggestions(scope);
  const taken = argumentWords(openFilter.exec(lead)?.[1] ?? '', scope);
  if (taken) return [...taken.map(argumentSuggestion), ...wordSuggestions()];
  const path = openPath.exec(lead)?.[0];
  return path
    ? namesBehind(pathOwner(path, scope), scope)
    : [...rootSuggestions(scope), ...wordSuggestions()];
}

/** A variable of a loop stands for the first member of its list. */
export function withLoopVariable(scope: Scope, variable: string, list: string | undefined): Scope {
  const value = list === undefined ? undefined : evaluate(pathOf(list), scope);
  const [first] = value ? membersOf(value, scope, nowhere) : [];
  return withVariables(scope, [[variable, first ?? somethingCalled(variable, scope)]]);
}

/** 令 接待 = 三公经费.公务接待费: what the path leads to; nothing is known of other formulas. */
export function withNamedValue(scope: Scope, name: string, path: string | undefined): Scope {
  const value = path === undefined ? somethingCalled(name, scope) : evaluate(pathOf(path), scope);
  return withVariables(scope, [[name, value]]);
}

function somethingCalled(name: string, { base }: Scope): Evaluated {
  return { kind: 'absent-subject', base, name, path: name, schema: undefined };
}

function pathOwner(path: string, scope: Scope): Evaluated {
  return evaluate(pathOf(path.slice(0, -1)), scope);
}

function pathOf(text: string): Expression {
  const names = text.match(/["“][^"“”]*["”]|[^.]+/g) ?? [];
  const segments: PathSegment[] = names.map((name) => ({
    name: normalizeName(name.trim()),
    origin: nowhere,
  }));
  return { kind: 'path', segments, origin: nowhere };
}

function namesBehind(owner: Evaluated, scope: Scope): Suggestion[] {
  const [owning] = owner.kind === 'list' ? owner.members : [owner];
  if (!owning || owning.kind === 'missing') return [];
  return unique(namesAt(owning, scope)).map((name) => nameSuggestion(name, owning, scope));
}

function rootSuggestions(scope: Scope): Suggestion[] {
  return unique(namesAt(undefined, scope)).map((name) => ({
    label: name,
    kind: scope.variables.has(name) ? CompletionItemKind.Variable : CompletionItemKind.Field,
    describe: () => rootMeanings[name] ?? currentValue([name], scope),
    rank: scope.variables.has(name) ? 0 : 1,
  }));
}

function nameSuggestion(name: string, owner: Evaluated, scope: Scope): Suggestion {
  const isOwn = owner.kind === 'subject' && isWritten(name, owner);
  return {
    label: name,
    kind: CompletionItemKind.Field,
    ...(quotedIfNeeded(name) !== name && { insert: quotedIfNeeded(name) }),
    describe: () => (isOwn ? currentValue([...owner.subject.names, name], scope) : undefined),
    rank: isOwn ? 0 : 2,
  };
}

/** What the report itself says stands before what it could say. */
function isWritten(name: string, { subject }: Extract<Evaluated, { kind: 'subject' }>): boolean {
  const child = subject.children.get(name);
  if (child) return child.origin !== undefined || child.children.size > 0;
  return subject.facts.has(name) || subject.texts.has(name) || subject.attributes.has(name);
}

function currentValue(names: readonly string[], scope: Scope): string | undefined {
  const segments = names.map((name) => ({ name, origin: nowhere }));
  const value = evaluate({ kind: 'path', segments, origin: nowhere }, scope);
  return value.kind === 'missing' || value.kind === 'absent-subject'
    ? undefined
    : plain(valueText(value, scope));
}

function filterSuggestions({ phrases }: Scope): Suggestion[] {
  const own = [...phrases.keys()].map((name) => ({
    label: name,
    kind: CompletionItemKind.Function,
    detail: words.phrase,
    rank: 1,
  }));
  const builtIn = filterNames.map((name) => ({
    label: name,
    kind: CompletionItemKind.Function,
    ...detail(filters[name]?.meaning),
    rank: 0,
  }));
  return [...builtIn.filter(({ label }) => !phrases.has(label)), ...own];
}

/** The words that may stand behind a filter; undefined where an expression may, or nothing. */
function argumentWords(filter: string, { phrases }: Scope): readonly string[] | undefined {
  const taken = phrases.has(filter) ? undefined : filters[filter]?.argument;
  switch (taken?.kind) {
    case 'measure':
    case 'name':
      return measureNames;
    case 'unit':
      return moneyUnits;
    case 'digits':
      return taken.words ?? [];
    default:
      return undefined;
  }
}

function argumentSuggestion(label: string): Suggestion {
  return { label, kind: CompletionItemKind.EnumMember, rank: 0 };
}

function wordSuggestions(): Suggestion[] {
  return ['且', '或', '非'].map((label) => ({ label, kind: CompletionItemKind.Keyword, rank: 8 }));
}

/** Details are no Markdown. */
function plain(markdown: string): string {
  return markdown.replace(/\\(.)/g, '$1');
}

function detail(text: string | undefined): { detail?: string } {
  return text ? { detail: text } : {};
}

function unique(names: Iterable<string>): string[] {
  return [...new Set(names)].filter((name) => name !== '');
}
