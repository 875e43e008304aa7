import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';

/**
 * What the parser could not read, as data in the place of chevrotain's English sentences:
 * `syntaxFindings` takes it from there.
 */
export interface SyntaxProblem {
  code: 'expected-token' | 'unexpected-token' | 'superfluous-text' | 'misplaced-word';
  /** The token type that was expected, if it is one. */
  expected?: string;
  /** The grammar rule that was being read. */
  rule: string;
}

/** A word that can begin nothing in its block, where that does not lack its brace. */
export function misplacedWord(ruleName: string): string {
  return encode({ code: 'misplaced-word', rule: plain(ruleName) });
}

function encode(problem: SyntaxProblem): string {
  return JSON.stringify(problem);
}

export function decodeProblem(message: string): SyntaxProblem | undefined {
  return message.startsWith('{') ? (JSON.parse(message) as SyntaxProblem) : undefined;
}

export class SyntaxProblemProvider implements IParserErrorMessageProvider {
  buildMismatchTokenMessage(options: { expected: TokenType; actual: IToken; ruleName: string }): string {
    return encode({ code: 'expected-token', expected: options.expected.name, rule: plain(options.ruleName) });
  }

  buildNotAllInputParsedMessage(options: { firstRedundant: IToken; ruleName: string }): string {
    return encode({ code: 'superfluous-text', rule: plain(options.ruleName) });
  }

  buildNoViableAltMessage(options: { ruleName: string }): string {
    return encode({ code: 'unexpected-token', rule: plain(options.ruleName) });
  }

  buildEarlyExitMessage(options: { ruleName: string }): string {
    return encode({ code: 'unexpected-token', rule: plain(options.ruleName) });
  }
}

/** Langium ends its rule names with a zero-width space. */
function plain(ruleName: string | undefined): string {
  return ruleName?.replace(/\u200B$/, '') ?? '';
}
