import type { Finding } from '../../findings/finding.js';
import type { ReadText } from '../../formulas/texts/read-texts.js';
import { type Passage, passagesOf } from '../../prose/passage.js';
import { sentencesOf } from '../../prose/sentence.js';
import { growthOfZero } from '../../model/template.js';
import type { Report } from '../../model/report.js';
import { notChecked } from '../not-checked.js';
import type { Unsettledness } from '../unsettled.js';
import { directionFindings } from './directions.js';
import { knownAmountFindings } from './known-amounts.js';
import { listingFindings } from './listings.js';
import { ownNameFindings } from './own-name.js';
import { rateFindings } from './rates.js';
import { subjectNameFindings } from './subject-names.js';
import { twiceFindings } from './twice.js';
import { unitFindings } from './units.js';
import { wordingFindings } from './wording.js';
import { yearFindings } from './years.js';
import { newMessage } from '../../findings/new-finding.js';

/** A paragraph of more characters is no paragraph that somebody reads; what compares its figures would take long. */
const longest = 10_000;

/** T rules: figures that the author typed into running text, checked as figures; F rules: how the text is written. */
export function* proseFindings(
  report: Report,
  texts: readonly ReadText[],
  unsettled: Unsettledness,
): Generator<Finding> {
  const all = passagesOf(texts, report.base.truncates);
  const passages = all.filter(({ text }) => text.length <= longest);
  const skipped = all.filter(({ text }) => text.length > longest);
  // Whatever was accepted of such a text may well be needed.
  if (skipped.length > 0) unsettled.isIncomplete = true;
  yield* skipped.map(tooLong);
  const sentences = passages.filter(({ hasTypedDigit }) => hasTypedDigit).flatMap(sentencesOf);
  for (const sentence of sentences) {
    yield* listingFindings(sentence);
    yield* rateFindings(sentence, growthOfZero(report.template));
    yield* directionFindings(sentence);
    yield* unitFindings(sentence);
  }
  yield* twiceFindings(sentences, report.base);
  yield* knownAmountFindings(sentences, report.base);
  for (const passage of passages) {
    yield* subjectNameFindings(passage, report.base.catalog);
    yield* yearFindings(passage, report.base);
  }
  yield* ownNameFindings(passages, report.base);
  yield* wordingFindings(passages);
}

/** M005: what was not looked into is not found to be right. */
function tooLong(passage: Passage): Finding {
  const { length } = passage.text;
  const parameters = { length: String(length), longest: String(longest) };
  return newMessage(notChecked, passage.originOf(0, length), 'long-paragraph', parameters);
}
