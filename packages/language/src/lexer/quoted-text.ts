import type { CustomPatternMatcherReturn } from 'chevrotain';

/**
 * Strings and text blocks. Any of " “ ” may open and close, since an input method turns """ into ”“”.
 * A string ends on its line; a text block ends at a fence that is the first thing on its line, or,
 * when text follows the opening fence, on the same line. What is never closed ends where the author most
 * likely meant it to, so that the rest of the file is still read.
 */
const quotes = ['"', '“', '”'];
/** Marks that other texts are quoted with; where one of a pair stands alone it is none. */
const otherQuotes = new Map([
  ["'", "'"],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);
export const allQuotes = [...quotes, ...otherQuotes.keys()];

/** Payload of a raw token. */
export interface QuotedText {
  /** Length of the opening and, if there is one, of the closing mark. */
  openLength: number;
  closeLength: number;
  closed: boolean;
  /** What is not as it should be, other than that it lacks its end. */
  flaw?:
    | 'unopened-string'
    | 'inner-quotes'
    | 'other-quotes'
    | 'short-fence'
    | 'text-at-fence'
    | 'unopened-text';
}

type Match = CustomPatternMatcherReturn & { payload: QuotedText };

const fence = /["“”]{3}/y;
/** Nothing but blanks up to the end of the line. */
const restOfLine = /[ \t\u3000\r]*(?=\n|$)/y;
/** One or two quotes, and nothing behind them. */
const shortFence = /(["“”]{1,2})[ \t\u3000\r]*(?=\n)/y;
const lineOfQuotes = /^[ \t\u3000]*["“”]{1,3}(?=[ \t\u3000\r]*$)/;
const closingFence = /^[ \t\u3000]*["“”]{3}/;
/** A line on which another text block opens: something stands before the fence. */
const openingFence = /^[ \t\u3000]*[^\s"“”][^"“”]*["“”]{3}[ \t\u3000\r]*$/;
/** The fence that ends a text, behind its last sentence: 提供利用。""" */
const fenceBehindText = /^.*(?:[。！？；…）)]|.{12}[^\s"“”])["“”]{3}(?=[ \t\u3000\r]*$)/;
const opensBlock = /[{｛][ \t\u3000\r]*$|^[ \t\u3000]*[}｝]/;
/** A name may begin with a quoted word: “三公”经费. */
const quotedName = /“[^”\s]*”[\u4e00-\u9fff\u3400-\u4dbf\ud840-\ud8bfA-Za-z_]/y;

export function matchTextBlock(text: string, offset: number): Match | null {
  fence.lastIndex = offset;
  if (!fence.test(text)) return matchShortFence(text, offset);
  if (closesText(text, offset)) return flawed(match(text, offset, offset + 3, 3, 3), 'unopened-text');
  restOfLine.lastIndex = offset + 3;
  return restOfLine.test(text) ? matchBlock(text, offset, restOfLine.lastIndex) : matchInline(text, offset);
}

/** How a line ends, or begins, that is one of a text and none of a template. */
const lineOfProse = /[。！？；，：]$|^(?:[-*] |#|\|)/;

/** A fence alone on its line behind a line of prose: the fence that should open the text is missing. */
function closesText(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (
    text.slice(start, offset).trim() !== '' ||
    text.slice(offset + 3, endOfLine(text, offset)).trim() !== ''
  )
    return false;
  const before = text.slice(0, start).trimEnd();
  const last = before.slice(before.lastIndexOf('\n') + 1).trim();
  return lineOfProse.test(last) && !last.includes('//') && !/["“”]{3}$/.test(last);
}

function matchInline(text: string, offset: number): Match {
  let at = offset + 3;
  for (; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '【') at = skipHole(text, at);
    fence.lastIndex = at;
    if (fence.test(text)) return match(text, offset, fence.lastIndex, 3, 3);
  }
  return matchBehindFence(text, offset, at);
}

/** 职责 """编制规划，: text of several lines that begins behind its fence; or a text of one line that is never closed. */
function matchBehindFence(text: string, offset: number, lineEnd: number): Match {
  for (let at = lineEnd + 1; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const closing = closingFence.exec(line) ?? fenceBehindText.exec(line);
    if (closing) return flawed(match(text, offset, at + closing[0].length, 3, 3), 'text-at-fence');
    if (openingFence.test(line) || opensBlock.test(line)) break;
    at = end + 1;
  }
  const likely = likelyEnd(text, offset, lineEnd);
  const isLonger = likely > lineEnd;
  return match(text, offset, isLonger ? likely : beforeBrace(text, offset + 3, lineEnd), 3, 0);
}

function matchBlock(text: string, offset: number, firstLineEnd: number): Match {
  let behindText: number | undefined;
  for (let at = firstLineEnd + 1; at <= text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const closing = closingFence.exec(line);
    if (closing) return match(text, offset, at + closing[0].length, 3, 3);
    behindText ??= fenceBehindText.test(line) ? end : undefined;
    if (openingFence.test(line)) break;
    at = end + 1;
  }
  if (behindText !== undefined)
    return flawed(match(text, offset, beforeBlanks(text, offset, behindText), 3, 3), 'text-at-fence');
  return match(text, offset, likelyEnd(text, offset, firstLineEnd), 3, 0);
}

/**
 * 职责 " at the end of a line, or "", and a line of quotes alone behind deeper ones: a text block, one of whose marks
 * lacks a quote.
 */
function matchShortFence(text: string, offset: number): Match | null {
  shortFence.lastIndex = offset;
  const open = shortFence.exec(text)?.[1];
  if (open === undefined) return null;
  const opener = indentation(text, text.lastIndexOf('\n', offset - 1) + 1);
  const first = endOfLine(text, offset) + 1;
  for (let at = first; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const closing = lineOfQuotes.exec(line)?.[0];
    if (closing !== undefined)
      return at === first
        ? null
        : flawed(match(text, offset, at + closing.length, open.length, 3), 'short-fence');
    if (openingFence.test(line) || (line.trim() !== '' && indentation(text, at) <= opener)) return null;
    at = end + 1;
  }
  return null;
}

/**
 * Behind the last word before the first line that is indented no deeper than the line that opened the block. No
 * line break is at the end, half of a CRLF least of all: lines behind it would be counted twice.
 */
function likelyEnd(text: string, offset: number, firstLineEnd: number): number {
  const opener = indentation(text, text.lastIndexOf('\n', offset - 1) + 1);
  let likely = offset + 3;
  for (let at = firstLineEnd + 1; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const isBlank = line.trim() === '';
    if (!isBlank && (indentation(text, at) <= opener || openingFence.test(line))) break;
    if (!isBlank) likely = beforeBlanks(text, at, end);
    at = end + 1;
  }
  return likely;
}

export function matchString(text: string, offset: number): Match | null {
  const open = text[offset];
  if (open !== undefined && otherQuotes.has(open))
    return matchOtherQuotes(text, offset, otherQuotes.get(open)!);
  if (open === undefined || !quotes.includes(open)) return null;
  quotedName.lastIndex = offset;
  if (open === '“' && quotedName.test(text)) return null;
  const close = findClosingQuote(text, offset);
  if (open !== '“' && closesWhatIsNotOpen(text, offset, close))
    return flawed(match(text, offset, offset + 1, 1, 1), 'unopened-string');
  if (close < 0) return match(text, offset, beforeBrace(text, offset + 1, endOfLine(text, offset)), 1, 0);
  if (open === '“') return match(text, offset, close + 1, 1, 1);
  const word = beforeNextText(text, offset, close);
  if (word !== undefined) return match(text, offset, word, 1, 0);
  const last = behindInnerQuotes(text, close);
  const whole = match(text, offset, last + 1, 1, 1);
  return last > close ? flawed(whole, 'inner-quotes') : whole;
}

/** '甲', ‘甲’, 「甲」: where a text may stand. */
function matchOtherQuotes(text: string, offset: number, closing: string): Match | null {
  if (offset > 0 && !/[\s，、；：,;:{｛]/.test(text[offset - 1]!)) return null;
  const close = text.indexOf(closing, offset + 1);
  if (close <= offset + 1 || close > endOfLine(text, offset)) return null;
  return flawed(match(text, offset, close + 1, 1, 1), 'other-quotes');
}

const wordCharacter = /[\u4e00-\u9fff\u3400-\u4dbfA-Za-z0-9０-９）)》”]/;
const behindText = /[\s{}｛｝]/;

/** 用途 库房维护": behind a word and before a blank, where the quotes of the line do not pair. */
function closesWhatIsNotOpen(text: string, offset: number, close: number): boolean {
  const [before = '\n', behind = '\n'] = [text[offset - 1], text[offset + 1]];
  if (!wordCharacter.test(before) || !behindText.test(behind)) return false;
  return close < 0 || (text[offset] === '"' && isOdd(text, offset));
}

/** Whether an odd number of straight quotes stands on the rest of a line. */
function isOdd(text: string, offset: number): boolean {
  const rest = text.slice(offset, endOfLine(text, offset));
  return (rest.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;
}

const wordBeforeText = /[ \t\u3000]+([\u4e00-\u9fff]{2,6})[ \t\u3000]*$/;

/**
 * 原因 "新增项目  预算原因 "压减": a text that goes on to the quote that opens the next one lacks its own. Where it ends then;
 * undefined where the quote that was found closes it.
 */
function beforeNextText(text: string, offset: number, close: number): number | undefined {
  if (text[offset] !== '"' || behindText.test(text[close + 1] ?? '\n') || !isOdd(text, offset))
    return undefined;
  const inside = text.slice(offset + 1, close);
  const word = wordBeforeText.exec(inside);
  return word && word.index > 0 ? offset + 1 + word.index : undefined;
}

/** Signs of an expression, and words that stand between two texts: "甲" 且 "乙", 分隔"；"结尾"。". */
const betweenTexts =
  /[\s{}【】()（）=≠<≤>≥+*/|]|^(?:科目|等级|用途|原因|预算原因|整改|说明|目标|完成|级别|依据|分隔|结尾|别名|之前|之后|表号|空表|综述|自评结果|至|且|或|同|说|里|换成|改名|移到|于|注|列|图|段|节|表)$/;

/** "整理和"兰台"数字化": a quote with a word close behind it stands inside of the text, with the next one. */
function behindInnerQuotes(text: string, close: number): number {
  const lineEnd = endOfLine(text, close);
  let last = close;
  while (wordCharacter.test(text[last + 1] ?? '\n')) {
    const next = text.indexOf('"', last + 1);
    if (next < 0 || next > lineEnd || betweenTexts.test(text.slice(last + 1, next))) break;
    last = next;
  }
  return last;
}

/** “ ” nest; " ends at the next "; a ” that opens ends at the next curly quote of either kind. */
function findClosingQuote(text: string, offset: number): number {
  const open = text[offset];
  let depth = 0;
  for (let at = offset + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') return -1;
    if (character === '\\' && text[at + 1] !== '\n') at++;
    else if (character === '【') at = skipHole(text, at);
    else if (open === '"' ? character === '"' : open === '”' && (character === '”' || character === '“'))
      return at;
    else if (open === '“' && character === '“') depth++;
    else if (open === '“' && character === '”' && depth-- === 0) return at;
  }
  return -1;
}

/** The end of the hole that opens at `at`, or `at` when it is not closed on its line and before the next one. */
function skipHole(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const character = text[end];
    if (character === '】') return end;
    if (character === '\n' || character === '【') return at;
  }
  return at;
}

/** A brace at the end of the line belongs to the block, not to an unclosed string. */
function beforeBrace(text: string, start: number, lineEnd: number): number {
  const end = beforeBlanks(text, start, lineEnd);
  return end > start && '{}｛｝'.includes(text[end - 1]!) ? beforeBlanks(text, start, end - 1) : end;
}

function beforeBlanks(text: string, start: number, end: number): number {
  while (end > start && ' \t\u3000\r'.includes(text[end - 1]!)) end--;
  return end;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function indentation(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\u3000') at++;
  return at - lineStart;
}

function flawed(found: Match, flaw: NonNullable<QuotedText['flaw']>): Match {
  found.payload.flaw = flaw;
  return found;
}

function match(text: string, start: number, end: number, openLength: number, closeLength: number): Match {
  const result = [text.slice(start, Math.max(end, start + openLength))] as unknown as Match;
  result.payload = { openLength, closeLength, closed: closeLength > 0 };
  return result;
}
