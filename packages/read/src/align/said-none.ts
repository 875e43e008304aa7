import { keyOfLabel } from './same-meaning.js';

/** 无事业收入、经营收入和其他收入； · 没有发生外事接待支出。: there is none of what is named up to here. */
const deniedBefore =
  /(?:^|[,;:。、\n])(?:其中:?)?(?:本年度?|当年|全年)?(?:没有发生|没有安排|没有|未发生|未安排|未产生|未开展|无)([^,;:。\n\d]+)$/;
/** 经营支出、对附属单位补助支出均为0万元。 */
const listedBefore = /(?:^|[,;:。\n])([^,;:。\n\d]+)$/;
const allNothing = /^[^,;:。\n\d]*?(?:均|都)为?(?:0(?:\.0+)?|零)(?:万元|元|辆|个|批次?|人次?)?(?=[,;。\n]|$)/;
const parts = /以及|[、及与和]/g;
/** What parts members of a list, or ends it. */
export const endOfMember = /(?:以及|[,;:。、和及与])|$/y;

const deniedAgain = /^(?:没有发生|没有安排|没有|未发生|未安排|未产生|未开展|无)/;

/** What begins a clause that denies what it names. */
export const denial = /(?:没有发生|没有安排|没有|未发生|未安排|未产生|未开展|无)(?=\p{Script=Han})/uy;

/** Whether the words before this place say, without a figure, that there is nothing of what the form calls so. */
export function saysNone(text: string, at: number, label: string): boolean {
  if (!/^(?:$|[,;。\n、和及与以])/.test(text.slice(at, at + 1))) return false;
  const before = text.slice(Math.max(0, at - longestList), at);
  const list =
    deniedBefore.exec(before)?.[1] ??
    (allNothing.test(text.slice(at, at + longestList)) ? listedBefore.exec(before)?.[1] : undefined);
  if (list === undefined) return false;
  // 使用非财政拨款结余和专用结余 is one name.
  const starts = [0, ...[...list.matchAll(parts)].map(({ 0: part, index }) => index + part.length)];
  return starts.some((start) => start < list.length && nameIn(list.slice(start)) === nameIn(label));
}

const longestList = 80;

/** 政府性基金预算财政拨款收入 and 政府性基金收入, 政府采购工程支出 and 工程采购支出. */
function nameIn(label: string): string {
  return keyOfLabel(label.replace(deniedAgain, '')).replace(
    /财政拨款|预算|政府(?=采购)|采购|(?:支出|决算|费用|金额)+$/g,
    '',
  );
}
