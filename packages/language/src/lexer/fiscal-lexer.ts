import type { ILexingError, IToken } from 'chevrotain';
import { DefaultLexer, type LexerResult } from 'langium';
import { settleWords } from './contextual-words.js';
import { settleChangeTitles } from './change-titles.js';
import { asItReads, characterProblems } from './characters.js';
import { withoutConflicts } from './conflicts.js';
import { fenceTexts } from './fence-texts.js';
import { joinNames } from './join-names.js';
import { joinNumbers } from './join-numbers.js';
import type { LexingProblem } from './lexing-problem.js';
import { limitDepth } from './limit-depth.js';
import { mendBraces } from './mend-braces.js';
import { settleOddFigures } from './odd-figures.js';
import { openBlocks } from './open-blocks.js';
import { quoteTexts } from './quote-texts.js';
import { type Settled, settleBrackets } from './settle-brackets.js';
import { settleHeads } from './settle-heads.js';
import { settleNumbers } from './settle-numbers.js';
import { splitWords } from './split-words.js';
import { settleTermNames } from './term-names.js';
import { TextTokens } from './text-tokens.js';
import { dash } from './token-builder.js';
import { dropStrayTokens } from './top-level.js';
import { namesOfCharacters, unknownCharacter } from './unknown-characters.js';

/** More comments than any file has; Langium hands those before one word over in a single call. */
const manyComments = 50_000;

/** Langium's lexer, then texts cut into pieces and holes, words settled by their surroundings, strays dropped. */
export class FiscalLexer extends DefaultLexer {
  override tokenize(text: string): LexerResult {
    const { hidden, ...result } = this.tokenizeAll(text);
    return { ...result, hidden: hidden.length > manyComments ? [] : hidden };
  }

  /** All tokens and, as hidden ones, all comments; punctuation between tokens says nothing. */
  tokenizeAll(text: string): LexerResult {
    const { text: merged, problems: conflicts } = withoutConflicts(withPlainBreaks(text));
    const settled = asItReads(merged);
    const raw = super.tokenize(settled);
    if (settled !== merged) keepComments(raw.hidden, merged);
    const texts = new TextTokens(this.definition, (part) => this.chevrotainLexer.tokenize(part));
    for (const token of raw.tokens) texts.add(token);
    const fenced = fenceTexts(texts.tokens, raw.errors, settled, this.definition);
    const heads = settleHeads(fenced.tokens, settled, this.definition);
    const brackets = settleBrackets(heads.tokens, settled, this.definition);
    const quoted = quoteTexts(brackets.tokens, settled, this.definition);
    const { tokens: named, problems: names } = joinNames(quoted.tokens, settled, this.definition);
    const split = splitWords(named, this.definition);
    const odd = settleOddFigures(split, settled, this.definition);
    const signs = withoutDashes(odd.tokens);
    const figures = joinNumbers(signs.tokens, settled, this.definition);
    const numbers = settleNumbers(figures, this.definition);
    const problems = settleWords(figures, this.definition);
    settleTermNames(figures, this.definition);
    settleChangeTitles(figures, this.definition);
    const blocks = openBlocks(figures, this.definition);
    const { tokens: closed, problems: braces, put } = mendBraces(blocks.tokens, this.definition);

    const { tokens: rooted, problems: stray } = dropStrayTokens(closed);
    const { tokens, problems: deep } = limitDepth(rooted);
    // A brace put in for a word that can stand nowhere goes with that word, which is told.
    const isOutside = ({ offset }: ILexingError) => !fenced.isInside(offset);
    const isLeftOut = (brace: IToken | undefined) => brace !== undefined && !rooted.includes(brace);
    return {
      ...raw,
      tokens,
      hidden: raw.hidden.filter((token) => token.tokenType.name !== 'PUNCTUATION'),
      // What was put in stands nowhere, and is nobody's mistake.
      errors: [
        ...conflicts,
        ...heads.problems,
        ...brackets.problems,
        ...quoted.problems,
        ...names,
        ...odd.problems,
        ...signs.problems,
        ...fenced.problems,
        ...raw.errors.map((error) => namedError(error, settled)).filter(isOutside),
        ...texts.problems.filter(isOutside),
        ...numbers,
        ...problems,
        ...blocks.problems,
        ...braces.filter((problem) => !isLeftOut(put.get(problem))),
        ...stray,
        ...deep,
        ...(settled === merged ? [] : characterProblems(withoutComments(merged, raw.hidden))),
      ].filter(({ offset }) => !Number.isNaN(offset)),
    };
  }
}

/** A dash that stands for no figure is no token. */
function withoutDashes(tokens: IToken[]): Settled {
  const dashes = tokens.filter(({ tokenType }) => tokenType === dash);
  if (dashes.length === 0) return { tokens, problems: [] };
  const problems = dashes.map(unknownCharacter);
  return { tokens: tokens.filter(({ tokenType }) => tokenType !== dash), problems };
}

/** With the characters that the lexer does not know. */
function namedError(error: ILexingError, text: string): ILexingError {
  const found = text.slice(error.offset, error.offset + error.length);
  const before = text.slice(text.lastIndexOf('\n', error.offset - 1) + 1, error.offset);
  return { ...error, ...namesOfCharacters(found, before) } as LexingProblem;
}

/**
 * A lone CR ends a line, as it does for an editor. It becomes a line feed, which everything behind it knows as one;
 * all places stay where they are.
 */
function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Comments are the author's own: they stay as they were written. */
function keepComments(hidden: readonly IToken[], text: string): void {
  for (const token of hidden) token.image = text.slice(token.startOffset, token.endOffset! + 1);
}

function withoutComments(text: string, hidden: readonly IToken[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { tokenType, image, startOffset } of hidden) {
    if (!tokenType.name.endsWith('COMMENT')) continue;
    parts.push(text.slice(at, startOffset), image.replace(/[^\n]/g, ' '));
    at = startOffset + image.length;
  }
  return parts.join('') + text.slice(at);
}
