import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const folder = 'file:///reports/';
/** The file whose text is tried. */
export const main = `${folder}report.fiscal`;

/** What a tried text can refer to: good files, bad ones, and one that leads back to it. */
export function servedFiles(root: string): Map<string, string> {
  const year = readFileSync(join(root, 'examples/两级部门/某局-2023.fiscal'), 'utf8');
  const files = {
    '某局-2023.fiscal': year,
    '去年.fiscal': year.replace(/上年/g, '预算'),
    '单位.fiscal': '单位决算 乙 2023 {\n  收入 { 事业收入 1.00 总计 3.00 }\n  人员 { 在职 3 }\n}\n',
    '坏.fiscal': '部门决算 丙 {\r\n  收入 { 总计 "三\r\n  职责 """\r\n  未完\r\n',
    '空.fiscal': '',
    '环.fiscal': '部门决算 丁 2022 { 引用 上年 "report.fiscal" }',
    '科目.csv': '科目编码,科目名称\n2019901,其他一般公共服务支出\n2019999,甲\n',
    '坏.csv': '科目编码;"未完\r2019901;\u0007\n\n,,,\n',
  };
  return new Map(Object.entries(files).map(([name, text]) => [new URL(name, folder).href, text]));
}
