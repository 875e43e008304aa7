import { nearestNames, type Origin } from '@fiscal/core';
import { type LoweringContext, report } from '../lower/context.js';

/** What the base does not have, with what it has of a similar name. */
export function reportUnknown(
  context: LoweringContext,
  name: string,
  origin: Origin,
  known: readonly string[],
  code = 'unknown-title',
): void {
  report(context, 'Z027', 'error', origin, code, { name }, nearestNames(name, known));
}
