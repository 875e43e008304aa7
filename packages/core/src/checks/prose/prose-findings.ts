import type { Finding } from '../../findings/finding.js';
import { passagesOf } from '../../prose/passage.js';
import { sentencesOf } from '../../prose/sentence.js';
import type { Report } from '../../report.js';
import { directionFindings } from './directions.js';
import { knownAmountFindings } from './known-amounts.js';
import { listingFindings } from './listings.js';
import { rateFindings } from './rates.js';
import { subjectNameFindings } from './subject-names.js';
import { twiceFindings } from './twice.js';
import { unitFindings } from './units.js';
import { wordingFindings } from './wording.js';

/** T rules: figures that the author typed into running text, checked as figures; F rules: how the text is written. */
export function* proseFindings(report: Report): Generator<Finding> {
  const passages = passagesOf(report);
  const sentences = passages.filter(({ hasTypedDigit }) => hasTypedDigit).flatMap(sentencesOf);
  for (const sentence of sentences) {
    yield* listingFindings(sentence);
    yield* rateFindings(sentence);
    yield* directionFindings(sentence);
    yield* unitFindings(sentence);
  }
  yield* twiceFindings(sentences, report.base);
  yield* knownAmountFindings(sentences, report.base);
  for (const passage of passages) yield* subjectNameFindings(passage, report.base.catalog);
  yield* wordingFindings(passages);
}
