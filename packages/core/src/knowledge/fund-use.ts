import { factBelow, resolveFact } from './ask.js';
import { Known } from './resolved.js';
import type { FactBase } from '../model/fact-base.js';
import type { Path } from '../model/path.js';
import { blocks } from '../vocabulary/blocks.js';
import { fundTable } from '../vocabulary/funds.js';
import { fundClosing, fundOpening } from '../vocabulary/measures.js';
import { broughtForward } from '../vocabulary/totals.js';

/** Where a report shows that it has money of a fund, besides the expenditure from it. */
const signs: ReadonlyMap<string, readonly Path[]> = new Map(
  fundTable.map(({ name, income, carryOver }) => [
    name,
    [
      ...income.map((item) => [blocks.income, item]),
      [blocks.carryOver, carryOver, fundOpening],
      [blocks.carryOver, carryOver, fundClosing],
    ],
  ]),
);

/**
 * There may be money of this fund, so there must be a block of 支出 for it: the report shows some, or does not
 * say yet where its income comes from.
 */
export function mayUseFund(base: FactBase, fund: string): boolean {
  const values = (signs.get(fund) ?? []).flatMap((path) => known(base, path)?.value ?? []);
  return values.some((value) => !value.isZero()) || !tellsIncome(base);
}

/** Items of 收入 that money of a fund of this year comes from, and what 结转结余 calls the fund. */
export function moneySigns(fund: string): { income: readonly string[]; carryOver: string } {
  const { income = [], carryOver = fund } = fundTable.find(({ name }) => name === fund) ?? {};
  return { income: income.filter((item) => item !== broughtForward), carryOver };
}

/** Some source of income is stated, by this report or by those of its units. */
export function tellsIncome(base: FactBase): boolean {
  return [...signs.values()].flat().some((path) => {
    const income = path[0] === blocks.income ? known(base, path) : undefined;
    return income && (income.state !== 'derived' || income.rule === 'X026');
  });
}

function known(base: FactBase, path: Path): Known | undefined {
  const fact = factBelow(base.root, path);
  const resolved = fact && resolveFact(fact);
  return resolved instanceof Known ? resolved : undefined;
}
