import {
  blocks,
  type Catalog,
  examineReports,
  factAt,
  isRate,
  knownMeasure,
  pathText,
  ratesOf,
  type Report,
  resolveFact,
  type SchemaItem,
  share,
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
  const loaded = (one: Reading) => loadedFrom(one, schema, catalog);
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

/**
 * The report without the shares that no check knows the whole of: only the template says what they are of, so that it
 * must compute them itself. Undefined where there are none.
 */
export function withoutFreeShares(reading: Reading, { base }: Report): Report | undefined {
  const isFree = ({ path }: FigureStatement) => {
    const fact = path.at(-1) === share ? factAt(base, pathText(path)) : undefined;
    return fact !== undefined && ratesOf(fact).length === 0;
  };
  const figures = reading.figures.filter((one) => !isFree(one));
  if (figures.length === reading.figures.length) return undefined;
  return loadedFrom({ ...reading, figures }, base.schema, base.catalog).reports[0];
}

function loadedFrom(reading: Reading, schema: SchemaItem, catalog: Catalog): Workspace {
  const text = writeSource(reading, schema, catalog);
  return load([{ uri: 'file:///read.fiscal', text }], { read: () => undefined });
}

function isOfRate({ path }: FigureStatement): boolean {
  const measure = path.length > 1 ? knownMeasure(path.at(-1)!) : undefined;
  return measure !== undefined && isRate(measure);
}
