import {
  carriedForward,
  closingMeasures,
  type Fact,
  finalAccounts,
  formatDeclared,
  isMoneyUnit,
  lastYear,
  lastYearsClosing,
  measureOf,
  type Origin,
  resolveFact,
  schemaBelow,
  type SchemaItem,
  type Statement,
  type Subject,
  sumOfWay,
  type Way,
  waysTo,
} from '@fiscal/core';
import type { CstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { load } from '../load/workspace.js';

export const unfilled = '未填';

const uri = 'file:///last-year.fiscal';

/** What the figures of last year's text say: the fact that each of them states, and what follows from them. */
export class LastYear {
  private readonly facts = new Map<string, Fact>();
  private readonly lines: readonly string[];

  constructor(
    text: string,
    /** Subordinate units have reports of their own, so that this one's totals may be more than it says. */
    private readonly hasUnits: boolean,
    /** The new file refers to this one, which supplies what was last year's and the opening balances. */
    readonly isReferredTo = false,
  ) {
    this.lines = text.split(/\r\n|\n|\r/);
    // What other files would say is not known here.
    const { reports } = load([{ uri, text }], { read: () => undefined });
    for (const { base } of reports) this.add(base.root);
  }

  /** The fact that a figure states; undefined for one that was not understood. */
  factOf(figure: ast.Figure | undefined): Fact | undefined {
    const start = figure?.$cstNode?.range.start;
    return start && this.facts.get(placeOf(start));
  }

  /** A fact's figure as it was typed; undefined when it was not. */
  typed(fact: Fact | undefined): string | undefined {
    const origin = fact?.statements[0]?.origin;
    return origin && this.slice(origin);
  }

  /** What last year's figures add up to, with as many decimals as they have; undefined when they do not. */
  derivedTotal(figure: ast.Figure, decimals: number): string | undefined {
    const fact = this.factOf(figure);
    if (!fact || (this.hasUnits && fact.measure === lastYear)) return undefined;
    const { state, value } = resolveFact(measureOf(fact.subject, finalAccounts));
    if (value) return formatDeclared(value, decimals);
    return state === 'blocked' ? unfilled : undefined;
  }

  /** The new file need not state it: it follows from other figures there, as it did in the old one. */
  readonly follows = (figure: ast.Figure | undefined): boolean => {
    const fact = this.factOf(figure);
    if (!fact) return false;
    if (this.isReferredTo && this.isSupplied(fact)) return true;
    for (const way of waysTo(fact)) {
      if (way.terms.some((term) => isBefore(term.fact, fact))) return true;
      if (this.isReferredTo && isSumIn(way, fact) && sumOfWay(way, fact).kind === 'known') return true;
    }
    return false;
  };

  /** Last year's figures, and the balance that it closed with. */
  private isSupplied(fact: Fact): boolean {
    if (fact.measure === lastYear) return true;
    const closing = [...lastYearsClosing(fact, fact.subject.base)];
    return closing.some((way) => sumOfWay(way, fact).kind === 'known');
  }

  /** The unit that its next figure must be given too: no 结构 declares it. */
  undeclaredUnit(figure: ast.Figure): string | undefined {
    const fact = this.factOf(figure);
    if (!fact || !figure.unit || isMoneyUnit(fact.unit)) return undefined;
    return schemaOf(fact.subject)?.unit === undefined ? figure.unit : undefined;
  }

  private add(subject: Subject): void {
    for (const fact of subject.facts.values())
      for (const { origin } of fact.statements as Statement[])
        this.facts.set(placeOf(origin.range.start), fact);
    for (const child of subject.children.values()) this.add(child);
  }

  private slice({ range: { start, end } }: Origin): string | undefined {
    return start.line === end.line
      ? this.lines[start.line]?.slice(start.character, end.character)
      : undefined;
  }
}

/**
 * A total, from wherever its parts come; a line of a classification only from lines of its own block, which is what
 * it is listed in. What a year closes with is asked for: the next one begins with it.
 */
function isSumIn({ terms }: Way, { subject, measure }: Fact): boolean {
  if (subject.name === carriedForward || [...closingMeasures.values()].includes(measure)) return false;
  // 甲 = 乙 - 丙 says as well what 丙 is: one of the three has to be asked for, and nobody knows which.
  if (terms.some(({ sign }) => sign < 0)) return false;
  return subject.code === undefined || terms.every((term) => term.fact.subject.parent === subject.parent);
}

/** 增减额 = 决算 - 上年: a change is computed once both years are there. */
function isBefore(term: Fact, change: Fact): boolean {
  return term.measure === lastYear && change.measure === finalAccounts;
}

function placeOf({ line, character }: CstNode['range']['start']): string {
  return `${line}:${character}`;
}

function schemaOf(subject: Subject): SchemaItem | undefined {
  return subject.parent ? schemaBelow(schemaOf(subject.parent), subject.name) : subject.base.schema;
}
