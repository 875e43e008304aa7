import type { Finding } from '../../findings/finding.js';
import type { ReadText } from '../../formulas/texts/read-texts.js';
import type { Report } from '../../model/report.js';
import type { RichText } from '../../model/rich-text.js';
import { Unsettledness } from '../unsettled.js';
import { proseFindings } from './prose-findings.js';

/** What is found in texts without holes that stand in no block of the report: the sentences of a published document. */
export function textFindings(report: Report, texts: readonly RichText[]): Finding[] {
  const read = texts.map(
    (text): ReadText => ({
      text,
      pieces: text.pieces.flatMap((piece) => (piece.kind === 'text' ? [piece] : [])),
    }),
  );
  return [...proseFindings(report, read, new Unsettledness([]))];
}
