import type { Fact } from '../model/fact.js';
import { rateOf } from '../knowledge/rates.js';
import type { Finding } from '../findings/finding.js';
import type { Report } from '../model/report.js';
import { brokenBound } from './relations/bound.js';
import { diagnose, restsOnAny } from './diagnose/diagnose.js';
import { leavesOfFact } from './diagnose/leaves.js';
import { negativeFinding } from './negative.js';
import { type Blocked, notCheckedFindings } from './not-checked.js';
import { projectRelations } from './projects.js';
import { ratioFinding } from './ratios.js';
import { isJudged, judge, type Judged, type Relation } from './relations/relation.js';
import { ruleChecks } from './rule-checks.js';
import { sameFinding } from './same.js';
import { statedFacts } from './stated-facts.js';
import { structureRelations } from './relations/structure-relations.js';
import { tailFindings } from './relations/tails.js';
import { noteFigures, noteRelations } from './unsettled-figures.js';
import type { Unsettledness } from './unsettled.js';

/** All checks of figures: stated twice, sums, order, rates, conditions; each cause once. */
export function* figureFindings({ base, rules }: Report, unsettled?: Unsettledness): Generator<Finding> {
  const facts = [...statedFacts(base)];
  const same = new Map(facts.flatMap((fact) => withFinding(fact, sameFinding(fact))));
  const checks = ruleChecks(base, rules, unsettled);
  const relations = [...checks.relations, ...structureRelations(facts), ...projectRelations(base)];
  const { judged, blocked } = judgeAll(relations);
  const { findings, doubtful, corrections, explained } = diagnose(judged, new Set(same.keys()));
  if (unsettled) {
    noteRelations({ relations, judged, blocked: [...blocked, ...checks.blocked] }, unsettled);
    noteFigures(base, facts, doubtful, unsettled);
  }
  yield* same.values();
  yield* findings;
  yield* checks.findings;
  yield* rateFindings(facts, doubtful);
  yield* facts.flatMap((fact) => negativeFinding(fact) ?? []);
  yield* tailFindings(explained, corrections);
  const told = blocked.filter((one) => !followsFromFault(one, doubtful));
  yield* notCheckedFindings([...told, ...checks.blocked]);
}

function withFinding(fact: Fact, finding: Finding | undefined): [Fact, Finding][] {
  return finding ? [[fact, finding]] : [];
}

type BlockedRelation = Blocked & { relation: Relation };

function judgeAll(relations: Iterable<Relation>): { judged: Judged[]; blocked: BlockedRelation[] } {
  const judged: Judged[] = [];
  const blocked: BlockedRelation[] = [];
  for (const relation of relations) {
    const judgement = judge(relation);
    if (isJudged(judgement)) judged.push(judgement);
    else if (judgement) {
      blocked.push(judgement);
      const bound = brokenBound(judgement.relation);
      if (bound) judged.push(bound);
    }
  }
  return { judged, blocked };
}

/** What only seems to miss a block because a figure is wrong is told with that figure. */
function followsFromFault({ relation, missing }: BlockedRelation, doubtful: ReadonlySet<Fact>): boolean {
  if (missing.some((part) => typeof part !== 'string')) return false;
  const facts = [...relation.left, ...relation.right].map(({ fact }) => fact);
  return facts.some((fact) => restsOnAny(leavesOfFact(fact), doubtful));
}

/** A rate of a figure that is in doubt itself is not judged. */
function* rateFindings(facts: readonly Fact[], doubtful: ReadonlySet<Fact>): Generator<Finding> {
  for (const fact of facts) {
    const finding = ratioFinding(fact);
    if (finding && !isDoubtful(fact, doubtful)) yield finding;
  }
}

function isDoubtful(fact: Fact, doubtful: ReadonlySet<Fact>): boolean {
  if (doubtful.size === 0) return false;
  const { numerator, denominator } = rateOf(fact)!;
  return [numerator, denominator].some((part) => restsOnAny(leavesOfFact(part), doubtful));
}
