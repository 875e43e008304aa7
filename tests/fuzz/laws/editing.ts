import type { Finding } from '@fiscal/core';
import type { Examined } from '../examined.js';
import { attempt, type Failure } from '../failure.js';
import type { FuzzedEditor } from '../editor.js';
import type { Random } from '../../../packages/cli/src/trial/random.js';
import { main } from '../served-files.js';
import { firstDifference } from './formatting.js';
import { problemOf } from './places.js';

/** An editor that had another text before finds what the command line finds, and answers whatever it is asked. */
export async function editingLaw(
  editor: FuzzedEditor,
  before: string,
  examined: Examined,
  random: Random,
): Promise<Failure[]> {
  const { text, findings } = examined;
  await editor.close();
  if (before !== '') await editor.show(before);
  await editor.show(text);
  const told = await editor.findings();
  return [
    ...different(findings.filter(isInMain), told.filter(isInMain)),
    ...(await answers(editor, text, random)),
  ];
}

function isInMain({ origin }: Finding): boolean {
  return origin.uri === main;
}

function different(expected: readonly Finding[], told: readonly Finding[]): Failure[] {
  const [left, right] = [expected, told].map((findings) =>
    findings.map((each) => JSON.stringify(each)).sort(),
  );
  const [a, b] = [left!.join('\n'), right!.join('\n')];
  return a === b ? [] : [{ kind: 'the editor finds something else', detail: firstDifference(a, b) }];
}

/** Asks for some of what can be asked, each at a place of its own. */
async function answers(editor: FuzzedEditor, text: string, random: Random): Promise<Failure[]> {
  const lines = text.split(/\r\n|\n|\r/);
  const failures: Failure[] = [];
  for (const [name, every, ask] of editor.requests) {
    if (!random.oneIn(every)) continue;
    const line = random.below(lines.length);
    const position = { line, character: random.below(lines[line]!.length + 1) };
    failures.push(...(await attempt(name, async () => misplaced(name, await ask(position), lines))));
  }
  return failures;
}

/** Ranges in an answer that lie outside the text. */
function misplaced(name: string, answer: unknown, lines: readonly string[]): Failure[] {
  const problem = rangesIn(answer)
    .map((range) => problemOf(range, lines))
    .find((each) => each !== undefined);
  return problem
    ? [{ kind: `${problem}: answer of ${name}`, detail: JSON.stringify(answer).slice(0, 300) }]
    : [];
}

type Range = Parameters<typeof problemOf>[0];

/** Ranges of the tried text itself: a place that names another file is in that one. */
function rangesIn(value: unknown): Range[] {
  if (typeof value !== 'object' || value === null) return [];
  const { uri, targetUri, start, end } = value as {
    uri?: string;
    targetUri?: string;
    start?: object;
    end?: object;
  };
  if ((uri ?? targetUri ?? main) !== main) return [];
  const own = typeof start === 'object' && typeof end === 'object' ? [value as Range] : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}
