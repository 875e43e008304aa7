import { blocks, type Report, schemaChild } from '@fiscal/core';
import { startReport } from '@fiscal/language';
import { pasteTable, type PasteTarget } from '@fiscal/read/paste';
import { describe, expect, test } from 'vitest';

const start = { line: 0, character: 0 };
const { base }: Report = startReport({
  uri: '',
  kind: '部门决算',
  name: '某局',
  year: 2024,
  moneyUnit: '万元',
  decimals: 2,
  percentDecimals: 2,
  origin: { uri: '', range: { start, end: start } },
});

const common = { catalog: base.catalog, year: 2024, hasTotal: false };
const expenditure: PasteTarget = {
  ...common,
  kind: 'expenditure',
  classification: 'functional',
  schema: undefined,
};
const bySubject: PasteTarget = { ...expenditure, kind: 'incomeBySubject' };
const economic: PasteTarget = { ...expenditure, kind: 'economic', classification: 'economic' };
const threePublic: PasteTarget = {
  ...common,
  kind: 'threePublic',
  classification: undefined,
  schema: schemaChild(base.schema, blocks.threePublic),
};
const income: PasteTarget = { ...threePublic, kind: 'item', schema: schemaChild(base.schema, blocks.income) };

/** Cells between bars, as a reader of the test sees them; a spreadsheet has tabs. */
const table = (rows: string) =>
  rows
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .join('\r\n');

function pasted(rows: string, target: PasteTarget): string[] {
  const [first] = pasteTable(table(rows), target);
  return [...(first?.lines ?? []), ...(first?.unread ?? []).map((text) => `// ${text}`)];
}

describe('columns by their titles', () => {
  test('the parts of a line say what it is; what follows from other rows is not written', () =>
    expect(
      pasted(
        `
科目编码 | 科目名称         | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出
类款项   |                  | 1            | 2        | 3        | 4
合计     |                  | 1,126.40     | 1,086.40 | 40.00    | 0.00
201      | 一般公共服务支出 | 1,126.40     | 1,086.40 | 40.00    | 0.00
20126    | 档案事务         | 1,126.40     | 1,086.40 | 40.00    | 0.00
2012601  | 　行政运行       | 1,086.40     | 1,086.40 | 0.00     | 0.00
2012604  | 　档案馆         | 40.00        |          | 40.00    | 0.00
`,
        expenditure,
      ),
    ).toEqual([
      '合计 基本 1086.40 项目 40.00',
      '2012601 行政运行 基本 1086.40',
      '2012604 档案馆 项目 40.00',
    ]));

  test('what does not follow stays, to be checked', () =>
    expect(
      pasted(
        `
科目编码 | 科目名称 | 合计   | 基本支出 | 项目支出
20126    | 档案事务 | 126.41 | 86.40    | 40.01
2012601  | 行政运行 | 86.40  | 86.40    |
2012604  | 档案馆   | 41.00  |          | 40.00
`,
        expenditure,
      ),
    ).toEqual([
      '20126 档案事务 基本 86.40 项目 40.01',
      '2012601 行政运行 基本 86.40',
      '2012604 档案馆 41.00 项目 40.00',
    ]));

  test('a code cut into columns, years, and columns that are nobody’s', () =>
    expect(
      pasted(
        `
支出功能分类 |    |    |          | 2023年决算数 | 2024年   |        | 备注
类           | 款 | 项 | 科目名称 |              | 年初预算 | 决算数 |
201          | 26 | 01 | 行政运行 | 80.00        | 86.40    | 86.40  | 含补发
`,
        expenditure,
      ),
    ).toEqual(['2012601 行政运行 86.40 上年 80.00 预算 86.40', '// 2012601 行政运行 备注 含补发']));

  test('two columns that say the same are not guessed at', () =>
    expect(
      pasted(
        `
科目编码 | 科目名称 | 一般公共预算 |          | 政府性基金 |
         |          | 基本支出     | 项目支出 | 基本支出   | 项目支出
2012601  | 行政运行 | 1.00         | 2.00     | 3.00       | 4.00
`,
        expenditure,
      ),
    ).toEqual([]));

  test('sources of income', () =>
    expect(
      pasted(
        `
科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 附属单位上缴收入 | 其他收入
2012601  | 行政运行 | 90.00        | 86.40        | 0.00         | 0.00     | 0.60             | 3.00
`,
        bySubject,
      ),
    ).toEqual(['2012601 行政运行 财政拨款 86.40 附属上缴 0.60 其他 3.00']));

  test('tables side by side', () =>
    expect(
      pasted(
        `
人员经费 |          |       | 公用经费 |        |
科目编码 | 科目名称 | 金额  | 科目编码 | 科目名称 | 金额
301      | 工资福利支出 | 22.30 | 302   | 商品和服务支出 | 5.00
30101    | 基本工资 | 10.00 | 30201    | 办公费 | 5.00
30102    | 津贴补贴 | 12.30 |          |        |
`,
        economic,
      ),
    ).toEqual(['30101 基本工资 10.00', '30201 办公费 5.00', '30102 津贴补贴 12.30']));

  test('items by their names; those of other blocks are told', () => {
    expect(
      pasted(
        `
项目                     | 预算数 | 决算数
1.因公出国（境）费用     | 0      | 0
2.公务接待费             | 0.50   | 0.30
其中：外宾接待           | 0.20   | 0.10
会议费                   | 1.00   | 2.00
`,
        threePublic,
      ),
    ).toEqual([
      '因公出国（境）费 0 预算 0',
      '公务接待费 0.30 预算 0.50',
      '// 其中：外宾接待 0.20 0.10',
      '// 会议费 1.00 2.00',
    ]);
    expect(
      pasted(
        `
收入                           |      |        | 支出               |      |
项目                           | 行次 | 决算数 | 项目               | 行次 | 决算数
一、一般公共预算财政拨款收入   | 1    | 126.40 | 一、一般公共服务支出 | 30 | 126.40
年初财政拨款结转               | 2    | 3.00   |                    | 31   |
一、一般公共预算财政拨款       | 3    | 3.00   |                    | 32   |
`,
        income,
      ),
    ).toEqual([
      '一般公共预算财政拨款收入 126.40',
      '// 一、一般公共服务支出 126.40',
      '// 年初财政拨款结转 3.00',
      '// 一、一般公共预算财政拨款 3 3.00 32',
    ]);
  });
});

describe('rows alone', () => {
  const rows = `
2012601 | 行政运行 | 86.40 | 86.40 | 0
2012604 | 档案馆   | 40.00 | 0     | 40.00
`;
  test('are proven by their sums', () => {
    expect(pasted(rows, expenditure)).toEqual(['2012601 行政运行 基本 86.40', '2012604 档案馆 项目 40.00']);
    expect(pasteTable(table(rows), expenditure)).toHaveLength(1);
  });

  test('or leave a choice', () => {
    const choices = pasteTable(table('2012601 | 行政运行 | 86.40 | 80.00'), expenditure);
    expect(choices.map(({ lines: [line] }) => line)).toEqual([
      '2012601 行政运行 基本 86.40 项目 80.00',
      '2012601 行政运行 80.00 预算 86.40',
      '2012601 行政运行 80.00 上年 86.40',
    ]);
  });

  test('as they come out of a PDF', () =>
    expect(
      pasteTable('2012601 行政运行 1,086.40 1,086.40 0.00\n2012604 档案馆 40.00 0.00 40.00', expenditure)[0]!
        .lines,
    ).toEqual(['2012601 行政运行 基本 1086.40', '2012604 档案馆 项目 40.00']));
});

test('a total that the block has already is told', () =>
  expect(
    pasted('科目编码 | 科目名称 | 金额\n2012601 | 行政运行 | 1.00\n合计 | | 1.00', {
      ...expenditure,
      hasTotal: true,
    }),
  ).toEqual(['2012601 行政运行 1.00', '// 合计 1.00']));

test.each([
  '2012601 行政运行  基本 86.40  预算 86.40\n2012604 档案馆  项目 40.00',
  '2012604 档案馆 40.00',
  '办公费、差旅费等。',
  '甲\t乙\n丙\t丁',
  '301\t工资福利支出\t1.00\t2.00',
  'a'.repeat(600_000),
])('is no table of the block: %.40s', (text) => expect(pasteTable(text, expenditure)).toEqual([]));
