import type { ILexingError, IToken } from 'chevrotain';
import type { LexingProblem } from '../lexer/lexing-problem.js';
import { hasConflictMarkers } from '../lexer/conflicts.js';
import { layOut } from './lay-out.js';
import { renderLine } from './render-line.js';
import { sourceLines } from './source-lines.js';
import { allTokens, canonicalImage, tokenize } from './tokens.js';

/**
 * The canonical form of a source text: two blanks of indentation for each block, figures in fixed columns,
 * half-width signs and digits, no insignificant punctuation. Line breaks, comments and the words of texts stay
 * as the author wrote them. What a line becomes follows from the line and the blocks around it, never from its
 * neighbours. A line that cannot be read stays as it is; so does a file with an unsettled merge, or with blocks
 * that do not close where they should, of which nobody knows what stands in them.
 */
export function formatText(text: string): string {
  if (hasConflictMarkers(text)) return text;
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const formatted = formatLines(text.replace(/\r\n?/g, '\n'));
  return formatted === undefined ? text : formatted.replaceAll('\n', lineBreak);
}

function formatLines(text: string): string | undefined {
  const { tokens, errors } = tokenize(text);
  if (!closesItsBlocks(tokens, errors)) return undefined;
  const lines = layOut(sourceLines(text, tokens), text);
  const rendered = lines.map((line) => ('source' in line ? line.source : renderLine(line)));
  const formatted = rendered.join('\n').replace(/\n+$/, '') + '\n';
  return sameMeaning(tokens, allTokens(formatted)) ? formatted : undefined;
}

function closesItsBlocks(tokens: readonly IToken[], errors: readonly ILexingError[]): boolean {
  const count = (brace: string) => tokens.filter(({ tokenType }) => tokenType.name === brace).length;
  const isOfBrace = ({ code }: Partial<LexingProblem>) => code?.endsWith('brace');
  return count('{') === count('}') && !errors.some(isOfBrace);
}

/** Formatting may move words and change their width, never what they say. */
function sameMeaning(before: readonly IToken[], after: readonly IToken[]): boolean {
  return (
    before.length === after.length && before.every((token, at) => meaning(token) === meaning(after[at]!))
  );
}

function meaning(token: IToken): string {
  return `${token.tokenType.name} ${canonicalImage(token).replace(/\s+/g, ' ')}`;
}
