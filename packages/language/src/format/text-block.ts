import { commonIndentation } from '../lower/texts.js';

/**
 * A text of several lines in a block that is indented so far. It is moved as a whole, so that the relation of its
 * lines stays; several blanks between words are one, as they are to Markdown, but in code and in tables.
 */
export function tidyTextBlock(image: string, indent: string): string {
  const [open, ...lines] = image.split('\n');
  const common = commonIndentation(lines);
  let isCode = false;
  const tidied = lines.map((line) => {
    const own = line.slice(common).trimEnd();
    const isFence = /^\s*(?:```|~~~)/.test(own);
    if (isFence) isCode = !isCode;
    return own === '' ? '' : indent + (isFence || isCode || isTableRow(own) ? own : withSingleBlanks(own));
  });
  return [open!.trimEnd(), ...tidied].join('\n');
}

/** Authors set their tables in columns too. */
function isTableRow(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** Expressions and code in a line have texts of their own. */
function withSingleBlanks(line: string): string {
  return line.replace(/【[^】]*】|`[^`]*`|(?<=\S)[ \t]{2,}(?=\S)/g, (part) =>
    part.trim() === '' ? ' ' : part,
  );
}
