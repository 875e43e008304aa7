import { listFacts, type Report } from '@fiscal/core';
import { readDocuments } from '@fiscal/read';
import { compose, renderMarkdown } from '@fiscal/report';
import { expect, test } from 'vitest';
import { loadExample, loadText } from './check.js';

/** What lists of the forms have with a figure of nothing: 经营收入0万元，占0% · 轿车0辆 */
const nothing =
  /(?<=[：；，、])([\u4e00-\u9fff]{2,14}(?:收入|支出|费|车))0(?:\.00)?(?:万元|辆)(?:，占0(?:\.00)?%)?(?=[；。、])(?!、金额)/g;

const ways: ((name: string) => string)[] = [
  (name) => `无${name}`,
  (name) => `没有${name}`,
  (name) => `未发生${name}`,
  (name) => `${name}为0`,
];

const examples = ['攀枝花市经济和信息化局-2023', '示例区文化馆-2024'];

test.each(examples)('%s: 无 and 0 say that there is none', { timeout: 120_000 }, async (name) => {
  const { prose, report } = printed(name);
  const wanted = await read(prose);
  for (const first of [0, 1]) {
    let count = first;
    const changed = prose.replace(nothing, (_, item: string) => ways[count++ % ways.length]!(item));
    const said = await read(changed);
    expect(lost(said, wanted)).toEqual([]);
    expect(others(said, wanted, report)).toEqual([]);
  }
});

/** 上缴上级支出 …；经营支出 …；对附属单位补助支出 …: one word for all of them. */
const listed = /(?:(?<=[；：])[\u4e00-\u9fff]{3,16}0(?:\.00)?万元，占0(?:\.00)?%[；。]){2,}/g;

test.each(examples)('%s: what a list denies together', { timeout: 120_000 }, async (name) => {
  const { prose, report } = printed(name);
  const wanted = await read(prose);
  const together = (of: (names: string[]) => string) =>
    prose.replace(listed, (list) => {
      const names = [...list.matchAll(/([\u4e00-\u9fff]+?)0/g)].map(([, one]) => one!);
      return of(names) + list.at(-1)!;
    });
  for (const text of [
    together((names) => `无${names.slice(0, -1).join('、')}和${names.at(-1)}`),
    together((names) => `${names.join('、')}均为0万元`),
  ]) {
    const said = await read(text);
    expect(lost(said, wanted)).toEqual([]);
    expect(others(said, wanted, report)).toEqual([]);
  }
});

function printed(name: string): { prose: string; report: Report } {
  const [report] = loadExample(`${name}/${name}.fiscal`).reports;
  const { text } = renderMarkdown(compose(report!).document);
  const prose = text.replace(/<table>[^]*?<\/table>\n/g, '').replace(/^\|.*\n/gm, '');
  return { prose, report: report! };
}

type Said = ReadonlyMap<string, string>;

async function read(text: string): Promise<Said> {
  const done = await readDocuments([{ name: '报告.md', bytes: new TextEncoder().encode(text) }]);
  if ('failures' in done) throw new Error(JSON.stringify(done.failures));
  return valuesOf(loadText(done.source).reports[0]!);
}

function valuesOf({ base }: Report): Map<string, string> {
  return new Map(
    listFacts(base).flatMap(({ path, value }) =>
      value === undefined ? [] : [[path, String(Number(value))]],
    ),
  );
}

/** Whoever says that there is none says no share. */
function lost(said: Said, wanted: Said): string[] {
  return [...wanted.keys()].filter((path) => !said.has(path) && !path.endsWith('.占比'));
}

/** Figures that the report does not have. */
function others(said: Said, wanted: Said, report: Report): string[] {
  const own = valuesOf(report);
  return [...said].flatMap(([path, value]) => {
    const right = [wanted.get(path), own.get(path)];
    return right.includes(value) || right.every((one) => one === undefined) ? [] : [`${path} ${value}`];
  });
}
