import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { dataPlaces } from './data-places.js';
import { type LexingProblem, tokenProblem } from './lexing-problem.js';
import { oneToken } from './one-token.js';
import { unitWords } from './unit-words.js';

interface Joined {
  tokens: IToken[];
  problems: LexingProblem[];
}

/** Words of the report behind which a name stands, of a project or a unit. */
const introducers = /^(项目|单位)$/;
const joints = new Set(['-', '/']);

/**
 * Puts together names that the signs of expressions stand in, or that begin with a number: 示例-分局, 数字化/扫描,
 * 2024年数字化. In data no sign stands between names. What of a name can only be guessed at is one name
 * too, and its author is told to put it in quotes.
 */
export function joinNames(tokens: IToken[], text: string, types: TokenTypeDictionary): Joined {
  const isToJoin = (_: IToken, at: number) =>
    lengthOfName(tokens, at) > 1 ||
    lengthOfGuess(tokens, at, text) > 0 ||
    lengthOfKind(tokens, at) > 1 ||
    lengthOfValue(tokens, at, text) > 1 ||
    lengthOfTotal(tokens, at) > 1;
  if (!tokens.some(isToJoin)) return { tokens, problems: [] };
  const isData = dataPlaces(tokens);
  const joined: Joined = { tokens: [], problems: [] };
  for (let at = 0; at < tokens.length; at++) {
    const length = isData[at] || isHead(tokens, at) ? lengthOfName(tokens, at) : 1;
    const guessed = isData[at] ? lengthOfGuess(tokens, at, text) : 0;
    const kind = Math.max(
      lengthOfKind(tokens, at),
      lengthOfValue(tokens, at, text),
      isData[at] ? lengthOfTotal(tokens, at) : 0,
    );
    const parts = Math.max(length, guessed, kind);
    const name = parts === 1 ? tokens[at]! : oneToken(tokens.slice(at, at + parts), text, types['NAME']!);
    if (kind > 1) {
      joined.problems.push(blankInKind(name));
      name.image = name.image.replace(/\s+/g, '');
    } else if (guessed > length)
      joined.problems.push({ ...tokenProblem('unquoted-name', name), found: name.image });
    joined.tokens.push(name);
    at += parts - 1;
  }
  return joined;
}

/** How many tokens a name has that begins here; 1 where none begins, or none has to be put together. */
function lengthOfName(tokens: readonly IToken[], at: number): number {
  const type = typeAt(tokens, at);
  let length = type === 'NUMBER' && isYearOfName(tokens, at) ? 2 : 1;
  if (type !== 'NAME' && length === 1) return 1;
  while (
    joints.has(typeAt(tokens, at + length)) &&
    typeAt(tokens, at + length + 1) === 'NAME' &&
    isClose(tokens, at + length - 1) &&
    isClose(tokens, at + length)
  )
    length += 2;
  return length;
}

/** 2024年数字化 begins a line, or is the name of a project or a unit. */
function isYearOfName(tokens: readonly IToken[], at: number): boolean {
  const [number, word] = [tokens[at]!, tokens[at + 1]];
  if (word?.tokenType.name !== 'NAME' || !isClose(tokens, at) || unitWords.has(word.image)) return false;
  if (isIntroduced(tokens, at) && (typeAt(tokens, at - 1) === '单位' || typeAt(tokens, at + 2) === '{'))
    return true;
  return startsLine(tokens, at) && /^(19|20)[0-9]{2}$/.test(number.image) && /^年./.test(word.image);
}

/** The first word of the name of a project or a unit. */
function isIntroduced(tokens: readonly IToken[], at: number): boolean {
  return introducers.test(typeAt(tokens, at - 1)) && startsLine(tokens, at - 1) && !startsLine(tokens, at);
}

/**
 * 项目 智慧城市2.0 { and 项目 扫描＋建模 {: all up to the brace or to a keyword with a blank before it, where that is more
 * than a name.
 */
function lengthOfGuess(tokens: readonly IToken[], at: number, text: string): number {
  if (typeAt(tokens, at - 1) !== '项目' || !isIntroduced(tokens, at)) return 0;
  if (!/^(NAME|NUMBER|MALFORMED)$/.test(typeAt(tokens, at))) return 0;
  // 项目 50 万元 { is a figure.
  if (typeAt(tokens, at) !== 'NAME' && unitWords.has(tokens[at + 1]!.image)) return 0;
  let length = 0;
  while (tokens[at + length] && !startsLine(tokens, at + length) && !endsName(tokens, at + length)) length++;
  if (typeAt(tokens, at + length) !== '{' || length < 2) return 0;
  const words = text.slice(tokens[at]!.startOffset, tokens[at + length - 1]!.endOffset! + 1);
  return /[，；;：:]/.test(words) ? 0 : length;
}

const beginsKind = /^(?:参公|参照|公益|全额|差额|自收自支|财政|行政|事业)/;

/** 单位 甲馆 参公 事业: how many words say of which kind a unit is. */
function lengthOfKind(tokens: readonly IToken[], at: number): number {
  if (typeAt(tokens, at - 2) !== '单位' || !startsLine(tokens, at - 2) || startsLine(tokens, at)) return 0;
  if (typeAt(tokens, at) !== 'NAME' || !beginsKind.test(tokens[at]!.image)) return 0;
  let length = 1;
  while (isOfKind(tokens, at + length)) length++;
  return length;
}

function isOfKind(tokens: readonly IToken[], at: number): boolean {
  if (!/^(NAME|事业|单位|财政拨款)$/.test(typeAt(tokens, at)) || startsLine(tokens, at)) return false;
  return (
    startsLine(tokens, at + 1) || !/^(NUMBER|MALFORMED|未填|未发生|不适用)$/.test(typeAt(tokens, at + 1))
  );
}

/** 合 计, as tables space it out. */
function lengthOfTotal(tokens: readonly IToken[], at: number): number {
  const isSpaced = /^[合总小]$/.test(tokens[at]!.image) && tokens[at + 1]?.image === '计';
  return isSpaced && startsLine(tokens, at) && !startsLine(tokens, at + 1) ? 2 : 0;
}

/** What may be said of a report in a few words, of which each is known. */
const values = new Map([
  ['货币单位', /^(元|千元|万元|亿元)$/],
  ['取舍', /^(四舍五入|截断)$/],
  ['简称', /^.{2,20}$/],
]);

/** 货币单位 千 元: how many words say it, up to the end of the line. */
function lengthOfValue(tokens: readonly IToken[], at: number, text: string): number {
  const known = startsLine(tokens, at - 1) ? values.get(typeAt(tokens, at - 1)) : undefined;
  if (!known || startsLine(tokens, at)) return 0;
  let length = 0;
  while (typeAt(tokens, at + length) === 'NAME' && !(length > 0 && startsLine(tokens, at + length))) length++;
  if (length < 2 || !startsLine(tokens, at + length)) return 0;
  const words = text.slice(tokens[at]!.startOffset, tokens[at + length - 1]!.endOffset! + 1);
  return !/[，、；：,;:]/.test(words) && known.test(words.replace(/\s+/g, '')) ? length : 0;
}

function blankInKind(kind: IToken): LexingProblem {
  const suggestions = [kind.image.replace(/\s+/g, '')];
  return { ...tokenProblem('blank-in-name', kind), found: kind.image, suggestions };
}

function endsName(tokens: readonly IToken[], at: number): boolean {
  const type = typeAt(tokens, at);
  return type === '{' || type === 'STRING' || /^[\u4e00-\u9fff]/.test(type);
}

/** 部门决算 示例-分局 2023 */
function isHead(tokens: readonly IToken[], at: number): boolean {
  return typeAt(tokens, at - 1).endsWith('决算');
}

function isClose(tokens: readonly IToken[], at: number): boolean {
  return tokens[at]!.endOffset! + 1 === tokens[at + 1]?.startOffset;
}

function typeAt(tokens: readonly IToken[], at: number): string {
  return tokens[at]?.tokenType.name ?? '';
}

function startsLine(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.endLine !== tokens[at]?.startLine || /^[{}]$/.test(before.tokenType.name);
}
