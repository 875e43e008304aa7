import { listFacts } from '@fiscal/core';
import { readDocuments } from '@fiscal/read';
import { compose, renderMarkdown } from '@fiscal/report';
import { expect, test } from 'vitest';
import { loadExample, loadText } from './check.js';
import * as wordings from './variants/own-wording.js';

/** Sentences that are read together; where something of them is not understood, each is read by itself. */
const together = 6;

type Wording = (typeof wordings.ownWording)[string];

const known = { understood: 0, all: 0 };

test.each(Object.values(wordings).flatMap(Object.entries<Wording>))(
  '%s: what its own words say',
  { timeout: 300_000 },
  async (name, all) => {
    const { prose, facts } = printed(name);
    const before = await read(prose);
    const isWhole = async (variants: typeof all) => {
      const after = await read(variants.reduce((text, [form, own]) => inOwnWords(text, form, own), prose));
      expect(otherFigures(after, before, facts)).toEqual([]);
      const isLost = [...before.facts.keys()].some((path) => !after.facts.has(path));
      return !isLost && after.unread.every((text) => before.unread.includes(text));
    };
    for (let at = 0; at < all.length; at += together) {
      const some = all.slice(at, at + together);
      known.all += some.length;
      if (await isWhole(some)) known.understood += some.length;
      else for (const one of some) known.understood += (await isWhole([one])) ? 1 : 0;
    }
  },
);

test('nearly all of it is understood', () => {
  expect(known.all).toBe(241);
  expect(known.understood / known.all).toBeGreaterThanOrEqual(0.85);
});

test('another budget than the form’s is that one, and the rate of it none of the form’s', async () => {
  const { prose } = printed('攀枝花市经济和信息化局-2023');
  const own = inOwnWords(
    prose,
    '“三公”经费财政拨款支出决算为12.56万元，完成预算90%',
    '“三公”经费财政拨款支出全年预算数为13.00万元，支出决算为12.56万元，完成预算97%',
  );
  const { figures } = await read(own);
  expect(figures.get('三公经费.合计.全年预算')).toBe(13);
  expect(figures.get('三公经费.合计')).toBe(12.56);
  expect(figures.has('三公经费.合计.年初预算')).toBe(false);
  expect(figures.has('三公经费.合计.完成率')).toBe(false);
});

test('a rate of another budget is listed, and a clause that is written twice is nobody’s name', async () => {
  const { prose } = printed('攀枝花市经济和信息化局-2023');
  const form = '2.公务用车购置及运行维护费支出9.91万元，完成预算90%';
  const own = '2.公务用车购置及运行维护费支出9.91万元，完成调整预算90%';
  const rate = inOwnWords(prose, form, own);
  expect((await read(rate)).unread.join('\n')).toContain('完成调整预算90%');
  const twice = inOwnWords(
    prose,
    '2023年度，市经济和信息化局机关运行',
    '2023年度，2023年度，市经济和信息化局机关运行',
  );
  const { names } = await read(twice);
  expect(names).toEqual((await read(prose)).names);
});

const names = [
  '上海市普陀区财政局-2024/上海市普陀区财政局-2024',
  '攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023',
  '示例区文化馆-2024/示例区文化馆-2024',
  '示例县档案馆-2024/示例县档案馆-2024',
  '两级部门/某局',
];

test('a year and a comparator are nobody’s name and no number of visits', async () => {
  const { prose, facts } = printed('攀枝花市经济和信息化局-2023');
  const before = await read(prose);
  const own = inOwnWords(
    prose,
    '公务用车购置及运行维护费支出决算比2022年度增加8.29万元，增长512%。',
    '支出决算较2022年度的1.62万元增加8.29万元，增长5.12倍。',
  );
  const { figures } = await read(own);
  expect([...figures.keys()].filter((path) => !before.figures.has(path) && !facts.has(path))).toEqual([]);
  expect(figures.get('三公经费.公务用车购置及运行维护费.上年')).toBe(1.62);
});

test.each(names)('%s: lists in another order say nothing else', { timeout: 300_000 }, async (name) => {
  const { prose, facts } = printed(name);
  const before = await read(prose);
  for (const seed of [1, 2]) {
    const shuffled = prose
      .split('\n')
      .map((line) => withListsShuffled(line, seed))
      .join('\n');
    expect(shuffled).not.toBe(prose);
    expect(otherFigures(await read(shuffled), before, facts)).toEqual([]);
  }
});

function inOwnWords(text: string, form: string, own: string): string {
  expect(text.includes(form), form).toBe(true);
  return text.replace(form, own);
}

/** What an example prints, without its tables: nothing but the sentences can say its figures. */
function printed(name: string) {
  const path = name.includes('/') ? name : `${name}/${name}`;
  const [report] = loadExample(`${path}.fiscal`).reports;
  const { text } = renderMarkdown(compose(report!).document);
  const prose = text.replace(/<table>[^]*?<\/table>\n/g, '').replace(/^\|.*\n/gm, '');
  return { prose, facts: valuesOf(report!.base) };
}

async function read(text: string) {
  const done = await readDocuments([{ name: '报告.md', bytes: new TextEncoder().encode(text) }]);
  if ('failures' in done) throw new Error(JSON.stringify(done.failures));
  const figures = new Map(
    done.reading.figures.flatMap(({ path, said }) =>
      'digits' in said ? [[path.join('.'), Number(said.digits)] as const] : [],
    ),
  );
  const unread = done.reading.unread.map((one) => `${one.reason} ${one.text}`);
  const names = done.reading.otherNames.map((one) => one.written);
  return { figures, unread, names, facts: valuesOf(loadText(done.source).reports[0]!.base) };
}

type Read = Awaited<ReturnType<typeof read>>;

function valuesOf(base: Parameters<typeof listFacts>[0]): Map<string, number> {
  return new Map(
    listFacts(base).flatMap(({ path, value }) =>
      value === undefined ? [] : [[path, Number(value)] as const],
    ),
  );
}

/** Figures that came to another fact than their own; a rate may be printed with fewer digits. */
function otherFigures(after: Read, before: Read, facts: ReadonlyMap<string, number>): string[] {
  return [...after.figures].flatMap(([path, value]) => {
    const wanted = before.figures.get(path) ?? facts.get(path);
    const isSame =
      wanted !== undefined && Math.abs(wanted - value) < 0.5 && (wanted === value || isRate(path));
    return wanted === undefined || isSame ? [] : [`${path} ${value}, not ${wanted}`];
  });
}

function isRate(path: string): boolean {
  return /\.(?:占比|增长率|完成率)$/.test(path);
}

/** Lists of figures between ； or 、, each in an order of chance. */
function withListsShuffled(line: string, seed: number): string {
  return line.replace(
    /(?<=[：，。])([^：，。；、]*\d[^：。；]*(?:；[^：。；]*\d[^：。；]*)+|[^：，。；、]*\d[^：，。；、]*(?:、[^：，。；、]*\d[^：，。；、]*)+)(?=。)/g,
    (list) => {
      const mark = list.includes('；') ? '；' : '、';
      return shuffled(list.split(mark), seed + list.length).join(mark);
    },
  );
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const rest = [...items];
  const taken: T[] = [];
  while (rest.length > 0) {
    state = (state * 48271) % 2147483647;
    taken.push(...rest.splice(state % rest.length, 1));
  }
  return taken;
}
