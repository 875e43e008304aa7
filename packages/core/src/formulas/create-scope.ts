import type { FactBase } from '../model/fact-base.js';
import type { Finding } from '../findings/finding.js';
import type { Path } from '../model/path.js';
import type { Origin } from '../model/origin.js';
import type { Phrase } from '../model/template.js';
import { budgetFor } from './budget.js';
import type { FigureValue, Said } from './evaluated.js';
import { interpret } from './interpret.js';
import { FactLists } from './provenance.js';
import { type Scope, Variables } from './scope.js';

export interface ScopeOptions {
  phrases?: ReadonlyMap<string, Phrase>;
  percentDecimals?: number;
  forPrint?: boolean;
  /** 绩效, 支出 政府性基金: see the setting 可不写. */
  mayBeLeftOut?: ReadonlySet<string>;
  noteMissing?: (block: Path) => void;
  noteSaid?: (said: readonly Said[]) => void;
  noteEqual?: (left: FigureValue, right: FigureValue) => void;
}

/** The scope of a report's own texts: no variables. */
export function createScope(
  base: FactBase,
  report: (finding: Finding) => void,
  {
    phrases = new Map(),
    percentDecimals = base.percentDecimals,
    forPrint = false,
    mayBeLeftOut = new Set(),
    noteMissing,
    noteSaid,
    noteEqual,
  }: ScopeOptions = {},
): Scope {
  return {
    base,
    variables: Variables.none,
    phrases,
    percentDecimals,
    forPrint,
    asReaders: forPrint,
    mayBeLeftOut,
    ...(noteMissing && { noteMissing }),
    ...(noteSaid && { noteSaid }),
    ...(noteEqual && { noteEqual }),
    active: new Set(),
    interpret,
    budget: budgetFor(base),
    lists: new FactLists(),
    behind: new WeakMap(),
    ...once(report),
  };
}

function once(report: (finding: Finding) => void): Pick<Scope, 'report' | 'isNew'> {
  const seen = new Set<string>();
  const keyOf = (rule: string, { uri, range }: Origin) => JSON.stringify([rule, uri, range.start, range.end]);
  return {
    isNew: (rule, origin) => !seen.has(keyOf(rule, origin)),
    report: (finding) => {
      const key = keyOf(finding.rule, finding.origin);
      if (!seen.has(key)) report(finding);
      seen.add(key);
    },
  };
}
