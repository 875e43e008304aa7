import type { Finding } from '../../findings/finding.js';
import type { Fact } from '../../model/fact.js';
import type { Report } from '../../model/report.js';
import { isRate } from '../../vocabulary/measures.js';
import type { Blocked } from '../not-checked.js';
import { projectRelations } from '../projects.js';
import { type JudgedRate, judgedRate } from '../../knowledge/judged-rates.js';
import { ruleChecks } from '../rule-checks.js';
import { statedFacts } from '../stated-facts.js';
import { unlessUnread } from '../unread.js';
import type { Unsettledness } from '../unsettled.js';
import { isJudged, judge, type Judgement, type Relation } from './relation.js';
import { structureRelations } from './structure-relations.js';

/** A relation, and what comes of comparing its sides; nothing where neither is known. */
export interface JudgedRelation {
  relation: Relation;
  judgement: Judgement;
}

/** A stated percentage beside the rate that it fits best. */
export interface JudgedPercentage {
  fact: Fact;
  judged: JudgedRate;
}

/** How the figures of a report hang together: each relation judged once, for whoever tells of it. */
export interface Judgements {
  /** Every fact that the author stated, in the order of the source. */
  facts: readonly Fact[];
  /** Of structure, of rules, of projects. */
  relations: readonly JudgedRelation[];
  rates: readonly JudgedPercentage[];
  /** Conditions of rules that fail, and those that could not be told. */
  conditions: { findings: readonly Finding[]; blocked: readonly Blocked[] };
}

/** Figures of relations that do not hold: which of them is wrong is told there. */
export function failedFacts({ relations }: Judgements): ReadonlySet<Fact> {
  const failed = relations.filter(
    ({ judgement }) =>
      isJudged(judgement) && judgement.outcome !== 'agree' && judgement.outcome !== 'explained',
  );
  return new Set(
    failed.flatMap(({ relation: { left, right } }) => [...left, ...right].map(({ fact }) => fact)),
  );
}

/** Of a report whose relations could not be gone through, for a defect of ours. */
export const nothingJudged: Judgements = {
  facts: [],
  relations: [],
  rates: [],
  conditions: { findings: [], blocked: [] },
};

/** Judges all relations of a report. */
export function judgeReport({ base, rules }: Report, unsettled?: Unsettledness): Judgements {
  const facts = statedFacts(base);
  const { relations: ofRules, findings, blocked } = ruleChecks(base, rules, unsettled);
  const relations = [...structureRelations(facts), ...ofRules, ...projectRelations(base)];
  return {
    facts,
    relations: relations.map((relation) => ({ relation, judgement: unlessUnread(base, judge(relation)) })),
    rates: facts.filter(({ measure }) => isRate(measure)).flatMap(rateOf),
    conditions: { findings, blocked },
  };
}

function rateOf(fact: Fact): JudgedPercentage[] {
  const judged = judgedRate(fact);
  return judged ? [{ fact, judged }] : [];
}
