import { Lexer, type TokenType, type TokenVocabulary } from 'chevrotain';
import { DefaultTokenBuilder, type GrammarAST } from 'langium';
import { matchMalformedNumber, numberStarts } from './malformed-number.js';
import { allQuotes, matchString, matchTextBlock } from './quoted-text.js';
import { variants } from './signs.js';

/** Token types that exist only until `text-tokens.ts` has cut them up. */
export const rawTextBlock: TokenType = {
  name: 'RAW_TEXT_BLOCK',
  PATTERN: matchTextBlock,
  START_CHARS_HINT: allQuotes,
  LINE_BREAKS: true,
};

export const rawString: TokenType = {
  name: 'RAW_STRING',
  PATTERN: matchString,
  START_CHARS_HINT: allQuotes,
  LINE_BREAKS: false,
};

/** Becomes a UNIT behind a number; an error elsewhere. */
export const percentSign: TokenType = { name: 'PERCENT', PATTERN: /[%％‰]/ };

/** Brackets that the language has no use for: see `settle-brackets.ts`. */
export const bracket: TokenType = { name: 'BRACKET', PATTERN: /[[\]［］〔〕《》〈〉「」『』]/ };

/** A dash where a figure stands, as in a table of what did not arise: see `settle-words.ts`. */
export const dash: TokenType = { name: 'DASH', PATTERN: /[—–―─]+/ };

/** Made from other tokens, never matched in the text. */
const synthetic = new Set([
  'TEXT_BLOCK',
  'TEXT_OPEN',
  'TEXT_CONTENT',
  'TEXT_CLOSE',
  'STRING',
  'TITLE_BEHIND',
  'UNIT',
  'CODE',
  'PROJECT',
  'DECLARED',
]);

export class FiscalTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(
    grammar: GrammarAST.Grammar,
    options?: { caseInsensitive?: boolean },
  ): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    for (const token of tokens) {
      if (synthetic.has(token.name)) token.PATTERN = Lexer.NA;
      if (token.name === 'MALFORMED') readAsMalformedNumber(token);
    }
    const comments = tokens.filter(isComment);
    const signs = tokens.filter((token) => token.name in variants).sort(longerPatternFirst);
    const others = tokens.filter((token) => !comments.includes(token) && !signs.includes(token));
    // Comments before the sign `/`, raw texts before names (which may begin with a quote), ≥ before >.
    return [...comments, rawTextBlock, rawString, ...signs, percentSign, ...others, bracket, dash];
  }

  protected override buildKeywordPattern(keyword: GrammarAST.Keyword): RegExp | string {
    return variants[keyword.value] ?? keyword.value;
  }

  protected override findLongerAlt(keyword: GrammarAST.Keyword, terminals: TokenType[]): TokenType[] {
    return keyword.value in variants ? [] : terminals.filter((terminal) => terminal.name === 'NAME');
  }
}

/** Its pattern looks at the word before it, which the grammar cannot say. */
function readAsMalformedNumber(token: TokenType): void {
  token.PATTERN = matchMalformedNumber;
  token.START_CHARS_HINT = numberStarts;
  token.LINE_BREAKS = false;
}

function isComment(token: TokenType): boolean {
  return token.name.endsWith('COMMENT');
}

function longerPatternFirst(left: TokenType, right: TokenType): number {
  return String(right.PATTERN).length - String(left.PATTERN).length;
}
