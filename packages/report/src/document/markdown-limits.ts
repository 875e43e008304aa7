/** Beyond these no author means structure, and reading it would take time that grows with its square. */
const mostContainers = 24;
const deepestIndent = 120;
const mostMarks = 1500;
const mostUnderlines = 1000;

/**
 * Whether text nests or marks more than any author means: quotes in quotes, lists in lists, brackets and
 * emphasis without end. Such text is shown as it stands.
 */
export function isTooIntricate(text: string): boolean {
  let marks = 0;
  let underlines = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const containers = containersOf(line);
    if (containers.count > mostContainers || containers.indent > deepestIndent) return true;
    const content = line.slice(containers.length);
    if (startsBlock.test(content) || containers.startsItem) marks = 0;
    marks += countMarks(content);
    if (underline.test(content)) underlines += 1;
    if (marks > mostMarks || underlines > mostUnderlines) return true;
  }
  return false;
}

const startsBlock = /^(?:\s*$|#|\|)/;
const underline = /^\s*(?:=+|-+)\s*$/;

interface Containers {
  count: number;
  /** Blanks before the last of them: a list deep in lists. */
  indent: number;
  startsItem: boolean;
  length: number;
}

/** The marks of quotes and lists that begin a line. */
function containersOf(line: string): Containers {
  const mark = /([ \t]*)(>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
  const found = { count: 0, indent: 0, startsItem: false, length: 0 };
  for (let match = mark.exec(line); match && found.count <= mostContainers; match = mark.exec(line)) {
    found.count += 1;
    found.indent = Math.max(found.indent, match[1]!.length);
    found.startsItem = match[2] !== '>';
    found.length = mark.lastIndex;
  }
  return found;
}

/** Brackets, emphasis and code are matched within a paragraph. */
function countMarks(text: string): number {
  return text.match(/[[\]*_`~]/g)?.length ?? 0;
}
