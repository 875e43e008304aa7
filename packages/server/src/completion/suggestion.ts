import {
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import { readingOf } from '../vocabulary/pinyin.js';

/** Something that could stand at the cursor. */
export interface Suggestion {
  /** What is shown, and what is written unless `insert` says otherwise. */
  label: string;
  kind: CompletionItemKind;
  /** Further ways to type it: a code, an alias. */
  keys?: readonly string[];
  detail?: string;
  /** A detail that takes work: made only for what is shown. */
  describe?: () => string | undefined;
  /** Markdown. */
  documentation?: string;
  /** Written instead of the label; `snippet` has places to fill in. */
  insert?: string;
  snippet?: boolean;
  /** Smaller stands first among those that are as good a match. */
  rank?: number;
}

/** More than anybody reads; the editor asks again with the next letter. */
const most = 60;

/** The suggestions that what was typed could mean, best first, as an editor wants them. */
export function completionList(
  suggestions: Iterable<Suggestion>,
  typed: string,
  range: Range,
): CompletionList {
  const matches: Match[] = [];
  for (const suggestion of suggestions) {
    const match = matchOf(suggestion, typed);
    if (match) matches.push(match);
  }
  matches.sort((a, b) => a.quality - b.quality || (a.suggestion.rank ?? 5) - (b.suggestion.rank ?? 5));
  const shown = matches.slice(0, most);
  return {
    isIncomplete: shown.length < matches.length,
    items: shown.map((match, index) => completionItem(match, index, typed, range)),
  };
}

/** For an editor that fills no places in: their words stand there instead. */
export function withoutPlaceholders({ isIncomplete, items }: CompletionList): CompletionList {
  return { isIncomplete, items: items.map(plainItem) };
}

function plainItem({ insertTextFormat, ...item }: CompletionItem): CompletionItem {
  const { textEdit } = item;
  if (insertTextFormat !== InsertTextFormat.Snippet || !textEdit) return item;
  const newText = textEdit.newText
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
  return { ...item, textEdit: { ...textEdit, newText } };
}

interface Match {
  suggestion: Suggestion;
  /** 0: begins with what was typed · 1: its initials do · 2: contains it. */
  quality: number;
  search: string;
}

function matchOf(suggestion: Suggestion, typed: string): Match | undefined {
  const names = [suggestion.label, ...(suggestion.keys ?? [])];
  const readings = names.flatMap((name) => readingOf(name) ?? []);
  const words = [...names, ...readings.flatMap(({ full, initials }) => [full, initials])];
  const quality = qualityOf(names, readings, typed.toLowerCase());
  return quality === undefined ? undefined : { suggestion, quality, search: words.join(' ') };
}

function qualityOf(
  names: readonly string[],
  readings: readonly { full: string; initials: string }[],
  typed: string,
): number | undefined {
  if (names.some((name) => name.toLowerCase().startsWith(typed))) return 0;
  if (readings.some(({ initials }) => initials.startsWith(typed))) return 1;
  if (readings.some(({ full }) => full.startsWith(typed))) return 1;
  if (names.some((name) => name.toLowerCase().includes(typed))) return 2;
  const isWithin = readings.some(({ full, initials }) => initials.includes(typed) || full.includes(typed));
  return typed.length > 1 && isWithin ? 3 : undefined;
}

/** What was typed stands first in the search text where an editor would look for it at a beginning only. */
function completionItem(
  { suggestion, quality, search }: Match,
  index: number,
  typed: string,
  range: Range,
): CompletionItem {
  const { label, kind, documentation, insert = label, snippet = false } = suggestion;
  const detail = suggestion.detail ?? suggestion.describe?.();
  return {
    label,
    kind,
    ...(detail && { detail }),
    ...(documentation && { documentation: { kind: 'markdown', value: documentation } }),
    filterText: quality < 2 ? search : `${typed} ${search}`,
    sortText: String(index).padStart(3, '0'),
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range, newText: insert },
  };
}
