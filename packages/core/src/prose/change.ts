import { isSameKind, type Quantity } from './quantity.js';
import { labelBefore, type Sentence } from './sentence.js';

/** 234.94 万元，比 2022 年度增加 71.17 万元，增长 43% */
export interface Change {
  current: Quantity;
  change: Quantity;
  direction: Direction;
  rate?: Quantity;
  rateDirection?: Direction;
}

export interface Direction {
  word: string;
  sign: 1 | -1;
}

const up = '增加|增长|上升|提高|多|增幅|升幅';
const down = '减少|下降|降低|少|降幅';
const priorYear = '上一?年度?|去年|前年|上年同期|去年同期|\\d{4}\\s*年度?';

/** Before the change: 比上年 … 增加 · 与 2022 年相比，收、支总计各增加 · 同比减少 */
const comparison = new RegExp(
  `(?:(?:比|较|与|同|和)\\s*(?:${priorYear})(?:同期|决算数?|相比|比较)*[，,]?(?<what>[^，。；：\\d]{0,24}?)|同比)(?<word>${up}|${down})了?\\s*$`,
);

/** Between the change and its rate: ，增长 · （下降 */
const rateWords = new RegExp(`^[，,、（(]?\\s*(?:同比)?(?<word>${up}|${down})(?:率|了|为|达)*\\s*$`);

/** A rate that is told of the amount before it: ，完成预算 90% · ，占本年收入的 99% */
const rateBetween = /^[，,]\s*(?:完成[^，。；\d]{0,10}预算数?的?|占[^，。；\d]{0,20})\s*$/;
const onlyMarks = /^[，,；;\s]*$/;

/** From here on another year is spoken of; 与 2022 年相比 speaks of this one. */
const otherYear = /(?<![比较与同和]\s*)\d{4}\s*年/;

/** Nobody looks further back for what a sentence speaks of, counted in amounts. */
const farthest = 100;

/** The changes of a sentence against the year before, where the amount that changed is told. */
export function changesIn(sentence: Sentence): Change[] {
  const { text } = sentence.passage;
  return sentence.quantities.flatMap((change, index) => {
    if (change.unit === '%' || change.unit.endsWith('百分点') || !change.exact) return [];
    const before = sentence.quantities.slice(Math.max(0, index - farthest), index);
    const from = before.at(-1)?.after ?? sentence.start;
    const words = comparison.exec(text.slice(from, change.start));
    if (!words) return [];
    const current = currentOf(words.groups?.what ?? '', from, from + words.index, change, sentence, before);
    if (!current?.exact) return [];
    return [
      { current, change, direction: directionOf(words.groups!.word!), ...rateOf(change, sentence, index) },
    ];
  });
}

/** 减少 0.40 万元，增长 3.08%: an amount and the rate right behind it, whatever they are compared with. */
export interface Pair {
  change: Quantity;
  direction: Direction;
  rate: Quantity;
  rateDirection: Direction;
}

const directionAt = /(?<word>增加|增长|上升|提高|减少|下降|降低)了?\s*$/;
/** 同比 may compare with something else than the amount before was compared with. */
const otherComparison = /^[，,、（(]?\s*同比/;

/** Amounts of a sentence that are told with a direction and, right behind, as a rate with its own. */
export function pairsIn(sentence: Sentence): Pair[] {
  const { quantities, passage, start } = sentence;
  return quantities.flatMap((change, index) => {
    if (/[%点]$/.test(change.unit) || change.figure.value.isZero()) return [];
    const from = quantities[index - 1]?.after ?? start;
    const word = directionAt.exec(passage.text.slice(from, change.start))?.groups?.word;
    const { rate, rateDirection } = rateOf(change, sentence, index);
    if (!word || !rate || !rateDirection || !rate.figure.value.isPositive()) return [];
    if (rate.figure.value.isZero() || otherComparison.test(passage.text.slice(change.after, rate.start)))
      return [];
    return [{ change, direction: directionOf(word), rate, rateDirection }];
  });
}

function rateOf(
  change: Quantity,
  { passage: { text }, quantities }: Sentence,
  index: number,
): Pick<Change, 'rate' | 'rateDirection'> {
  const rate = quantities[index + 1];
  if (!rate || !/[%点]$/.test(rate.unit) || !rate.exact) return {};
  const words = rateWords.exec(text.slice(change.after, rate.start));
  return words ? { rate, rateDirection: directionOf(words.groups!.word!) } : {};
}

export function directionOf(word: string): Direction {
  return { word, sign: new RegExp(`^(?:${down})$`).test(word) ? -1 : 1 };
}

/** The amount right before the comparison, or the last one that is called as the comparison's subject is. */
function currentOf(
  what: string,
  from: number,
  start: number,
  change: Quantity,
  sentence: Sentence,
  before: Quantity[],
): Quantity | undefined {
  const { text } = sentence.passage;
  const near = skipRate(before, text);
  const subject = comparable(what) || comparable(labelBefore(text, { ...change, start }));
  const stands = near?.after !== undefined && onlyMarks.test(text.slice(from, start));
  if (near && stands && isSameKind(near, change)) {
    const label = comparable(labelBefore(text, near));
    return comparable(what) === '' || label.endsWith(comparable(what)) ? near : undefined;
  }
  if (subject.length < 2) return undefined;
  // 公务接待预算 11.81 万元 after 公务接待 12.39 万元: which of them changed is not said.
  const last = [...sentence.earlier.slice(-farthest), ...before].findLast(
    (one) => isSameKind(one, change) && comparable(labelBefore(text, one)).includes(subject),
  );
  const isMeant = last && comparable(labelBefore(text, last)) === subject;
  return isMeant && !otherYear.test(text.slice(last.after, start)) ? last : undefined;
}

/** 12.56 万元，完成预算 90%，较上年 …: the amount is told before the rate. */
function skipRate(before: Quantity[], text: string): Quantity | undefined {
  const last = before.at(-1);
  const previous = before.at(-2);
  return last?.unit === '%' && previous && rateBetween.test(text.slice(previous.after, last.start))
    ? previous
    : last;
}

/** What a figure is called, without the words that are left out at will. */
function comparable(label: string): string {
  return label
    .replaceAll(/[\s“”"]/g, '')
    .replace(/^.*(?<!收)、/, '')
    .replace(/(各|均|分别)$/, '')
    .replace(/(支出决算数?|决算数?|支出|金额|总额)$/, '')
    .replace(/(支出决算数?|决算数?|支出|金额|总额)$/, '');
}
