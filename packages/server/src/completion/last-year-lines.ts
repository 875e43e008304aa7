import {
  type Fact,
  type FactBase,
  finalAccounts,
  formatDeclared,
  isMoneyUnit,
  lastYear,
  isRate,
  measureEntry,
  measureOf,
  resolveFact,
  type Subject,
} from '@fiscal/core';
import { quotedIfNeeded } from '@fiscal/language/editor';
import { CompletionItemKind } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import type { Surroundings } from './subject-ranks.js';
import type { Suggestion } from './suggestion.js';

/** Lines of last year's report that this one's list has not yet, in their order there, from the line above on. */
export function codesOfLastYear(
  prior: FactBase,
  base: FactBase,
  list: Subject,
  { inBlock, above, group }: Surroundings,
): Suggestion[] {
  // Lines of a classification stand side by side in their list, whatever braces are around them.
  const container = group === undefined ? list : list.parent;
  const lines = writtenIn(container && prior.find(container.names));
  const start = lines.findIndex(({ code }) => code === above) + 1;
  return [...lines.slice(start), ...lines.slice(0, start)]
    .filter(({ code }) => code && !inBlock.has(code) && isInGroup(base, code, group))
    .map((line, index) => suggestionOf(line, `${line.code} ${line.label}`, base, index));
}

/** The same for items with names. */
export function itemsOfLastYear(
  prior: FactBase,
  base: FactBase,
  block: Subject,
  isWritten: (name: string) => boolean,
): Suggestion[] {
  const items = writtenIn(prior.find(block.names)).filter(({ code, name }) => !code && !isWritten(name));
  return items
    .filter((item) => isMoneyUnit(measureOf(item, finalAccounts).unit))
    .map((item, index) => suggestionOf(item, quotedIfNeeded(item.name), base, index));
}

function writtenIn(subject: Subject | undefined): Subject[] {
  return [...(subject?.children.values() ?? [])].filter(({ origin }) => origin);
}

function isInGroup({ catalog }: FactBase, code: string, group: string | undefined): boolean {
  return group === undefined || catalog.find('economic', code)?.group === group;
}

/** The name and last year's figure; this year's figures, as many as it had, are left open. */
function suggestionOf(line: Subject, name: string, base: FactBase, index: number): Suggestion {
  const figure = lastYearsFigure(line, base);
  const open = [...line.facts.values()].filter(isOpen);
  const places = open.map(({ measure }, place) => {
    const hole = `\${${place + 1}:未填}`;
    return measure === finalAccounts ? hole : `${measureEntry(measure)?.words?.[0] ?? measure} ${hole}`;
  });
  const before = figure === undefined ? [] : [`${lastYear} ${figure}`];
  return {
    label: line.code ? `${line.code} ${line.label}` : line.name,
    kind: CompletionItemKind.Event,
    keys: [line.label],
    labelDetails: { description: [words.ofLastYear, figure].join(' ').trimEnd() },
    detail: words.lineOfLastYear,
    insert: [name, ...places, ...before].join('  '),
    snippet: true,
    rank: -1 + index / 10_000,
  };
}

function lastYearsFigure(line: Subject, base: FactBase): string | undefined {
  if (line.base.moneyUnit !== base.moneyUnit) return undefined;
  const { value } = resolveFact(measureOf(line, finalAccounts));
  return value && formatDeclared(value, base.decimals);
}

/** What was written of this year then, and is not computed. */
function isOpen({ measure, statements }: Fact): boolean {
  return statements.length > 0 && measure !== lastYear && !isRate(measure);
}
