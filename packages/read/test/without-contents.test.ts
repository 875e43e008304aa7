import { expect, test } from 'vitest';
import { withoutContents } from '../src/published/without-contents.js';

const line = (text: string) => ({ kind: 'line' as const, text, place: {} });

function left(text: string): string[] {
  const blocks = text.trim().split('\n').map(line);
  return withoutContents({ blocks }).blocks.map((block) => (block.kind === 'line' ? block.text : ''));
}

const body = [
  '第一部分 部门概况',
  '一、部门职责',
  '做事。',
  '二、机构设置',
  '附表1 收入支出决算总表',
  '甲项目绩效评价报告（设备',
  '更新项目）绩效自评',
];

test('titles with their pages below 目录 are left out, over several lines and the end of a page', () => {
  const contents = `
目　录
公开时间：2025年9月10日
第一部分 部门概况 1
一、部门职责 1
二、机构设置2
一、收入支出决算总表 12
`;
  expect(left(contents.trim() + '\n' + body.join('\n'))).toEqual(['公开时间：2025年9月10日', ...body]);
});

test('a title in two lines is an entry where both together stand below', () => {
  const whole = [...body.slice(0, 5), '甲项目绩效评价报告（设备更新项目）'];
  const contents = [
    '目录',
    ...whole.slice(0, 2).map((title) => `${title} 1`),
    '二、机构设置 2',
    '甲项目绩效评价报告（设备',
    '更新项目） 13',
  ];
  expect(left([...contents, ...whole].join('\n'))).toEqual(whole);
});

test.each([
  ['no list of contents', ['第一部分 部门概况 1', '一、部门职责 1', '二、机构设置 2', ...body]],
  ['what stands nowhere else', ['目录', '编制 12', '实有 10', '车辆 3', ...body]],
  ['pages that go back', ['目录', '二、机构设置 3', '一、部门职责 2', '第一部分 部门概况 1', ...body]],
])('stays as it is: %s', (_, lines) => {
  expect(left(lines.join('\n'))).toEqual(lines);
});

test('附表 with its page is an entry, although it looks like the number of a table', () => {
  const contents = ['目录', '第一部分 部门概况 1', '一、部门职责 1', '附表 10'];
  const text = [...contents, ...body.slice(0, 3), '附表', '附表10 收入支出决算总表'].join('\n');
  expect(left(text)).toEqual([...body.slice(0, 3), '附表', '附表10 收入支出决算总表']);
});
