import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';
import { schemaOf } from '../knowledge/schema-of.js';
import type { Fact } from '../model/fact.js';
import { labelOf } from '../model/label.js';
import { formatPlain } from '../number/format.js';
import { finalAccounts, isCounted } from '../vocabulary/measures.js';

/** What comes in wholes only. 102.6 万人次, 3.5 小时 and 95.5 分 do not. */
const wholes: ReadonlySet<string> = new Set(['个', '辆', '台', '人', '批次', '人次', '次']);

/** 平均在职人数 */
const average = /均/;

/** U012: a count has no fraction: 绩效目标 3.5 个. */
export function brokenCountFinding(fact: Fact): Finding | undefined {
  const broken = fact.statements.find(({ value }) => value && !value.isInteger());
  if (!broken || !wholes.has(fact.unit) || !isKnownCount(fact) || average.test(fact.key)) return undefined;
  const parameters = { label: labelOf(fact), value: formatPlain(broken.value!), unit: fact.unit };
  return newMessage('U012', broken.origin, 'broken-count', parameters);
}

/** Targets and results of indicators are measured in whatever their author likes. */
function isKnownCount({ subject, measure }: Fact): boolean {
  return isCounted(measure) || (measure === finalAccounts && schemaOf(subject)?.unit !== undefined);
}
