import { broughtForward } from './totals.js';

/** What the funds of a report are called. */
export const funds = {
  generalBudget: '一般公共预算',
  governmentFunds: '政府性基金',
  stateCapital: '国有资本经营',
  /** The three above. */
  fiscal: '财政拨款',
  other: '其他资金',
  all: '全部',
} as const;

/** The fund that is meant where a block of economic lines names none. */
export const defaultFund = funds.generalBudget;

/** What is known of one fund. */
interface Fund {
  readonly name: string;
  /** Items of 收入 that come from it. */
  readonly income: readonly string[];
  /** What 结转结余 calls it. */
  readonly carryOver: string;
}

/** Every fund that may have a block of 支出. */
export const fundTable: readonly Fund[] = [
  {
    name: funds.generalBudget,
    income: ['一般公共预算财政拨款收入'],
    carryOver: '一般公共预算财政拨款',
  },
  {
    name: funds.governmentFunds,
    income: ['政府性基金预算财政拨款收入'],
    carryOver: '政府性基金预算财政拨款',
  },
  {
    name: funds.stateCapital,
    income: ['国有资本经营预算财政拨款收入'],
    carryOver: '国有资本经营预算财政拨款',
  },
  {
    name: funds.other,
    income: [
      '上级补助收入',
      '事业收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
      '使用非财政拨款结余',
      broughtForward,
    ],
    carryOver: '非财政拨款',
  },
];

const parts = new Map<string, readonly string[]>([
  [funds.fiscal, [funds.generalBudget, funds.governmentFunds, funds.stateCapital]],
  [funds.all, [funds.fiscal, funds.other]],
]);

/** Names of the containers that add up others: 财政拨款, 全部. */
export const aggregates: readonly string[] = [...parts.keys()];

/** What an aggregate adds up, aggregates among it; nothing for a fund. */
export function partsOfFund(name: string): readonly string[] {
  return parts.get(name) ?? [];
}

/** The funds that an aggregate is made of, through other aggregates. */
export function fundsIn(name: string): readonly string[] {
  return partsOfFund(name).flatMap((part) => (parts.has(part) ? fundsIn(part) : [part]));
}
