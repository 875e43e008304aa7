import type { Finding, FindingData } from '../../findings/finding.js';
import { type RuleId, ruleTitle } from '../../vocabulary/rules.zh.js';
import { compareRatio, type Figure, type Verdict } from '../../number/compare.js';
import { formatDeclared, formatPlain } from '../../number/format.js';
import { add, subtract } from '../../number/interval.js';
import { type Change, changesIn } from '../../prose/change.js';
import { completionsIn } from '../../prose/completion.js';
import { figureIn, type Quantity } from '../../prose/quantity.js';
import { labelBefore, type Sentence } from '../../prose/sentence.js';
import { sharesIn } from '../../prose/share.js';
import { proseOperand } from './prose-operand.js';
import { newFinding } from '../../findings/new-finding.js';

type Form = Extract<FindingData, { kind: 'ratio' }>['form'];

/** One percentage, and what it is computed from, in the unit of the numerator. */
interface Rate {
  rule: RuleId;
  form: Form;
  /** What the percentage is called. */
  label: string;
  ratio: Quantity;
  stated: Figure;
  numerator: Quantity;
  /** Where the numerator is not what the report tells: the change in place of the current amount. */
  share?: Figure;
  denominator: Quantity;
  base: Figure;
  baseLabel?: string;
}

/**
 * T002, T003, T006: percentages in running text against the amounts beside them; R003, R006: of a zero base, for which
 * a template may have words of its own.
 */
export function* rateFindings(sentence: Sentence, ofZero?: string): Generator<Finding> {
  for (const rate of [...shareRates(sentence), ...changeRates(sentence), ...completionRates(sentence)]) {
    const verdict = compareRatio(rate.stated, rate.share ?? rate.numerator.figure, rate.base);
    if (verdict.outcome === 'differ') yield ratioFinding(sentence, rate, verdict, false);
    if (rate.rule === 'R006' && wordsAt(sentence, rate.ratio) === ofZero) continue;
    if (verdict.outcome === 'undefined' && rate.base.value.isZero() && !rate.stated.value.isZero())
      yield ratioFinding(sentence, rate, verdict, true);
  }
}

function wordsAt({ passage: { text } }: Sentence, { start, after }: Quantity): string {
  return text.slice(start, after);
}

function shareRates(sentence: Sentence): Rate[] {
  return sharesIn(sentence).flatMap(({ part, ratio, wholes }) => {
    const rates = wholes.map((whole): Rate => {
      const label = `${labelBefore(sentence.passage.text, part)}占比`;
      const base = figureIn(whole.figure, whole.unit, part.unit);
      return {
        rule: 'T002',
        form: 'share',
        label,
        ratio,
        stated: ratio.figure,
        numerator: { ...part, figure: figureIn(part.figure, part.unit, part.unit) },
        denominator: whole,
        base,
      };
    });
    // The same whole may be told twice; of different ones it may be a share of either.
    const distinct = rates.filter(
      ({ base }, index) => rates.findIndex((one) => one.base.value.eq(base.value)) === index,
    );
    return distinct.length === 1 ? distinct : [];
  });
}

function completionRates(sentence: Sentence): Rate[] {
  return completionsIn(sentence).map(({ budget, accounts, rate }) => ({
    rule: 'T006',
    form: 'completion',
    label: '完成率',
    ratio: rate,
    stated: rate.figure,
    numerator: accounts,
    denominator: budget,
    base: figureIn(budget.figure, budget.unit, accounts.unit),
  }));
}

function changeRates(sentence: Sentence): Rate[] {
  return changesIn(sentence).flatMap((change) => {
    const { current, rate, direction, rateDirection } = change;
    if (rate?.unit !== '%' || direction.sign !== rateDirection?.sign) return [];
    const before = priorOf(change);
    // An amount below zero was no amount of the year before: the sentence speaks of something else.
    if (before.value.isNegative()) return [];
    const label = labelBefore(sentence.passage.text, current);
    return [
      {
        rule: before.value.isZero() ? 'R006' : 'T003',
        form: 'growth',
        label: `${label}增长率`,
        ratio: rate,
        stated: signed(rate.figure, direction.sign),
        numerator: current,
        share: signed(figureIn(change.change.figure, change.change.unit, current.unit), direction.sign),
        denominator: current,
        base: before,
        baseLabel: `${label}（上年）`,
      },
    ];
  });
}

/** The amount of the year before: what there is now without what came to it. */
function priorOf({ current, change, direction }: Change): Figure {
  const delta = figureIn(change.figure, change.unit, current.unit);
  const now = figureIn(current.figure, current.unit, current.unit);
  return direction.sign === 1
    ? { value: now.value.minus(delta.value), ...subtract(now, delta) }
    : { value: now.value.plus(delta.value), ...add(now, delta) };
}

function signed(figure: Figure, sign: 1 | -1): Figure {
  if (sign === 1) return figure;
  const { value, low, high, decimals } = figure;
  return {
    value: value.neg(),
    low: high.neg(),
    high: low.neg(),
    ...(decimals !== undefined && { decimals }),
  };
}

function ratioFinding(
  { passage }: Sentence,
  rate: Rate,
  { expected, actual }: Verdict,
  undefinedRate: boolean,
): Finding {
  const { ratio, stated, numerator, denominator, base, form, label } = rate;
  const decimals = stated.decimals ?? 0;
  const shown = expected.toDecimalPlaces(decimals);
  const baseOperand = proseOperand(passage, denominator, {
    figure: base,
    unit: numerator.unit,
    ...(rate.baseLabel && { label: rate.baseLabel, decimals: Math.max(0, base.value.decimalPlaces()) }),
  });
  const rule = undefinedRate && form !== 'growth' ? 'R003' : rate.rule;
  return newFinding(rule, passage.originOf(ratio.start, ratio.end), {
    kind: 'ratio',
    title: ruleTitle(rule),
    form,
    ratio: proseOperand(passage, ratio, { label, figure: stated, decimals }),
    numerator: proseOperand(passage, numerator),
    denominator: rate.baseLabel ? derivedOperand(baseOperand) : baseOperand,
    expected: formatDeclared(shown, decimals),
    actual: formatDeclared(actual, decimals),
    difference: formatPlain(actual.minus(shown)),
    explained: false,
    undefinedRate,
  });
}

/** An amount that the text does not tell has no place in it. */
function derivedOperand({ origin: _, ...operand }: ReturnType<typeof proseOperand>) {
  return { ...operand, derived: true };
}
