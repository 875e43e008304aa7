import { DefaultLexer, type LexerResult } from 'langium';
import { settleWords } from './contextual-words.js';
import { TextTokens } from './text-tokens.js';

/** Langium's lexer, then texts cut into pieces and holes, then words settled by their surroundings. */
export class FiscalLexer extends DefaultLexer {
  override tokenize(text: string): LexerResult {
    const raw = super.tokenize(text);
    const texts = new TextTokens(this.definition, (part) => this.chevrotainLexer.tokenize(part));
    for (const token of raw.tokens) texts.add(token);
    const problems = settleWords(texts.tokens, this.definition);
    return { ...raw, tokens: texts.tokens, errors: [...raw.errors, ...texts.problems, ...problems] };
  }
}
