import {
  type CompletionItem,
  type CompletionItemLabelDetails,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import { asTyped, matchOf, qualities, type Quality } from './match.js';

/** Something that could stand at the cursor. */
export interface Suggestion {
  /** What is shown, and what is written unless `insert` says otherwise. */
  label: string;
  kind: CompletionItemKind;
  /** Further ways to type it: a code, an alias. */
  keys?: readonly string[];
  detail?: string;
  /** What stands beside the label in each row: `description` on the right, `detail` right behind it. */
  labelDetails?: CompletionItemLabelDetails;
  /** A detail that takes work: made only for what is shown. */
  describe?: () => string | undefined;
  /** Markdown, made only for what is shown. */
  documentation?: () => string;
  /** Written instead of the label; `snippet` has places to fill in. */
  insert?: string;
  snippet?: boolean;
  /** Smaller stands first among those that are as good a match. */
  rank?: number;
  /** It is there already, so that it is hardly meant again. */
  isWritten?: boolean;
  /** It goes with a line, where the names of lines are what is asked for first. */
  isAside?: boolean;
}

/** More than anybody reads; the editor asks again with the next letter. */
const most = 60;

/**
 * The suggestions that what was typed could mean, best first. Which of them an editor shows, and in which order, must
 * not depend on how it compares letters: to it they all are what was typed, and it asks again with each letter.
 */
export function completionList(
  suggestions: Iterable<Suggestion>,
  typed: string,
  range: Range,
): CompletionList {
  const meant = asTyped(typed);
  const matches: Match[] = [];
  for (const suggestion of suggestions) {
    const quality = matchOf([suggestion.label, ...(suggestion.keys ?? [])], meant);
    if (quality) matches.push({ suggestion, order: orderOf(suggestion, quality) });
  }
  matches.sort((a, b) => a.order - b.order || (a.suggestion.rank ?? 5) - (b.suggestion.rank ?? 5));
  const shown = matches.slice(0, most);
  return {
    isIncomplete: true,
    items: shown.map(({ suggestion }, index) => completionItem(suggestion, index, typed, range)),
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
  order: number;
}

/** What is there already comes behind what fits as well; what only contains the letters comes last. */
function orderOf({ isWritten, isAside }: Suggestion, quality: Quality): number {
  if (quality === 'part') return isWritten ? 5 : 4;
  if (isWritten) return 3;
  return isAside ? 1.5 : qualities.indexOf(quality);
}

function completionItem(suggestion: Suggestion, index: number, typed: string, range: Range): CompletionItem {
  const { label, kind, labelDetails, documentation, insert = label, snippet = false } = suggestion;
  const detail = suggestion.detail ?? suggestion.describe?.();
  return {
    label,
    kind,
    ...(labelDetails && { labelDetails }),
    ...(detail && { detail }),
    ...(documentation && { documentation: { kind: 'markdown', value: documentation() } }),
    ...(typed !== '' && { filterText: typed }),
    sortText: String(index).padStart(3, '0'),
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range, newText: insert },
  };
}
