import { levelOfCode } from '../catalog/code.js';
import type { Fact } from '../model/fact.js';
import { rateOf } from '../knowledge/rates.js';
import type { Finding } from '../findings/finding.js';
import { pathNames } from '../model/path.js';
import type { Report } from '../model/report.js';
import { growthOfZero, type Template } from '../model/template.js';
import { formatDeclared } from '../number/format.js';
import { brokenBound } from './relations/bound.js';
import { diagnose, restsOnAny } from './diagnose/diagnose.js';
import { hasHeld } from './diagnose/cause.js';
import { leavesOf, leavesOfFact } from './diagnose/leaves.js';
import { tenfoldFindings } from './magnitude.js';
import { negativeFinding } from './negative.js';
import { brokenCountFinding } from './counts.js';
import { type Blocked, notCheckedFindings } from './not-checked.js';
import { ratioFinding } from './ratios.js';
import type { JudgedPercentage, JudgedRelation, Judgements } from './relations/judgements.js';
import { deniedBySide, isJudged, type Judged, type Missing, type Relation } from './relations/relation.js';
import { sameFinding } from './same.js';
import { tailFindings } from './relations/tails.js';
import { noteFigures, noteRelations } from './unsettled-figures.js';
import type { Unsettledness } from './unsettled.js';
import { asksForAbsent, figurelessFindings } from './without-figure.js';

/** All checks of figures: stated twice, sums, order, rates, conditions; each cause once. */
export function* figureFindings(
  { base, template }: Report,
  { facts, relations, rates, conditions }: Judgements,
  unsettled?: Unsettledness,
): Generator<Finding> {
  const same = new Map(facts.flatMap((fact) => withFinding(fact, sameFinding(fact))));
  const { judged, blocked } = sorted(relations);
  const read = facts.filter(({ statements }) => statements.some(({ isDoubtful }) => isDoubtful));
  const { findings, doubtful, corrections, explained } = diagnose(judged, new Set([...same.keys(), ...read]));
  if (unsettled) {
    const all = relations.map(({ relation }) => relation);
    noteRelations({ relations: all, judged, blocked: [...blocked, ...conditions.blocked] }, unsettled);
    noteFigures(base, facts, doubtful, unsettled);
  }
  yield* onePerLine([...same.values()]);
  yield* findings;
  const isForAbsent = asksForAbsent(base, facts);
  yield* conditions.findings.filter((each) => !isForAbsent(each));
  yield* figurelessFindings(facts);
  yield* rateFindings(
    rates.filter((rate) => !isOfZeroAsPrinted(rate, template)),
    doubtful,
  );
  const signs = wrongSigns(findings);
  yield* facts.filter(({ key }) => !signs.has(key)).flatMap((fact) => negativeFinding(fact) ?? []);
  yield* facts.flatMap((fact) => brokenCountFinding(fact) ?? []);
  yield* tenfoldFindings(base, (fact) => judged.some((one) => !hasHeld(one) && leavesOf(one).has(fact)));
  yield* tailFindings(explained, corrections);
  const denied = new Set<Missing>(relations.flatMap(({ relation }) => deniedBySide(relation)?.denied ?? []));
  const isTold = ({ missing }: BlockedRelation) => missing.every((part) => denied.has(part));
  const told = blocked.filter((one) => !followsFromFault(one, doubtful) && !isTold(one));
  yield* notCheckedFindings([...told, ...conditions.blocked]);
}

/** Figures of which a sum tells already that their sign is wrong. */
function wrongSigns(findings: readonly Finding[]): ReadonlySet<string> {
  const suspects = findings.flatMap(({ data }) => (data.kind === 'sum' ? (data.suspects ?? []) : []));
  return new Set(suspects.filter(({ kind }) => kind === 'sign').map(({ operand }) => operand.path));
}

/** 公务用车购置费 0 预算 0, and again with other figures: a line that was written twice is one mistake. */
function onePerLine(contradictions: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return contradictions.filter((finding) => {
    const lines = linesOf(finding);
    if (lines === undefined) return true;
    const isFirst = !told.has(lines);
    told.add(lines);
    return isFirst;
  });
}

/** The two lines whose figures of one item differ; undefined where it is one line, or one of them is not written. */
function linesOf({ data }: Finding): string | undefined {
  if (data.kind !== 'same') return undefined;
  const places = data.statements.map(({ origin }) => `${origin?.uri} ${origin?.range.start.line}`);
  const [first, second] = places;
  const [{ path = '' } = {}] = data.statements;
  return first === second ? undefined : [...places, pathNames(path)[1]].join(' ');
}

function withFinding(fact: Fact, finding: Finding | undefined): [Fact, Finding][] {
  return finding ? [[fact, finding]] : [];
}

type BlockedRelation = Blocked & { relation: Relation };

function sorted(relations: readonly JudgedRelation[]): { judged: Judged[]; blocked: BlockedRelation[] } {
  const judged: Judged[] = [];
  const blocked: BlockedRelation[] = [];
  for (const { judgement } of relations) {
    if (isJudged(judgement)) {
      if (hasHeld(judgement) || !restsOnMiscoded(judgement)) judged.push(judgement);
    } else if (judgement) {
      blocked.push(judgement);
      const bound = brokenBound(judgement.relation);
      if (bound) judged.push(bound);
    }
  }
  return { judged, blocked };
}

/** A sum of lines beside one of which nobody knows where it belongs, because its code is too long or too short. */
function restsOnMiscoded({ relation: { lines, left } }: Judged): boolean {
  const container = lines ? left[0]?.fact.subject.parent : undefined;
  if (!container) return false;
  return [...container.children.values()].some(
    ({ code, origin }) => code !== undefined && origin !== undefined && levelOfCode(code) === undefined,
  );
}

/** What only seems to miss a block because a figure is wrong is told with that figure. */
function followsFromFault({ relation, missing }: BlockedRelation, doubtful: ReadonlySet<Fact>): boolean {
  if (missing.some((part) => typeof part !== 'string')) return false;
  const facts = [...relation.left, ...relation.right].map(({ fact }) => fact);
  return facts.some((fact) => restsOnAny(leavesOfFact(fact), doubtful));
}

/** 增长 100.00% of what was nothing, where the form of the province prints that. */
function isOfZeroAsPrinted({ fact, judged }: JudgedPercentage, template: Template | undefined): boolean {
  const { rate, verdict } = judged;
  const printed = growthOfZero(template);
  if (rate.form !== 'growth' || verdict.outcome !== 'undefined' || printed === undefined) return false;
  return `${formatDeclared(verdict.actual, fact.decimals)}%` === printed;
}

/** A rate of a figure that is in doubt itself is not judged. */
function* rateFindings(rates: readonly JudgedPercentage[], doubtful: ReadonlySet<Fact>): Generator<Finding> {
  for (const { fact, judged } of rates) {
    const finding = ratioFinding(fact, judged);
    if (finding && !isDoubtful(fact, doubtful)) yield finding;
  }
}

function isDoubtful(fact: Fact, doubtful: ReadonlySet<Fact>): boolean {
  if (doubtful.size === 0) return false;
  const { numerator, denominator } = rateOf(fact)!;
  return [numerator, denominator].some((part) => restsOnAny(leavesOfFact(part), doubtful));
}
