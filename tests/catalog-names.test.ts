import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogKindOf, type Finding } from '@fiscal/core';
import { expect, test } from 'vitest';
import { check, type Files, saying } from './check.js';

interface Row {
  code: string;
  name: string;
  verified: string;
  alternatives?: string[];
}

interface Change {
  code: string;
  old?: string;
  new?: string;
  year: number;
  earliest?: number;
  latest?: number;
}

/** Lines can bear the codes of these two classifications. */
const tables = { functional: rowsOf<Row>('functional'), economic: rowsOf<Row>('economic') };
const history = rowsOf<Change>('history').filter(({ code }) => isCodeOfLine(code));
const renames = history.filter((change): change is Change & { old: string; new: string } =>
  Boolean(change.old && change.new),
);
const unsettled = Object.values(tables)
  .flat()
  .filter(({ alternatives }) => alternatives !== undefined);

test('there are rows of each kind', () => {
  expect(renames.length).toBeGreaterThan(20);
  expect(unsettled.map(({ code }) => code)).toEqual(['2100409', '2100410']);
});

test.each(renames)('$code $old: right before $year, afterwards told', ({ code, old, year, ...change }) => {
  const brought = history.find((other) => other.code === code && other.new === old)?.year ?? 0;
  const before = Math.max(brought, (change.earliest ?? year) - 1);
  const after = change.latest ?? year;
  expect(told(before, [[code, old]])).toEqual([]);
  const [message, ...others] = told(after, [[code, old]]);
  expect(message).toMatch(
    new RegExp(`^C005 科目 ${code} 的名称应为「.+」(（\\d+ 年更名）)?，写的是「${old}」`),
  );
  expect(others).toEqual([]);
});

test.each(renames)('$code $new: right from $year on', ({ code, new: name, year, latest = year }) => {
  const givenUp = history.some((other) => other.code === code && other.old === name);
  for (const each of givenUp ? [year] : [year, latest, 2024]) expect(told(each, [[code, name]])).toEqual([]);
});

test('while the year of a change is in doubt, both names are right', () => {
  const inDoubt = renames.flatMap((change) => {
    const { year, earliest = year, latest = year } = change;
    return Array.from({ length: latest - earliest }, (_, index) => ({ ...change, during: earliest + index }));
  });
  expect(inDoubt.length).toBeGreaterThan(20);
  for (const { code, old, new: name, during } of inDoubt) {
    expect(told(during, [[code, old]])).toEqual([]);
    expect(told(during, [[code, name]])).toEqual([]);
  }
});

test('codes that were given up are known in their years', () => {
  const givenUp = history.filter((change) => change.old && !change.new);
  expect(givenUp.map(({ code }) => code)).toEqual(expect.arrayContaining(['2081503', '2140401', '2200111']));
  for (const { code, old, year, earliest = year } of givenUp)
    expect(told(Math.min(earliest, year) - 1, [[code, old!]])).toEqual([]);
});

test('a change of certain year says the year, one in doubt does not', () => {
  expect(told(2024, [['2070199', '其他文化支出']])).toEqual([
    'C005 科目 2070199 的名称应为「其他文化和旅游支出」（2019 年更名），写的是「其他文化支出」。',
  ]);
  expect(told(2024, [['2130199', '其他农业支出']])).toEqual([
    'C005 科目 2130199 的名称应为「其他农业农村支出」，写的是「其他农业支出」。',
  ]);
});

test('科目年度 is the year that counts', () => {
  expect(told(2024, [['2130126', '农村公益事业']], '科目年度 2019')).toEqual([]);
  expect(told(2019, [['2130126', '农村公益事业']], '科目年度 2024')).toHaveLength(1);
});

test('where it is not settled which name is official, nobody is corrected', () => {
  for (const { code, name, alternatives = [] } of unsettled)
    for (const written of [name, ...alternatives])
      for (const year of [2018, 2020, 2023, 2024, 2025]) expect(told(year, [[code, written]])).toEqual([]);
});

test('in running text neither', () => {
  const told2020 = (item: string) =>
    toldOf(`  支出说明 "卫生健康支出（类）公共卫生（款）${item}（项）用于防疫。"\n`, 2020);
  expect(told2020('重大公共卫生专项')).toEqual([]);
  expect(told2020('重大公共卫生服务')).toEqual([]);
  expect(
    toldOf('  支出说明 "农林水支出（类）农业农村（款）其它农业农村支出（项）用于补助。"\n', 2024),
  ).toEqual([]);
});

test('其它 is 其他, in every name', () => {
  for (const table of Object.values(tables)) {
    const others = table.filter(({ name }) => name.includes('其他'));
    expect(others.length).toBeGreaterThan(5);
    expect(
      told(
        2024,
        others.map(({ code, name }) => [code, name.replaceAll('其他', '其它')]),
      ),
    ).toEqual([]);
  }
  expect(told(2024, [['2130199', '其它农业支出']])).toEqual([
    'C005 科目 2130199 的名称应为「其他农业农村支出」，写的是「其它农业支出」。',
  ]);
});

test('其它 is 其他 in a list of the department’s own', () => {
  const others = { '科目.csv': '编码,名称\n2130199,其它农业农村支出\n' };
  expect(told(2024, [['2130199', '其他农业农村支出']], '科目表 "科目.csv"', others)).toEqual([]);
});

test('every code of the catalogue resolves with its name', () => {
  for (const table of Object.values(tables))
    expect(
      told(
        2024,
        table.map(({ code, name }) => [code, name]),
      ),
    ).toEqual([]);
});

test('a name that was read together with its code in public is one to warn by', () => {
  const severity = (code: string, name: string) =>
    classificationFindings(lines([[code, name]]), 2024).map(
      (finding) => `${finding.rule} ${finding.severity}`,
    );
  expect(severity('2130505', '生产发展支出')).toEqual(['C002 warning']);
  expect(severity('2050204', '高中')).toEqual(['C002 warning']);
  expect(severity('2130205', '森林资源的培育')).toEqual(['C002 information']);
});

/** What the C rules say of a report of that year with those codes and names. */
function told(year: number, named: [code: string, name: string][], setting = '', others?: Files): string[] {
  return toldOf(`  ${setting}\n${lines(named)}`, year, others);
}

function toldOf(body: string, year: number, others?: Files): string[] {
  return classificationFindings(body, year, others).map(saying);
}

/** Mistakes of writing, too: they would say that the line was not read as it is meant here. */
function classificationFindings(body: string, year: number, others?: Files): Finding[] {
  return check(`部门决算 某局 ${year} {\n${body}}\n`, others).filter(({ rule }) => /^[CSZ]/.test(rule));
}

function lines(named: [code: string, name: string][]): string {
  const inOrder = named.map(([code, name]) => `    ${code} "${name}"\n`).join('');
  const block = named[0]![0].startsWith('3') ? '基本支出' : '支出 一般公共预算';
  return `  ${block} {\n${inOrder}  }\n`;
}

function isCodeOfLine(code: string): boolean {
  return ['functional', 'economic'].includes(catalogKindOf(code));
}

function rowsOf<T>(table: string): T[] {
  const path = join(import.meta.dirname, `../packages/library/catalog/${table}.jsonl`);
  const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return rows.map((row): T => JSON.parse(row));
}
