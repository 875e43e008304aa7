import { type AttributeName, blocks, type Subject } from '@fiscal/core';
import type { FigureChange, SubjectChange, TextChange, WordChange } from '../changes.js';
import type { Pair, Pairs } from '../pair/pairs.js';
import type { Places } from '../places.js';
import { figureChanges } from './figures.js';
import { wordChanges } from './words.js';

type Said = FigureChange | TextChange | WordChange | SubjectChange;

/** What is typed otherwise, by subject, in the order of the pairs. */
export function subjectChanges(pairs: Pairs, places: Places): Said[] {
  const inside = new Set<Pair>();
  return pairs.all.flatMap((pair) => {
    if (inside.has(pair)) return [];
    if (pair.old && pair.new) return [...joined(pair, pairs, places), ...saidOfBoth(pair, pairs, places)];
    if (isOnlyContainer(pair)) return [...saidOtherwise(pair, places)];
    return [alone(pair, pairs, places, inside)];
  });
}

function* saidOtherwise(
  pair: Pair,
  places: Places,
  renames: Pairs['renames'] = [],
): Generator<FigureChange | TextChange | WordChange> {
  yield* figureChanges(pair, places);
  yield* wordChanges(pair, places, renames);
}

/** The name of another code is told with the code. */
function saidOfBoth(pair: Pair, pairs: Pairs, places: Places): Said[] {
  const said = [...saidOtherwise(pair, places, pairs.renames)];
  return pair.kind === 'renamed' ? said.filter((one) => !isName(one)) : said;
}

function isName(said: Said): boolean {
  return said.kind === 'word' && said.name === ('名称' satisfies AttributeName);
}

function* joined(pair: Pair, pairs: Pairs, places: Places): Generator<SubjectChange> {
  if (pair.kind === 'same') return;
  const old = pair.old!;
  yield {
    kind: 'subject',
    change: pair.kind,
    sort: sortOf(pair.new!),
    ...places.of(pair),
    oldLabel: old.code === undefined ? old.label : `${old.code} ${old.label}`,
    oldBlock: places.blockOf(old),
    parts:
      pair.kind === 'moved'
        ? unchanged(pair, places)
        : [...saidOtherwise(pair, places, pairs.renames)].filter(isName),
  };
}

/** What is said of it as before; it counts elsewhere now. */
function unchanged(pair: Pair, places: Places): FigureChange[] {
  const told = new Set([...figureChanges(pair, places)].map(({ measure }) => measure));
  const said = [...figureChanges({ new: pair.new!, kind: 'same' }, places)];
  return said.filter(({ measure, new: figures }) => figures && !told.has(measure));
}

/** Something that came or went, with all that is said of it; of an item with a single figure the figure is told. */
function alone(pair: Pair, pairs: Pairs, places: Places, inside: Set<Pair>): Said {
  const parts = [...partsOf(pair, pairs, places, inside)];
  const [only, ...others] = parts;
  const subject = (pair.new ?? pair.old)!;
  if (only?.kind === 'figure' && others.length === 0 && isNothingElse(subject)) return only;
  return {
    kind: 'subject',
    change: pair.new ? 'added' : 'removed',
    sort: sortOf(subject),
    ...places.of(pair),
    parts,
  };
}

function isNothingElse(subject: Subject): boolean {
  return subject.children.size === 0 && sortOf(subject) === 'item';
}

function* partsOf(pair: Pair, pairs: Pairs, places: Places, inside: Set<Pair>): Generator<Said> {
  inside.add(pair);
  yield* saidOtherwise(pair, places);
  for (const child of (pair.new ?? pair.old)!.children.values()) {
    const below = pairs.of.get(child)!;
    // What moved away or came from elsewhere is told by itself.
    if (below.old && below.new) continue;
    const said = isEmpty(child);
    if (said) {
      inside.add(below);
      yield {
        kind: 'subject',
        change: pair.new ? 'added' : 'removed',
        sort: sortOf(child),
        ...places.of(below),
        parts: [],
      };
    } else yield* partsOf(below, pairs, places, inside);
  }
}

/** Named, and nothing said of it. */
function isEmpty({ children, facts, texts, attributes }: Subject): boolean {
  return children.size + facts.size + texts.size + attributes.size === 0;
}

const containers = new Set<string>([
  blocks.projects,
  blocks.units,
  blocks.indicators,
  blocks.glossary,
  blocks.moneySources,
  blocks.expenditure,
]);

/** 项目 is only what the projects are in; that the first one came is told of it. */
function isOnlyContainer(pair: Pair): boolean {
  const { name, children } = (pair.new ?? pair.old)!;
  return children.size > 0 && (containers.has(name) || (pair.new ?? pair.old)!.parent === undefined);
}

function sortOf(subject: Subject): SubjectChange['sort'] {
  if (subject.parent?.name === blocks.projects) return 'project';
  if (subject.parent?.name === blocks.units) return 'unit';
  if (subject.parent?.name === blocks.indicators) return 'indicator';
  if (subject.parent?.name === blocks.glossary) return 'term';
  return subject.code === undefined ? 'item' : 'line';
}
