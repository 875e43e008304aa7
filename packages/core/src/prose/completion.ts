import type { Quantity } from './quantity.js';
import { isMoneyUnit } from '../number/unit.js';
import { labelBefore, type Sentence } from './sentence.js';

/** 年初预算 120 万元，支出决算 118.5 万元，完成预算的 98.75% */
export interface Completion {
  budget: Quantity;
  accounts: Quantity;
  rate: Quantity;
}

const rateWords =
  /(?:完成(?<kind>年初|全年|调整|调整后)?(?:的)?预算数?的?|(?:预算)?(?:执行|完成)(?:率|进度))(?:为|达|达到|是|：)?\s*$/;
const budgetName = /(?<kind>年初|全年|调整|调整后)?(?:的)?预算(?:数|金额|安排|总额)?$/;
const accountsName = /(?:决算数?|执行数?|实际支出|实际执行|执行金额|支出数)$/;
const otherYear = /上年|去年|同期|累计|结转/;

/** The completion rates of a sentence that tells one budget and one outcome before it. */
export function completionsIn(sentence: Sentence): Completion[] {
  const { passage, quantities } = sentence;
  const { text } = passage;
  const money: Quantity[] = [];
  return quantities.flatMap((rate) => {
    if (isMoneyUnit(rate.unit)) money.push(rate);
    if (rate.unit !== '%' || !rate.exact) return [];
    const [budget, accounts] = money.slice(-2);
    if (!budget || !accounts || !budget.exact || !accounts.exact) return [];
    // The budget of a whole is not that of its parts.
    if (text.slice(budget.after, accounts.start).includes('其中')) return [];
    const words = rateWords.exec(text.slice(accounts.after, rate.start));
    const told = text.slice(accounts.after, rate.start - (words?.[0].length ?? 0));
    if (!words || !/^[，,；;\s]*$/.test(told)) return [];
    const budgetWords = budgetName.exec(labelBefore(text, budget));
    if (!budgetWords || !accountsName.test(labelBefore(text, accounts))) return [];
    const [kind, named] = [words.groups?.kind, budgetWords.groups?.kind];
    if (kind && named && kind.slice(0, 2) !== named.slice(0, 2)) return [];
    if (otherYear.test(text.slice(budget.start - labelBefore(text, budget).length, rate.start))) return [];
    return [{ budget, accounts, rate }];
  });
}
