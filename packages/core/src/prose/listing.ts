import { isMoneyUnit, percent } from '../number/unit.js';
import { isSameKind, type Quantity } from './quantity.js';
import { bracketsIn, labelBefore, type Sentence } from './sentence.js';

/** 总额 100 万元，其中：货物 60 万元、工程 0 万元、服务 40 万元 */
export interface Listing {
  total: Quantity;
  parts: Quantity[];
  /** Says that nothing is left out. */
  isComplete: boolean;
}

const among = /其中[：:，,]?/g;

/** What is said of an item beside its amount, or of another year: such a list is no sum. */
const otherAmounts =
  /预算|计划|合同|上年|去年|同期|累计|增加|减少|增长|下降|结余|结转|平均|人均|单价|每|以上|不含|剔除|扣除|同比|较/;

/** From here on the parts of a part are listed. */
const nested = /其中|包括|包含|内含|含/;

/** An amount stands there, and nobody knows it yet, or it does not arise: 未填万元 · —万元 */
const unknownAmount = /\uFFFC|未填|[—-]\s*[亿万千]?元/;

/** Parts that by law are all that there is. */
const completeKinds = [['货物', '工程', '服务']];

/** The lists of parts in a sentence whose total stands right before 其中. */
export function listingsIn({ passage, start, end, quantities }: Sentence): Listing[] {
  const text = withFullBrackets(passage.text);
  const sentence = text.slice(start, end);
  return [...sentence.matchAll(among)].flatMap((match, index) => {
    const from = start + match.index;
    const total = totalBefore(text, from, quantities);
    const stop = index === 0 || isBracketed(text, start, from) ? end : endOfInnerList(text, from, end);
    if (!total || stop === undefined) return [];
    const region = partsRegion(text, from + match[0].length, stop);
    const inRegion = quantities.filter((one) => one.start >= region.start && one.after <= region.end);
    const parts = inRegion.filter((one) => isSameKind(one, total));
    const outside = parts.filter(
      (one) => !region.brackets.some((b) => b.start < one.start && one.start < b.end),
    );
    return judgeable(text.slice(region.start, region.end), total, outside)
      ? [{ total, parts: outside, isComplete: isWhole(text, total, outside, inRegion) && !region.isCut }]
      : [];
  });
}

/** The totals of the lists of a sentence that begin before a place. */
export function totalsBefore({ passage: { text }, start, quantities }: Sentence, place: number): Quantity[] {
  return [...text.slice(start, place).matchAll(among)].flatMap(({ index }) => {
    const last = totalBefore(text, start + index, quantities);
    // 60 万元，占 60%，其中：
    return (last?.unit === '%' ? quantities[quantities.indexOf(last) - 1] : last) ?? [];
  });
}

/** Of the same length: half-width brackets bracket as well. */
function withFullBrackets(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）');
}

function isBracketed(text: string, start: number, from: number): boolean {
  return text.lastIndexOf('（', from) > Math.max(start, text.lastIndexOf('）', from));
}

/** The parts of a part end at ；. With nothing but commas nobody can tell where the outer list goes on. */
function endOfInnerList(text: string, from: number, end: number): number | undefined {
  const stop = text.indexOf('；', from);
  return stop >= 0 && stop < end ? stop : undefined;
}

/** Only marks stand between a total and 其中; a bracket may open there. */
function totalBefore(text: string, from: number, quantities: Quantity[]): Quantity | undefined {
  const total = quantities.findLast(({ after }) => after <= from);
  return total && /^[，,：:；;（(\s]*$/.test(text.slice(total.after, from)) ? total : undefined;
}

function partsRegion(text: string, start: number, end: number) {
  const rest = text.slice(start, end);
  const opened = rest.indexOf('）') >= 0 && !/（/.test(rest.slice(0, rest.indexOf('）')));
  const stop = opened ? rest.indexOf('）') : rest.length;
  const inner = rest.slice(0, stop);
  const cut = nested.exec(withoutBrackets(inner))?.index;
  const length = cut ?? inner.length;
  return {
    start,
    end: start + length,
    isCut: cut !== undefined,
    brackets: bracketsIn(inner).map((b) => ({ start: start + b.start, end: start + b.end })),
  };
}

/** Of the same length: what stands in brackets is blanked. */
function withoutBrackets(text: string): string {
  return text.replace(/（[^（）]*）/g, (inside) => ' '.repeat(inside.length));
}

function judgeable(region: string, total: Quantity, parts: Quantity[]): boolean {
  if (parts.length < 2 || unknownAmount.test(region)) return false;
  return [total, ...parts].every(({ exact }) => exact) && !otherAmounts.test(withoutBrackets(region));
}

/** 外事接待 0 批次，0 人: what is told of some of the guests in several counts is no list of all of them. */
function isWhole(text: string, total: Quantity, parts: Quantity[], all: readonly Quantity[]): boolean {
  const isOtherCount = ({ unit }: Quantity) =>
    unit !== total.unit && unit !== percent && !isMoneyUnit(unit) && !isMoneyUnit(total.unit);
  return !all.some(isOtherCount) && claimsAll(text, parts);
}

/** Whoever lists what is zero lists everything. */
function claimsAll(text: string, parts: Quantity[]): boolean {
  const labels = parts.map((part) => labelBefore(text, part));
  const isKindsComplete = completeKinds.some((kinds) =>
    kinds.every((kind) => labels.some((label) => label.includes(kind))),
  );
  return isKindsComplete || parts.some(({ figure }) => figure.value.isZero());
}
