import { type Contain, uncontained } from '../findings/defects.js';
import type { Finding } from '../findings/finding.js';
import { builtInRules, ruleIds } from '../vocabulary/rules.zh.js';
import { readTexts, type TextReading } from '../formulas/texts/read-texts.js';
import { compareOrigins } from '../model/origin.js';
import type { Report, Suppression } from '../model/report.js';
import { classificationFindings } from './classification.js';
import { copiedTextFindings } from './copied-texts.js';
import { coverFindings } from './cover.js';
import { declaredNothingFindings } from './declared-nothing.js';
import { derivationFindings } from './derivation.js';
import { eliminationFindings } from './eliminations.js';
import { figureFindings } from './figures.js';
import { lastYearFindings } from './last-year.js';
import { failedFacts, type Judgements, judgeReport, nothingJudged } from './relations/judgements.js';
import { magnitudeFindings } from './magnitude.js';
import { lineFindings, weightFindings } from './projects.js';
import { proseFindings } from './prose/prose-findings.js';
import { reasonFindings } from './reasons.js';
import { unknownChanges, weigh } from './severity-changes.js';
import { type Accepted, expiredFinding, suppress, unknownRuleFinding, unusedFinding } from './suppress.js';
import { withoutFollowing } from './unread.js';
import { takenAsNoneFindings } from './taken-as-none.js';
import { Unsettledness } from './unsettled.js';

/** What is found in a report, and what of it the author accepts. */
export interface Examined {
  findings: Finding[];
  accepted: Accepted[];
  /** How the figures of each report hang together. */
  judgements: ReadonlyMap<Report, Judgements>;
}

export interface ExamineOptions {
  /** 2025-06-30: tells which acceptances have run out; without it none has. */
  today?: string | undefined;
  /** False: what the author accepts is told all the same, as if nothing had been said of it. */
  suppress?: boolean;
  /** Keeps a defect of ours in one check of one report. */
  contain?: Contain;
  /** Its texts, where somebody read them before. */
  reading?: () => TextReading;
}

/** All that is found in a report, for whoever asks for nothing else; see `examineReport`. */
export function checkReport(report: Report, others: readonly Finding[] = [], today?: string): Finding[] {
  return examineReport(report, others, { today }).findings;
}

/**
 * All that is found in a report, sorted by place, and what its author accepts. `others` are findings that were made
 * elsewhere about the same report, which the author may accept in the same way.
 */
export function examineReport(
  report: Report,
  others: readonly Finding[] = [],
  options: ExamineOptions = {},
): Examined {
  const { today, suppress: isSuppressed = true, contain = uncontained } = options;
  const { reading = () => readTexts(report) } = options;
  const unsettled = new Unsettledness(report.suppressions);
  const judgements = contain(report.base.origin, () => judgeReport(report, unsettled)) ?? nothingJudged;
  const own = withoutFollowing(
    findingsOf(report, { judgements, unsettled, reading, today }, contain),
    report.base,
  );
  const found = [...others, ...own];
  const { kept, accepted, unused } = suppress(found, report);
  const { weighed, off } = weigh(kept, report);
  const record = [...accepted, ...off];
  const judged = new Map([[report, judgements]]);
  if (!isSuppressed) return { findings: found.sort(byPlace), accepted: record, judgements: judged };
  const idle = unused.filter((one) => unsettled.isSettled(one, report, found));
  return {
    findings: [...weighed, ...suppressionFindings(report, idle, today)].sort(byPlace),
    accepted: record,
    judgements: judged,
  };
}

/** What the author does not accept of findings that were made elsewhere, at the weight that he gives them. */
export function unaccepted(findings: readonly Finding[], report: Report): Finding[] {
  return weigh(suppress(findings, report).kept, report).weighed;
}

function suppressionFindings(
  report: Report,
  unused: readonly Suppression[],
  today: string | undefined,
): Finding[] {
  const { rules, suppressions, unavailable = [] } = report;
  const written = rules.map(({ id }) => id);
  const checked = new Set([...builtInRules, ...written]);
  const known = new Set([...ruleIds, ...written]);
  // The rules of a file that cannot be read may be the ones that are meant.
  const isComplete = !unavailable.some((kind) => kind === '模板' || kind === '规则');
  const unknown = isComplete ? suppressions.filter(({ rule }) => !known.has(rule)) : [];
  const expired = suppressions.filter(
    ({ until }) => until !== undefined && today !== undefined && until < today,
  );
  return [
    ...unused.filter(({ rule }) => checked.has(rule)).map(unusedFinding),
    ...unknown.map((suppression) => unknownRuleFinding(suppression, known)),
    ...expired.map(expiredFinding),
    ...(isComplete ? unknownChanges(report, known) : []),
  ];
}

/** What the checks of a report share. */
interface Known {
  judgements: Judgements;
  unsettled: Unsettledness;
  reading: () => TextReading;
  today: string | undefined;
}

type Check = (report: Report, known: Known) => Iterable<Finding>;

const checks: Check[] = [
  classificationFindings,
  (report, { judgements, unsettled }) => figureFindings(report, judgements, unsettled),
  ({ base }) => weightFindings(base),
  ({ base }) => lineFindings(base),
  ({ base }, { today }) => coverFindings(base, today),
  ({ base }, { judgements }) => declaredNothingFindings(base, judgements),
  ({ base }) => magnitudeFindings(base),
  ({ base }, { judgements }) => reasonFindings(base, failedFacts(judgements)),
  ({ base }) => lastYearFindings(base),
  ({ base }) => eliminationFindings(base),
  ({ base }) => takenAsNoneFindings(base),
  ({ base }) => copiedTextFindings(base),
  (report, { reading, unsettled }) => proseFindings(report, reading().texts, unsettled),
  // Last: it tells what computing figures for the others came to.
  derivationFindings,
];

function findingsOf(report: Report, known: Known, contain: Contain): Finding[] {
  const { judgements, unsettled } = known;
  if (judgements === nothingJudged) unsettled.isIncomplete = true;
  return checks.flatMap((check) => {
    const found = contain(report.base.origin, () => [...check(report, known)]);
    if (!found) unsettled.isIncomplete = true;
    return found ?? [];
  });
}

function byPlace(a: Finding, b: Finding): number {
  return compareOrigins(a.origin, b.origin) || (a.rule < b.rule ? -1 : 1);
}
