import { type Catalog, examineReports, isRate, knownMeasure, pathText, type SchemaItem } from '@fiscal/core';
import { load } from '@fiscal/language';
import { writeSource } from '../write/source.js';
import type { FigureStatement, Reading } from './reading.js';

/** Percentages that follow from the figures beside them need not be written; those that do not are what the document says. */
export function withoutRightRates(reading: Reading, schema: SchemaItem, catalog: Catalog): Reading {
  if (!reading.figures.some(isOfRate)) return reading;
  const uri = 'file:///read.fiscal';
  const workspace = load([{ uri, text: writeSource(reading, schema, catalog) }], { read: () => undefined });
  const wrong = new Set(
    examineReports(workspace).findings.flatMap(({ data }) =>
      data.kind === 'ratio' && !data.explained ? [data.ratio.path] : [],
    ),
  );
  const figures = reading.figures.filter((one) => !isOfRate(one) || wrong.has(pathText(one.path)));
  return { ...reading, figures };
}

function isOfRate({ path }: FigureStatement): boolean {
  const measure = path.length > 1 ? knownMeasure(path.at(-1)!) : undefined;
  return measure !== undefined && isRate(measure);
}
