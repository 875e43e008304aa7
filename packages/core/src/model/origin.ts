/** A place in a source text, zero-based; `character` counts UTF-16 units, as the Language Server Protocol does. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** Where the author wrote something. */
export interface Origin {
  uri: string;
  range: Range;
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Order of two places: by file, then from the top. */
export function compareOrigins(a: Origin, b: Origin): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return comparePositions(a.range.start, b.range.start);
}

const libraryScheme = 'fiscal-library:';

/** Whether a place is in a file that ships with the language: nobody's to mend. */
export function isOfLibrary({ uri }: Pick<Origin, 'uri'>): boolean {
  return uri.startsWith(libraryScheme);
}
