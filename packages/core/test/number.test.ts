import { describe, expect, test } from 'vitest';
import {
  convert,
  Decimal,
  formatFixed,
  formatPlain,
  formatThousands,
  halfWidth,
  parseFigure,
} from '../src/index.js';

describe('parseFigure', () => {
  test.each([
    ['3213.28', '3213.28'],
    ['３２１３．２８', '3213.28'],
    ['4,733.14', '4733.14'],
    ['４，７３３．１４', '4733.14'],
    ['1,234,567', '1234567'],
    ['-0.5', '-0.5'],
    ['−12', '-12'],
    ['－１２', '-12'],
    ['0.00', '0'],
    ['12345678901234567890.12', '12345678901234567890.12'],
  ])('%s', (text, plain) => {
    expect(formatPlain(parseFigure(text)!)).toBe(plain);
  });

  test.each(['', '.', '1.', '.5', '12,34', '1,2345', '一百', '1e5', '3213.28万元', '--1'])(
    '%j is no figure',
    (text) => {
      expect(parseFigure(text)).toBeUndefined();
    },
  );

  test('half-width spelling keeps everything else', () => {
    expect(halfWidth('１，２３４．５％')).toBe('1,234.5%');
  });
});

describe('units of money', () => {
  test.each([
    ['321328', '元', '万元', '32.1328'],
    ['0.3', '亿元', '万元', '3000'],
    ['12', '千元', '元', '12000'],
    ['7', '万元', '万元', '7'],
  ])('%s %s in %s', (value, from, to, expected) => {
    expect(formatPlain(convert(new Decimal(value), from, to)!)).toBe(expected);
  });

  test('money is not converted to vehicles', () => {
    expect(convert(new Decimal(1), '万元', '辆')).toBeUndefined();
  });
});

describe('formats', () => {
  test.each([
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['-0.001', 2, '0.00'],
    ['6.2', 2, '6.20'],
    ['71.65', 0, '72'],
  ])('%s with %i decimals', (value, decimals, expected) => {
    expect(formatFixed(new Decimal(value), decimals)).toBe(expected);
  });

  test.each([
    ['4733.14', '4,733.14'],
    ['-1234567', '-1,234,567.00'],
    ['999.999', '1,000.00'],
    ['100', '100.00'],
  ])('%s with separators', (value, expected) => {
    expect(formatThousands(new Decimal(value), 2)).toBe(expected);
  });

  test('plain digits', () => {
    expect(['1e21', '6.20', '-0'].map((value) => formatPlain(new Decimal(value)))).toEqual([
      '1000000000000000000000',
      '6.2',
      '0',
    ]);
  });
});
