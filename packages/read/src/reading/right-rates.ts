import {
  blocks,
  type Catalog,
  computeFact,
  type Fact,
  factAt,
  isRate,
  judgedRate,
  knownMeasure,
  pathText,
  ratesOf,
  type Report,
  type SchemaItem,
  share,
} from '@fiscal/core';
import { load, type Workspace } from '@fiscal/language';
import { sourceText } from '../write/source.js';
import type { FigureStatement, Reading } from './reading.js';

/**
 * Percentages that follow from the figures beside them need not be written; those that do not, and those of which the
 * document does not print what they are computed from, are what it says.
 */
export function withoutRightRates(reading: Reading, schema: SchemaItem, catalog: Catalog): Reading {
  if (!reading.figures.some(isOfRate)) return reading;
  const base = loadedFrom(reading, schema, catalog).reports[0]?.base;
  const isSaid = (one: FigureStatement) => {
    const fact = base && factAt(base, pathText(one.path));
    if (fact && isWrong(fact)) return true;
    const follows = fact !== undefined && computeFact(fact).value !== undefined;
    return one.path[0] !== blocks.projects && !follows;
  };
  return { ...reading, figures: reading.figures.filter((one) => !isOfRate(one) || isSaid(one)) };
}

function isWrong(fact: Fact): boolean {
  const outcome = judgedRate(fact)?.verdict.outcome;
  return outcome === 'differ' || outcome === 'undefined';
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
  const text = sourceText(reading, schema, catalog);
  return load([{ uri: 'file:///read.fiscal', text }], { read: () => undefined });
}

function isOfRate({ path }: FigureStatement): boolean {
  const measure = path.length > 1 ? knownMeasure(path.at(-1)!) : undefined;
  return measure !== undefined && isRate(measure);
}
