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
