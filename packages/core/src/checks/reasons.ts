import type { FactBase } from '../model/fact-base.js';
import type { RichText } from '../model/rich-text.js';
import type { Subject } from '../model/subject.js';
import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';
import type { RuleId } from '../vocabulary/rules.zh.js';

/** A reason, as it was typed. */
interface Reason {
  subject: Subject;
  name: string;
  words: string;
  text: RichText;
}

/** Says that something changed, not why. */
const sayNothing =
  /^(?:(?:根据|按照)?(?:据实|工作需要|实际需要|工作实际|实际情况|实际工作需要|业务需要|正常变动|正常增减|正常支出|据实列支|据实结算|据实支出|如实列支|无|没有|同上|略)(?:列支|支出|安排|结算|增加|减少)?)[。；，、\s]*$/;

/** The same words for more items than this explain none of them. */
const mostAlike = 5;

/** F005, F006, Y005: reasons that do not explain. */
export function* reasonFindings(base: FactBase): Generator<Finding> {
  const reasons = reasonsOf(base.root).filter(({ words }) => words !== '');
  const before = new Set((base.prior ? reasonsOf(base.prior.root) : []).map(keyOf));
  for (const reason of reasons) {
    if (sayNothing.test(reason.words)) yield told('F006', 'vague-reason', reason, { words: reason.words });
    else if (before.has(keyOf(reason))) yield told('Y005', 'copied-reason', reason, {});
  }
  for (const alike of groupedByWords(reasons)) {
    const [first] = alike;
    if (alike.length > mostAlike)
      yield told('F005', 'repeated-reason', first!, { count: String(alike.length) });
  }
}

function reasonsOf(subject: Subject): Reason[] {
  const own = [...subject.texts]
    .filter(([name]) => name.endsWith('原因'))
    .map(([name, text]) => ({ subject, name, words: typedWords(text), text }));
  return [...own, ...[...subject.children.values()].flatMap(reasonsOf)];
}

/** A text with figures filled in says something of its own. */
function typedWords({ pieces }: RichText): string {
  return pieces.every(({ kind }) => kind === 'text')
    ? pieces
        .map((piece) => (piece.kind === 'text' ? piece.text : ''))
        .join('')
        .trim()
    : '';
}

function keyOf({ subject, name, words }: Reason): string {
  return [subject.path, name, words].join('\n');
}

function groupedByWords(reasons: readonly Reason[]): Iterable<Reason[]> {
  const groups = new Map<string, Reason[]>();
  for (const reason of reasons) groups.set(reason.words, [...(groups.get(reason.words) ?? []), reason]);
  return groups.values();
}

function told(rule: RuleId, code: string, { text, name }: Reason, more: Record<string, string>): Finding {
  return newMessage(rule, text.origin, code, { name, ...more });
}
