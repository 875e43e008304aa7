import { type Finding, newMessage } from '@fiscal/core';
import type { Outline } from '../reading/outline.js';
import type { OtherUnit } from '../reading/reading.js';
import { spelled } from '../published/readable.js';
import type { Comparison } from './comparison.js';

/** 单位：元 above figures that are in 万元, as the report's others show. */
export function compareUnits(
  units: readonly OtherUnit[],
  { tables }: Outline,
  { originOf }: Pick<Comparison, 'originOf'>,
): Finding[] {
  return units.map(({ written, meant, place }) => {
    const title = tables.find(({ unit }) => unit?.place === place)?.title ?? '';
    const table = `「${spelled(title)}」`;
    return newMessage('L016', originOf(place), 'other-unit', { table, found: written, unit: meant });
  });
}
