import { DefaultLexer, type LexerResult } from 'langium';
import { settleWords } from './contextual-words.js';
import { limitDepth } from './limit-depth.js';
import { TextTokens } from './text-tokens.js';
import { dropStrayTokens } from './top-level.js';

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
    const raw = super.tokenize(withPlainBreaks(text));
    const texts = new TextTokens(this.definition, (part) => this.chevrotainLexer.tokenize(part));
    for (const token of raw.tokens) texts.add(token);
    const problems = settleWords(texts.tokens, this.definition);
    const { tokens: rooted, problems: stray } = dropStrayTokens(texts.tokens);
    const { tokens, problems: deep } = limitDepth(rooted);
    return {
      ...raw,
      tokens,
      hidden: raw.hidden.filter((token) => token.tokenType.name !== 'PUNCTUATION'),
      errors: [...raw.errors, ...texts.problems, ...problems, ...stray, ...deep],
    };
  }
}

/**
 * A lone CR ends a line, as it does for an editor. It becomes a line feed, which everything behind it knows as one;
 * all places stay where they are.
 */
function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}
