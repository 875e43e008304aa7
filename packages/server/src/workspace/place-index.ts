import type { Fact, Position, Statement, Subject } from '@fiscal/core';
import type { Examination } from './examinations.js';

/** A place where the author says what a fact is. */
export interface StatedFigure {
  fact: Fact;
  statement: Statement;
}

/** Which figure and which subject of the facts stands where in a file. */
export class PlaceIndex {
  private readonly figures = new Map<string, StatedFigure>();
  private readonly subjects = new Map<string, Subject>();

  constructor({ uri, reports }: Examination) {
    for (const { base } of reports) this.add(base.root, uri);
  }

  figureAt(start: Position): StatedFigure | undefined {
    return this.figures.get(placeKey(start));
  }

  subjectAt(start: Position): Subject | undefined {
    return this.subjects.get(placeKey(start));
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

const known = new WeakMap<Examination, PlaceIndex>();

/** The places of a file, gathered once for each examination. */
export function placesOf(examination: Examination): PlaceIndex {
  let places = known.get(examination);
  if (!places) known.set(examination, (places = new PlaceIndex(examination)));
  return places;
}

export function placeKey({ line, character }: Position): string {
  return `${line}:${character}`;
}
