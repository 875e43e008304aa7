import type { Finding } from '../../findings/finding.js';
import { passagesOf } from '../../prose/passage.js';
import { sentencesOf } from '../../prose/sentence.js';
import type { Report } from '../../report.js';
import { listingFindings } from './listings.js';

/** T rules: figures that the author typed into running text, checked as figures. */
export function* proseFindings(report: Report): Generator<Finding> {
  for (const passage of passagesOf(report))
    for (const sentence of sentencesOf(passage)) yield* listingFindings(sentence);
}
