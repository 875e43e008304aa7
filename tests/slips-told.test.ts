import { listFacts } from '@fiscal/core';
import { formatText } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText, saying } from './check.js';

const report = `部门决算 示例局 2024 {
  收入 {
    事业收入 126.40
    总计 126.40
  }
  支出 一般公共预算 {
    2012601 行政运行  基本 86.40  预算 86.40
    2012604 档案馆  项目 40.00  预算 42.00
  }
  基本支出 {
    人员经费 70.20
    公用经费 16.20
  }
  三公经费 {
    公务接待费 0.30  预算 0.50 {
      国内 0.30  3 批次  18 人次
    }
  }
  机关运行经费 16.20  上年 15.00  原因 "宣传增加"
}
`;

/** What is typed in the place of what, on which line it is told, and in which words. */
const slips: [typed: string, right: string, told: string][] = [
  [
    '部门预算 示例局',
    '部门决算 示例局',
    '1 Z001 「部门预算」不能放在开头：报告以 部门决算 或者 单位决算 开头。是不是「部门决算」？',
  ],
  [
    '部门 决算 示例局',
    '部门决算 示例局',
    '1 Z001 「部门 决算」不能放在开头：报告以 部门决算 或者 单位决算 开头。是不是「部门决算」？',
  ],
  ['示例局 {', '示例局 2024 {', '1 Z001 「示例局」后面缺少年度，例如 2024。'],
  ['示例局 24 {', '示例局 2024 {', '1 Z025 「24」不是年度：年度写四位数字。是不是「2024」？'],
  ['示例局 二〇二四 {', '示例局 2024 {', '1 Z029 年度「二〇二四」请用阿拉伯数字写。是不是「2024」？'],
  [
    '示例 局 2024 {',
    '示例局 2024 {',
    '1 Z033 名称「示例 局」中间有空格：请删去空格；名称里确实有空格的，用引号括起来。是不是「示例局」？',
  ],
  [
    '  项目支出\n  三公经费 {',
    '  三公经费 {',
    '14 Z006 「项目支出」后面还没有写：各项写在大括号里（项目支出 { … }），没有发生的写 项目支出 未发生，还不写的删去这一行。',
  ],
  [
    '  项目 库房维护\n  机关运行经费 16.20',
    '  机关运行经费 16.20',
    '19 Z006 「项目 库房维护」后面还没有写：内容写在大括号里（项目 库房维护 { … }），还不写的删去这一行。',
  ],
  ['三公经费 { {', '三公经费 {', '14 Z006 “{”写了两个：请删去这一个。'],
  ['86、40', '86.40', '7 Z029 「86、40」不是一个数：小数点要写英文句点。是不是「86.40」？'],
  ['人员经费 7 0.20', '人员经费 70.20', '11 Z029 「7 0.20」不是一个数：一个数里不留空格。是不是「70.20」？'],
  ['公务接待费 .3', '公务接待费 0.30', '15 Z029 「.3」不是一个数：小数点前面的 0 要写出来。是不是「0.3」？'],
  [
    '事业收入 (126.40)',
    '事业收入 126.40',
    '3 Z029 「(126.40)」不是一个数：数不放在括号里；括号表示负数的，前面写减号。是不是「126.40」「-126.40」？',
  ],
  [
    '公务接待费 无',
    '公务接待费 0.30',
    '15 Z029 「无」不是数：没有发生的写 未发生 或者 0，还不知道的写 未填。是不是「未发生」？',
  ],
  [
    '公务接待费 —',
    '公务接待费 0.30',
    '15 Z029 「—」不是数：没有发生的写 未发生 或者 0，还不知道的写 未填。是不是「未发生」？',
  ],
  ['3 批次  18 人', '3 批次  18 人次', '16 Z018 单位「人」不能用在这里，应为「人次」。'],
  [
    '201 26 01 行政运行',
    '2012601 行政运行',
    '7 Z029 科目编码「201 26 01」中间不留空格，不加标点。是不是「2012601」？',
  ],
  [
    '20126 行政运行',
    '2012601 行政运行',
    '7 Z001 「20126」不是「行政运行」的编码：「行政运行」是它下面的科目，编码要写全。是不是「2012601」？',
  ],
  [
    '201 行政运行',
    '2012601 行政运行',
    '7 Z001 「201」不是「行政运行」的编码：「行政运行」是它下面的科目，编码要写全。是不是「2012601」「2010301」「2010101」？',
  ],
  [
    '20126.04 档案馆',
    '2012604 档案馆',
    '8 Z029 科目编码「20126.04」中间不留空格，不加标点。是不是「2012604」？',
  ],
  [
    '预算 86.40 预算 86.00',
    '预算 86.40',
    '7 N1201 「2012601 行政运行·年初预算」在这一行写了两次：86.40 万元 和 86.00 万元，请留下对的一个。',
  ],
  ['16.20x  上年', '16.20  上年', '19 Z029 「16.20」后面多了「x」：请删去。是不是「16.20」？'],
  ['年上 15.00', '上年 15.00', '19 Z010 「机关运行经费」这一行里的「年上」看不懂。是不是「上年」？'],
  [
    '2012601 行政 运行',
    '2012601 行政运行',
    '7 Z033 名称「行政 运行」中间有空格：请删去空格；名称里确实有空格的，用引号括起来。是不是「行政运行」？',
  ],
  ['1、2012601', '2012601', '7 Z001 行首的「1、」请删去：报告里不写序号，印出来时自动编号。'],
  [
    '原因 宣传增加，差旅多',
    '原因 "宣传增加"',
    '19 Z003 「原因」后面的文字「宣传增加，差旅多」要用引号括起来。',
  ],
  ['原因 宣传增加"', '原因 "宣传增加"', '19 Z003 引号没有配对：「宣传增加"」前面缺一个引号。'],
  [
    '原因 "宣传"下乡"增加"',
    '原因 "宣传增加"',
    '19 Z003 「宣传"下乡"增加」这段文字里面还有英文引号：里面的引号请写成“ ”，或者去掉。',
  ],
  ['原因 「宣传增加」', '原因 "宣传增加"', '19 Z003 「宣传增加」的前后要用双引号：写 "…" 或者 “…”。'],
  [
    '16.20  上年 15.00  11',
    '16.20  上年 15.00',
    '19 Z001 「11」前面没有写它是什么数：写上名目（例如 预算 11），或者删去。',
  ],
  ['/ 注\n  机关', '机关', '19 Z001 只写一条斜线「/」不是注解：只给自己看的话，写在两条斜线 // 后面。'],
  [
    '档案馆 2012604',
    '2012604 档案馆',
    '8 Z001 科目编码写在名称前面：2012604 档案馆。是不是「2012604 档案馆」？',
  ],
  [
    '| 2012604 | 档案馆 |',
    '2012604 档案馆',
    '8 Z001 这一行像是从表格里复制来的：请删去竖线，各栏之间用空格隔开，数字前面写明是什么（例如 基本、项目）。',
  ],
  [
    '总 计 126.40',
    '总计 126.40',
    '4 Z033 名称「总 计」中间有空格：请删去空格；名称里确实有空格的，用引号括起来。是不是「总计」？',
  ],
  ['70.20 。', '70.20', '11 Z005 不认识的字符「。」：请删去；要写的是文字，就放在引号里。'],
  ['=======\n  机关', '机关', '19 Z030 「=======」这一行是合并冲突留下的标记，请删去。'],
];

test.each([
  ['项目 甲项目 10.44', '「10.44」前面没有写它是什么数：写上名目（例如 执行 10.44），或者删去。'],
  ['项目 甲项目 "采购"', '「"采购"」不能写在这里。'],
  ['项目 甲项目', '「项目 甲项目」后面还没有写'],
])('a project without its block: %s; what follows is read', (line, told) => {
  const next = '机关运行经费 3.00 上年 机关';
  const found = check(`部门决算 甲局 2023 {\n${line}\n${next}\n}`).filter(isWrong).map(saying);
  expect(found).toHaveLength(2);
  expect(found[0]).toContain(told);
  expect(found[1]).toContain('上年');
});

/** What a text explains is a term, whatever the word is elsewhere. */
test.each(['基本支出', '上年', '项目', '三公经费', '收入', '年末结转', '其他', '未填说明'])(
  '名词解释 explains %s without quotes',
  (term) => {
    const text = `部门决算 甲局 2023 {\n名词解释 { 档案 "卷宗。" ${term} "指甲。"\n${term}二 "指乙。" }\n}`;
    expect(check(text).filter(isWrong)).toEqual([]);
    const terms = [...loadText(text).reports[0]!.base.find(['名词解释'])!.children.keys()];
    expect(terms).toEqual(['档案', term, `${term}二`]);
    expect(formatText(text)).toContain(` ${term} `);
  },
);

test.each(['收入', '预算', '上年'])('an indicator may be called %s', (name) => {
  const text = `部门决算 甲局 2023 {\n项目 甲 { 执行 3.00 指标 产出 数量 ${name} 目标 ≥ 3 个 完成 4 个 }\n}`;
  const [report] = loadText(text).reports;
  expect(check(text).filter(({ rule }) => rule.startsWith('Z'))).toEqual([]);
  expect([...report!.base.find(['项目', '甲', '指标'])!.children.keys()]).toEqual([name]);
});

test.each([
  ['内设机构 { 财务 3 个 WORD 2 个 }', ['收入', '支出', '项目支出', '三公经费']],
  ['内设机构 { WORD 2 个 }', ['收入', '基本支出']],
  ['人员 { WORD 编制 3 在职 2 }', ['项目', '收入']],
  ['三公经费 { 公务接待费 3 { 国内 3 2 批次 3 人次 { WORD 2 次 3 } } }', ['收入', '支出']],
])('a word of the language where the author gives names needs quotes, and is told so: %s', (line, words) => {
  for (const word of words) {
    const told = (name: string) =>
      check(`部门决算 甲局 2023 {\n${line.replace('WORD', name)}\n}`).filter(isWrong);
    expect(told(word).map(saying)).toEqual([
      `Z001 「${word}」是语言里的词，不能直接作名称：作名称的，用引号括起来，写成 "${word}"。`,
    ]);
    expect(told(`"${word}"`).filter(({ rule }) => rule.startsWith('Z'))).toEqual([]);
  }
});

test.each([
  ['三公经费 { 公务用车保有量 { 越野车 2 辆 其他 1 辆 } }', '「越野车」后面的「其他」不是它的数：是另一项的'],
  [
    '国有资产 { 车辆 { 机要通信用车 2 辆 其他 1 辆 } }',
    '「机要通信用车」后面的「其他」不是它的数：是另一项的',
  ],
  [
    '项目 甲 { 执行 3.00 }\n项目 甲 { 执行 4.00 }',
    '项目「甲」写了两次，只读了前一个：是两个项目的，名称要能分开',
  ],
])('what would not be read is told: %s', (items, told) => {
  const found = check(`部门决算 甲局 2023 {\n${items}\n}`).filter(isWrong).map(saying);
  expect(found).toEqual([expect.stringContaining(told)]);
});

test('a project whose content is one line needs no braces', () => {
  const text = `部门决算 甲局 2023 {
  支出 一般公共预算 { 2012604 档案馆 项目 12.44 }
  项目 甲项目 科目 2012604 执行 10.44
  项目 乙项目 执行 2.00 科目 2012604
}`;
  expect(check(text).filter(isWrong)).toEqual([]);
  const [report] = loadText(text).reports;
  const spent = listFacts(report!.base).filter(({ path }) => path.endsWith('执行'));
  expect(spent.map(({ path, value }) => `${path} ${value}`)).toEqual([
    '项目.甲项目.执行 10.44',
    '项目.乙项目.执行 2',
  ]);
});

test.each([
  ['公务接待费 2.00 3批 18人', '单位「批」「人」不能用在这里，应为「批次」「人次」。'],
  ['公务接待费 { 国内 2.00 3次 18个人 }', '单位「次」「个人」不能用在这里，应为「批次」「人次」。'],
  ['公务接待费 2.00 3批 18人次', '单位「批」不能用在这里，应为「批次」。'],
])('both counts of one line are told together: %s', (item, told) => {
  const text = `部门决算 甲局 2023 { 三公经费 { ${item} } }`;
  expect(check(text).filter(isWrong).map(saying)).toEqual([`Z018 ${told}`]);
});

test('an amount whose unit is told to be wrong is told as that alone', () => {
  const text = (amount: string) => `部门决算 甲局 2023 {
  支出 一般公共预算 { 2012604 档案馆 项目 ${amount} 合计 10.44 }
  项目 甲项目 { 科目 2012604 执行 10.44 }
}`;
  expect(check(text('10.44')).filter(isWrong)).toEqual([]);
  expect(check(text('10.44元')).filter(isWrong).map(saying)).toEqual([
    expect.stringContaining('Z018 「10.44元」折合不到报告的最末一位（万元）'),
  ]);
});

describe('one slip is told once, with what to write', () => {
  test.each(slips.filter(([typed]) => !typed.startsWith('====')))('%s', (typed, right, told) => {
    expect(report).toContain(right);
    expect(wrong(report.replace(right, () => typed))).toEqual([told]);
  });

  test('a mark of git alone stands at the beginning of its line', () => {
    expect(wrong(report.replace('  机关', '=======\n  机关'))).toEqual([slips.at(-1)![2]]);
  });

  test('a line of equals signs in a text makes a heading', () => {
    expect(wrong(report.replace('  机关', '  职责 """\n概况\n=======\n    """\n  机关'))).toEqual([]);
  });

  test.each(['()', '（）', '【】', '[]', '《》'])('%s for braces', (pair) => {
    const [open, close] = [...pair];
    const typed = report.replace('  收入 {', `  收入 ${open}`).replace('126.40\n  }', `126.40\n  ${close}`);
    expect(wrong(typed)).toEqual([
      `2 Z006 「${open}」应为“{”，与它配对的「${close}」应为“}”：一项的内容写在大括号里。`,
    ]);
  });

  test('a block whose parts stand on its line without braces', () => {
    const typed = report.replace(
      / {2}三公经费[\s\S]*?\n {2}\}\n/,
      '  三公经费 公务用车购置费 0  公务接待费 0.30\n',
    );
    expect(wrong(typed)).toEqual(['14 Z006 「三公经费」的各项要写在大括号里：三公经费 { … }。']);
  });
});

describe('names that a blank stands in, and words for figures', () => {
  const told = (line: string) => wrong(`部门决算 示例局 2024 {\n  ${line}\n}\n`);
  const blank = (name: string) =>
    `名称「${name}」中间有空格：请删去空格；名称里确实有空格的，用引号括起来。是不是「${name.replace(/ /g, '')}」？`;
  test.each([
    ['单位 甲馆 参公 事业  编制 7', `2 Z033 ${blank('参公 事业')}`],
    ['单位 甲馆 公益 一类 事业 {\n 编制 7\n }', `2 Z033 ${blank('公益 一类 事业')}`],
    ['单位 甲馆 行政 单位', `2 Z033 ${blank('行政 单位')}`],
    ['项目 甲 {\n 指标 产出 数量 数字化 档案 目标 ≥ 8 卷\n }', `3 Z033 ${blank('数字化 档案')}`],
    ['项目 甲 { 自评得分 优 }', '2 Z029 「自评得分」写分数，「优」是等级：等级写成 等级 优。'],
    [
      '项目 甲 { 科目 招商引资 }',
      '2 Z010 项目的「科目」写 7 位的科目编码，写的是「招商引资」。是不是「2011308」？',
    ],
    [
      '项目 甲 {\n 指标 满意度 用户 满意度 目标 ≥ 百分之90 完成 95%\n }',
      '3 Z029 「百分之90」不是一个数：百分比写成数字和百分号。是不是「90%」？',
    ],
    ['项目 甲 { 执行 某数 }', '2 Z001 「执行」后面要写数字，写的是「某数」（还不知道数字时写 未填）。'],
    [
      '项目 甲 {\n 指标 产出 数量 卷数 目标 ≥ 8 卷 完成 全部\n }',
      '3 Z003 「完成」后面的文字「全部」要用引号括起来。',
    ],
  ])('%s', (line, expected) => expect(told(line)).toEqual([expected]));

  test.each(['单位 甲馆 参公事业 编制 7', '单位 甲馆 事业 编制 7', '单位 甲馆 行政 { 编制 7 }'])(
    '%s',
    (line) => expect(told(line)).toEqual([]),
  );
});

describe('digits that changed places, a point that moved', () => {
  test('of a small difference only what makes up for it to the last place', () => {
    const lines = [30.02, 12.11, 9.37, 20.41, 17.19].map(
      (amount, at) => `3010${at + 1} ${amount.toFixed(2)}`,
    );
    const block = `基本支出 { 人员经费 89.28 {\n${lines.join('\n')}\n} }`;
    expect(wrong(`部门决算 示例局 2024 {\n${block}\n}`)).toEqual([
      '2 I0801 「人员经费」应为 89.10 万元（30.02 + 12.11 + 9.37 + 20.41 + 17.19），申报 89.28 万元，差 +0.18 万元，超出舍入误差 ±0.03。可能是「30101 基本工资」30.02 数位颠倒（30.20）。',
    ]);
  });

  test('the one figure of 三公经费 that would be like its budget and the year before', () => {
    const items = '公务用车运行维护费 99.1 预算 11.00 上年 9.20\n公务接待费 0.30 预算 0.50 上年 0.40';
    expect(wrong(`部门决算 示例局 2024 {\n三公经费 {\n${items}\n}\n}`)).toEqual([
      expect.stringContaining('可能是「公务用车运行维护费」99.10 大了十倍（9.91）。'),
    ]);
  });

  test('a budget that is ten times the amount to the last digit', () => {
    const line = '2012601 行政运行  基本 86.41  预算 864.1  预算原因 "人员调出"';
    expect(wrong(`部门决算 示例局 2024 {\n支出 一般公共预算 {\n${line}\n}\n}`)).toEqual([
      '3 U011 「2012601 行政运行·年初预算」864.10 万元，正好是「2012601 行政运行·基本」86.41 万元 的十倍：可能是小数点错了位，请核对。',
    ]);
  });
});

describe('a text of several lines', () => {
  const text = '    编制规划，指导监督。\n    保管档案，提供利用。\n';
  const inReport = (written: string) => wrong(report.replace('  收入 {', `${written}\n  收入 {`));
  const fenced = '文字写完另起一行再写 """。';

  test.each([
    [`  职责\n${text}`, `2 Z003 「职责」后面的 2 行文字要放在三个引号里：职责 后面写 """，${fenced}`],
    [`  职责\n\n${text}\n`, `2 Z003 「职责」后面的 2 行文字要放在三个引号里：职责 后面写 """，${fenced}`],
    [`  职责：\n${text}`, `2 Z003 「职责」后面的 2 行文字要放在三个引号里：职责 后面写 """，${fenced}`],
    [
      '  职责\n  一、编制规划；\n  （二）保管“兰台”档案。\n  2024年提供利用 137 人次。',
      `2 Z003 「职责」后面的 3 行文字要放在三个引号里：职责 后面写 """，${fenced}`,
    ],
    [
      `  职责 编制规划。\n${text}`,
      `2 Z003 「职责」后面的 3 行文字要放在三个引号里：职责 后面写 """，${fenced}`,
    ],
    ['  职责 编制规划。', '2 Z003 「职责」后面的文字「编制规划。」要用引号括起来。'],
    [
      text,
      '2 Z003 从这里到第 3 行像是一段文字：前面写明是什么，文字放在三个引号里（职责 """，文字写完另起一行再写 """）；只给自己看的，每行前面写 //。',
    ],
    [
      `  职责 """编制规划。\n${text}    """`,
      '2 Z002 文字有好几行时，三个引号 """ 不和文字写在同一行：开头的 """ 后面换行，末尾的 """ 另起一行。',
    ],
    [
      `  职责 """\n${text.trimEnd()}"""`,
      '4 Z002 文字有好几行时，三个引号 """ 不和文字写在同一行：开头的 """ 后面换行，末尾的 """ 另起一行。',
    ],
    [`  职责\n${text}    """`, '2 Z002 「职责」后面缺 """：下面到第 5 行的 """ 为止是它的文字。'],
    [
      `  职责\n    ## 概况\n\n    - 编制规划【收入.总计】\n${text}    """`,
      '2 Z002 「职责」后面缺 """：下面到第 8 行的 """ 为止是它的文字。',
    ],
    [`  职责 """编制规划。\n${text}`, '2 Z002 这段文字没有收尾：请在第 4 行后面另起一行写 """。'],
  ])('%s', (written, told) => expect(inReport(written)).toEqual([told]));
});

function wrong(text: string): string[] {
  return check(text)
    .filter(isWrong)
    .map((finding) => `${finding.origin.range.start.line + 1} ${saying(finding)}`);
}
