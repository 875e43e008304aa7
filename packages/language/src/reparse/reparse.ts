import type { ILexingError, IToken } from 'chevrotain';
import type { ParseResult, RootCstNode } from 'langium';
import type { File } from '../generated/ast.js';
import type { LexingProblem } from '../lexer/lexing-problem.js';
import { coreServices } from '../parser.js';
import { leavesOf, type Leaf, moveLeaf, replaceText } from './leaves.js';
import { refreshValue } from './values.js';

/**
 * The result of parsing a text that came from an earlier one by typing inside a line, gained without parsing: what
 * the parser does depends on the kinds of the tokens alone, so where each token and each comment is of the same
 * kind as before, the tree is the same but for the words in its leaves and their places. They are changed in the
 * tree itself, which from then on is that of the new text; the earlier result must not be used any more.
 * Undefined, with nothing changed, where the tokens are others or the earlier text had a syntax error
 * or a brace that was mended.
 */
export function reparse(earlier: ParseResult<File>, text: string): ParseResult<File> | undefined {
  const root = earlier.value.$cstNode?.root;
  if (!root || earlier.parserErrors.length > 0 || earlier.lexerErrors.some(isMended)) return undefined;
  const { tokens, hidden, errors, report } = coreServices().parser.Lexer.tokenize(text);
  const words = inOrder(tokens, hidden);
  const leaves = leavesOf(root);
  if (!isSameKind(leaves, words, new Set(hidden))) return undefined;
  change(root, text, leaves, words);
  return { value: earlier.value, parserErrors: [], lexerErrors: errors, lexerReport: report };
}

/** Tokens and comments as they stand in the text; both lists are in order. */
function inOrder(tokens: readonly IToken[], hidden: readonly IToken[]): readonly IToken[] {
  if (hidden.length === 0) return tokens;
  const words: IToken[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < hidden.length && hidden[next]!.startOffset <= token.startOffset)
      words.push(hidden[next++]!);
    words.push(token);
  }
  return [...words, ...hidden.slice(next)];
}

function isSameKind(leaves: readonly Leaf[], words: readonly IToken[], hidden: ReadonlySet<IToken>): boolean {
  return (
    leaves.length === words.length &&
    leaves.every((leaf, index) => {
      const word = words[index]!;
      return leaf.tokenType === word.tokenType && leaf.hidden === hidden.has(word) && isWritten(word);
    })
  );
}

const mended: ReadonlySet<string> = new Set([
  'unclosed-brace',
  'missing-opening-brace',
  'wrong-brace',
  'lines-without-braces',
  'bare-block',
  'bare-list',
]);

/** The parser read a brace that no leaf tells of. */
function isMended(error: ILexingError): boolean {
  return mended.has((error as LexingProblem).code);
}

/** A brace that was mended stands nowhere in the text; a leaf would have no place. */
function isWritten({ startOffset }: IToken): boolean {
  return !Number.isNaN(startOffset);
}

function change(root: RootCstNode, text: string, leaves: readonly Leaf[], words: readonly IToken[]): void {
  for (const [index, leaf] of leaves.entries()) {
    const word = words[index]!;
    if (!leaf.hidden && leaf.text !== word.image) refreshValue(leaf, word.image);
    moveLeaf(leaf, word);
  }
  replaceText(root, text);
}
