import type { Finding, Origin } from '@fiscal/core';
import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import type { ParseResult } from 'langium';
import { decodeProblem, type SyntaxProblem } from './parser-messages.js';

const lexicalRules: Record<string, string> = {
  'unclosed-text': 'Z002',
  'unclosed-string': 'Z003',
  'unclosed-hole': 'Z004',
  'stray-percent': 'Z005',
  'superfluous-brace': 'Z006',
  'superfluous-text': 'Z006',
  'too-deep': 'Z007',
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

function lexicalFinding(uri: string, error: ILexingError): Finding {
  const code = (error as { code?: string }).code ?? 'unexpected-character';
  const start = { line: (error.line ?? 1) - 1, character: (error.column ?? 1) - 1 };
  const end = { line: start.line, character: start.character + error.length };
  const found = (error as { found?: string }).found;
  return message(
    lexicalRules[code] ?? 'Z005',
    { uri, range: { start, end } },
    code,
    found === undefined ? {} : { found: shorten(found) },
  );
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
  return message(
    'Z001',
    placeOf(uri, problem, found, previous),
    messageCode(problem, parameters),
    parameters,
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

const zero = { line: 0, character: 0 };

function messageCode(problem: SyntaxProblem, parameters: { found: string; expected: string }): string {
  if (isFigure(problem.rule)) return 'missing-figure';
  if (isName(problem.rule)) return 'missing-name';
  if (parameters.found === '}' && problem.code !== 'expected-token') return 'superfluous-brace';
  if (problem.code === 'expected-token' && problem.expected === '}') {
    return parameters.found === '' || blockWords.has(parameters.found) ? 'missing-brace' : 'unexpected-word';
  }
  if (problem.code === 'expected-token' && problem.expected === 'EOF') return 'superfluous-text';
  return problem.code;
}

/** Where one of these follows, the block before it was not closed. */
const blockWords = new Set(
  '收入 支出 基本支出 项目支出 三公经费 项目 单位 名词解释 部门决算 单位决算 模板 规则 结构 部分 节 表'.split(
    ' ',
  ),
);

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

function message(rule: string, origin: Origin, code: string, parameters: Record<string, string>): Finding {
  return { rule, severity: 'error', origin, data: { kind: 'message', code, parameters, suggestions: [] } };
}
