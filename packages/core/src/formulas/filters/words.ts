import { type Evaluated, listValue, saidIn, textValue, truthValue, unknown } from '../evaluated.js';
import { toFigure } from '../figures.js';
import { chineseDigits, chineseNumber } from '../numerals/chinese-number.js';
import { formatDate, parseDate } from '../numerals/date.js';
import { reportWrongKind } from '../problems.js';
import { pathNames } from '../../model/path.js';
import { wordsOf } from '../texts/words.js';
import type { FilterName } from '../../vocabulary/filters.js';
import { requiredArgument, wordsArgument } from './arguments.js';
import { type Filter, type FilterCall, operandOrigin } from './filter.js';

/** Numbers and dates in words, names and codes of what the report speaks of. */
export const wordFilters = {
  中文: (call) => numeral(call, chineseNumber),
  中文数字: (call) => numeral(call, chineseDigits),
  日期: date,
  名称: ({ operand }) => named(operand),
  编码: ({ operand }) => coded(operand),
  路径: ({ operand }) => textValue(pathOf(operand)),
  含: (call) => compareWords(call, (words, sought) => words.includes(sought)),
  结尾是: (call) => compareWords(call, (words, sought) => words.endsWith(sought)),
} satisfies Partial<Record<FilterName, Filter>>;

/** Only whole numbers have a Chinese numeral. */
function numeral(call: FilterCall, write: (whole: string) => string | undefined): Evaluated {
  const words = call.operand.kind === 'text' ? wordsOf(call.operand) : figureWords(call);
  if (words === undefined) return unknown;
  const written = write(words);
  if (written !== undefined) return textValue(written, saidIn(call.operand));
  reportWrongKind(call.scope, operandOrigin(call), 'integer', call.operand);
  return unknown;
}

function figureWords(call: FilterCall): string | undefined {
  const figure = toFigure(call.operand, call.scope, operandOrigin(call));
  return figure?.value?.toFixed();
}

/** `公开时间 | 日期`, `公开时间 | 日期 "{年}年{月}月"`. */
function date(call: FilterCall): Evaluated {
  const words = wordsOf(call.operand);
  if (words === '') return textValue('');
  const parsed = words === undefined ? undefined : parseDate(words);
  if (parsed)
    return textValue(
      formatDate(parsed, wordsArgument(call, call.expression.arguments[0])),
      saidIn(call.operand),
    );
  reportWrongKind(call.scope, operandOrigin(call), 'date', call.operand);
  return unknown;
}

/** `用途 | 含 "基本支出"`, `名称 | 结尾是 "项目"`: of a text that was not written nothing is true. */
function compareWords(call: FilterCall, compare: (words: string, sought: string) => boolean): Evaluated {
  const sought = wordsArgument(call, requiredArgument(call));
  const words = wordsOf(call.operand);
  if (sought === undefined) return unknown;
  if (words !== undefined) return truthValue(found(sought !== '' && compare(words, sought), call));
  reportWrongKind(call.scope, operandOrigin(call), 'text', call.operand);
  return unknown;
}

/** Whoever reads what is printed then knows that the words are there. */
function found(isThere: boolean, { operand, scope }: FilterCall): boolean {
  if (isThere) scope.noteSaid?.(saidIn(operand));
  return isThere;
}

function named(value: Evaluated): Evaluated {
  if (value.kind === 'list') return listValue(value.members.map(named));
  if (value.kind === 'figure' && value.path) return textValue(pathNames(value.path).at(-1)!);
  return textValue(wordsOf(value) ?? '', saidIn(value));
}

function coded(value: Evaluated): Evaluated {
  if (value.kind === 'list') return listValue(value.members.map(coded));
  return textValue(codeOf(value) ?? '');
}

function pathOf(value: Evaluated): string {
  if (value.kind === 'subject') return value.subject.path;
  return value.kind === 'absent-subject' ? value.path : '';
}

function codeOf(value: Evaluated): string | undefined {
  if (value.kind === 'subject') return value.subject.code;
  if (value.kind === 'absent-subject') return value.code;
  return value.kind === 'entry' ? value.entry.code : undefined;
}
