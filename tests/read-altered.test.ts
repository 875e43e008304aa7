import { readDocuments } from '@fiscal/read';
import { compose, renderMarkdown } from '@fiscal/report';
import { expect, test } from 'vitest';
import { loadExample } from './check.js';

/** One word or one clause of each line is another: what its figures say is read, or listed, and never of something else. */
const examples = ['上海市普陀区财政局-2024', '攀枝花市经济和信息化局-2023', '示例区文化馆-2024'];
const seeds = [3, 11];

test.each(examples)('%s: no figure is lost behind other words', { timeout: 120_000 }, async (name) => {
  const [report] = loadExample(`${name}/${name}.fiscal`).reports;
  const { text } = renderMarkdown(compose(report!).document);
  const lines = text.replace(/<table>[^]*?<\/table>\n/g, '').split('\n');
  const before = await read(lines);
  for (const seed of seeds) {
    const next = chance(seed);
    const altered = lines.map((line) => (isSentence(line) ? alter(line, next) : line));
    expect(altered).not.toEqual(lines);
    const after = await read(altered);
    const lost = altered.flatMap((line, index) => {
      if (line === lines[index]) return [];
      const known = new Set(untold(lines[index]!, index, before));
      return untold(line, index, after).flatMap((one) => (known.has(one) ? [] : [`${one}: ${line}`]));
    });
    expect(lost).toEqual([]);
    const others = [...after.values].filter(([path, value]) => (before.values.get(path) ?? value) !== value);
    expect(others).toEqual([]);
  }
});

type Read = Awaited<ReturnType<typeof read>>;

async function read(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const done = await readDocuments([{ name: '报告.md', bytes }]);
  if ('failures' in done) throw new Error(JSON.stringify(done.failures));
  const { figures, texts, unread } = done.reading;
  const values = new Map(
    figures.flatMap(({ path, said }) =>
      'digits' in said ? [[path.join('.'), Number(said.digits)] as const] : [],
    ),
  );
  return { figures, unread, values, texts: texts.map((one) => one.text).join('\n') };
}

const figureAt = /(?<![\d.])\d[\d,]*(?:\.\d+)?(?=万元|%|辆|批次|人)/g;

/** Figures of a line that are neither a fact, nor in words of the author, nor listed. */
function untold(line: string, index: number, { figures, unread, texts }: Read): string[] {
  const own = figures.filter(({ place }) => place.line === index + 1);
  const listed = unread.filter(({ place }) => place.line === index + 1);
  return [...line.matchAll(figureAt)].flatMap(({ 0: digits, index: at }) =>
    own.some(({ from }) => from === at) ||
    listed.some(({ text }) => text.includes(digits)) ||
    texts.includes(digits)
      ? []
      : [digits],
  );
}

function isSentence(line: string): boolean {
  return /^[^#!|<\-*].*\d.*[。；]$/.test(line);
}

/** What says which way a figure went is what the sentence says: without it, it says something else. */
const ofDirection = /[增减升降]|持平|上年|预算/;
const others = ['调整', '追加', '累计', '某些', '单位', '未', '不'];

function alter(line: string, next: (below: number) => number): string {
  const clauses = [...line.matchAll(/[^，。；：、]+[，；、：]/g)];
  const words = [...line.matchAll(/(?=([\u4e00-\u9fff]{2}))/g)].filter(
    ({ 1: word }) => !ofDirection.test(word!),
  );
  const clause = clauses[next(Math.max(clauses.length, 1))];
  const { index: at } = words[next(words.length)]!;
  const other = others[next(others.length)]!;
  switch (next(4)) {
    case 0:
      return clause ? line.replace(clause[0], '') : line;
    case 1:
      return line.slice(0, at) + line.slice(at + 2);
    case 2:
      return line.slice(0, at) + other + line.slice(at + 2);
    default:
      return line.slice(0, at) + other + line.slice(at);
  }
}

function chance(seed: number): (below: number) => number {
  let state = seed * 7919;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
