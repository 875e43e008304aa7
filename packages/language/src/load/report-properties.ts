import { isMoneyUnit, type Template } from '@fiscal/core';
import * as ast from '../generated/ast.js';
import { report } from '../lower/context.js';
import { normalizeName } from '../lower/expressions.js';
import { originOfProperty } from '../lower/origins.js';
import type { LoweredFile, PendingReport } from './file.js';
import { checkDate, numberProperty, reportWrong, wholeNumber, yearOf } from './properties.js';

const defaultMoneyUnit = '万元';
const defaultDecimals = 2;
const rounding = '四舍五入';
const truncation = '截断';

/** What the head of a report says of all its figures. */
export interface ReportProperties {
  year: number;
  moneyUnit: string;
  decimals: number;
  percentDecimals: number;
  /** 取舍: amounts of money lost the digits behind their last place, and were not rounded. */
  truncates: boolean;
  /** 科目年度. */
  catalogYear: number;
  /** 科目表, where the report names one of its own. */
  catalogTable: ast.Property | undefined;
}

/** Reads them, with what is usual where the report says nothing; reports what they cannot be. */
export function readProperties(
  file: LoweredFile,
  { node, items }: PendingReport,
  template: Template | undefined,
): ReportProperties {
  const properties = new Map(items.filter(ast.isProperty).map((item) => [item.key, item]));
  const year = yearOf(file, node);
  checkDate(file, properties.get('公开时间'));
  return {
    year,
    moneyUnit: moneyUnit(file, properties.get('货币单位')),
    truncates: truncates(file, properties.get('取舍')),
    percentDecimals:
      numberProperty(file, properties.get('百分比小数')) ??
      wholeNumber(template?.settings.get('百分比小数')?.value) ??
      defaultDecimals,
    decimals: numberProperty(file, properties.get('小数')) ?? defaultDecimals,
    catalogYear: numberProperty(file, properties.get('科目年度')) ?? year,
    catalogTable: properties.get('科目表'),
  };
}

function truncates(file: LoweredFile, property: ast.Property | undefined): boolean {
  const value = property?.value;
  if (value === undefined || value === rounding) return false;
  if (value === truncation) return true;
  const origin = originOfProperty(file.uri, property!, 'value');
  reportWrong(file, '取舍', value, origin, [rounding, truncation]);
  return false;
}

function moneyUnit(file: LoweredFile, property: ast.Property | undefined): string {
  if (property?.value === undefined || isMoneyUnit(property.value))
    return property?.value ?? defaultMoneyUnit;
  const origin = originOfProperty(file.uri, property, 'value');
  const name = normalizeName(property.value);
  if (isMoneyUnit(name)) return name;
  // 人民币万元, 万: the largest unit that is in it, or that it begins.
  const meant = ['亿元', '万元', '千元', '元'].find((unit) => name.includes(unit) || unit === `${name}元`);
  const suggestions = meant === undefined ? [] : [meant];
  report(file.context, 'U001', 'error', origin, 'unknown-money-unit', { name }, suggestions);
  return defaultMoneyUnit;
}
