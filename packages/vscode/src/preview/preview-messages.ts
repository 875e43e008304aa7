/** A place in the source, as the editor counts: from zero. */
export interface Place {
  line: number;
  character: number;
  /** Where it is not the file that is shown. */
  uri?: string;
}

/** What the preview is told. */
export type ToPreview =
  | { type: 'show'; html: string; style: string; uri: string }
  | { type: 'notice'; text: string }
  | { type: 'cursor'; place: Place };

/** What the preview says. */
export type FromPreview = { type: 'ready' } | { type: 'reveal'; place: Place };

/** What the preview remembers over a reload of the window. */
export interface PreviewState {
  uri: string;
  scroll: number;
}
