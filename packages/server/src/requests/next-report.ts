import { countFindings } from '@fiscal/core';
import { nextName, rollForward } from '@fiscal/language';
import type { RollForwardResult } from '../protocol.js';

/** The file of another year, beside the old one, from the text and the name of that. */
export function nextReport(old: string, name: string, year: number): RollForwardResult {
  const { text, findings } = rollForward(old, year, { reference: `${name}.fiscal` });
  return { text, name: nextName(name, year), errors: countFindings(findings).errors };
}
