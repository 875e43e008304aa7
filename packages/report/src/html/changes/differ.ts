/** A run of text that both versions have, or one of them alone. */
export interface TextPiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Places in two lists that belong together; one is missing where only the other list has something. */
export interface AlignedPlaces {
  old?: number;
  new?: number;
}

/** Finds what changed between texts: the page only shows it. */
export interface Differ {
  words(old: string, next: string): readonly TextPiece[];
  align(old: readonly string[], next: readonly string[]): readonly AlignedPlaces[];
}
