import { Decimal, type Finding, newMessage, parseFigure } from '@fiscal/core';
import { spelled } from '../published/readable.js';
import type { Segment } from '../reading/segments.js';
import { SegmentText } from '../reading/segment-text.js';
import type { Comparison } from './comparison.js';

/** 决算数大于预算数 · 决算数与年初预算数持平: what is said of the amounts before it, by no name of its own. */
const verdict =
  /(?<=^|[。,;])(?:支出)?决算数?(?:(?<more>大于|高于|超过|多于)|(?<less>小于|低于|少于)|(?=[与和同等]))(?:(?<level>(?:与|和|同|等于)(?:年初|全年|调整)?预算数?(?:持平|相等|一致)?)|(?:年初|全年|调整)?预算数?)/g;
const budgetAndAccounts =
  /(?:年初|全年|调整)?预算数?为?(?<budget>\d[\d,]*(?:\.\d+)?)万元,(?:支出)?决算数?为?(?<accounts>\d[\d,]*(?:\.\d+)?)万元/g;
const completion = /完成(?:年初|全年|调整)?预算数?的?(?<rate>\d[\d,]*(?:\.\d+)?)%/g;

/**
 * 年初预算为 10 万元，支出决算为 10 万元。决算数大于预算数: what words say of two figures beside them, whatever the
 * template has there. Only where the paragraph tells one budget: what else is meant nobody can tell.
 */
export function compareVerdicts({ lines }: Segment, { originOf }: Pick<Comparison, 'originOf'>): Finding[] {
  const text = new SegmentText(lines);
  return [...text.text.matchAll(/[^\n]+/g)].flatMap(({ 0: paragraph, index }) =>
    [...paragraph.matchAll(verdict)].flatMap((match): Finding[] => {
      const order = orderBefore(paragraph.slice(0, match.index));
      const { more, less, level } = match.groups!;
      if (!order || !(more ?? less ?? level)) return [];
      const isLevel = level !== undefined && /持平|相等|一致|等于/.test(level);
      const isRight = more ? order.sign > 0 : less ? order.sign < 0 : !isLevel || order.sign === 0;
      if (isRight || order.isNearly) return [];
      const start = text.spotAt(index + match.index);
      const end = text.spotAt(index + match.index + match[0].length);
      const to = end.line === start.line ? end.offset : start.line.text.length;
      const parameters = { found: spelled(match[0]), told: spelled(order.told) };
      return [
        newMessage('L011', originOf(start.line.place, start.offset, to), 'contrary-verdict', parameters),
      ];
    }),
  );
}

interface Order {
  /** More, less or as much as the budget. */
  sign: number;
  /** Rounding may hide on which side it is. */
  isNearly: boolean;
  told: string;
}

function orderBefore(words: string): Order | undefined {
  const amounts = [...words.matchAll(budgetAndAccounts)];
  const rates = [...words.matchAll(completion)];
  if (amounts.length > 1 || rates.length > 1) return undefined;
  const [pair, rate] = [amounts[0], rates[0]];
  if (pair)
    return orderOf(pair[0], pair.groups!.accounts!, parseFigure(pair.groups!.budget!), new Decimal(0));
  if (!rate) return undefined;
  const digits = rate.groups!.rate!;
  const unit = new Decimal(10).pow(-(digits.split('.')[1]?.length ?? 0));
  return orderOf(rate[0], digits, new Decimal(100), unit);
}

function orderOf(told: string, digits: string, other: Decimal | undefined, unit: Decimal): Order | undefined {
  const own = parseFigure(digits);
  if (!own || !other) return undefined;
  return { sign: own.comparedTo(other), isNearly: own.minus(other).abs().lessThan(unit), told };
}
