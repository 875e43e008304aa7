import type { Finding, Origin } from '@fiscal/core';
import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import type { ParseResult } from 'langium';
import { plainCharacter } from '../lexer/characters.js';
import type { LexingProblem } from '../lexer/lexing-problem.js';
import { isBlockWord } from './block-words.js';
import { nearKeywords } from './near-keywords.js';
import { decodeProblem, type SyntaxProblem } from './parser-messages.js';

const lexicalRules: Record<string, string> = {
  'unclosed-text': 'Z002',
  'unclosed-string': 'Z003',
  'unclosed-hole': 'Z004',
  'stray-percent': 'Z005',
  'superfluous-brace': 'Z006',
  'superfluous-text': 'Z006',
  'too-deep': 'Z007',
  'malformed-number': 'Z029',
  'two-lines': 'Z001',
  'missing-brace': 'Z006',
  'missing-opening-brace': 'Z006',
  'wrong-brace': 'Z006',
  conflict: 'Z030',
  lookalike: 'Z031',
  'invisible-character': 'Z032',
  'unquoted-name': 'Z033',
};

/**
 * Lexer and parser errors as findings, one per line of source: what follows the first error of a line
 * mostly follows from it.
 */
export function syntaxFindings(uri: string, result: ParseResult): Finding[] {
  const findings = new Map<number, Finding>();
  const add = (finding: Finding) => {
    const { line } = finding.origin.range.start;
    if (!findings.has(line)) findings.set(line, finding);
  };
  for (const error of result.lexerErrors) add(lexicalFinding(uri, error));
  for (const error of result.parserErrors) add(parserFinding(uri, error));
  return [...findings.values()];
}

function lexicalFinding(uri: string, error: ILexingError & Partial<LexingProblem>): Finding {
  const { code = 'unexpected-character', suggestions = [], others = [] } = error;
  const places = others.map((other) => placeOfError(uri, other));
  return {
    rule: lexicalRules[code] ?? 'Z005',
    severity: 'error',
    origin: placeOfError(uri, error),
    data: {
      kind: 'message',
      code,
      parameters: wordsOfError(error),
      suggestions,
      ...(places.length > 0 && { places }),
    },
  };
}

function placeOfError(uri: string, { line = 1, column = 1, length }: ILexingError): Origin {
  const start = { line: line - 1, character: column - 1 };
  return { uri, range: { start, end: { line: start.line, character: start.character + length } } };
}

/** What an error says besides its code; a character that may not be seen by its code point. */
function wordsOfError({ code, found }: Partial<LexingProblem>): Record<string, string> {
  if (found === undefined) return {};
  if (code !== 'lookalike' && code !== 'invisible-character') return { found: shorten(found) };
  const point = `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return { found, point, right: plainCharacter(found) ?? '' };
}

/** A line that is read as it was meant, although it has to be mended. */
export function isRead({ rule }: Finding): boolean {
  return rule === 'Z031' || rule === 'Z032' || rule === 'Z033';
}

function parserFinding(uri: string, error: IRecognitionException): Finding {
  const problem: SyntaxProblem = decodeProblem(error.message) ?? { code: 'unexpected-token', rule: '' };
  const found = error.token;
  const previous = (error as { previousToken?: IToken }).previousToken;
  const parameters = {
    found: Number.isNaN(found.startOffset) ? '' : shorten(found.image),
    expected: problem.expected ?? '',
    rule: problem.rule,
    previous: previous && !Number.isNaN(previous.startOffset) ? shorten(previous.image) : '',
  };
  const code = messageCode(problem, parameters, { found, previous });
  // 机关运行经费 5 6: read as a count that lacks its unit.
  if (code === 'figure-without-name' && isFigure(problem.rule)) parameters.found = parameters.previous;
  return message(
    'Z001',
    isMisplaced(problem, code) ? originOfToken(uri, found) : placeOf(uri, problem, found, previous),
    code,
    parameters,
    found.tokenType.name === 'NAME' ? nearKeywords(found.image) : [],
  );
}

/** A missing number or brace is shown where it is missing: behind what was read last. */
function placeOf(uri: string, problem: SyntaxProblem, found: IToken, previous: IToken | undefined): Origin {
  const atEnd = Number.isNaN(found.startOffset);
  const isElsewhere = previous !== undefined && previous.endLine !== found.startLine;
  const isExpected = problem.code === 'expected-token' && problem.expected !== 'EOF';
  const isMissing = atEnd || isFigure(problem.rule) || isName(problem.rule) || (isElsewhere && isExpected);
  if (isMissing && previous && !Number.isNaN(previous.startOffset)) return originOfToken(uri, previous);
  return atEnd ? { uri, range: { start: zero, end: zero } } : originOfToken(uri, found);
}

/** What stands in a wrong place is shown, not what stands before it. */
function isMisplaced({ rule }: SyntaxProblem, code: string): boolean {
  return code === 'unexpected-word' || (code === 'figure-without-name' && !isFigure(rule));
}

const zero = { line: 0, character: 0 };

function messageCode(
  problem: SyntaxProblem,
  parameters: { found: string; expected: string },
  { found, previous }: { found: IToken; previous: IToken | undefined },
): string {
  if (isFigure(problem.rule)) return isNumber(previous) ? 'figure-without-name' : 'missing-figure';
  if (isName(problem.rule)) return 'missing-name';
  if (problem.code === 'misplaced-word') return isNumber(found) ? 'figure-without-name' : 'unexpected-word';
  if (isNumber(found) && problem.expected === '}') return 'figure-without-name';
  if (parameters.found === '}' && problem.code !== 'expected-token') return 'superfluous-brace';
  if (problem.code === 'expected-token' && problem.expected === '}') {
    return parameters.found === '' || isBlockWord(parameters.found) ? 'missing-brace' : 'unexpected-word';
  }
  if (problem.code === 'expected-token' && problem.expected === 'EOF') return 'superfluous-text';
  return problem.code;
}

function isNumber(token: IToken | undefined): boolean {
  return token?.tokenType.name === 'NUMBER';
}

function isFigure(rule: string): boolean {
  return rule.endsWith('Figure');
}

function isName(rule: string): boolean {
  return rule === 'Name' || rule === 'ItemName';
}

function originOfToken(uri: string, token: IToken): Origin {
  const start = { line: token.startLine! - 1, character: token.startColumn! - 1 };
  const end = { line: token.endLine! - 1, character: token.endColumn! };
  return { uri, range: { start, end } };
}

function shorten(image: string): string {
  const line = /^[^\r\n]*/.exec(image)![0];
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}

function message(
  rule: string,
  origin: Origin,
  code: string,
  parameters: Record<string, string>,
  suggestions: string[],
): Finding {
  return { rule, severity: 'error', origin, data: { kind: 'message', code, parameters, suggestions } };
}
