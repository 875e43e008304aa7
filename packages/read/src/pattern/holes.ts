import { isList, isRate, knownMeasure } from '@fiscal/core';
import { plain } from '../published/readable.js';
import { signOf } from './assumptions.js';
import { filtersOf, type Meaning, type Reference, referenceOf, type Variable } from './meaning.js';
import { literal, type NamePart, type Pattern, type Statable } from './pattern.js';
import type { Expected, TextContext } from './text-patterns.js';

const rates = new Set(['占比', '增长率', '完成率', '百分比']);
/** What a list comes to: nothing that could be stated. */
const counts = new Set(['个数', '求和', '换算']);
const inWords = new Set(['连接', '日期', '中文', '中文数字', '带单位', '单位']);

/** What a hole of a text may be filled with. */
export function holePatterns(meaning: Meaning, context: TextContext): Pattern[] {
  if (meaning.kind === 'text') {
    const words = plain(meaning.text);
    return words === '' ? [] : [literal(words)];
  }
  if (meaning.kind === 'year')
    return [{ kind: 'hole', hole: { kind: 'known', text: String(context.expected.year + meaning.offset) } }];
  const reference = referenceOf(meaning);
  const filters = filtersOf(meaning);
  const names = filters.map(({ filter }) => filter);
  if (names.includes('名称') && reference && !reference.variable) return [nameOf(reference)];
  const list = names.includes('连接') && reference && listOf(reference);
  if (list) return [{ kind: 'hole', hole: { kind: 'text', names: list } }];
  if (names.some((name) => inWords.has(name)))
    return [{ kind: 'hole', hole: { kind: 'text', ...(reference && { states: reference }) } }];
  if (!reference)
    return [{ kind: 'hole', hole: { kind: 'figure', percent: names.some((name) => rates.has(name)) } }];
  if (names.some((name) => rates.has(name))) return [rateHole(reference, filters)];
  if (names.some((name) => counts.has(name)))
    return [{ kind: 'hole', hole: { kind: 'figure', percent: false } }];
  const known = filters.length === 0 ? knownWords(reference, context.expected) : undefined;
  if (known !== undefined) return [known];
  return [nameHole(reference) ?? valueHole(reference, names, context)];
}

/** A percentage is a fact of its own where it is that of the subject: 占比, 增长率 on 上年, 完成率 of the budget. */
function rateHole({ variable, steps }: Reference, filters: ReturnType<typeof filtersOf>): Pattern {
  const rate = filters.find(({ filter }) => rates.has(filter));
  const last = steps.at(-1);
  const isOfMeasure = steps.length > 1 && typeof last === 'string' && knownMeasure(last) !== undefined;
  const isOfSubject =
    rate && !isOfMeasure && isRate(rate.filter) && (rate.filter === '占比' || !rate.argument);
  if (!isOfSubject) return { kind: 'hole', hole: { kind: 'figure', percent: true } };
  const of = { ...(variable && { variable }), steps: [...steps, rate.filter] };
  const sign = filters.some(({ filter }) => filter === '绝对值') ? -1 : 1;
  return { kind: 'hole', hole: { kind: 'figure', percent: true, states: { of, sign } } };
}

/** 单位 | 连接: whose members the words name one after another. */
function listOf(reference: Reference): Variable | undefined {
  const [first, ...rest] = reference.steps;
  const isWhole = !reference.variable && rest.length === 0 && typeof first === 'string' && isList(first);
  return isWhole ? { name: first, list: reference } : undefined;
}

/** What is known before the text is read: 名称, 年度, 货币单位. */
function knownWords({ variable, steps }: Reference, expected: Expected): Pattern | undefined {
  if (variable || steps.length !== 1) return undefined;
  switch (steps[0]) {
    case '名称':
    case '全称':
      return { kind: 'hole', hole: { kind: 'known', text: plain(expected.name) } };
    case '简称':
      return expected.shortName === undefined
        ? { kind: 'hole', hole: { kind: 'text', states: { steps: ['简称'] } } }
        : { kind: 'hole', hole: { kind: 'known', text: plain(expected.shortName) } };
    case '年度':
      return { kind: 'hole', hole: { kind: 'known', text: String(expected.year) } };
    case '种类':
      return literal(expected.kind);
    case '货币单位':
      return literal(expected.moneyUnit);
    default:
      return undefined;
  }
}

/** 类.名称, 项.款.名称, 条.编码: what says which member of a list is meant. */
function nameHole({ variable, steps }: Reference): Pattern | undefined {
  const last = steps.at(-1);
  if (last !== '名称' && last !== '编码') return undefined;
  if (!variable) {
    const owner = steps.at(-2);
    return last === '名称' && typeof owner === 'string' ? literal(plain(owner)) : undefined;
  }
  const part = steps.length === 1 ? last : steps.at(-2);
  return typeof part === 'string' && isNamePart(part)
    ? { kind: 'hole', hole: { kind: 'name', variable, part } }
    : undefined;
}

function nameOf({ steps }: Reference): Pattern {
  const last = steps.at(-1);
  return typeof last === 'string' ? literal(plain(last)) : { kind: 'hole', hole: { kind: 'text' } };
}

function isNamePart(step: string): step is NamePart {
  return ['名称', '编码', '类', '款'].includes(step);
}

function valueHole(reference: Reference, filters: readonly string[], context: TextContext): Pattern {
  if (reference.steps.at(-1) === '方向')
    return { kind: 'hole', hole: { kind: 'text', states: reference, form: 'operator' } };
  if (context.expected.isText(reference)) return { kind: 'hole', hole: { kind: 'text', states: reference } };
  const states = statable(reference, filters, context);
  return { kind: 'hole', hole: { kind: 'figure', percent: false, ...(states && { states }) } };
}

/** The fact that a figure states; none where its sign cannot be told. */
function statable(of: Reference, filters: readonly string[], { given }: TextContext): Statable | undefined {
  if (filters.includes('差额')) return difference(of, given);
  if (!filters.includes('绝对值')) return { of, sign: 1 };
  const sign = signOf(of, given);
  return sign && { of, sign };
}

/** 差额 under 项.决算 > 项.上年: it is so much more than last year. */
function difference(of: Reference, given: TextContext['given']): Statable | undefined {
  for (const one of given) {
    if (one.kind !== 'compared' || !one.right || (one.operator !== '<' && one.operator !== '>')) continue;
    const measure = one.right.steps.at(-1);
    if (typeof measure !== 'string' || knownMeasure(measure) === undefined) continue;
    if (!isMeasureOf(one.right, of)) continue;
    return { of, sign: one.operator === '>' ? 1 : -1, differenceTo: measure };
  }
  return undefined;
}

function isMeasureOf(measure: Reference, { variable, steps }: Reference): boolean {
  return (
    measure.variable === variable &&
    measure.steps.length === steps.length + 1 &&
    steps.every((step, index) => step === measure.steps[index])
  );
}
