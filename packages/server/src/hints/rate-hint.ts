import {
  completion,
  growth,
  isMoneyUnit,
  measureNamed,
  measureOf,
  resolveFact,
  wordTable,
  ownFactOf,
} from '@fiscal/core';
import type { ast } from '@fiscal/language/editor';
import type { InlayHint } from 'vscode-languageserver';
import { factAmount, isKnown } from '../numbers.js';
import type { HintKind } from '../settings.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';

/** Growth behind 上年, completion behind 预算, where the author does not state them and the figures differ. */
export function rateHint(
  { measure, figure }: ast.Measure,
  wanted: ReadonlySet<HintKind>,
  examination: Examination,
): InlayHint | undefined {
  const rate = rates[measureNamed(measure ?? '')];
  const place = figure?.$cstNode?.range;
  if (!rate || !place || !wanted.has(rate.kind)) return undefined;
  const fact = examination.places.figureAt(place.start)?.fact;
  if (!fact || !isMoneyUnit(fact.unit)) return undefined;
  const [given, compared] = [fact, ownFactOf(fact.subject)].map(resolveFact);
  if (!isKnown(given!) || !isKnown(compared!) || given.value.eq(compared.value)) return undefined;
  const wantedRate = measureOf(fact.subject, rate.measure);
  const resolved = resolveFact(wantedRate);
  if (resolved.state !== 'derived' || !isKnown(resolved)) return undefined;
  const label = rate.label(factAmount(wantedRate, resolved.value));
  return { position: place.end, label, paddingLeft: true };
}

const rates = wordTable<{ kind: HintKind; measure: string; label: (rate: string) => string }>({
  上年: { kind: 'growth', measure: growth, label: words.growthHint },
  年初预算: { kind: 'completion', measure: completion, label: words.completionHint },
});
