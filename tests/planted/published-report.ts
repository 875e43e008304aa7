import type { Random } from '../random.js';
import { type Accounts, randomAccounts } from './accounts.js';
import { printedReport, randomLayout } from './printed-report.js';

/** A random report with all that a template prints besides its accounts: reasons, uses, vehicles, projects. */
export function publishedReport(random: Random, template: string): string {
  const accounts = randomAccounts(random, random.chance(0.5) ? 100 : 1);
  if (countsGuestsAtHome.has(template)) receiveAtHome(accounts);
  const rounding = random.pick(['四舍五入', '四舍六入五成双', '截断'] as const);
  const lines = printedReport(accounts, randomLayout(random), rounding).split('\n');
  const body = lines.slice(1, -2).map((line) => told(line, random, template));
  const text = [lines[0], ...head(random, template), ...body, ...rest(random, template), '}', ''].join('\n');
  return random.oneIn(6) ? withoutAmounts(text) : text;
}

function withoutAmounts(text: string): string {
  return text.replaceAll(/\d+\.\d\d(?!\d)/g, '0.00').replaceAll(/ \{ 购置数量.*\}/g, '');
}

/** Foreign guests are counted among those at home. */
const countsGuestsAtHome = new Set(['上海', '重庆']);

function receiveAtHome({ threePublic }: Accounts): void {
  const { home, foreign } = threePublic;
  const measures = ['amount', 'budget', 'before'] as const;
  for (const measure of measures) home[measure] += foreign[measure];
  for (const measure of measures) foreign[measure] = 0;
}

function head(random: Random, template: string): string[] {
  return some(random, 0.7, [
    '  简称 市某局',
    '  公开时间 2025-09-10',
    '  职责 "负责全市某项工作。"',
    '  机构设置 "内设办公室、业务科。"',
    '  单位 某市某中心 事业 编制 8 在职 7 说明 "并入本级"',
    '  单位 某市某局机关 行政 编制 20 在职 19',
    '  内设机构 { 办公室 业务科 }',
  ]).concat(`  模板 ${template}`);
}

const reasons: readonly [RegExp, string][] = [
  [/^ +总计 .*上年/, '原因 "新增信息化项目"'],
  [/^ +合计 .*预算 .*上年/, '原因 "新增信息化项目" 预算原因 "招标价与预算有出入"'],
  [/^ +\d{7} .*预算/, '用途 "保障日常工作" 预算原因 "人员变动"'],
  [
    /^ +(?:因公出国|公务用车|公务接待费).*预算 .*[\d ]$/,
    '用途 "日常公务" 原因 "工作安排变化" 预算原因 "工作安排变化"',
  ],
  [/^ +(?:国内|外事) /, '用途 "业务交流"'],
  [/^ +机关运行经费/, '原因 "办公用房维修"'],
];

/** A line with what is told of its figures; for 上海 with the change in place of last year's. */
function told(line: string, random: Random, template: string): string {
  const chosen = reasons.filter(([pattern]) => pattern.test(line) && random.chance(0.7));
  const words = chosen.map(([, one]) => one.replace(/"$/, `${random.pick(['', '', '。', '；', '，'])}"`));
  const figures = template === '上海' && /^ +机关运行经费 /.test(line) ? changed(line, random) : line;
  const [figure, below = ''] = bought(figures).split(/(?= \{)/);
  return [figure, ...words].join(' ') + below;
}

/** What was bought, and what it cost. */
function bought(line: string): string {
  const [, amount] = /公务用车购置费 (\S+)/.exec(line) ?? [];
  if (amount === '0.00') return line.replace(/ \{.*\}/, '');
  return line.replace('1 辆', `1 辆 轿车 1 辆 金额 ${amount}`);
}

function changed(line: string, random: Random): string {
  return random.chance(0.3)
    ? line.replace(/上年 \S+/, `{ 增减额 ${random.pick(['3.20', '-3.20', '0'])} }`)
    : line;
}

function rest(random: Random, template: string): string[] {
  const count = () => random.pick(['0', '1', '3', '未发生', '未填', '不适用']);
  const vehicles = [
    '主要领导干部用车',
    '机要通信用车',
    '应急保障用车',
    '执法执勤用车',
    '特种专业技术用车',
    '其他用车',
  ];
  return some(random, 0.8, [
    random.oneIn(4)
      ? '  国有资产 未发生'
      : `  国有资产 { 车辆 { ${some(
          random,
          0.5,
          vehicles.map((one) => `${one} ${count()}`),
        ).join(' ')} } 设备 { 单价100万元以上专用设备 ${count()} } }`,
    `  公务用车另记 "保有量另行公布。"`,
    template === '上海' ? performanceOfShanghai(random) : performance(random, template),
    ...(template === '重庆' ? meetings(random) : []),
    '  项目 信息化 { 科目 2010199 全年预算 3.00 执行 3.00 自评得分 96\n    指标 产出 数量 设备 目标 ≥ 3 台 完成 3 台 分值 50 得分 50\n    评价 "完成了年度目标。" }',
    '  名词解释 { 事业收入 "指开展业务活动取得的收入" 新名词 "指一项新的工作" 不列 经营收入 }',
  ]);
}

function performance(random: Random, template: string): string {
  const asked =
    template === '重庆'
      ? ['绩效自评 3 金额 30.00', '绩效自评 1']
      : ['事前评估 1', '绩效目标 3', '绩效监控 2'];
  const counts = some(random, 0.6, asked).slice(0, template === '重庆' ? 1 : 3);
  const whole = random.pick(['', '自评得分 96', '自评结果 "90 分以上"', '自评得分 96 综述 "达到预期目标。"']);
  return random.oneIn(5) ? '  绩效 未发生' : `  绩效 { ${counts.join(' ')} 部门整体 { ${whole} } }`;
}

/** What is asked of departments in 重庆 besides. */
function meetings(random: Random): string[] {
  const amount = () => random.pick(['0', '0.60', '未填', '未发生']);
  const before = () => random.pick(['', ' 上年 0', ' 上年 0.60', ' 上年 1.20 原因 "会议减少"']);
  return [
    `  会议费 ${amount()}${before()}`,
    `  培训费 ${amount()}${before()}`,
    '  联系方式 "办公室，电话 12345678"',
  ];
}

function performanceOfShanghai(random: Random): string {
  const words = some(random, 0.6, ['管理制度 "预算绩效管理办法"', '工作机制 "分级负责"', '平均得分 95']);
  return random.oneIn(5)
    ? '  绩效 未发生'
    : `  绩效 { ${words.join(' ')} 绩效目标 3 金额 30.00 绩效跟踪 2 金额 20.00 绩效自评 3 金额 30.00 { 优 2 良 1 合格 0 不合格 0 } 发现问题 1 { 已整改 1 正在整改 0 } }`;
}

function some<Item>(random: Random, share: number, items: readonly Item[]): Item[] {
  return items.filter(() => random.chance(share));
}
