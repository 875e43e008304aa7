import { lexingProblem, type LexingProblem } from './lexing-problem.js';

/** What git leaves around both versions of a passage; in the middle, and in diff3 style before it, further marks. */
const passage = /^<{7}(?: .*)?$[\s\S]*?^>{7}(?: .*)?$/gm;
/** The first version alone: the mark behind the second is gone, and nobody knows where that ends. */
const halfPassage = /^<{7}(?: .*)?$(?:(?!^[<>]{7})[\s\S])*?^={7}$/gm;
const leftOver = /^(?:[<>|]{7}(?: .*)?|={7})$/gm;
const anyMark = /<<<<<<<|=======|>>>>>>>/;

/** Whether a merge of a text has still to be settled. */
export function hasConflictMarkers(text: string): boolean {
  if (!anyMark.test(text)) return false;
  const isMark = marksOf(text);
  for (const { 0: mark, index } of text.matchAll(leftOver)) if (isMark(mark, index)) return true;
  return false;
}

/**
 * A text without the passages of which git kept two versions, blank where they stood, so that all places stay where
 * they are. Where a version opens a block or closes one, the first stays: the rest of the file needs its braces.
 */
export function withoutConflicts(text: string): { text: string; problems: LexingProblem[] } {
  if (!hasConflictMarkers(text)) return { text, problems: [] };
  const problems: LexingProblem[] = [];
  const settle = (code: LexingProblem['code']) => (found: string, offset: number) => {
    const problem = problemAt(code, text, offset);
    const last = String(problem.line! + found.split('\n').length - 1);
    problems.push({ ...problem, found: found.slice(0, 7), parameters: { last } });
    return blankPassage(found);
  };
  const settled = text.replace(passage, settle('conflict')).replace(halfPassage, settle('half-conflict'));
  const isMark = marksOf(settled);
  const merged = settled.replace(leftOver, (mark: string, offset: number) =>
    isMark(mark, offset) ? settle('left-mark')(mark, offset) : mark,
  );
  return { text: merged, problems };
}

/**
 * Whether a mark is one of git's: in a text block a line of equals signs is Markdown's, and makes a heading of the line
 * before. Asked from the beginning of a text to its end.
 */
function marksOf(text: string): (mark: string, offset: number) => boolean {
  const fences = /["“”]{3}/g;
  let next = fences.exec(text);
  let isInside = false;
  return (mark, offset) => {
    for (; next && next.index < offset; next = fences.exec(text)) isInside = !isInside;
    return !mark.startsWith('=') || !isInside;
  };
}

function problemAt(code: LexingProblem['code'], text: string, offset: number): LexingProblem {
  const line = text.slice(0, offset).split('\n').length;
  return lexingProblem(code, offset, 7, line, 1);
}

function blankPassage(found: string): string {
  const [, first = ''] = /^<{7}.*\r?\n([\s\S]*?)^(?:\|{7}|={7})/m.exec(found) ?? [];
  if (depthOf(first) === 0) return blank(found);
  const start = found.indexOf('\n') + 1;
  return blank(found.slice(0, start)) + first + blank(found.slice(start + first.length));
}

function depthOf(text: string): number {
  return text.split(/[{｛]/).length - text.split(/[}｝]/).length;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Both versions of the passage that begins at a place, and where it ends; undefined where only marks are left. */
export function conflictVersions(
  text: string,
  start: number,
): { first: string; second: string; end: number } | undefined {
  const whole = /^<{7}.*\r?\n([\s\S]*?)^(?:\|{7}[\s\S]*?^)?={7}.*\r?\n([\s\S]*?)^>{7}.*(?:\r?\n|$)/m.exec(
    text.slice(start),
  );
  if (!whole || whole.index !== 0) return undefined;
  const [passage, first = '', second = ''] = whole;
  return { first, second, end: start + passage.length };
}
