import { totalsBefore } from './listing.js';
import { isSameKind, type Quantity } from './quantity.js';
import { labelBefore, type Sentence } from './sentence.js';

/** 项目支出 910.54 万元，占 28% */
export interface Share {
  part: Quantity;
  ratio: Quantity;
  /** What it may be a share of; several where the sentence does not decide. */
  wholes: Quantity[];
}

/** Between a part and its percentage: 占 · 占本年支出合计的 · 占比 */
const shareWords =
  /^[，,、；（(\s]*占(?:比|(?<whole>[^，。；：、\d%（）()]{0,30}?)的?(?:比重|比例)?)(?:为|是|达|达到)?\s*$/;

/** Nobody looks further back for the whole of a share, counted in amounts. */
const farthest = 100;

/** A whole that is called by no name of its own: that of the list. */
const unnamed = /^(总额|总数|总量|合计|总计|全部|其)?$/;

/** Amounts or percentages that are listed one after another: 6571 亿元、11155 亿元和 3344 亿元 */
const joined = /^\s*(?:、|和|与|及|以及)\s*$/;

/** The shares of a sentence whose whole is told, by its name or as the total before 其中. */
export function sharesIn(sentence: Sentence): Share[] {
  const { text } = sentence.passage;
  return sentence.quantities.flatMap((first, index) => {
    const last = sentence.quantities[index - 1];
    if (first.unit !== '%' || !last || last.unit === '%') return [];
    const words = shareWords.exec(text.slice(last.after, first.start));
    if (!words) return [];
    return respectiveShares(sentence, index).flatMap(({ part, ratio }) => {
      if (!part.exact || !ratio.exact) return [];
      const wholes = wholesOf(words.groups?.whole ?? '', part, sentence);
      return wholes.length > 0 ? [{ part, ratio, wholes }] : [];
    });
  });
}

/** 货物、服务分别为 60 万元和 40 万元，占 60% 和 40%: the percentages from `index` on, each with its own amount. */
function respectiveShares(
  { passage: { text }, quantities }: Sentence,
  index: number,
): Pick<Share, 'part' | 'ratio'>[] {
  const isJoined = (at: number) => {
    const [one, next] = [quantities[at], quantities[at + 1]];
    return one && next && one.unit === next.unit && joined.test(text.slice(one.after, next.start));
  };
  let end = index;
  while (isJoined(end)) end += 1;
  const count = end - index + 1;
  const parts = quantities.slice(Math.max(0, index - count), index);
  const areListed = parts.slice(1).every((_, at) => isJoined(index - count + at));
  const isLonger = count > 1 && isJoined(index - count - 1);
  if (parts.length < count || !areListed || isLonger) return [];
  return parts.map((part, at) => ({ part, ratio: quantities[index + at]! }));
}

function wholesOf(name: string, part: Quantity, sentence: Sentence): Quantity[] {
  const own = sentence.quantities.filter((one) => one.after <= part.start);
  const before = [...sentence.earlier.slice(-farthest), ...own.slice(-farthest)].filter((one) =>
    isSameKind(one, part),
  );
  const named = before.filter((one) => isCalled(labelBefore(sentence.passage.text, one), name));
  if (named.length > 0 || !unnamed.test(name)) return named.every(({ exact }) => exact) ? named : [];
  const totals = totalsBefore(sentence, part.start).filter((one) => isSameKind(one, part));
  return totals.every(({ exact }) => exact) ? totals : [];
}

function isCalled(label: string, name: string): boolean {
  return name.length >= 2 && label.length >= 2 && (label.endsWith(name) || name.endsWith(label));
}
