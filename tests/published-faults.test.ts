import { listFacts, messageOf } from '@fiscal/core';
import { compose, publications, renderMarkdown } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { checkDocument } from './check-document.js';
import { exampleFiles, isWrong, loadExample } from './check.js';

/** Published documents are checked as they are: beside what their figures come to, where they do not say what those give. */

const ofPublished = /^L01\d$/;

const reports = exampleFiles.flatMap((path) => {
  const [report] = loadExample(path).reports;
  return report?.template ? [{ path, report }] : [];
});

describe.each(['markdown', 'docx'])('a document as it was printed, %s', (format) => {
  test.each(reports)('$path is what its figures give', { timeout: 60_000 }, async ({ report }) => {
    const publication = publications.find(({ name }) => name === format)!;
    const { content } = await publication.make(compose(report).document, {
      facts: () => listFacts(report.base),
    });
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const found = await checkDocument(`报告.${publication.extension}`, bytes);
    expect(found.filter(({ rule }) => ofPublished.test(rule)).map(messageOf)).toEqual([]);
  });
});

const example = '上海市普陀区财政局-2024';
const printed = renderMarkdown(
  compose(loadExample(`${example}/${example}.fiscal`).reports[0]!).document,
).text;

/** What somebody may have left wrong, and what tells it. */
const faults: [what: string, from: string | RegExp, to: string, rule: string, says: string][] = [
  [
    'a direction that is not the figures’',
    '收入支出总计减少56.95万元，下降1.87%',
    '收入支出总计增加56.95万元，下降1.87%',
    'T007',
    '增加',
  ],
  [
    'less where the budget is less',
    '决算数小于预算数的主要原因：人员变动，少用人员经费',
    '决算数大于预算数的主要原因：人员变动，少用人员经费',
    'L011',
    '大于预算数',
  ],
  [
    'level beside a difference',
    '2024年度“三公”经费支出决算数小于预算数',
    '2024年度“三公”经费支出决算数大于预算数',
    'L011',
    '大于预算数',
  ],
  [
    'level beside a difference',
    '财政拨款收入支出总计减少63.14万元，下降2.09%',
    '财政拨款收入支出总计持平',
    'N0507|L011',
    '持平',
  ],
  [
    'a difference where there is none',
    '年初预算为10.00万元，支出决算为10.00万元。决算数与预算数基本持平。',
    '年初预算为10.00万元，支出决算为10.00万元。决算数小于预算数的主要原因：有结余。',
    'L011',
    '小于预算数',
  ],
  [
    'a growth that does not follow',
    '财政拨款收入支出总计减少63.14万元，下降2.09%',
    '财政拨款收入支出总计减少63.14万元，下降12.09%',
    'R005',
    '12.09',
  ],
  [
    'a share that does not follow',
    '一般公共服务支出（类）2106.66万元，占71.65%',
    '一般公共服务支出（类）2106.66万元，占71.73%',
    'R001',
    '71.73',
  ],
  [
    'a share of the whole',
    '财政拨款收入2940.05万元，占99.79%',
    '财政拨款收入2940.05万元，占97.99%',
    'T002',
    '97.99',
  ],
  [
    'a figure of the text',
    '年初预算为1560.05万元，支出决算为1511.89万元',
    '年初预算为1560.05万元，支出决算为1511.98万元',
    'N1201',
    '1511.98',
  ],
  [
    'a figure of the text that is some hundredth',
    '财政拨款收入支出总计2961.68万元',
    '财政拨款收入支出总计0.3万元',
    'I0403',
    '0.30',
  ],
  [
    'a list with a subject that has nothing',
    '退休费、奖励金；',
    '退休费、个人农业生产补贴；',
    'N0602',
    '个人农业生产补贴',
  ],
  [
    'a subject by another name',
    '社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）',
    '社会保障与就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）',
    'C013',
    '社会保障',
  ],
  [
    'a cell',
    '| 办公费                 |      21.21 |',
    '| 办公费                 |      12.21 |',
    'I0802',
    '302',
  ],
  [
    'a name of another',
    '上海市普陀区财政局2024年度收入支出总计',
    '上海市普陀区审计局2024年度收入支出总计',
    'D014',
    '审计局',
  ],
  [
    'a year of another',
    '上海市普陀区财政局2024年度收入支出总计',
    '上海市普陀区财政局2022年度收入支出总计',
    'D013',
    '2022',
  ],
  [
    'what the form leaves to fill in',
    '下降2.10%。主要原因：人员变动',
    '下降2.10%。主要原因：XX人员变动',
    'D010',
    'XX',
  ],
  [
    'the form’s own word for who fills it in',
    '上海市普陀区财政局2024年度财政拨款收入支出总计2961.68',
    '部门（单位）2024年度财政拨款收入支出总计2961.68',
    'D010',
    '部门（单位）',
  ],
  ['a heading left out', /### <a id="节-3-10"><\/a>十、预算绩效管理情况\n/, '', 'L013', '预算绩效管理情况'],
  [
    'headings in another order',
    /(### <a id="节-3-8">[\s\S]*?)(### <a id="节-3-9">[\s\S]*?)(?=### <a id="节-3-10">)/,
    '$2$1',
    'L013',
    '次序',
  ],
  [
    'a table without figures',
    /(<a id="表-2">[\s\S]*?<\/thead>)([\s\S]*?)(?=<\/table>)/,
    '',
    'L014',
    '收入决算表',
  ],
  [
    'a line left out of a table',
    /<tr>(?:(?!<\/tr>)[\s\S])*住房保障支出<\/td>(?:(?!<\/tr>)[\s\S])*<\/tr>\n\s*/,
    '',
    'L014',
    '收入支出决算总表」里没有这些行：「住房保障支出」',
  ],
  [
    'a line that only this table has',
    /(<a id="表-3">(?:(?!<\/table>)[\s\S])*?)<tr>\s*<td>2010607<\/td>(?:(?!<\/tr>)[\s\S])*<\/tr>\n\s*/,
    '$1',
    'L014',
    '支出决算表」里没有这些行：「2010607 信息化建设」',
  ],
  [
    'a title without its table',
    /(<a id="表-3">[\s\S]*?)<table>[\s\S]*?<\/table>/,
    '$1',
    'L014',
    '支出决算表」只有标题',
  ],
  ['a table left out', /<a id="表-7">[\s\S]*?(?=<a id="表-8">)/, '', 'L014', '财政拨款“三公”经费支出决算表'],
];

test.each(faults)('%s', { timeout: 60_000 }, async (_, from, to, rule, says) => {
  expect(printed).toMatch(from);
  const before = await checkDocument('报告.md', bytesOf(printed));
  const found = await checkDocument('报告.md', bytesOf(printed.replace(from, to)));
  const known = new Set(before.map(messageOf));
  const fresh = found.filter((finding) => isWrong(finding) && !known.has(messageOf(finding)));
  expect(fresh.map((finding) => `${finding.rule} ${messageOf(finding)}`)).toEqual([
    expect.stringMatching(new RegExp(`^(?:${rule}) .*${says}`)),
  ]);
});

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test('a name that no line has is told where it is listed', async () => {
  const text = printed.replace(
    '其他工资福利支出、退休费、奖励金；',
    '其他工资福利支出、退休费、个人农业生产补贴；',
  );
  expect(text).not.toBe(printed);
  const found = await checkDocument('报告.md', new TextEncoder().encode(text));
  const told = found.find(
    (finding) => finding.rule === 'N0602' && messageOf(finding).includes('个人农业生产补贴'),
  );
  const line = text.split('\n').findIndex((one) => one.includes('个人农业生产补贴；'));
  const { start, end } = told!.origin.range;
  expect(start.line).toBe(line);
  expect(text.split('\n')[line]!.slice(start.character, end.character)).toBe('个人农业生产补贴');
});
