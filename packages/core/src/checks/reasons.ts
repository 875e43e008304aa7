import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { RichText } from '../model/rich-text.js';
import type { Subject } from '../model/subject.js';
import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';
import { measureOf, ownFactOf, resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import { budgets, finalAccounts, lastYear, type Measure } from '../vocabulary/measures.js';
import { total } from '../vocabulary/totals.js';
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
  /^(?:比|较|与)(?:上年|去年|上年度|20\d\d年度?)(?:决算数?|相比|同期)*[，,]?(?:支出|收入|决算数?)?(?:有所)?(?<word>增加|增长|上升|减少|下降|降低)了?(?:\d[\d,.]*(?:亿元|万元|千元|元|[%％]))?(?=[，。；]|$)/;
/** 机关运行经费 before it, or 2024年“三公”经费支出决算数: what is said to have gone that way. */
const saidOf =
  /^(?:本年度?|今年|20\d\d年度?)?(?<name>[^，。；、]*?)(?:支出)?(?:决算数?)?(?=(?:比|较|与)(?:上年|去年|20\d\d年))/;
const upwards = /大|高|多|超|增|上/;

/** The way that a reason says the figure went, where it went the other way. */
function contraryTo(
  { subject: explained, name, words }: Reason,
  doubtful: ReadonlySet<Fact>,
): { said: string; real: string } | undefined {
  const isOfBudget = name === '预算原因';
  const [pattern, measures] = isOfBudget ? [againstBudget, budgets] : [againstLastYear, [lastYear] as const];
  const { 0: head = '', groups: of } = (!isOfBudget && saidOf.exec(words)) || { 0: '' };
  const subject = of?.name ? namedBeside(explained, of.name) : explained;
  if (!subject) return undefined;
  const { word: said, budget = '' } =
    (name.endsWith('原因') && pattern.exec(words.slice(head.length))?.groups) || {};
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

/** What a reason names: the item that it explains, or a part of it. 人员 or 项目 is none of them. */
function namedBeside(explained: Subject, words: string): Subject | undefined {
  const named = plain(words);
  const { parent, name } = explained;
  const whole = name === total && parent ? parent : explained;
  if (
    [explained, whole].some(
      (own) => own.parent && [own.name, own.label].some((each) => plain(each) === named),
    )
  )
    return explained;
  return [...whole.children.values()].find((part) => plain(part.name) === named);
}

function plain(name: string): string {
  return name.replace(/[“”"「」]/g, '');
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
