import { stateOfWord } from '@fiscal/core';
import type { IToken, TokenType, TokenTypeDictionary } from 'chevrotain';
import { unitWords } from './unit-words.js';
import { beginsNextFigure, isFigure, isMeasureAsUnit } from './count-words.js';
import { dataPlaces } from './data-places.js';
import { isDeclared } from './declared-blocks.js';
import { lexingProblem, type LexingProblem, tokenProblem } from './lexing-problem.js';
import { namesInSchemas } from './schema-places.js';
import { percentSign } from './token-builder.js';

/** Behind these a word can only be a name, in data as in expressions. */
const beforeName = new Set([
  '.',
  '|',
  '每',
  '行每',
  '列每',
  '于',
  '【',
  '若',
  '当',
  '且',
  '或',
  '非',
  '改自',
  '短语',
  '表样',
  '规则',
  '结构',
  '忽略',
  '级别',
  '计量',
]);
/** Signs of expressions: what follows, or precedes, is a name. Not `≥` after 目标, where a number follows. */
const operators = new Set(['+', '*', '/', '=', '≠', '<', '≤', '>', '≥', '同', '(']);
/** A word before one of these begins a path. */
const afterName = new Set(['.', '|', '≠', '<', '≤', '>', '≥', '同', '+', '*', '/', '】', ')']);
/** Words of the report that introduce a name of the author's choice. */
const introducers = new Set(['PROJECT', '单位', '模板', '部门决算', '单位决算', '支出']);
/** Words of the grammar that stand before = or after 若 and are never names there. */
const neverNames = new Set(['目标', '完成', '文字', '数字', '非']);

/**
 * Decides by its surroundings whether a word is a keyword, a name or a unit:
 * a name may begin with, contain or be a keyword, and a unit is a unit only behind a number.
 */
export function settleWords(tokens: IToken[], types: TokenTypeDictionary): LexingProblem[] {
  const name = types['NAME']!;
  const unit = types['UNIT']!;
  const code = types['CODE']!;
  const problems: LexingProblem[] = [];
  let places: boolean[] | undefined;
  const schemas = tokens.some(({ tokenType }) => tokenType.name === '结构') ? namesInSchemas(tokens) : [];
  const isData = (at: number) => (places ??= dataPlaces(tokens))[at]!;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.tokenType === percentSign) {
      if (isBehindFigure(tokens, at)) retype(token, unit);
      else if (tokens[at - 1]?.tokenType.name === '计量') retype(token, name);
      else
        problems.push(
          lexingProblem('stray-percent', token.startOffset, 1, token.startLine!, token.startColumn!),
        );
    } else if (isCode(tokens, at, isData)) {
      retype(token, code);
    } else if (isSecondLine(tokens, at)) {
      retype(token, code);
      problems.push({ ...tokenProblem('two-lines', token), found: token.image });
    } else if (isUnit(tokens, at, name)) {
      retype(token, unit);
    } else if (isKeywordLike(token) && token.tokenType !== name && (schemas[at] || isName(tokens, at))) {
      retype(token, name);
    } else if (isProject(tokens, at)) {
      retype(token, types['PROJECT']!);
    } else if (startsLine(tokens, at) && isDeclared(tokens, at)) {
      retype(token, types['DECLARED']!);
    }
  }
  return problems;
}

function isUnit(tokens: IToken[], at: number, name: TokenType): boolean {
  const token = tokens[at]!;
  if (!isBehindFigure(tokens, at)) return false;
  if (isMeasureAsUnit(token.image)) return !beginsNextFigure(tokens, at);
  if (token.tokenType !== name) return false;
  // 完成 未填 某项 20: what has a figure of its own is no unit.
  if (isOfTarget(tokens, at)) return tokens[at - 1]!.tokenType.name === 'NUMBER' || !isFigure(tokens[at + 1]);
  const adjacent = tokens[at - 1]!.endOffset! + 1 === token.startOffset;
  return unitWords.has(token.image) || (adjacent && token.image.length <= 4);
}

/**
 * A number that begins a line of the classification: the first thing on its line or in its block, or behind
 * another line that is complete: 30101 基本工资 262.33 30102 津贴补贴 · 30101 基本工资 30102 津贴补贴.
 */
function isCode(tokens: IToken[], at: number, isData: (at: number) => boolean): boolean {
  const token = tokens[at]!;
  if (token.tokenType.name !== 'NUMBER' || !/^[0-9０-９]{3,9}$/.test(token.image)) return false;
  const after = tokens[at + 1];
  if (!after || unitWords.has(after.image) || after.tokenType === percentSign) return false;
  const before = tokens[at - 1]?.tokenType.name ?? '';
  if (before === '不列') return true;
  // A formula goes on in the next line; in data a sign at the end of a line is a slip.
  if (startsLine(tokens, at)) return !/^[-.]$/.test(before) && !operators.has(before) ? true : isData(at);
  if (!/^([0-9０-９]{3}|[0-9０-９]{5}|[0-9０-９]{7})$/.test(token.image)) return false;
  if (after.tokenType.name !== 'NAME' || after.startLine !== token.startLine) return false;
  return (
    /^(NUMBER|UNIT|STRING|TEXT_CLOSE|TEXT_BLOCK|未填|未发生|不适用)$/.test(before) ||
    (before === 'NAME' && tokens[at - 2]?.tokenType.name === 'CODE')
  );
}

/** 30101 871.23 30306 131.63: nothing but a code stands between two figures; who pasted it has lost a line break. */
function isSecondLine(tokens: IToken[], at: number): boolean {
  const [before, token, after] = tokens.slice(at - 1, at + 2);
  if (token?.tokenType.name !== 'NUMBER' || !/^([0-9０-９]{5}|[0-9０-９]{7})$/.test(token.image))
    return false;
  if (!/^(NUMBER|UNIT)$/.test(before?.tokenType.name ?? '') || after?.tokenType.name !== 'NUMBER')
    return false;
  if (before!.endLine !== token.startLine || after.startLine !== token.startLine) return false;
  return /[.．]/.test(after.image) && isInLineWithCode(tokens, at);
}

function isInLineWithCode(tokens: IToken[], at: number): boolean {
  let first = at;
  while (!startsLine(tokens, first)) first--;
  return tokens[first]!.tokenType.name === 'CODE';
}

/** 目标 ≥ 12 万人: an indicator counts in whatever unit its author likes. */
function isOfTarget(tokens: IToken[], at: number): boolean {
  const sign = /^[<>=≤≥]$/.test(tokens[at - 2]?.tokenType.name ?? '') ? 1 : 0;
  return /^(目标|完成)$/.test(tokens[at - 2 - sign]?.tokenType.name ?? '');
}

/** 3 辆, 未填 辆 */
function isBehindFigure(tokens: IToken[], at: number): boolean {
  const before = tokens[at - 1];
  return isFigure(before) && before!.endLine === tokens[at]!.startLine;
}

function isName(tokens: IToken[], at: number): boolean {
  const before = tokens[at - 1]?.tokenType.name ?? '';
  const after = tokens[at + 1]?.tokenType.name ?? '';
  if (before === '.' || after === '.') return true;
  if (neverNames.has(tokens[at]!.image)) return false;
  if (namesOfIndicator(tokens, at) || namesLine(tokens, at)) return true;
  // A word before = is bound in a table row: 行 科目 = 支出.全部.合计.
  if (tokens[at]!.image in stateOfWord && isOfTarget(tokens, at + 1)) return false;
  if (beforeName.has(before) || operators.has(before) || afterName.has(after) || after === '=') return true;
  if (!introducers.has(before) || !startsLine(tokens, at - 1) || startsLine(tokens, at)) return false;
  return after !== 'NUMBER' || before.endsWith('决算');
}

/** 2080502 事业 基本 12.40: the name of a line, as far as it was written, where no figure says that it is a measure. */
function namesLine(tokens: IToken[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (before?.tokenType.name !== 'CODE' || before.endLine !== token.startLine) return false;
  if (!/^(事业|其他|财政拨款|经营)$/.test(token.image)) return false;
  return (
    !after ||
    after.startLine !== token.endLine ||
    !/^(NUMBER|MALFORMED|-|未填|未发生|不适用)$/.test(after.tokenType.name)
  );
}

/** 项目 招商引资 {: behind a line without braces the parser could not tell it from the measure 项目 9.16. */
function isProject(tokens: IToken[], at: number): boolean {
  if (tokens[at]!.tokenType.name !== '项目') return false;
  const after = tokens[at + 1];
  // A line that goes no further yet: its name is still to be typed.
  if (!after || after.startLine !== tokens[at]!.endLine) return startsLine(tokens, at);
  const type = after.tokenType.name;
  return /^(NAME|STRING|[\u4e00-\u9fff]+)$/.test(type) && !(type in stateOfWord);
}

/**
 * 指标 产出 数量 …: the first and second word behind 指标 are its levels; the third is its name where what it aims at
 * stands behind it.
 */
function namesOfIndicator(tokens: IToken[], at: number): boolean {
  const isBehind = (words: number) => tokens[at - words]?.tokenType.name === '指标';
  return (
    isBehind(1) || isBehind(2) || (isBehind(3) && /^(目标|完成)$/.test(tokens[at + 1]?.tokenType.name ?? ''))
  );
}

/** The first word of its line or of its block. */
function startsLine(tokens: IToken[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.endLine !== tokens[at]!.startLine || /^[{}]$/.test(before.tokenType.name);
}

function isKeywordLike(token: IToken): boolean {
  return /^[\u4e00-\u9fff]/.test(token.tokenType.name);
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx!;
}
