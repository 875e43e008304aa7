import { type Origin, pathText, type Range, type Report, type Subject } from '@fiscal/core';
import type { ReadDocuments } from '../read-documents.js';
import { type ReadableDocument, readableDocument } from './readable-document.js';

/** The source of a document that was read, checked in its stead: from places in the one to places in the other. */
export interface DocumentPlaces {
  document: ReadableDocument;
  /** Where in the readable document stands what a place of the source says, which was loaded as this report. */
  inDocument(report: Report): (range: Range) => Range;
}

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function documentPlaces({ published, reading }: ReadDocuments): DocumentPlaces {
  const document = readableDocument(published);
  return { document, inDocument: (report) => placesOf(report, reading, document) };
}

function placesOf(
  { base }: Report,
  reading: ReadDocuments['reading'],
  document: ReadableDocument,
): (range: Range) => Range {
  const byPlace = new Map<string, Range>();
  const byLine = new Map<number, Range>();
  const note = ({ range }: Origin, found: Range | undefined) => {
    if (!found) return;
    byPlace.set(keyOf(range), found);
    if (!byLine.has(range.start.line)) byLine.set(range.start.line, found);
  };
  const statements = statementsByPath(reading, document);
  for (const subject of subjectsBelow(base.root)) {
    for (const fact of subject.facts.values())
      fact.statements.forEach(({ origin }, index) => note(origin, statements.get(fact.key)?.[index]));
    for (const [name, { origin }] of subject.texts)
      note(origin, textRange(`${subject.path}.${name}`, reading, document));
  }
  const lines = [...byLine.keys()].sort((a, b) => b - a);
  return (range) => {
    // Within a text of several lines, what the text begins with.
    const line = lines.find((one) => one <= range.start.line);
    return byPlace.get(keyOf(range)) ?? (line === undefined ? top : byLine.get(line)!);
  };
}

/** Each value of a fact once, as the source states them. */
function statementsByPath(
  { figures }: ReadDocuments['reading'],
  document: ReadableDocument,
): Map<string, Range[]> {
  const seen = new Map<string, Set<string>>();
  const ranges = new Map<string, Range[]>();
  for (const { path, said, place, from } of figures) {
    const key = pathText(canonicalPath(path));
    const digits = 'digits' in said ? said.digits : undefined;
    const value =
      digits === undefined ? JSON.stringify(said) : digits.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
    const known = seen.get(key) ?? new Set();
    const range = document.rangeOf(place, digits, from);
    if (known.has(value) || !range) continue;
    seen.set(key, known.add(value));
    ranges.set(key, [...(ranges.get(key) ?? []), range]);
  }
  return ranges;
}

/** 本年收入 is what the language calls 收入. */
export function canonicalPath(path: readonly string[]): readonly string[] {
  return path.at(-1) === '本年收入' ? [...path.slice(0, -1), '收入'] : path;
}

function textRange(
  path: string,
  { texts }: ReadDocuments['reading'],
  document: ReadableDocument,
): Range | undefined {
  const found = texts.find((text) => pathText(text.path) === path.replace(/^\./, ''));
  return found && document.rangeOf(found.place);
}

function* subjectsBelow(subject: Subject): Generator<Subject> {
  yield subject;
  for (const child of subject.children.values()) yield* subjectsBelow(child);
}

function keyOf({ start }: Range): string {
  return `${start.line}:${start.character}`;
}
