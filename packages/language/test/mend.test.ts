import { examineReports } from '@fiscal/core';
import { mend } from '@fiscal/language';
import { expect, test } from 'vitest';
import { loadText } from './read.js';

/** A text with all that needs no asking mended in it. */
function mended(text: string): { text: string; mended: number } {
  return mend(text, examineReports(loadText(text)).findings);
}

const faulty = `部门决算 某局 2023 {\r
  支出 一般公共预算 {\r
    215 资源勘探信息等支出 100.00\r
    忽略 I0602 "不再需要"\r
  }\r
  经费说明 "截止2023年末,共培训１，２００期,市帐户2个。"\r
}\r
`;

test('mends names, words, marks and digits; keeps line ends, figures and what is accepted', () => {
  const once = mended(faulty);
  expect(once.text).toBe(`部门决算 某局 2023 {\r
  支出 一般公共预算 {\r
    215 资源勘探工业信息等支出 100.00\r
    忽略 I0602 "不再需要"\r
  }\r
  经费说明 "截至2023年末，共培训1,200期，市账户2个。"\r
}\r
`);
  expect(once.mended).toBe(5);
});

test('what was mended needs no more mending', () => {
  const once = mended(faulty).text;
  expect(mended(once)).toEqual({ text: once, mended: 0 });
});

test('a text without faults stays as it is, to the byte', () => {
  const text = '\u3000部门决算 某局 2023 { 收入 { 总计 10.00 } }';
  expect(mended(text)).toEqual({ text, mended: 0 });
});
