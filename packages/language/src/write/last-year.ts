import {
  type Fact,
  finalAccounts,
  formatDeclared,
  isMoneyUnit,
  lastYear,
  measureOf,
  type Origin,
  resolveFact,
  schemaChild,
  type SchemaItem,
  type Statement,
  type Subject,
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

function placeOf({ line, character }: CstNode['range']['start']): string {
  return `${line}:${character}`;
}

function schemaOf(subject: Subject): SchemaItem | undefined {
  return subject.parent ? schemaChild(schemaOf(subject.parent), subject.name) : subject.base.schema;
}
