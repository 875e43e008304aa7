import { diffArrays } from 'diff';
import { nameLikeness } from '../pair/likeness.js';

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A sentence that came, went, or has other words: its pieces in order. */
export type SentenceChange = readonly Piece[];

/** Texts that differ in more places than this are told as another text. */
const mostEdits = 2000;

/** Sentences of which less is alike are two, not one that was reworded. */
const reworded = 0.4;

/** The sentences that differ between two texts; the others are left out. */
export function sentenceChanges(old: string | undefined, next: string | undefined): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let removed: string[] = [];
  for (const { kind, values } of runsOf(sentencesOf(old ?? ''), sentencesOf(next ?? ''))) {
    if (kind === 'removed') removed = values;
    else {
      changes.push(...pairSentences(removed, kind === 'added' ? values : []));
      removed = [];
    }
  }
  return [...changes, ...pairSentences(removed, [])];
}

/** 一句。 and the next one; line breaks end a sentence, blank lines are none. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[。！？；])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

interface Run<T> {
  kind: Piece['kind'];
  values: T[];
}

function runsOf(old: string[], next: string[]): Run<string>[] {
  const runs = diffArrays(old, next, { maxEditLength: mostEdits });
  if (!runs)
    return [
      { kind: 'removed', values: old },
      { kind: 'added', values: next },
    ];
  return runs.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    values: value,
  }));
}

/** Places in two lists that belong together: the same texts, and between them those that are like each other. */
export function alignTexts(
  old: readonly string[],
  next: readonly string[],
): { old?: number; new?: number }[] {
  const places: { old?: number; new?: number }[] = [];
  let [leftOld, leftNew, run] = [0, 0, { old: 0, new: 0 }];
  const flush = () => {
    places.push(...alignRun(old.slice(run.old, leftOld), next.slice(run.new, leftNew), run));
  };
  for (const { kind, values } of runsOf([...old], [...next])) {
    if (kind === 'same') flush();
    if (kind !== 'added') leftOld += values.length;
    if (kind !== 'removed') leftNew += values.length;
    if (kind !== 'same') continue;
    const count = values.length;
    for (let index = count; index > 0; index -= 1)
      places.push({ old: leftOld - index, new: leftNew - index });
    run = { old: leftOld, new: leftNew };
  }
  flush();
  return places;
}

/** What stands between two texts that are the same on both sides. */
function alignRun(
  old: readonly string[],
  next: readonly string[],
  start: { old: number; new: number },
): { old?: number; new?: number }[] {
  const places: { old?: number; new?: number }[] = [];
  let from = 0;
  for (const [at, text] of next.entries()) {
    const same = old.findIndex((one, index) => index >= from && isReworded(one, text));
    for (; from < same; from += 1) places.push({ old: start.old + from });
    places.push({ ...(same >= 0 && { old: start.old + same }), new: start.new + at });
    if (same >= 0) from = same + 1;
  }
  for (; from < old.length; from += 1) places.push({ old: start.old + from });
  return places;
}

/** Sentences that stand in the place of others: one that is like the next of those is the same one, reworded. */
function pairSentences(removed: readonly string[], added: readonly string[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let [leftOld, leftNew] = [0, 0];
  const flush = (untilOld: number, untilNew: number) => {
    for (const text of removed.slice(leftOld, untilOld)) changes.push([{ kind: 'removed', text }]);
    for (const text of added.slice(leftNew, untilNew)) changes.push([{ kind: 'added', text }]);
    [leftOld, leftNew] = [untilOld, untilNew];
  };
  for (const [at, sentence] of added.entries()) {
    const same = removed.findIndex((one, index) => index >= leftOld && isReworded(one, sentence));
    if (same < 0) continue;
    flush(same, at);
    changes.push(wordPieces(removed[same]!, sentence));
    [leftOld, leftNew] = [same + 1, at + 1];
  }
  flush(removed.length, added.length);
  return changes;
}

/** Long sentences are taken by their beginnings: likeness of all of both would cost too much. */
function isReworded(old: string, next: string): boolean {
  const start = (text: string) => text.slice(0, 200);
  return nameLikeness(start(old), start(next)) >= reworded;
}

/** A number, a word in letters, what stands between brackets of a hole, or a single character. */
const words = /【[^】]*】|[\d０-９][\d０-９,，.．]*%?|[A-Za-z]+|[^]/gu;

/** One sentence that became another, by the words that changed. */
export function wordPieces(old: string, next: string): Piece[] {
  const runs = runsOf(old.match(words) ?? [], next.match(words) ?? []);
  return withoutScraps(runs.map(({ kind, values }) => ({ kind, text: values.join('') })));
}

/** A single character between two changes reads worse than the change of all three. */
function withoutScraps(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    const isScrap = kind === 'same' && [...text].length < 2 && index > 0 && index < pieces.length - 1;
    if (kind !== 'added' && (kind === 'removed' || isScrap)) removed += text;
    if (kind !== 'removed' && (kind === 'added' || isScrap)) added += text;
    if (kind !== 'same' || isScrap) continue;
    flush();
    joined.push({ kind, text });
  }
  flush();
  return joined;
}
