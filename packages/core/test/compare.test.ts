import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareExact,
  compareGrowth,
  compareRatio,
  compareSame,
  compareSum,
  Decimal,
  roundingInterval,
  type Figure,
  type SignedFigure,
} from '../src/index.js';

/** A figure as printed; decimals 'exact' for one written in 元. */
function figure(value: Decimal.Value, decimals: number | 'exact' = 2): Figure {
  const declared = decimals === 'exact' ? undefined : decimals;
  const exact = new Decimal(value);
  return {
    value: exact,
    ...roundingInterval(exact, declared),
    ...(declared !== undefined && { decimals: declared }),
  };
}

/** `2106.66 + 326.72 - 1` */
function parts(text: string, decimals: number | 'exact' = 2): SignedFigure[] {
  return text.split(/ (?=[+-] )/).map((term) => {
    const [, sign, value = ''] = /^(?:([+-]) )?(\S+)$/.exec(term) ?? [];
    return { figure: figure(value, decimals), sign: sign === '-' ? -1 : 1 };
  });
}

describe('SUM, vectors of real reports', () => {
  test.each([
    ['2940.05', '2106.66 + 326.72 + 60.99 + 445.69', 'explained', '-0.01', '0.025'],
    ['171.07', '171.09', 'explained', '-0.02', '0.065', 12],
    ['251.25', '4.79 + 0.00 + 246.47', 'explained', '-0.01', '0.02'],
    ['2941.05', '2106.66 + 326.72 + 60.99 + 445.69', 'differ', '0.99', '0.025'],
    ['0.03', '0.01 + 0.01', 'explained', '0.01', '0.015'],
    ['0.04', '0.01 + 0.01', 'differ', '0.02', '0.015'],
    ['55.34', '49.14 + 2946.25 - 2940.05', 'agree', '0', '0.02'],
    ['3650.36', '3213.28 + 437.09', 'explained', '-0.01', '0.015'],
  ])('%s against %s', (total, sum, outcome, difference, tolerance, count = 0) => {
    const padding = Array.from({ length: count && count - 1 }, () => ({
      figure: figure(0),
      sign: 1 as const,
    }));
    const verdict = compareSum(figure(total), [...parts(sum), ...padding]);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.difference.toString()).toBe(difference);
    expect(verdict.tolerance.toString()).toBe(tolerance);
  });

  test('a part read with fewer decimals than declared would widen the tolerance: the trap of inference', () => {
    const trap = [...parts('4.79 + 246.47'), { figure: figure(0, 0), sign: 1 as const }];
    expect(compareSum(figure('251.25'), trap).tolerance.toString()).toBe('0.515');
  });

  test('exact figures bring no tolerance', () => {
    expect(compareSum(figure('0.03', 'exact'), parts('0.01 + 0.01', 'exact')).outcome).toBe('differ');
    expect(compareExact(new Decimal('0.03'), new Decimal('0.03')).outcome).toBe('agree');
  });
});

describe('SAME', () => {
  test.each([
    ['326.71', '326.72', 'one-unit'],
    ['326.72', '326.72', 'agree'],
    ['326.70', '326.72', 'differ'],
    ['2461', '2451', 'differ'],
  ])('%s and %s', (a, b, outcome) => {
    expect(compareSame(figure(a), figure(b)).outcome).toBe(outcome);
  });

  test('an exact figure is read at the declared decimals of the other', () => {
    expect(compareSame(figure('326.715001', 'exact'), figure('326.72')).outcome).toBe('agree');
    expect(compareSame(figure('326.714999', 'exact'), figure('326.72')).outcome).toBe('one-unit');
  });

  test('亿元 with two decimals are hundreds of 万元', () => {
    expect(compareSame(figure('29600', -2), figure('29561.68')).outcome).toBe('agree');
    expect(compareSame(figure('29600', -2), figure('29461.68')).outcome).toBe('one-unit');
  });
});

describe('RATIO', () => {
  test.each([
    ['71.73', '2106.66', '2940.05', 'differ', '71.65'],
    ['71.65', '2106.66', '2940.05', 'agree', '71.65'],
    ['11.11', '326.72', '2940.05', 'agree', '11.11'],
    ['100.00', '0.39', '0.39', 'agree', '100.00'],
    ['99.00', '0.39', '0.39', 'explained', '100.00'],
    ['90.00', '0.39', '0.39', 'differ', '100.00'],
  ])('%s % of %s in %s', (ratio, numerator, denominator, outcome, expected) => {
    const verdict = compareRatio(figure(ratio), figure(numerator), figure(denominator));
    expect([verdict.outcome, verdict.expected.toFixed(2)]).toEqual([outcome, expected]);
  });

  test('without decimals: 57 % and 1 % of the Panzhihua report', () => {
    expect(compareRatio(figure(57, 0), figure('1855.38'), figure('3213.28')).outcome).toBe('differ');
    expect(compareRatio(figure(1, 0), figure('2.11'), figure('3213.28')).outcome).toBe('differ');
    expect(compareRatio(figure(0, 0), figure('2.11'), figure('3213.28')).outcome).toBe('agree');
  });

  test('no rate on a base of zero', () => {
    expect(compareRatio(figure(100), figure(5), figure(0)).outcome).toBe('undefined');
    expect(compareGrowth(figure(100), figure(5), figure(0)).outcome).toBe('undefined');
  });

  test('growth is on the absolute base', () => {
    expect(compareGrowth(figure('-2.09'), figure('2961.68'), figure('3024.82')).outcome).toBe('agree');
    expect(compareGrowth(figure('150.00'), figure('5.00'), figure('-10.00')).outcome).toBe('agree');
  });
});

describe('properties of SUM', () => {
  const cents = fc.array(fc.integer({ min: -10_000_000, max: 1_000_000_000 }), {
    minLength: 1,
    maxLength: 40,
  });
  const inYuan = (amount: number) => new Decimal(amount).div(100);
  const rounded = (exact: Decimal) => figure(exact.div(10000).toDecimalPlaces(2));
  const positive = (figures: Figure[]) => figures.map((part) => ({ figure: part, sign: 1 as const }));
  const totalOf = (amounts: number[]) => Decimal.sum(...amounts.map(inYuan));

  test('sound: exact amounts, each rounded to 万元, never give an error', () => {
    fc.assert(
      fc.property(cents, (amounts) => {
        const verdict = compareSum(rounded(totalOf(amounts)), positive(amounts.map(inYuan).map(rounded)));
        expect(verdict.outcome).not.toBe('differ');
      }),
    );
  });

  test('complete: a difference beyond (n+1)·u/2 is always an error', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 1000 }), fc.boolean(), (amounts, beyond, more) => {
        const shown = amounts.map(inYuan).map(rounded);
        const envelope = new Decimal('0.005').times(shown.length + 1);
        const planted = envelope.plus(new Decimal(beyond).div(1000)).times(more ? 1 : -1);
        const total = figure(Decimal.sum(...shown.map(({ value }) => value)).plus(planted));
        expect(compareSum(total, positive(shown)).outcome).toBe('differ');
      }),
    );
  });

  test('monotone: one more part never narrows the tolerance', () => {
    fc.assert(
      fc.property(cents, fc.integer(), (amounts, another) => {
        const shown = positive(amounts.map(inYuan).map(rounded));
        const wider = [...shown, { figure: rounded(inYuan(another)), sign: -1 as const }];
        const total = figure(0);
        expect(compareSum(total, wider).tolerance.gte(compareSum(total, shown).tolerance)).toBe(true);
      }),
    );
  });

  test('the order of the parts does not matter', () => {
    fc.assert(
      fc.property(cents, fc.integer(), (amounts, total) => {
        const shown = positive(amounts.map(inYuan).map(rounded));
        const there = compareSum(rounded(inYuan(total)), shown);
        const back = compareSum(rounded(inYuan(total)), shown.toReversed());
        expect([back.outcome, back.difference.toFixed()]).toEqual([
          there.outcome,
          there.difference.toFixed(),
        ]);
      }),
    );
  });

  test('元 and 万元 give the same verdict', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: -5, max: 5 }), (amounts, off) => {
        const shown = amounts.map(inYuan).map(rounded);
        const total = Decimal.sum(...shown.map(({ value }) => value)).plus(new Decimal(off).div(100));
        const inFen = ({ value }: Figure) => figure(value.times(10000), -2);
        const small = compareSum(figure(total), positive(shown));
        const large = compareSum(inFen(figure(total)), positive(shown.map(inFen)));
        expect(large.outcome).toBe(small.outcome);
      }),
    );
  });
});
