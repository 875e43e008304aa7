import type { Finding } from '../findings/finding.js';
import { isOfLibrary } from '../model/origin.js';
import type { Report } from '../model/report.js';
import { newMessage } from '../findings/new-finding.js';

/** Z019: rules that follow from each other without end, so that not all figures could be computed. */
export function* derivationFindings({ base, rules }: Report): Generator<Finding> {
  const given = base.knowledge.givenUp;
  if (given === undefined) return;
  const own = rules.find(({ id, origin }) => id === given && !isOfLibrary(origin));
  yield newMessage('Z019', own?.origin ?? base.origin, 'too-many-rules', { rule: given });
}
