import { alignLines } from './align-lines.js';
import { layOut } from './lay-out.js';
import { allTokens, canonicalImage } from './tokens.js';

/**
 * The canonical form of a source text: two blanks of indentation for each block, columns aligned,
 * half-width signs and digits, no insignificant punctuation. Line breaks, comments and the inside of texts
 * stay as the author wrote them. A text that cannot be read as a whole is returned unchanged.
 */
export function formatText(text: string): string {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const formatted = formatLines(text.replace(/\r\n?/g, '\n'));
  return formatted === undefined ? text : formatted.replaceAll('\n', lineBreak);
}

function formatLines(text: string): string | undefined {
  const { tokens, clean } = allTokens(text);
  if (!clean) return undefined;
  const formatted = alignLines(layOut(tokens, text)).join('\n').replace(/\n+$/, '') + '\n';
  return sameMeaning(text, formatted) ? formatted : undefined;
}

/** Formatting may move words and change their width, never what they say. */
function sameMeaning(before: string, after: string): boolean {
  const [left, right] = [meaning(before), meaning(after)];
  return left.length === right.length && left.every((word, index) => word === right[index]);
}

function meaning(text: string): string[] {
  return allTokens(text).tokens.map(
    (token) => `${token.tokenType.name} ${canonicalImage(token).replace(/\s+/g, ' ')}`,
  );
}
