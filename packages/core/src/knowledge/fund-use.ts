import { factAt, resolveFact } from './ask.js';
import { Known } from './resolved.js';
import type { FactBase } from '../model/fact-base.js';

/** Where a report shows that it has money of a fund, besides the expenditure from it. */
const signs = new Map<string, readonly string[]>([
  ['一般公共预算', ['收入.一般公共预算财政拨款收入', ...carryOverOf('一般公共预算财政拨款')]],
  ['政府性基金', ['收入.政府性基金预算财政拨款收入', ...carryOverOf('政府性基金预算财政拨款')]],
  ['国有资本经营', ['收入.国有资本经营预算财政拨款收入', ...carryOverOf('国有资本经营预算财政拨款')]],
  [
    '其他资金',
    [
      '收入.上级补助收入',
      '收入.事业收入',
      '收入.经营收入',
      '收入.附属单位上缴收入',
      '收入.其他收入',
      '收入.使用非财政拨款结余',
      '收入.年初结转和结余',
      ...carryOverOf('非财政拨款'),
    ],
  ],
]);

function carryOverOf(fund: string): string[] {
  return [`结转结余.${fund}.年初`, `结转结余.${fund}.年末`];
}

/**
 * There may be money of this fund, so there must be a block of 支出 for it: the report shows some, or does not
 * say yet where its income comes from.
 */
export function mayUseFund(base: FactBase, fund: string): boolean {
  const values = (signs.get(fund) ?? []).flatMap((path) => known(base, path)?.value ?? []);
  return values.some((value) => !value.isZero()) || !tellsIncome(base);
}

/** Some source of income is stated, by this report or by those of its units. */
function tellsIncome(base: FactBase): boolean {
  return [...signs.values()].flat().some((path) => {
    const income = path.startsWith('收入.') ? known(base, path) : undefined;
    return income && (income.state !== 'derived' || income.rule === 'X026');
  });
}

function known(base: FactBase, path: string): Known | undefined {
  const fact = factAt(base, path);
  const resolved = fact && resolveFact(fact);
  return resolved instanceof Known ? resolved : undefined;
}
