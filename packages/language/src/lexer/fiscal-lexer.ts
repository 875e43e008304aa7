import { DefaultLexer, type LexerResult } from 'langium';
import { settleWords } from './contextual-words.js';
import { dropStrayTokens } from './top-level.js';
import { TextTokens } from './text-tokens.js';

/** Langium's lexer, then texts cut into pieces and holes, words settled by their surroundings, strays dropped. */
export class FiscalLexer extends DefaultLexer {
  override tokenize(text: string): LexerResult {
    const raw = super.tokenize(text);
    const texts = new TextTokens(this.definition, (part) => this.chevrotainLexer.tokenize(part));
    for (const token of raw.tokens) texts.add(token);
    const problems = settleWords(texts.tokens, this.definition);
    const { tokens, problems: stray } = dropStrayTokens(texts.tokens);
    return { ...raw, tokens, errors: [...raw.errors, ...texts.problems, ...problems, ...stray] };
  }
}
