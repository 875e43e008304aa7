import { Decimal, finalAccounts, funds, parseFigure, total } from '@fiscal/core';
import type { FigureStatement } from './reading.js';

const three = [funds.generalBudget, funds.governmentFunds, funds.stateCapital];

/**
 * What was spent out of other money: no table prints it, but 支出决算表 prints what was spent of all money, and others
 * what of the three budgets. Nothing where one of them is not printed.
 */
export function otherMoney(figures: readonly FigureStatement[]): FigureStatement[] {
  const all = figures.filter(({ path }) => path[0] === '支出' && path[1] === funds.all);
  const spent = spentBy(figures);
  const whole = all.find(({ path }) => path.length === 3 && path[2] === total);
  if (!whole || figures.some(({ path }) => path[1] === funds.other)) return [];
  const rest = lacking(whole, spent);
  if (rest === undefined || rest.isNegative()) return [];
  const isLine = ({ path }: FigureStatement) => /^\d{7}$/.test(path[2] ?? '') || path[2] === total;
  const lines = rest.isZero() || !hasLines(spent) ? [whole] : all.filter(isLine);
  return lines.flatMap((one) => {
    const amount = lacking(one, spent);
    const isNothing = amount === undefined || amount.isNegative() || (amount.isZero() && one !== whole);
    if (isNothing) return [];
    const path = ['支出', funds.other, ...one.path.slice(2)];
    return [{ path, said: { digits: amount.toFixed() }, place: one.place, isImplied: true } as const];
  });
}

/** Without the table of a budget its lines are not known: all would be taken for other money. */
function hasLines(spent: ReadonlyMap<string, Decimal>): boolean {
  const whole = spent.get(`${total}.${finalAccounts}`);
  return !whole || whole.isZero() || [...spent.keys()].some((key) => /^\d{7}\./.test(key));
}

/** What the three budgets say of each line and measure. */
function spentBy(figures: readonly FigureStatement[]): ReadonlyMap<string, Decimal> {
  const spent = new Map<string, Decimal>();
  const seen = new Set<string>();
  for (const { path, said } of figures) {
    if (path[0] !== '支出' || !three.some((fund) => fund === path[1]) || !('digits' in said)) continue;
    if (seen.has(path.join('.'))) continue;
    seen.add(path.join('.'));
    const key = keyOf(path);
    spent.set(key, (spent.get(key) ?? new Decimal(0)).plus(parseFigure(said.digits) ?? 0));
  }
  return spent;
}

function keyOf(path: readonly string[]): string {
  return [...path.slice(2), ...(path.length === 3 ? [finalAccounts] : [])].join('.');
}

function lacking({ path, said }: FigureStatement, spent: ReadonlyMap<string, Decimal>): Decimal | undefined {
  const amount = 'digits' in said ? parseFigure(said.digits) : undefined;
  return amount?.minus(spent.get(keyOf(path)) ?? 0);
}
