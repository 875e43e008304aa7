import type { Finding } from '@fiscal/core';
import { templateFindings } from '@fiscal/report';
import { expect, test } from 'vitest';
import { findingsOf, loadText, saying } from './check.js';

const ruleOrder =
  '一条规则依次写：规则 编号 "名称" 级别 依据 当 每 … 于 … 说 "…"，最后是大括号里的关系；名称要有，加引号，别的可以没有。';

/** What an author of a template may slip in, told at its place, with what was meant. */
test.each([
  [
    '设置 { 部分编号 "第{汉字}部分" }',
    '2:8 Z025 「部分编号」不能设为「第{汉字}部分」。是不是「第{中文}部分」「第{数字}部分」？',
  ],
  [
    '设置 { 文档名 "{单位}决算" }',
    '2:8 Z025 「文档名」不能设为「{单位}决算」。是不是「{名称}决算」「{年度}决算」「{种类}决算」？',
  ],
  ['列表 "{汉字}、" { 段 "甲" }', '2:3 Z025 「列表」不能设为「{汉字}、」。是不是「{中文}、」「{数字}、」？'],
  [
    '段 "收入[收入.总计]元"',
    '2:8 Z004 这里的 [收入.总计] 会原样印出来：要印数的地方，算式写在【】里。是不是「【收入.总计】」？',
  ],
  [
    '短语 甲 项 { "【项】" } 短语 甲 项 { "【项】" } 段 "【收入 | 甲】"',
    '2:23 Z042 短语「甲」在这个模板里写了两次，只有后一个有效：请去掉一个，或者换一个名称。',
  ],
  ['短语 甲 项 { "【项】" }', '2:3 Z043 短语「甲」没有用到：要用，写成【… | 甲】。'],
  ['章 "概况" { 段 "甲" }', '2:3 Z001 「章」不能写在这里。是不是「部分」？'],
  ['短语 甲 项 { "【项】" } 段 "【收入.总计 | 甲 3】"', '2:34 Z021 「甲」后面不带参数。'],
  ['若有 "完" 段 "甲"', '2:3 Z001 「若有」不能写在这里。'],
  ['如果 收入.总计 { 段 "甲" }', '2:3 Z001 「如果」不能写在这里。是不是「若」？'],
])('%s', (node, told) => {
  expect(foundIn(node)).toContain(told);
});

test.each([
  '段 "[注]、[通知](https://example.com)、[1]、{甲.乙}"',
  '设置 { 部分编号 "{数字}" 文档名 "{名称}{年度}" }',
])('%s is nothing to tell', (node) => {
  expect(foundIn(node)).toEqual([]);
});

/** 改自 四川: what is changed, and cannot be. */
test.each([
  [
    '节 "机构设置" { 段 "甲" } 节 "机构设置" { 段 "乙" }',
    '2:22 Z042 底本的「机构设置」代替了两次，只有后一个印出来：请合成一个。',
  ],
  [
    '部分 "附件" 改名 "评价"',
    '2:11 Z001 改底本的一处，从标题写起，前面不写部分、节、表：写成 "标题" 改名 …。',
  ],
  ['"附件" 改为 "评价"', '2:8 Z001 看不懂「改为」。是不是「换成」？'],
  ['"附件" 移动到 "附表" 之前', '2:8 Z001 看不懂「移动到」。是不是「移到」？'],
  ['"附件" 移到 "附表" 后面', '2:16 Z001 看不懂「后面」。是不是「之后」？'],
  ['"附件" 中 { 不列 "甲" }', '2:8 Z001 看不懂「中」。是不是「里」？'],
  ['"附件" 移到 "附表"', '2:11 Z001 移到 "标题" 后面还要写 之前 或者 之后。'],
  ['附件 改名 "评价"', '2:3 Z001 「附件」是标题，要加引号：写成 "附件"。'],
  [
    '收入支出决算总表 里 { 注 "无。" }',
    '2:3 Z001 「收入支出决算总表」是标题，要加引号：写成 "收入支出决算总表"。',
  ],
  ['不列 附件', '2:6 Z027 「附件」是标题，要加引号：写成 "附件"。'],
  ['删除 "附件"', '2:3 Z001 「删除」不能写在这里。是不是「不列」？'],
  ['"附件" 不列', '2:8 Z001 「不列」写在标题的前面：写成 不列 "标题"。'],
  ['规则 P012 不列', '2:3 Z001 「不列」写在规则的前面：写成 不列 规则 编号。'],
  [
    '"收入支出决算总表" 里 { 行 "其中：利息" 1 "总计" 之前 { 行 "甲" } }',
    '2:35 Z001 「之前」前面的文字接到了再前面的 行（照）上：把这一处改动写到它的前面。',
  ],
  [
    '规则 甲01 "少" { 若 收入 { 收入.总计 < 3 } }',
    '2:16 Z001 规则的大括号里不写 若：条件写在大括号的前面，写成 当 条件。',
  ],
  ['规则 甲01 "少" 说 "多" 当 收入 { 收入.总计 < 3 }', `2:20 Z001 ${ruleOrder}`],
  ['规则 甲01 级别 警告 "少" 说 "多" { 收入.总计 < 3 }', `2:20 Z001 ${ruleOrder}`],
  ['规则 "少" { 收入.总计 < 3 }', '2:6 Z001 规则要有编号，写在名称的前面：规则 甲01 "…"。'],
  ['规则 甲01 少 { 收入.总计 < 3 }', `2:3 Z001 ${ruleOrder}`],
  ['"机构设直" 改名 "机构"', '2:3 Z027 底本里没有「机构设直」。是不是「机构设置」？'],
  [
    '节 "机构设置" { }',
    '2:3 Z040 代替底本「机构设置」的内容是空的，只印出一个标题；不要它，写 不列 "机构设置"。',
  ],
  ['不列 "机购设置"', '2:6 Z027 底本里没有「机购设置」。是不是「机构设置」？'],
])('改自 四川 %s', (node, told) => {
  expect(foundIn(node, '改自 四川')).toContain(told);
});

test.each([
  ['设置 { 百分比小树 1 }', '2:8 Z024 没有「百分比小树」这项设置。是不是「百分比小数」？'],
  ['设置 { 百分比小数 "一位" }', '2:8 Z025'],
  ['段 "【收入.总记】"', '2:10 Z011 不认识「总记」。是不是「总计」？'],
])('a template alone: %s', (node, told) => {
  const { findings } = loadText(`模板 本局 {\n  ${node}\n}`);
  expect(placed(findings).join('\n')).toContain(told);
});

test.each([
  '模板 本局 改自 四川 {\n  规则 "少" {\n    收入.总计 < 3\n  }\n  "附件" 改名 "附"\n}',
  '规则 "少" { 收入.总计 < 3 }\n规则 甲01 "多" { 收入.总计 > 3 }',
  '部门决算 甲局 2023 {\n  规则 "少" { 收入.总计 < 3 }\n  收入 { 总计 5 }\n}',
])('a rule without a number is told once, and what is around it is read: %s', (text) => {
  const { findings, reports } = loadText(text);
  expect(placed(findings)).toEqual([expect.stringMatching(/Z001 规则要有编号/)]);
  for (const { base } of reports) expect(base.root.children.get('收入')?.children.has('总计')).toBe(true);
});

/** Beside the templates of a file. */
test.each([
  [
    '表样 甲 { 列 "数" = 收入.总记 行 }',
    '1:4 Z043 表样「甲」没有用到：要用，在表里写 照 甲。',
    '1:19 Z011 不认识「总记」。是不是「总计」？',
  ],
  [
    '表样 甲 块 名 { 列 "【名】" = 目.决蒜  行每 目 于 块.科目树 }',
    '1:4 Z043 表样「甲」没有用到：要用，在表里写 照 甲。',
    '1:24 Z011 不认识「决蒜」。是不是「决算」？',
  ],
  [
    '短语 甲 项 { "【项】【收入.总记】" }',
    '1:1 Z043 短语「甲」没有用到：要用，写成【… | 甲】。',
    '1:18 Z011 不认识「总记」。是不是「总计」？',
  ],
])('%s alone is told, and looked through', (text, ...told) => {
  expect(placed(loadText(text).findings)).toEqual(told);
});

test.each([
  ['短语 甲 项 { "【项.明称】" }  段 "【收入.总计 | 甲】"', '2:16 Z011 不认识「明称」'],
  ['短语 甲 项 数 { "【数.决蒜】" }  段 "【收入.总计 | 甲 收入.总计】"', '2:18 Z011 不认识「决蒜」'],
  ['短语 乙 项 { "【项.明称】" }  短语 甲 项 { "【项 | 乙】" }  段 "【收入.总计 | 甲】"', '2:16 Z011 不认识'],
  ['短语 甲 项 = 项.明称  段 { 若 收入.事业收入 { "【收入.总计 | 甲】" } }', '2:14 Z011 不认识「明称」'],
])('what a phrase asks of what it is given, without a report: %s', (node, told) => {
  const said = placed(loadText(`模板 本局 {\n  ${node}\n}`).findings).filter((one) => /Z011/.test(one));
  expect(said).toEqual([expect.stringContaining(told)]);
});

test('what only the author names is not judged where a phrase is given it', () => {
  const text = '模板 本局 {\n  短语 甲 项 { "【项.进度说明】" }  段 { 每 案 于 项目 { "【案 | 甲】" } }\n}';
  expect(placed(loadText(text).findings).filter((one) => /Z011/.test(one))).toEqual([]);
});

/** Beside the templates of a file. */
test.each([
  ['短语 甲 项 { "【项】" }', '1:1 Z043 短语「甲」没有用到：要用，写成【… | 甲】。'],
  [
    '表样 甲 { 列 "数" = 收入.总计 行 } 表样 甲 { 列 "数" = 收入.总计 行 }',
    '1:4 Z042 表样「甲」在这个模板里写了两次，只有后一个有效：请去掉一个，或者换一个名称。',
  ],
  [
    '表样 甲 { 照 甲 }\n模板 本局 { 表 "乙" { 照 甲 } }',
    '1:10 Z044 表样「甲」照到了它自己：去掉其中一处「照 甲」。',
  ],
  [
    '规则 本局01 "丙" 每 位 于 单位 每 案 于 项目 { 案.执行 ≥ 0 }',
    '1:22 Z044 前面的「每 … 于」已经逐个看报告里的清单，这里不能再看一个：写成两条规则，或者把前面的清单写成 (甲 乙 …)。',
  ],
])('%s', (text, told) => {
  expect(placed(loadText(text).findings)).toContain(told);
});

function foundIn(node: string, base = ''): string[] {
  const workspace = loadText(
    `模板 本局 ${base} {\n  ${node}\n  段 "完"\n}\n部门决算 某局 2023 { 模板 本局 收入 { 总计 1 } }`,
  );
  const findings = findingsOf(workspace, templateFindings);
  return placed(findings.filter(({ rule }) => rule.startsWith('Z')));
}

function placed(findings: readonly Finding[]): string[] {
  return findings.map((finding) => {
    const { line, character } = finding.origin.range.start;
    return `${line + 1}:${character + 1} ${saying(finding)}`;
  });
}
