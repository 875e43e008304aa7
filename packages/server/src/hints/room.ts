import { displayWidth } from '@fiscal/language/editor';
import type { TextDocument } from 'langium';
import type { InlayHint } from 'vscode-languageserver';

/**
 * What room the lines of a file leave for hints. An editor wraps a line together with its hints, so that a hint too
 * long gives a line of figures a second row; what does not fit is left to the hover.
 */
export class Room {
  private readonly widths = new Map<number, number>();

  constructor(
    private readonly document: TextDocument,
    private readonly columns: number,
  ) {}

  /** Takes the room of the hint that it returns. */
  firstThatFits(hints: readonly (InlayHint | undefined)[]): InlayHint | undefined {
    return hints.find((hint) => hint && this.takes(hint));
  }

  private takes(hint: InlayHint): boolean {
    const { line } = hint.position;
    const width = this.widthOf(line) + widthOf(hint);
    if (width > this.columns) return false;
    this.widths.set(line, width);
    return true;
  }

  private widthOf(line: number): number {
    return this.widths.get(line) ?? displayWidth(this.textOf(line).trimEnd());
  }

  private textOf(line: number): string {
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    return this.document.getText(range);
  }
}

/** A padding takes the room of a letter. */
function widthOf({ label, paddingLeft, paddingRight }: InlayHint): number {
  return displayWidth(label as string) + Number(!!paddingLeft) + Number(!!paddingRight);
}
