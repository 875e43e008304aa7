import { isMoneyUnit } from '@fiscal/core';
import type { State } from './automaton.js';
import { keyOfLabel } from './same-meaning.js';

/** What stands around a figure says what it is: 21批次 is no 人次, 97000元 not 97000 of 万元, and 事业收入 28.60 none of 其他收入. */
export interface Around {
  /** The figure is of something else than the form has here. */
  isStrange: boolean;
  /** The unit that was written, where it is money in another unit than the form's. */
  money?: { written: string; form: string };
}

const unitAt = /^(?:亿元|万元|千元|元|批次?|人次?|辆)/;
/** 21批, 137人: units that are said in short. */
const shortened = /(?<=^[批人])次$/;
const labelBefore = /[\p{Script=Han}"()]+$/u;
const longestUnit = 2;

/** Judges a figure of a text that was read into a hole by what stands directly before and behind it. */
export function around(
  text: string,
  [from, to]: readonly [number, number],
  { before, after }: { before: State; after: State },
  { states, labels }: { states: readonly State[]; labels: ReadonlyMap<string, number> },
): Around {
  const label = labelIn(text.slice(Math.max(0, from - 40), from));
  const isOther = isOtherLabel(label, before.hole?.label, labels);
  const behind = text.slice(to, to + longestUnit);
  // 2022年 is no amount and no number of anything.
  if (/^20\d\d$/.test(text.slice(from, to)) && behind.startsWith('年'))
    return { isStrange: !continuations(after, states, 1).includes('年') };
  if (text[to - 1] === '倍') return { isStrange: isOther, money: { written: '倍', form: '%' } };
  const unit = unitIn(behind);
  if (unit === undefined) return { isStrange: isOther };
  const units = continuations(after, states, longestUnit).map(unitIn);
  if (units.length === 0 || units.includes(unit)) return { isStrange: isOther };
  const form = units.find((one) => one !== undefined && isMoneyUnit(one));
  const isSure = !units.includes(undefined);
  if (isSure && isMoneyUnit(unit) && form !== undefined)
    return { isStrange: isOther, money: { written: unit, form } };
  return { isStrange: isOther || isSure };
}

/** …，其中：事业收入 → 事业收入 */
export function labelIn(before: string): string {
  return labelBefore.exec(before)?.[0] ?? '';
}

/** Words that say which figure of something it is, or what is done with it: not of what. */
const ofAnything =
  /年初|年末|全年|上年|年度|调整|预算|(?:支出)?决算|增加|减少|增长|下降|上升|持平|完成|金额|合计|占|[较比与同相的为是数各共计万元]/g;

/** 其他收入 says of what it is; 年初预算为 and 较上年决算数增加 do not. */
export function saysOfWhat(label: string): boolean {
  return label.replace(ofAnything, '').length >= 2;
}

/** The form calls another of its figures so. */
function isOtherLabel(label: string, own: string | undefined, labels: ReadonlyMap<string, number>): boolean {
  if (!own || !labels.has(label)) return false;
  if (label.endsWith(own) || own.endsWith(label)) return false;
  // 支出决算为 and 支出决算数为 are one.
  return !keyOfLabel(own).endsWith(keyOfLabel(label));
}

/** The unit of money that the form prints behind a figure. */
export function moneyUnitBehind(after: State, states: readonly State[]): string | undefined {
  return continuations(after, states, longestUnit)
    .map(unitIn)
    .find((one) => one !== undefined && isMoneyUnit(one));
}

function unitIn(text: string): string | undefined {
  return unitAt.exec(text)?.[0].replace(shortened, '');
}

/** All that a form may print next, up to some length. */
export function continuations(from: State, states: readonly State[], length: number): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (state: State, text: string): void => {
    if (text.length >= length || state.hole || state.lineEnd !== undefined) return void found.add(text);
    for (const to of state.moves) visit(to, text);
    if (state.character) visit(state.character.to, text + state.character.sign);
  };
  const visit = (to: number, text: string): void => {
    const key = `${to} ${text}`;
    if (seen.has(key)) return;
    seen.add(key);
    walk(states[to]!, text);
  };
  walk(from, '');
  return [...found];
}
