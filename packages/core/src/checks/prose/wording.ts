import type { Finding } from '../../findings/finding.js';
import { bracketFaults } from '../../prose/brackets.js';
import type { Passage } from '../../prose/passage.js';
import { type Slip, slipsIn } from '../../prose/slips.js';
import { newFinding } from '../../findings/new-finding.js';

/** D004, D010, F001–F003, F010, R015, U006: slips of the pen in running text. */
export function* wordingFindings(passages: readonly Passage[]): Generator<Finding> {
  for (const passage of passages) {
    for (const slip of slipsIn(passage.text)) yield finding(passage, slip);
  }
  for (const paragraphs of byText(passages))
    for (const { paragraph, ...slip } of bracketFaults(paragraphs.map(({ text }) => text)))
      yield finding(paragraphs[paragraph]!, slip);
}

/** A bracket may be closed in a later line. */
function byText(passages: readonly Passage[]): Iterable<Passage[]> {
  const texts = new Map<Passage['whole'], Passage[]>();
  for (const passage of passages) {
    const paragraphs = texts.get(passage.whole);
    if (paragraphs) paragraphs.push(passage);
    else texts.set(passage.whole, [passage]);
  }
  return texts.values();
}

function finding(passage: Passage, { rule, code, start, end, parameters, more = [] }: Slip): Finding {
  const places = more.map((place) => passage.originOf(place.start, place.end));
  return newFinding(rule, passage.originOf(start, end), {
    kind: 'message',
    code,
    parameters,
    suggestions: [],
    ...(places.length > 0 && { places }),
  });
}
