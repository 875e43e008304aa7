import { keyOfLabel } from './same-meaning.js';

/** 无, 没有发生, 未购置: what denies, before what it denies. */
const denying = String.raw`(?:没有(?:发生|安排|取得|产生|开展|组织)?|未(?:发生|安排|取得|产生|开展|组织)|无|未(?=购置|更新))`;

/** 无事业收入、经营收入和其他收入； · 没有发生外事接待支出。: there is none of what is named up to here. */
const deniedBefore = new RegExp(
  String.raw`(?:^|[,;:。、\n])(?:\d+\.)?(?:其中:?)?(?:20\d\d年度?)?[^,;:。、\n\d]{0,24}?${denying}([^,;:。\n\d]+)$`,
);
/** 经营支出、对附属单位补助支出均为0万元。 */
const listedBefore = /(?:^|[,;:。\n])([^,;:。\n\d]+)$/;
const allNothing = /^[^,;:。\n\d]*?(?:均|都)为?(?:0(?:\.0+)?|零)(?:万元|元|辆|个|批次?|人次?)?(?=[,;。\n]|$)/;
const parts = /以及|[、及与和]/g;
/** What parts members of a list, or ends it. */
export const endOfMember = /(?:以及|[,;:。、和及与])|$/y;

const deniedAgain = new RegExp(`^${denying}`);

/** A clause that says something of figures without one: 无工程采购, 全部授予小微企业. */
export const saysWithoutFigures =
  /^[,;、]?(?:没有|未(?!来)|无(?!论|关|线|偿|形|障))|全部(?=授予|为|是|用于)|均为|都是|持平|减半|翻番/;

/** What begins a clause that denies what it names. */
export const denial = new RegExp(String.raw`${denying}(?=\p{Script=Han})`, 'uy');

/** Whether the words before this place say, without a figure, that there is nothing of what the form calls so. */
export function saysNone(text: string, at: number, label: string): boolean {
  if (!/^(?:$|[,;。\n、和及与以])/.test(text.slice(at, at + 1))) return false;
  const before = text.slice(Math.max(0, at - longestList), at);
  const list =
    deniedBefore.exec(before)?.[1] ??
    (allNothing.test(text.slice(at, at + longestList)) ? listedBefore.exec(before)?.[1] : undefined);
  return list !== undefined && isNamedLast(list, label);
}

/** Whether a list up to here ends with what the form calls so: 使用非财政拨款结余和专用结余 is one name. */
function isNamedLast(list: string, label: string): boolean {
  const starts = [0, ...[...list.matchAll(parts)].map(({ 0: part, index }) => index + part.length)];
  return starts.some((start) => start < list.length && nameIn(list.slice(start)) === nameIn(label));
}

const oneForAll = new RegExp(
  String.raw`^[、和与及]([^,;:。\n\d、和与及]*(?:[、和与及][^,;:。\n\d、和与及]*)*?)(?:均|都)为?(?=(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:亿元|万元|元))`,
);
/** 收入、支出总计: the last word is of both. */
const shared = /(?:总计|合计|总额)$/;

/** 收入总计和支出总计均为 5 万元: where the figure begins that is said of what is named up to here, and of others. */
export function saidOfEach(text: string, at: number, label: string): number | undefined {
  const behind = oneForAll.exec(text.slice(at, at + longestList));
  if (!behind) return undefined;
  const list = /(?:^|[,;:。\n])([^,;:。\n]+)$/.exec(text.slice(Math.max(0, at - longestList), at))?.[1];
  if (list === undefined) return undefined;
  const name = list.replace(/^.*\d年度?/, '');
  const whole = shared.exec(behind[1]!)?.[0] ?? '';
  const isNamed = isNamedLast(name, label) || isNamedLast(name + whole, label);
  return isNamed ? at + behind[0].length : undefined;
}

const longestList = 80;

/** 政府性基金预算财政拨款收入 and 政府性基金收入, 政府采购工程支出 and 工程采购支出. */
function nameIn(label: string): string {
  return keyOfLabel(
    label
      .replace(/^收(?=(?:总|合)计|$)/, '收入')
      .replace(/^支(?=(?:总|合)计|$)/, '支出')
      .replace(deniedAgain, '')
      .replace(/^(?:全年)?(?:安排|(?:共|拥|保)?有)/, ''),
  )
    .replace(/财政拨款|预算|按规定|政府(?=采购)|采购|(?:支出|决算|费用|金额)+$/g, '')
    .replace(/^购置(.+)$/, '$1购置')
    .replace(/^(?:人员|人数)$/, '出国(境)');
}
