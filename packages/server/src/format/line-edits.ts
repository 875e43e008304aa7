import type { TextEdit } from 'vscode-languageserver';

/**
 * The edits that turn one text into the other, each within one line where it can be: lines that are not blank stand
 * for each other in their order, runs of blank lines are compared as wholes.
 */
export function lineEdits(before: string, after: string): TextEdit[] {
  const [old, formatted] = [before, after].map((text) => text.split(/\r\n|\n|\r/));
  const [oldFull, newFull] = [old, formatted].map((lines) => indexesOf(lines!));
  if (oldFull!.length !== newFull!.length) return before === after ? [] : [wholeEdit(old!, after)];
  const edits: TextEdit[] = [];
  for (let index = 0; index <= oldFull!.length; index++) {
    const [from, to] = [oldFull![index - 1] ?? -1, oldFull![index] ?? old!.length];
    const [newFrom, newTo] = [newFull![index - 1] ?? -1, newFull![index] ?? formatted!.length];
    const blank = blankEdit(old!, [from, to], formatted!.slice(newFrom + 1, newTo));
    if (blank) edits.push(blank);
    if (to < old!.length) edits.push(...lineEdit(old![to]!, formatted![newTo]!, to));
  }
  return edits;
}

function indexesOf(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
}

/** What differs between two lines, without what they begin and end with alike. */
export function lineEdit(before: string, after: string, line: number): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const range = {
    start: { line, character: start },
    end: { line, character: before.length - end },
  };
  return [{ range, newText: after.slice(start, after.length - end) }];
}

/** Blank lines between two others. The last line of a text has no end of its own. */
function blankEdit(
  lines: readonly string[],
  [from, to]: [number, number],
  wanted: readonly string[],
): TextEdit | undefined {
  const blank = lines.slice(from + 1, to);
  if (blank.length === wanted.length && blank.every((line, index) => line === wanted[index]))
    return undefined;
  if (to < lines.length) {
    const range = { start: { line: from + 1, character: 0 }, end: { line: to, character: 0 } };
    return { range, newText: wanted.map((line) => `${line}\n`).join('') };
  }
  const last = lines.length - 1;
  const start = from < 0 ? { line: 0, character: 0 } : { line: from, character: lines[from]!.length };
  const range = { start, end: { line: last, character: lines[last]!.length } };
  return { range, newText: (from < 0 ? wanted.slice(1) : wanted).map((line) => `\n${line}`).join('') };
}

function wholeEdit(lines: readonly string[], text: string): TextEdit {
  const end = { line: lines.length - 1, character: lines.at(-1)!.length };
  return { range: { start: { line: 0, character: 0 }, end }, newText: text };
}
