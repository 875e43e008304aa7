import {
  type Catalog,
  completeReport,
  createCatalogs,
  Decimal,
  type Printed,
  type PrintedSince,
  type Report,
  type Template,
} from '@fiscal/core';
import { catalogData } from '@fiscal/library';
import { newReport } from '../load/new-report.js';
import { reportKinds } from '../write/skeleton.js';
import type { Library } from './library.js';

/** How what a template prints is found out; its blocks on a report that says nothing. */
export interface Printing {
  blocks(empty: Report): readonly string[];
  texts(template: Template): readonly string[];
  names(template: Template): readonly string[];
}

/** What a template of the library prints. */
export function printedOf(template: Template, library: Library, printing: Printing): Printed {
  const { texts, names } = printing;
  const blocks = blocksByKind(template, library, printing);
  return { blocks, texts: texts(template), names: names(template) };
}

function blocksByKind(template: Template, library: Library, printing: Printing): Map<string, PrintedSince[]> {
  const years = turningYears(template);
  const blocksOf = (kind: string, year: number) =>
    printing.blocks(emptyReport(kind, catalogs(year), template, library));
  return new Map(
    reportKinds.map((kind) => [
      kind,
      withoutRepeated(years.map((year) => ({ year, blocks: blocksOf(kind, year) }))),
    ]),
  );
}

const catalogs = createCatalogs(catalogData);

function emptyReport(kind: string, catalog: Catalog, template: Template, scope: Library): Report {
  const { origin } = template;
  const { year } = catalog;
  const header = {
    kind,
    name: '',
    year,
    moneyUnit: '万元',
    decimals: 2,
    percentDecimals: 2,
    catalog,
    origin,
  };
  const report = newReport(origin.uri, header, scope, template);
  completeReport(report.base);
  return report;
}

/** A template can only tell those years apart that it names. */
function turningYears(template: Template): number[] {
  const named = numbersIn(template).filter(
    (number) => number.isInteger() && number.gt(1900) && number.lt(9999),
  );
  const around = named.map(Number).flatMap((year) => [year - 1, year, year + 1]);
  return [...new Set([2000, ...around])].sort((a, b) => a - b);
}

function numbersIn(value: unknown): Decimal[] {
  if (value instanceof Decimal) return [value];
  if (value instanceof Map) return numbersIn([...value.values()]);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function withoutRepeated(all: readonly PrintedSince[]): PrintedSince[] {
  return all.filter(({ blocks }, index) => blocks.join() !== all[index - 1]?.blocks.join());
}
