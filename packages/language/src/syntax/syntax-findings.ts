import { blocks, type Finding, type Origin } from '@fiscal/core';
import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import type { ParseResult } from 'langium';
import { plainCharacter } from '../lexer/characters.js';
import type { LexingProblem } from '../lexer/lexing-problem.js';
import { isBlockWord } from './block-words.js';
import { isMeantForTemplates, nearKeywords } from './near-keywords.js';
import { decodeProblem, type SyntaxProblem } from './parser-messages.js';
import { templateSlip } from './template-slips.js';

const lexicalRules: Record<string, string> = {
  'unclosed-text': 'Z002',
  'unclosed-string': 'Z003',
  'unclosed-hole': 'Z004',
  'stray-percent': 'Z005',
  'superfluous-brace': 'Z006',
  'superfluous-text': 'Z006',
  'outside-brace': 'Z006',
  'too-deep': 'Z007',
  'letter-in-number': 'Z029',
  'letter-in-code': 'Z029',
  'stray-letters': 'Z029',
  'grade-for-score': 'Z029',
  'unopened-text': 'Z002',
  'stray-fence': 'Z002',
  'two-lines': 'Z001',
  'unclosed-brace': 'Z006',
  'doubled-brace': 'Z006',
  'brackets-for-brace': 'Z006',
  'lines-without-braces': 'Z006',
  'bare-block': 'Z006',
  'bare-list': 'Z006',
  'wrong-opening-brace': 'Z006',
  'half-conflict': 'Z030',
  'left-mark': 'Z030',
  remark: 'Z001',
  'list-mark': 'Z001',
  'unopened-string': 'Z003',
  'inner-quotes': 'Z003',
  'other-quotes': 'Z003',
  'short-fence': 'Z002',
  'unquoted-text': 'Z003',
  'unfenced-text': 'Z003',
  prose: 'Z003',
  'text-at-fence': 'Z002',
  'misspelt-head': 'Z001',
  'blank-in-name': 'Z033',
  'year-in-words': 'Z029',
  'word-for-figure': 'Z029',
  'word-for-nothing': 'Z029',
  'odd-figure': 'Z029',
  'malformed-code': 'Z029',
  'wrong-date': 'Z029',
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
  const lines = new Lines(result);
  let last: IToken | undefined;
  for (const error of result.parserErrors) {
    // What cannot be read here, and what is therefore missing before it, is one slip.
    if (error.token !== last) add(parserFinding(uri, error, lines));
    last = error.token;
  }
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
function wordsOfError({ code, found, parameters }: Partial<LexingProblem>): Record<string, string> {
  if (found === undefined) return { ...parameters };
  if (code !== 'lookalike' && code !== 'invisible-character') return { found: shorten(found), ...parameters };
  const point = `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return { ...parameters, found, point, right: plainCharacter(found) ?? '' };
}

/** A line that is read as it was meant, although it has to be mended. */
export function isRead({ rule }: Finding): boolean {
  return rule === 'Z031' || rule === 'Z032' || rule === 'Z033';
}

/** The text of lines, of a file with errors of which the parser tells. */
class Lines {
  private split: string[] | undefined;

  constructor(private readonly result: ParseResult) {}

  /** Counted from one. */
  at(line: number): string {
    this.split ??= this.text.split(/\r\n|\n|\r/);
    return this.split[line - 1] ?? '';
  }

  /** The word that stands before the brace around a place: 内设机构; of a block that began long before nothing. */
  headAround({ startOffset }: IToken): string | undefined {
    let open = 0;
    for (let at = startOffset - 1; at >= Math.max(0, startOffset - farthestHead); at--) {
      if (/[}｝]/.test(this.text[at]!)) open += 1;
      else if (/[{｛]/.test(this.text[at]!) && --open < 0)
        return /[\u4e00-\u9fff]+/.exec(
          /[^\n{}｛｝]*$/.exec(this.text.slice(Math.max(0, at - 80), at))![0],
        )?.[0];
    }
    return undefined;
  }

  private get text(): string {
    return this.result.value.$cstNode?.root.fullText ?? '';
  }
}

const farthestHead = 2000;

/** Blocks whose items their author names. */
const withOwnNames: ReadonlySet<string> = new Set([
  blocks.glossary,
  blocks.offices,
  blocks.staff,
  blocks.performance,
  '国内',
  '外事',
]);

function isKeyword({ tokenType: { name }, image }: IToken): boolean {
  return (name === image || name === 'PROJECT' || name === 'DECLARED') && /^[\u4e00-\u9fff]+$/.test(image);
}

/** 内设机构 { 收入 3 个 }: what could be a name, were it no word of the language. */
function isMeantAsName(found: IToken, code: string, lines: Lines): boolean {
  if (code !== 'unexpected-word' || !isKeyword(found)) return false;
  return withOwnNames.has(lines.headAround(found) ?? '');
}

function parserFinding(uri: string, error: IRecognitionException, lines: Lines): Finding {
  const problem: SyntaxProblem = decodeProblem(error.message) ?? { code: 'unexpected-token', rule: '' };
  const found = error.token;
  const previous = (error as { previousToken?: IToken }).previousToken;
  const parameters = {
    found: Number.isNaN(found.startOffset) ? '' : shorten(found.image),
    expected: problem.expected ?? '',
    rule: problem.rule,
    previous: previous && !Number.isNaN(previous.startOffset) ? shorten(previous.image) : '',
    kind: previous?.image ?? '',
    name: previous && !Number.isNaN(previous.startOffset) ? shorten(previous.image) : '',
  };
  const first = firstWordForTemplates(problem, found, lines);
  if (first)
    return message('Z001', originInLine(uri, found, first), 'word-of-template', { found: first.word }, []);
  const slip = isReal(found) ? slipIn(problem, found, previous, lines) : undefined;
  if (slip) {
    const origin = originOfToken(uri, slip.code === 'no-side' && previous ? previous : found);
    return message('Z001', origin, slip.code, { ...parameters, ...slip.parameters }, slip.suggestions ?? []);
  }
  const code = messageCode(problem, parameters, { found, previous });
  // 机关运行经费 5 6: read as a count that lacks its unit.
  if (code === 'figure-without-name' && isFigure(problem.rule)) parameters.found = parameters.previous;
  if (isMeantAsName(found, code, lines))
    return message('Z001', originOfToken(uri, found), 'keyword-for-name', parameters, []);
  if (code === 'figure-without-name')
    return figureFinding(uri, { problem, found, previous }, parameters.found, lines);
  return message(
    'Z001',
    isMisplaced(problem, code) ? originOfToken(uri, found) : placeOf(uri, problem, found, previous),
    code,
    parameters,
    found.tokenType.name === 'NAME' && code !== 'words-for-figure' ? nearKeywords(found.image) : [],
  );
}

function slipIn(problem: SyntaxProblem, found: IToken, previous: IToken | undefined, lines: Lines) {
  const before = previous && isReal(previous) ? lines.at(previous.endLine!) : '';
  return templateSlip(problem, found, lines.at(found.startLine!), before);
}

/** The end of a file is none. */
function isReal({ startOffset }: IToken): boolean {
  return !Number.isNaN(startOffset);
}

interface WordInLine {
  word: string;
  column: number;
}

/** 如果 支出.合计 > 0 {: the line begins with what only a template can say. */
function firstWordForTemplates({ rule }: SyntaxProblem, found: IToken, lines: Lines): WordInLine | undefined {
  if (!blocksOfReports.has(rule) || Number.isNaN(found.startOffset)) return undefined;
  const [, blanks = '', word] = /^([ \t\u3000]*)([\u4e00-\u9fff]+)/.exec(lines.at(found.startLine!)) ?? [];
  return word !== undefined && isMeantForTemplates(word) ? { word, column: blanks.length } : undefined;
}

function originInLine(uri: string, { startLine }: IToken, { word, column }: WordInLine): Origin {
  const line = startLine! - 1;
  return {
    uri,
    range: { start: { line, character: column }, end: { line, character: column + word.length } },
  };
}

/** Two that a figure may be, as long as its line has none of them yet. */
const usualMeasures = ['预算', '上年'];
const measuresOfProjects = ['执行', '全年预算'];
/** What a line of receptions has beside its amount. */
const counts = ['批次', '人次'];

/** A figure of which nothing says what it is: with a name that its line still lacks. */
function figureFinding(
  uri: string,
  { problem, found, previous }: { problem: SyntaxProblem; found: IToken; previous: IToken | undefined },
  figure: string,
  lines: Lines,
): Finding {
  const isBefore = isFigure(problem.rule);
  const token = isBefore && previous ? previous : found;
  const line = lines.at(token.startLine!);
  const hasCounts = counts.some((count) => line.includes(count));
  const usual = problem.rule === 'Project' ? measuresOfProjects : usualMeasures;
  const example = (hasCounts ? counts : usual).find((measure) => !line.includes(measure));
  const parameters = { found: figure, ...(example !== undefined && { example }) };
  const code = example === undefined ? 'second-figure' : 'figure-without-name';
  return message('Z001', originOfToken(uri, token), code, parameters, []);
}

/** A missing number or brace is shown where it is missing: behind what was read last. */
function placeOf(uri: string, problem: SyntaxProblem, found: IToken, previous: IToken | undefined): Origin {
  const atEnd = Number.isNaN(found.startOffset);
  const isElsewhere = previous !== undefined && previous.endLine !== found.startLine;
  const isExpected = problem.code === 'expected-token' && problem.expected !== 'EOF';
  const isMissing =
    atEnd ||
    (isElsewhere && problem.rule === 'Property') ||
    isFigure(problem.rule) ||
    isName(problem.rule) ||
    (isElsewhere && isExpected);
  if (isMissing && previous && !Number.isNaN(previous.startOffset)) return originOfToken(uri, previous);
  return atEnd ? { uri, range: { start: zero, end: zero } } : originOfToken(uri, found);
}

const misplaced: ReadonlySet<string> = new Set([
  'unexpected-word',
  'figure-behind-state',
  'blocks-on-a-line',
  'one-slash',
  'sign-in-data',
  'word-of-template',
  'loose-condition',
  'pasted-row',
]);

/** What stands in a wrong place is shown, not what stands before it. */
function isMisplaced({ rule }: SyntaxProblem, code: string): boolean {
  return misplaced.has(code) || (code === 'figure-without-name' && !isFigure(rule));
}

const zero = { line: 0, character: 0 };

function messageCode(
  problem: SyntaxProblem,
  parameters: { found: string; expected: string },
  { found, previous }: { found: IToken; previous: IToken | undefined },
): string {
  const special = specialCode(problem, found, previous);
  if (special !== undefined) return special;
  if (isFigure(problem.rule) && isNumber(previous)) return 'figure-without-name';
  if (isFigure(problem.rule)) return isWordBehind(found, previous) ? 'words-for-figure' : 'missing-figure';
  if (isName(problem.rule)) return 'missing-name';
  if (problem.code === 'misplaced-word') return isNumber(found) ? 'figure-without-name' : 'unexpected-word';
  if (isNumber(found) && problem.expected === '}') return 'figure-without-name';
  if (parameters.found === '}' && problem.code !== 'expected-token') return 'superfluous-brace';
  if (problem.code === 'expected-token' && problem.expected === '}') {
    return parameters.found === '' || isBlockWord(parameters.found) ? 'missing-brace' : 'unexpected-word';
  }
  if (problem.code === 'expected-token' && problem.expected === 'EOF') return 'superfluous-text';
  if (problem.expected === '{' && isBlockBehind(found, previous)) return 'blocks-on-a-line';
  // Behind the name of a project stands what its figures are, or the brace of its block.
  if (problem.rule === 'Project' && parameters.found !== '')
    return isNumber(found) ? 'figure-without-name' : 'unexpected-word';
  return problem.code;
}

/** 三公经费 0.30 基本支出 { … }: a block goes on behind another one. */
function isBlockBehind(found: IToken, previous: IToken | undefined): boolean {
  return isBlockWord(found.image) && previous?.endLine === found.startLine;
}

/** What is said of one word or sign alone, wherever it stands. */
function specialCode(
  { rule, expected }: SyntaxProblem,
  found: IToken,
  previous: IToken | undefined,
): string | undefined {
  const type = found.tokenType.name;
  const isState = previous !== undefined && states.has(previous.tokenType.name);
  if (isState && previous.endLine === found.startLine && (type === 'NUMBER' || states.has(type)))
    return 'figure-behind-state';
  if (rule === 'Property' && previous && previous.endLine !== found.startLine) return 'missing-value';
  if (rule === 'Report' && expected === 'NUMBER') return 'missing-year';
  if (rule === 'Name' && /决算$/.test(previous?.tokenType.name ?? '')) return 'missing-report-name';
  if (isFigure(rule) && previous?.tokenType.name === '-' && type !== 'NUMBER') return 'sign-in-data';
  if (/^[且或非]$/.test(type) && /^Rule/.test(rule)) return 'loose-condition';
  if (!blocksOfReports.has(rule)) return undefined;
  if (type === '/') return 'one-slash';
  if (type === '|') return 'pasted-row';
  if (/^[=+*-]$/.test(type)) return 'sign-in-data';
  return templateWords.has(type) ? 'word-of-template' : undefined;
}

const states: ReadonlySet<string> = new Set(['未填', '未发生', '不适用']);
/** Rules of the grammar for what stands in a report. */
const blocksOfReports: ReadonlySet<string> = new Set(
  'Report Unit Income Expenditure ExpenditureMember EconomicExpenditure ThreePublic ThreePublicMember ThreePublicItem Project ProjectMember Item Member Line ExpenditureLine Declaration Indicator'.split(
    ' ',
  ),
);
const templateWords: ReadonlySet<string> = new Set(
  '若 否则 每 部分 节 段 列表 图 表 插入 封面 目录 设置 短语 若有 同义句'.split(' '),
);

function isNumber(token: IToken | undefined): boolean {
  return token?.tokenType.name === 'NUMBER';
}

/** 执行 完成: a word where the figure of a measure belongs. */
function isWordBehind({ tokenType, startLine }: IToken, previous: IToken | undefined): boolean {
  return tokenType.name === 'NAME' && previous?.endLine === startLine;
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
