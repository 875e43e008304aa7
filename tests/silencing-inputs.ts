/** A text that made the server or the command line fail, or speak of files of its own, and what is said of it now. */
export interface SilencingInput {
  name: string;
  text: string;
  /** Errors and warnings: line, column and rule. */
  told: string[];
}

const report = (items: string) => `部门决算 某局 2023 {\n${items}\n}\n`;
const all = '目录.功能分类.项';

/** Links of a chain of rules, the last first. */
const chain = Array.from({ length: 2000 }, (_, index) => 2000 - index).map(
  (index) => `规则 甲${index} "连" { 收入.甲${index}局 = 收入.甲${index - 1}局 }`,
);

export const silencingInputs: SilencingInput[] = [
  {
    name: 'a phrase whose parameter was forgotten',
    text: `模板 川 { 短语 增 { "增加【项 | 差额】万元" } 部分 "一" { 段 "x" } }\n${report('模板 川')}`,
    told: ['1:13 Z001'],
  },
  {
    name: 'a line that does not apply, beside a figure of it',
    text: report('支出 一般公共预算 {\n204 不适用 项目 50\n2012601 基本 262.40\n合计 312.40\n}'),
    told: ['3:5 Z035'],
  },
  {
    name: 'repetitions in repetitions over the whole catalogue',
    text: `模板 川 { 部分 "一" {\n每 甲 于 ${all} { 每 乙 于 ${all} {\n每 丁 于 ${all} { 段 "x" } } } } }\n${report('模板 川')}`,
    told: ['3:7 Z019'],
  },
  {
    name: 'a chain of two thousand rules',
    text: [
      `结构 收入 { ${Array.from({ length: 2001 }, (_, index) => `甲${index}局`).join(' ')} }`,
      report('收入 { 甲0局 1.00 甲2000局 5.00 }'),
      ...chain,
    ].join('\n'),
    // 400 steps are followed from the last figure of the chain: to 甲1600局, whose rule is the 401st.
    told: ['406:1 Z019'],
  },
  {
    name: 'two hundred thousand blanks in a text',
    text: report(`职责 "收入${' '.repeat(200_000)}12.3万元。"`),
    told: [],
  },
  {
    name: 'a last year that is no source',
    text: report('引用 上年 "2022.txt"'),
    told: ['2:7 Z014'],
  },
  {
    name: 'a last year that is a folder',
    text: report('引用 上年 "."'),
    told: ['2:7 Z014'],
  },
  {
    name: 'a last year on the web',
    text: report('引用 上年 "http://127.0.0.1:9/2022.fiscal"'),
    told: ['2:7 Z014'],
  },
  {
    name: 'a last year that never ends',
    text: report('引用 上年 "/dev/zero"'),
    told: ['2:7 Z014'],
  },
  {
    name: 'words where a figure belongs',
    text: report(
      [
        '机关运行经费 "本单位无机关运行经费"',
        '三公经费 { 公务接待费 "未发生" }',
        '结转结余 "无"',
        '人员 "无"',
      ].join('\n'),
    ),
    told: ['2:8 Z020', '3:14 Z020', '4:6 Z020', '5:4 Z020'],
  },
  {
    name: 'a result in another unit than its target',
    text: report('项目 甲 { 指标 产出 数量 乙 目标 ≥ 100 人 完成 120 人次 }'),
    told: ['2:33 Z020'],
  },
  {
    name: 'a fund that is called as something that every object has',
    text: report('支出 constructor {\n2012601 行政运行 基本 1.00\n}'),
    told: ['2:4 Z010'],
  },
];

/** A file whose own finding has to be told whatever else is open, or checked with it. */
export const secondFile = report('收入 { 事业收入 1.00 总计 9.00 }');
export const secondTold = ['2:19 I0103'];
