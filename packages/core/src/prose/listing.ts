import { isMoneyUnit, percent } from '../number/unit.js';
import { isSameKind, type Quantity } from './quantity.js';
import { bracketsIn, labelBefore, type Sentence } from './sentence.js';

/** 总额 100 万元，其中：货物 60 万元、工程 0 万元、服务 40 万元 */
export interface Listing {
  total: Quantity;
  /** What is told of the total before its parts, and may be what they are parts of: 比上年增加 10 万元 */
  alternatives: Quantity[];
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

/** What is told of a total behind it: ，比上年增加 · ，增长 · ，完成预算的 */
const comparison =
  /(?:增加|增长|增幅|上升|升幅|提高|多|减少|下降|降低|降幅|少|完成[^，。；\d]{0,14})(?:了|为|达|率)*\s*$/;
const share = /占[^，。；\d]{0,20}$/;

/** The lists of parts in a sentence whose total stands before 其中, with what is told of it between. */
export function listingsIn({ passage, start, end, quantities }: Sentence): Listing[] {
  const text = withFullBrackets(passage.text);
  const sentence = text.slice(start, end);
  return [...sentence.matchAll(among)].flatMap((match, index) => {
    const from = start + match.index;
    const totals = totalsAt(text, from, quantities);
    const stop = index === 0 || isBracketed(text, start, from) ? end : endOfInnerList(text, from, end);
    if (totals.length === 0 || stop === undefined) return [];
    const region = partsRegion(text, from + match[0].length, stop);
    const inRegion = quantities.filter((one) => one.start >= region.start && one.after <= region.end);
    return listsOf(totals).flatMap(({ total, alternatives }) => {
      const parts = inRegion.filter((one) => isSameKind(one, total));
      const outside = parts.filter(
        (one) => !region.brackets.some((b) => b.start < one.start && one.start < b.end),
      );
      return judgeable(text.slice(region.start, region.end), total, outside)
        ? [
            {
              total,
              alternatives,
              parts: outside,
              isComplete: isWhole(text, total, outside, inRegion) && !region.isCut,
            },
          ]
        : [];
    });
  });
}

/** The amount has its list, and the share that it is told to be. */
function listsOf(totals: readonly Told[]): Pick<Listing, 'total' | 'alternatives'>[] {
  return totals
    .filter(({ how }) => how !== 'compared')
    .map(({ quantity: total }) => ({
      total,
      alternatives: totals.flatMap(({ quantity, how }) =>
        how === 'compared' && isSameKind(quantity, total) ? [quantity] : [],
      ),
    }));
}

/**
 * The totals of the lists of a sentence that begin before a place, and what they are compared by. Of a total that is
 * itself told to be a share (60 万元，占 40%，其中：设备 45 万元，占 30%) nobody says which of both its parts are shares of.
 */
export function totalsBefore({ passage: { text }, start, quantities }: Sentence, place: number): Quantity[] {
  const told = [...text.slice(start, place).matchAll(among)].flatMap(({ index }) =>
    totalsAt(text, start + index, quantities),
  );
  if (told.some(({ how }) => how === 'share')) return [];
  return told.flatMap(({ quantity }) => (quantity.unit === percent ? [] : [quantity]));
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

/** An amount before 其中, and how it stands there: as a total, its share of something, what it is compared with. */
interface Told {
  quantity: Quantity;
  how: 'total' | 'share' | 'compared';
}

/** Only marks stand between a total and 其中, or what is told of it; a bracket may open there. */
function totalsAt(text: string, from: number, quantities: readonly Quantity[]): Told[] {
  const told: Told[] = [];
  let end = quantities.findLastIndex(({ after }) => after <= from);
  const nearest = quantities[end];
  if (!nearest || !/^[，,：:；;（(\s]*$/.test(text.slice(nearest.after, from))) return [];
  for (; end >= 0; end -= 1) {
    const quantity = quantities[end]!;
    const previous = quantities[end - 1];
    const words = previous ? text.slice(previous.after, quantity.start) : '';
    const how = comparison.test(words) ? 'compared' : share.test(words) ? 'share' : 'total';
    told.push({ quantity, how });
    if (how === 'total') break;
  }
  return told;
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
