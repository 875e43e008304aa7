import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { RichText } from '../model/rich-text.js';
import type { Subject } from '../model/subject.js';
import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';
import { measureOf, ownFactOf, resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import { budgets, finalAccounts, lastYear, type Measure } from '../vocabulary/measures.js';
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

/** F005, F006, F011, Y005: reasons that do not explain. What is in doubt itself contradicts no reason. */
export function* reasonFindings(base: FactBase, doubtful: ReadonlySet<Fact>): Generator<Finding> {
  const reasons = reasonsOf(base.root).filter(({ words }) => words !== '');
  const before = new Set((base.prior ? reasonsOf(base.prior.root) : []).map(keyOf));
  for (const reason of reasons) {
    if (sayNothing.test(reason.words)) yield told('F006', 'vague-reason', reason, { words: reason.words });
    else if (before.has(keyOf(reason))) yield told('Y005', 'copied-reason', reason, {});
    const contrary = contraryTo(reason, doubtful);
    if (contrary) yield told('F011', 'contrary-reason', reason, contrary);
  }
  for (const alike of groupedByWords(reasons)) {
    const [first] = alike;
    if (alike.length > mostAlike)
      yield told('F005', 'repeated-reason', first!, { count: String(alike.length) });
  }
}

/** A reason of one clause, which says of the figure itself, or of what it is made of, that it went a way. */
const againstBudget =
  /^[^，。；、]*(?<word>小于|低于|少于|大于|高于|多于|超过)(?<budget>年初|全年|调整)?预算数?[。；]?$/;
const againstLastYear =
  /^(?:比|较|与)(?:上年|去年|上年度|20\d\d年度?)(?:决算数?|相比|同期)*[，,]?(?:支出|收入|决算数?)?(?:有所)?(?<word>增加|增长|上升|减少|下降|降低)了?(?=[，。；]|$)/;
const upwards = /大|高|多|超|增|上/;

/** The way that a reason says the figure went, where it went the other way. */
function contraryTo(
  { subject, name, words }: Reason,
  doubtful: ReadonlySet<Fact>,
): { said: string; real: string } | undefined {
  const [pattern, measures] =
    name === '预算原因' ? [againstBudget, budgets] : [againstLastYear, [lastYear] as const];
  const { word: said, budget = '' } = (name.endsWith('原因') && pattern.exec(words)?.groups) || {};
  const certain = (measure: Measure) => {
    const fact = measure === finalAccounts ? ownFactOf(subject) : measureOf(subject, measure);
    const resolved = resolveFact(fact);
    return resolved instanceof Known && !doubtful.has(fact) ? resolved : undefined;
  };
  const own = said && certain(finalAccounts);
  const meant = measures.filter((measure) => measure.startsWith(budget));
  const other = own && meant.flatMap((measure) => certain(measure) ?? [])[0];
  if (!own || !other || !said) return undefined;
  const way = own.value.comparedTo(other.value);
  if (way === 0 || way > 0 === upwards.test(said)) return undefined;
  if (name === '预算原因') return { said, real: way > 0 ? '决算数大于预算数' : '决算数小于预算数' };
  return { said, real: way > 0 ? '比上年增加' : '比上年减少' };
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
