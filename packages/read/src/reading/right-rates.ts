import {
  blocks,
  type Catalog,
  examineReports,
  factAt,
  isRate,
  knownMeasure,
  pathText,
  resolveFact,
  type SchemaItem,
} from '@fiscal/core';
import { load, type Workspace } from '@fiscal/language';
import { writeSource } from '../write/source.js';
import type { FigureStatement, Reading } from './reading.js';

/**
 * Percentages that follow from the figures beside them need not be written; those that do not, and those of which the
 * document does not print what they are computed from, are what it says.
 */
export function withoutRightRates(reading: Reading, schema: SchemaItem, catalog: Catalog): Reading {
  if (!reading.figures.some(isOfRate)) return reading;
  const loaded = (one: Reading): Workspace =>
    load([{ uri: 'file:///read.fiscal', text: writeSource(one, schema, catalog) }], {
      read: () => undefined,
    });
  const wrong = new Set(
    examineReports(loaded(reading)).findings.flatMap(({ data }) =>
      data.kind === 'ratio' && !data.explained ? [data.ratio.path] : [],
    ),
  );
  const others = reading.figures.filter((one) => !isOfRate(one));
  const base = loaded({ ...reading, figures: others }).reports[0]?.base;
  const follows = (path: string) => {
    const fact = base && factAt(base, path);
    return fact !== undefined && resolveFact(fact).value !== undefined;
  };
  const figures = reading.figures.filter((one) => {
    const path = pathText(one.path);
    return !isOfRate(one) || wrong.has(path) || (one.path[0] !== blocks.projects && !follows(path));
  });
  return { ...reading, figures };
}

function isOfRate({ path }: FigureStatement): boolean {
  const measure = path.length > 1 ? knownMeasure(path.at(-1)!) : undefined;
  return measure !== undefined && isRate(measure);
}
