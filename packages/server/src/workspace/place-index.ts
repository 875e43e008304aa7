import type { Fact, Position, Report, Statement, Subject } from '@fiscal/core';

/** A place where the author says what a fact is. */
export interface StatedFigure {
  fact: Fact;
  statement: Statement;
}

/** Which figure and which subject of the facts stands where in a file. */
export class PlaceIndex {
  private readonly figures = new Map<string, StatedFigure>();
  private readonly subjects = new Map<string, Subject>();
  private isFilled = false;

  constructor(
    private readonly uri: string,
    private readonly reports: readonly Report[],
  ) {}

  figureAt(start: Position): StatedFigure | undefined {
    return this.filled().figures.get(placeKey(start));
  }

  subjectAt(start: Position): Subject | undefined {
    return this.filled().subjects.get(placeKey(start));
  }

  /** Most examinations are never asked for a place. */
  private filled(): this {
    if (!this.isFilled) for (const { base } of this.reports) this.add(base.root, this.uri);
    this.isFilled = true;
    return this;
  }

  private add(subject: Subject, uri: string): void {
    if (subject.origin?.uri === uri) this.subjects.set(placeKey(subject.origin.range.start), subject);
    for (const fact of subject.facts.values())
      for (const statement of fact.statements)
        if (statement.origin.uri === uri)
          this.figures.set(placeKey(statement.origin.range.start), { fact, statement });
    for (const child of subject.children.values()) this.add(child, uri);
  }
}

export function placeKey({ line, character }: Position): string {
  return `${line}:${character}`;
}
