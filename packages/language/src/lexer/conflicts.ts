import { lexingProblem, type LexingProblem } from './lexing-problem.js';

/** What git leaves around both versions of a passage; in the middle, and in diff3 style before it, further marks. */
const passage = /^<{7}(?: .*)?$[\s\S]*?^>{7}(?: .*)?$/gm;
const leftOver = /^(?:<{7}|>{7})(?: .*)?$/gm;

/** Whether a merge of a text has still to be settled. */
export function hasConflictMarkers(text: string): boolean {
  return text.includes('<<<<<<<') || text.includes('>>>>>>>') ? text.search(leftOver) >= 0 : false;
}

/**
 * A text without the passages of which git kept two versions, blank where they stood, so that all places stay where
 * they are. Where a version opens a block or closes one, the first stays: the rest of the file needs its braces.
 */
export function withoutConflicts(text: string): { text: string; problems: LexingProblem[] } {
  if (!hasConflictMarkers(text)) return { text, problems: [] };
  const problems: LexingProblem[] = [];
  const settle = (found: string, offset: number) => {
    problems.push(problemAt(text, offset));
    return blankPassage(found);
  };
  return { text: text.replace(passage, settle).replace(leftOver, settle), problems };
}

function problemAt(text: string, offset: number): LexingProblem {
  const line = text.slice(0, offset).split('\n').length;
  return lexingProblem('conflict', offset, 7, line, 1);
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
