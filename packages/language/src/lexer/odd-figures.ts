import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { attributes, measures, wordsOf } from '@fiscal/core';
import { dataPlaces } from './data-places.js';
import { isTold, type LexingProblem, spanProblem, tokenProblem } from './lexing-problem.js';
import { oneToken } from './one-token.js';
import type { Settled } from './settle-brackets.js';
import { partOf } from './split-words.js';
import { unitWords } from './unit-words.js';
import { isClose, outsideTexts, startsLine, typeAt } from './token-runs.js';
import { wrongDate } from './wrong-date.js';
import { writtenNumber } from './written-number.js';

const measureWords = new Set(measures.flatMap(wordsOf));
const attributeWords = new Set(attributes.flatMap(wordsOf));
/** Blocks of which a figure may be stated. */
const blockWords = /^(收入|支出|基本支出|项目支出|三公经费)$/;
/** What tables say in the place of a figure where there is none. */
const nothing = /^(无|没有|暂无|未有|—|——|―|─|–|-|／|\/|零)$/;
const inWords =
  /^([零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]+?)(万元|亿元|元整?|分|个|次|辆|人|台|套|批次|人次)?$/;
const inHundredths = /^百分之([0-9]+)$/;
/** 万元 and 千 have none. */
const digitInWords = /[零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/;
const scores = /^(?:得分|自评得分|分值)$/;
const grades = /^(?:优|优秀|良|良好|中|中等|差|较差|合格|基本合格|不合格|达标|未达标)$/;
const about = /^(约|近|超|超过|大约|共|共计|计|为|是)$/;
const listSigns = /^[-*+]$/;
const listNumber = /^([0-9]{1,2}[.．。][ \t\u3000]*)([0-9]{3,7})$/;

/** How a word begins that may be odd. */
const oddBeginning =
  /^[优良中差较合基不达无没暂未约近超大共计为是零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]/;
const oddTypes: ReadonlySet<string> = new Set(['DASH', 'MALFORMED', '.', '=', '+', '-', '*', '/']);

export interface Odd {
  /** The tokens from here on are read as one of another kind, or as none. */
  count: number;
  token?: IToken;
  problem?: LexingProblem;
}

/**
 * Figures that were written in another way than figures are: 70、2, 7 0.2, .3, =126.40, 无; codes with blanks, 201 26 01; and
 * marks of lists before a line. Each is one word to all behind, told with what was meant.
 */
export function settleOddFigures(tokens: IToken[], text: string, types: TokenTypeDictionary): Settled {
  const reader = new OddReader(tokens, text, types);
  if (!tokens.some((_, at) => reader.isOdd(at))) return { tokens, problems: [] };
  const isData = dataPlaces(tokens);
  const isOutside = outsideTexts(tokens);
  const settled: Settled = { tokens: [], problems: [] };
  for (let at = 0; at < tokens.length; at++) {
    const odd = isData[at] && isOutside[at] ? reader.read(at) : undefined;
    if (!odd) {
      settled.tokens.push(tokens[at]!);
      continue;
    }
    if (odd.token) settled.tokens.push(odd.token);
    if (odd.problem) settled.problems.push(odd.problem);
    at += odd.count - 1;
  }
  return settled;
}

class OddReader {
  constructor(
    private readonly tokens: readonly IToken[],
    private readonly text: string,
    private readonly types: TokenTypeDictionary,
  ) {}

  /** A first look, by the kinds alone. */
  isOdd(at: number): boolean {
    const type = typeAt(this.tokens, at);
    if (typeAt(this.tokens, at - 1) === '公开时间') return this.read(at) !== undefined;
    if (type === 'NAME') return oddBeginning.test(this.tokens[at]!.image) && this.read(at) !== undefined;
    if (type === 'NUMBER') return this.isOddNumber(at) && this.read(at) !== undefined;
    return oddTypes.has(type) && this.read(at) !== undefined;
  }

  /** Another figure or a sign behind it; or the number of a line. */
  private isOddNumber(at: number): boolean {
    const next = this.tokens[at + 1];
    if (!next || next.startLine !== this.tokens[at]!.endLine) return false;
    if (this.isPointed(at)) return true;
    return (
      /^(NUMBER|[-+*/.])$/.test(next.tokenType.name) ||
      (this.tokens[at]!.image.length <= 2 && startsLine(this.tokens, at))
    );
  }

  read(at: number): Odd | undefined {
    return (
      wrongDate(this.tokens, at, this.text, this.types) ??
      this.listMark(at) ??
      this.code(at) ??
      this.figure(at) ??
      this.word(at)
    );
  }

  /** - 2012601, 1、2012601, 一、收入: marks of a list before what stands on its line. */
  private listMark(at: number): Odd | undefined {
    const { tokens } = this;
    const token = tokens[at]!;
    if (!startsLine(tokens, at) || this.gapBehind(at) === undefined) return undefined;
    const type = token.tokenType.name;
    if (type === 'MALFORMED') {
      const [, mark = '', code] = listNumber.exec(token.image) ?? [];
      if (code === undefined) return undefined;
      const number = partOf(token, code, mark.length, 'NUMBER', this.types);
      return {
        count: 1,
        token: number,
        problem: this.markProblem([partOf(token, mark.trim(), 0, 'NUMBER', this.types)]),
      };
    }
    const isSign =
      listSigns.test(type) &&
      this.gapBehind(at) !== '' &&
      /^(NAME|NUMBER|[\u4e00-\u9fff]+)$/.test(typeAt(tokens, at + 1));
    const isNumber =
      (type === 'NUMBER' && /^[0-9]{1,2}$/.test(token.image)) ||
      (type === 'NAME' && /^[一二三四五六七八九十]{1,3}$/.test(token.image));
    if (!isSign && !(isNumber && /^[、,，：:]/.test(this.gapBehind(at)!))) return undefined;
    return { count: 1, problem: this.markProblem([token]) };
  }

  private markProblem(tokens: IToken[]): LexingProblem {
    const problem = spanProblem('list-mark', tokens);
    const end = problem.offset + problem.length;
    const [sign] = /^[、,，：:.．。]*/.exec(this.text.slice(end))!;
    const length = problem.length + sign.length;
    return { ...problem, length, found: this.text.slice(problem.offset, problem.offset + length) };
  }

  /** 201 26 01 行政运行, 201-26-01, 201.26.01. */
  private code(at: number): Odd | undefined {
    const { tokens } = this;
    if (!startsLine(tokens, at)) return undefined;
    const type = typeAt(tokens, at);
    if (type === 'MALFORMED' && /^2[0-9]{2}[.．][0-9]{2}[.．][0-9]{2}$/.test(tokens[at]!.image))
      return this.asCode(at, 1);
    if (this.isPointed(at)) return this.asCode(at, 1);
    if (type !== 'NUMBER' || !/^2[0-9]{2,5}$/.test(tokens[at]!.image)) return undefined;
    let length = 1;
    while (/^(NUMBER|-)$/.test(typeAt(tokens, at + length)) && this.gapBehind(at + length - 1) !== undefined)
      length++;
    const digits = tokens
      .slice(at, at + length)
      .map(({ image }) => image)
      .join('');
    const isWhole = length > 1 && /^[0-9-]+$/.test(digits) && digits.replaceAll('-', '').length === 7;
    if (!isWhole || typeAt(tokens, at + length) !== 'NAME' || /^[合小总]计$/.test(tokens[at + length]!.image))
      return undefined;
    return this.asCode(at, length);
  }

  /** 20126.04 档案馆: all digits of a code, and a point among them. */
  private isPointed(at: number): boolean {
    const { image } = this.tokens[at]!;
    const digits = image.replace(/[.．]/, '');
    const isCode = /^2[0-9]{6}$/.test(digits) || /^3[0-9]{4}$/.test(digits);
    const next = this.tokens[at + 1];
    return isCode && digits !== image && next?.tokenType.name === 'NAME' && !unitWords.has(next.image);
  }

  private asCode(at: number, count: number): Odd {
    const code = oneToken(this.tokens.slice(at, at + count), this.text, this.types['NUMBER']!);
    const meant = code.image.replace(/[^0-9]/g, '');
    const problem = { ...tokenProblem('malformed-code', code), found: code.image, suggestions: [meant] };
    code.image = meant;
    return { count, token: code, problem };
  }

  private figure(at: number): Odd | undefined {
    const { tokens } = this;
    const type = typeAt(tokens, at);
    if (type === '.') return this.withoutWhole(at);
    if (startsLine(tokens, at)) return undefined;
    if (type === 'NUMBER') return this.apart(at);
    if (type === 'NAME') {
      const [, digits] = inHundredths.exec(tokens[at]!.image) ?? [];
      const rest = typeAt(tokens, at + 1) === '.' ? 3 : 1;
      const all = tokens.slice(at + 1, at + rest).map(({ image }) => image);
      if (digits !== undefined) return this.asFigure(at, rest, 'percent', [`${[digits, ...all].join('')}%`]);
    }
    if (type === 'MALFORMED' && /^[(（]/.test(tokens[at]!.image)) {
      const digits = tokens[at]!.image.replace(/[()（）\s]/g, '');
      return this.asFigure(at, 1, 'negative', [digits, `-${digits}`]);
    }
    const isSign =
      /^[=+]$/.test(type) &&
      typeAt(tokens, at + 1) === 'NUMBER' &&
      isItem(tokens, at - 1) &&
      !isTarget(tokens, at - 1);
    const isAbout =
      type === 'NAME' &&
      about.test(tokens[at]!.image) &&
      typeAt(tokens, at + 1) === 'NUMBER' &&
      isItem(tokens, at - 1);
    return isSign || isAbout ? this.asFigure(at, 2, 'sign', [tokens[at + 1]!.image]) : undefined;
  }

  /** .3 and 126 .40 */
  private withoutWhole(at: number): Odd | undefined {
    const { tokens } = this;
    if (typeAt(tokens, at + 1) !== 'NUMBER' || !isClose(tokens, at) || startsLine(tokens, at))
      return undefined;
    if (at > 0 && isClose(tokens, at - 1)) return undefined;
    const digits = tokens[at + 1]!.image;
    return /^[0-9]+$/.test(digits) && isItem(tokens, at - 1)
      ? this.asFigure(at, 2, 'whole', [`0.${digits}`])
      : undefined;
  }

  /** 70、2 and 7 0.2 and 86.40+40.00: a number that another one stands close behind. */
  private apart(at: number): Odd | undefined {
    const { tokens } = this;
    const gap = this.gapBehind(at);
    const next = typeAt(tokens, at + 1);
    if (gap === undefined) return undefined;
    const { image } = tokens[at]!;
    if (next === 'NUMBER') {
      const other = tokens[at + 1]!.image;
      if (/[.．]/.test(image)) return undefined;
      if (/^[、;；:：·'’‘`´"]$/.test(gap) && /^[0-9]{1,2}$/.test(other))
        return this.asFigure(at, 2, 'point', [`${image}.${other}`]);
      if (gap === ' ' && /^[0-9]{1,3}$/.test(image) && /^[0-9]{1,2}[.．][0-9]+$/.test(other))
        return this.asFigure(at, 2, 'blank', [image + other]);
      return undefined;
    }
    if (!/^[-+*/.]$/.test(next) || typeAt(tokens, at + 2) !== 'NUMBER' || this.gapBehind(at + 1) !== '')
      return undefined;
    const other = tokens[at + 2]!.image;
    if (next === '.') return gap === '' ? undefined : this.asFigure(at, 3, 'blank', [`${image}.${other}`]);
    if (gap !== '') return undefined;
    const isPoint = /^[-/]$/.test(next) && /^[0-9]{1,2}$/.test(other) && !/[.．]/.test(image);
    return isPoint
      ? this.asFigure(at, 3, 'point', [`${image}.${other}`])
      : this.asFigure(at, 3, 'formula', []);
  }

  private asFigure(at: number, count: number, reason: string, suggestions: string[]): Odd {
    const figure = oneToken(this.tokens.slice(at, at + count), this.text, this.types['MALFORMED']!);
    figure.payload = isTold;
    const problem = {
      ...tokenProblem('odd-figure', figure),
      found: figure.image,
      suggestions,
      parameters: { reason: `figure-${reason}` },
    };
    return { count, token: figure, problem };
  }

  /** 公务用车购置费 无, 得分 九十六分. */
  private word(at: number): Odd | undefined {
    const { tokens } = this;
    const { image, tokenType } = tokens[at]!;
    if (startsLine(tokens, at) || !isItem(tokens, at - 1) || !this.endsItem(at + 1)) return undefined;
    const isNothing = nothing.test(image);
    const measure = typeAt(tokens, at - 1);
    if (scores.test(measure) && grades.test(image)) {
      const grade = oneToken([tokens[at]!], this.text, this.types['MALFORMED']!);
      grade.payload = isTold;
      const parameters = { measure };
      return {
        count: 1,
        token: grade,
        problem: { ...tokenProblem('grade-for-score', grade), found: image, parameters },
      };
    }
    const isNumber = tokenType.name === 'NAME' && inWords.test(image) && digitInWords.test(image);
    if (!isNothing && !isNumber) return undefined;
    const word = oneToken([tokens[at]!], this.text, this.types['MALFORMED']!);
    word.payload = isTold;
    const code = isNothing ? 'word-for-nothing' : 'word-for-figure';
    const suggestions = isNothing ? [image === '零' ? '0' : '未发生'] : digitsOf(image);
    return { count: 1, token: word, problem: { ...tokenProblem(code, word), found: image, suggestions } };
  }

  /** Nothing more is said of it, or the next thing. */
  private endsItem(at: number): boolean {
    const token = this.tokens[at];
    if (!token || token.startLine !== this.tokens[at - 1]!.endLine) return true;
    const type = token.tokenType.name;
    return type === '}' || measureWords.has(type) || attributeWords.has(type);
  }

  /** What stands between a token and the next one on its line. */
  private gapBehind(at: number): string | undefined {
    const [token, next] = [this.tokens[at], this.tokens[at + 1]];
    if (!token || !next || next.startLine !== token.endLine) return undefined;
    return this.text.slice(token.endOffset! + 1, next.startOffset);
  }
}

/** 一百二十万元: 120 万元; 九十六分 is a score. */
function digitsOf(words: string): string[] {
  const [, number = '', unit = ''] = inWords.exec(words) ?? [];
  // 九十六万: of money, which is what is left unsaid.
  const [, ahead, behind] = (unit === '' && /^(.+)([万亿])$/.exec(number)) || [];
  const isShort = behind !== undefined && !/[万亿]/.test(ahead!);
  const digits = writtenNumber(isShort ? ahead! : number);
  if (digits === undefined) return [];
  const ofMoney = isShort ? `${behind}元` : '元';
  const meant = behind !== undefined ? ofMoney : unit === '分' ? '' : unit.replace('整', '');
  return [meant === '' ? digits : `${digits} ${meant}`];
}

/** 目标 = 8 */
function isTarget(tokens: readonly IToken[], at: number): boolean {
  return /^(目标|完成)$/.test(typeAt(tokens, at));
}

/** The name of an item, of a block or of a measure: a figure may follow. */
function isItem(tokens: readonly IToken[], at: number): boolean {
  const type = typeAt(tokens, at);
  if (measureWords.has(type) || blockWords.test(type)) return true;
  if (type !== 'NAME') return false;
  // 指标 产出 数量 甲: names, as of a unit and its kind.
  return ![1, 2, 3, 4].some(
    (places) =>
      /^(指标|单位|科目|等级|资金|名词解释)$/.test(typeAt(tokens, at - places)) &&
      tokens[at - places]!.startLine === tokens[at]!.startLine,
  );
}
