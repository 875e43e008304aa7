import { expect, test } from 'vitest';
import { paste } from '../src/requests/paste.js';
import { atMarker, main, report, uriOf } from './workbench.js';

const rows = `科目编码\t科目名称\t合计\t基本支出\t项目支出\t备注
201\t一般公共服务支出\t1,126.40\t86.40\t1,040.00\t
2012601\t行政运行\t86.40\t86.40\t0.00\t
2012604\t档案馆\t1,040.00\t\t1,040.00\t含上年
`;

/** The text with what is pasted at the marker, as the first choice. */
async function pasted(marked: string, text = rows): Promise<string> {
  const { workbench, document, position } = await atMarker(marked);
  const examination = await workbench.examination(main);
  const { choices } = paste(examination, document, { uri: uriOf(main), ...position, text });
  const source = document.textDocument.getText();
  const at = document.textDocument.offsetAt(position);
  return choices.length === 0 ? 'no table' : source.slice(0, at) + choices[0]!.text + source.slice(at);
}

const expected = report(`支出 一般公共预算 {
    2012601 行政运行                      基本      86.40
    2012604 档案馆                        项目    1040.00
    // 没有粘贴进来：2012604 档案馆 备注 含上年
}`);

test.each([
  ['on an empty line', '支出 一般公共预算 {\n<|>\n}'],
  ['on a line that is indented already', '支出 一般公共预算 {\n    <|>\n}'],
  ['behind the brace', '支出 一般公共预算 {<|>\n}'],
])('%s rows become lines of the block, laid out', async (_, block) =>
  expect(await pasted(report(block))).toBe(expected),
);

test('before a line that is there', async () =>
  expect(
    await pasted(
      report('支出 一般公共预算 {\n<|>2012699 其他档案事务支出 项目 1.00\n}'),
      rows.split('\n')[2]! + '\t',
    ),
  ).toBe(
    report(
      '支出 一般公共预算 {\n    2012601 行政运行                      基本      86.40\n    2012699 其他档案事务支出 项目 1.00\n}',
    ),
  ));

test('items of an empty block', async () =>
  expect(await pasted(report('三公经费 {\n<|>\n}'), '项目\t预算数\t决算数\n公务接待费\t0.50\t0.30\n')).toBe(
    report('三公经费 {\n    公务接待费                      0.30  预算       0.50\n}'),
  ));

test.each(['<|>', '职责 "<|>"', '收入 {\n<|>\n}', '项目 甲 {\n<|>\n}'])(
  '%j takes no such rows',
  async (block) => expect(await pasted(report(block))).toBe('no table'),
);

test('of several readings the columns are named', async () => {
  const { workbench, document, position } = await atMarker(report('支出 一般公共预算 {\n<|>\n}'));
  const text = '2012601\t行政运行\t86.40\t80.00';
  const { choices } = paste(await workbench.examination(main), document, {
    uri: uriOf(main),
    ...position,
    text,
  });
  expect(choices.map(({ columns }) => columns)).toEqual(['基本、项目', '年初预算、决算', '上年、决算']);
});
