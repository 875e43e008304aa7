import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFacts } from '@fiscal/core';
import { readDocuments } from '@fiscal/read';
import { compose, plainText, publications, type Table } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { tablesIn } from '../packages/report/src/document/tables-in.js';
import { loadText } from './check.js';

/** The table of that name, under these settings, as lines of cells. */
function tableOf(settings: string, name: string): { unit: string; header: string[]; rows: string[] } {
  const { reports } = loadText(`模板 本省 改自 四川 { 设置 { ${settings} } }
部门决算 "甲{名称}局" 2024 { 模板 本省
  收入 { 一般公共预算财政拨款收入 126.40 }
  支出 一般公共预算 { 2012601 行政运行 基本 126.40 }
}`);
  const { document } = compose(reports[0]!);
  const table = tablesIn(document.blocks).find((found) => found.name === name)!.table;
  return {
    unit: table.unit,
    header: table.header.map(lineOf),
    rows: table.rows.map(({ cells }) => lineOf(cells)),
  };
}

function lineOf(cells: Table['header'][number] | Table['rows'][number]['cells']): string {
  return cells.map(({ content }) => plainText(content)).join('|');
}

const [whole, income] = ['收入支出决算总表', '收入决算表'] as const;

describe('the marks of an official form', () => {
  test('are not there unless a template asks for them', () => {
    const { unit, header, rows } = tableOf('', whole);
    expect(unit).toBe('单位：万元');
    expect(header).toEqual(['收入|支出', '项目|决算数|项目|决算数']);
    expect(rows[0]).toMatch(/^一、一般公共预算财政拨款收入\|126\.40\|/);
  });

  test('附表标注 says who publishes it and for which year; a name with braces is taken as it is', () => {
    expect(tableOf('附表标注 "公开部门：{名称}　{年度}年度"', whole).unit).toBe(
      '公开部门：甲{名称}局　2024年度　单位：万元',
    );
  });

  test('栏次 numbers the columns of figures', () => {
    expect(tableOf('栏次 是', whole).header.at(-1)).toBe('栏次|1||2');
    expect(tableOf('栏次 是', income).header.at(-1)).toMatch(/^栏次\|\|1\|2\|3\|/);
  });

  test('行次 numbers the rows of the first panel, and goes on through the second', () => {
    const { header, rows } = tableOf('行次 是', whole);
    expect(header).toEqual(['收入|支出', '项目|行次|决算数|项目|行次|决算数']);
    const numbers = (column: number) => rows.map((row) => row.split('|')[column]);
    const counted = [...rows.keys()].map((index) => String(index + 1));
    expect(numbers(1)).toEqual(counted);
    expect(numbers(4)).toEqual(counted.map((number) => String(Number(number) + rows.length)));
    expect(rows[0]).toMatch(/^一、一般公共预算财政拨款收入\|1\|126\.40\|/);
  });

  test('行次 are for tables of several panels, and stand behind code and name', () => {
    expect(tableOf('行次 是', income).header.join()).not.toContain('行次');
    expect(tableOf('行次 是', '一般公共预算财政拨款基本支出决算明细表').header.at(-1)).toBe(
      '科目编码|科目名称|行次|决算数|科目编码|科目名称|行次|决算数',
    );
  });
});

/** Numbers of a form are none of the report's. */
test.each(['markdown', 'html', 'docx', 'xlsx'])(
  'what is numbered is read like what is not: %s',
  async (format) => {
    const [plainly, numbered] = await Promise.all(
      ['', '附表标注 "公开部门：{名称}" 栏次 是 行次 是'].map(figuresRead),
    );
    expect(numbered).toEqual(plainly);

    async function figuresRead(settings: string): Promise<string[]> {
      const text = textOfExample('示例县档案馆-2024/示例县档案馆-2024.fiscal').replace(
        /模板 +四川/,
        '模板 本省',
      );
      const { reports } = loadText(`模板 本省 改自 四川 { 设置 { ${settings} } }\n${text}`);
      const { document } = compose(reports[0]!);
      const publication = publications.find(({ name }) => name === format)!;
      const { content } = await publication.make(document, { facts: () => listFacts(reports[0]!.base) });
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const read = await readDocuments([{ name: `报告.${publication.extension}`, bytes }], {
        template: '四川',
      });
      if ('failures' in read) throw new Error(JSON.stringify(read.failures));
      const [said] = loadText(read.source).reports;
      return listFacts(said!.base).map((fact) => JSON.stringify([fact.path, fact.value]));
    }
  },
);

function textOfExample(path: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'examples', path), 'utf8');
}
