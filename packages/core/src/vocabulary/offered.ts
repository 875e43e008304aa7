/** What a line is, or the block that it stands in: behind its head some words may stand and others not. */
export type LineKind =
  | 'expenditure'
  | 'incomeBySubject'
  | 'economic'
  | 'threePublic'
  | 'unit'
  | 'project'
  | 'indicator'
  | 'carryOver'
  | 'item';

/** Where a word is offered, and how far down the list: smaller stands first. */
export type Offered = Readonly<Partial<Record<LineKind, number>>>;

/** A word that may stand behind the head of a line. */
export interface OfferedWord {
  readonly name: string;
  /** How it is spelled where that is not its name, or not only: the usual spelling, which is offered, first. */
  readonly words?: readonly string[];
  readonly offered?: Offered;
}

export function wordsOf({ name, words = [name] }: OfferedWord): readonly string[] {
  return words;
}

/** The words that may stand behind the head of such a line, in the order in which they are offered. */
export function wordsOffered(kind: LineKind, entries: readonly OfferedWord[]): string[] {
  const ranked = entries.flatMap((entry) => {
    const [word] = wordsOf(entry);
    const rank = entry.offered?.[kind];
    return word === undefined || rank === undefined ? [] : [{ word, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ word }) => word);
}
