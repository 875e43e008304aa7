import type { Fact } from '../../model/fact.js';
import { lastYear } from '../../vocabulary/measures.js';
import { structuralWaysTo } from '../../knowledge/ask.js';
import type { Way } from '../../model/knowledge.js';
import { ruleSeverity, ruleTitle } from '../../vocabulary/rules.zh.js';
import { isMoneyUnit } from '../../number/unit.js';
import type { Relation } from './relation.js';
import { firstOrigin } from '../stated-facts.js';
import { blocks } from '../../vocabulary/blocks.js';

/** I, X and Y relations of the tables' structure. Only what the author stated can be wrong. */
export function* structureRelations(stated: readonly Fact[]): Generator<Relation> {
  for (const fact of stated)
    for (const way of structuralWaysTo(fact))
      if (way.rule !== 'X026' || unitsAreComplete(fact)) yield relationOf(fact, way);
}

function relationOf(fact: Fact, { rule, terms, lines }: Way): Relation {
  return {
    rule,
    title: ruleTitle(rule),
    severity: ruleSeverity(rule),
    mode: ofPriorReport.has(rule) ? 'same' : 'sum',
    left: [{ fact, sign: 1 }],
    right: terms,
    ...(lines && { lines }),
    // A line of last year may have no successor this year.
    ...(lines && fact.measure === lastYear && { shortfall: 'hint' as const }),
    origin: firstOrigin(fact),
  };
}

/** The same figure as in last year's report. */
const ofPriorReport = new Set(['Y001', 'Y002']);

/** Units add up only when the report of each was given. */
function unitsAreComplete({ subject, unit }: Fact): boolean {
  const { base } = subject;
  const listed = base.root.children.get(blocks.units)?.children.size ?? 0;
  return isMoneyUnit(unit) && base.units.length >= Math.max(listed, 1);
}
