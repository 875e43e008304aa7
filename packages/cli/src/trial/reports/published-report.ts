import { expressionText, type SchemaItem, type Template } from '@fiscal/core';
import type { Random } from '../random.js';
import { type Accounts, randomAccounts } from './accounts.js';
import { declaredItems, itemsBelow } from './declared-items.js';
import { printedReport, randomLayout } from './printed-report.js';

/**
 * A random report with all that a template prints besides its accounts: reasons, uses, vehicles, projects, and what
 * the template declares of its own. `schema` is what a report after it may speak of.
 */
export function publishedReport(random: Random, template: Template, schema: SchemaItem): string {
  const accounts = randomAccounts(random, random.chance(0.5) ? 100 : 1);
  if (countsGuestsAtHome(template)) receiveAtHome(accounts);
  const rounding = random.pick(['四舍五入', '四舍六入五成双', '截断'] as const);
  const lines = printedReport(accounts, randomLayout(random), rounding).split('\n');
  const body = lines.slice(1, -2).map((line) => told(line, random));
  const text = [
    lines[0],
    ...head(random, template),
    ...body,
    ...rest(random, template, schema),
    '}',
    '',
  ].join('\n');
  return random.oneIn(6) ? withoutAmounts(text) : text;
}

function withoutAmounts(text: string): string {
  return text.replaceAll(/\d+\.\d\d(?!\d)/g, '0.00').replaceAll(/ \{ 购置数量.*\}/g, '');
}

/** Foreign guests are counted among those at home where a rule of the template says so. */
function countsGuestsAtHome({ rules }: Template): boolean {
  return rules.some(({ statements }) =>
    statements.some(
      ({ operator, left, right }) =>
        operator === '≤' &&
        expressionText(left) === '三公经费.公务接待费.外事' &&
        expressionText(right) === '三公经费.公务接待费.国内',
    ),
  );
}

function receiveAtHome({ threePublic }: Accounts): void {
  const { home, foreign } = threePublic;
  const measures = ['amount', 'budget', 'before'] as const;
  for (const measure of measures) home[measure] += foreign[measure];
  for (const measure of measures) foreign[measure] = 0;
}

function head(random: Random, { name }: Template): string[] {
  return some(random, 0.7, [
    '  简称 市某局',
    '  公开时间 2025-09-10',
    '  职责 "负责全市某项工作。"',
    '  机构设置 "内设办公室、业务科。"',
    '  单位 某市某中心 事业 编制 8 在职 7 说明 "并入本级"',
    '  单位 某市某局机关 行政 编制 20 在职 19',
    '  内设机构 { 办公室 业务科 }',
  ]).concat(`  模板 ${name}`);
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

/** A line with what is told of its figures. */
function told(line: string, random: Random): string {
  const chosen = reasons.filter(([pattern]) => pattern.test(line) && random.chance(0.7));
  const words = chosen.map(([, one]) => one.replace(/"$/, `${random.pick(['', '', '。', '；', '，'])}"`));
  const [figure, below = ''] = bought(line).split(/(?= \{)/);
  return [figure, ...words].join(' ') + below;
}

/** What was bought, and what it cost. */
function bought(line: string): string {
  const [, amount] = /公务用车购置费 (\S+)/.exec(line) ?? [];
  if (amount === '0.00') return line.replace(/ \{.*\}/, '');
  return line.replace('1 辆', `1 辆 轿车 1 辆 金额 ${amount}`);
}

function rest(random: Random, template: Template, schema: SchemaItem): string[] {
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
    performance(random, schema),
    ...declaredItems(random, template, schema),
    '  项目 信息化 { 科目 2010199 全年预算 3.00 执行 3.00 自评得分 96\n    指标 产出 数量 设备 目标 ≥ 3 台 完成 3 台 分值 50 得分 50\n    评价 "完成了年度目标。" }',
    '  名词解释 { 事业收入 "指开展业务活动取得的收入" 新名词 "指一项新的工作" 不列 经营收入 }',
  ]);
}

/** Counts and words as the items of the province have them. */
function performance(random: Random, schema: SchemaItem): string {
  const whole = random.pick(['', '自评得分 96', '自评结果 "90 分以上"', '自评得分 96 综述 "达到预期目标。"']);
  const counts = itemsBelow(random, schema.children.get('绩效'));
  return random.oneIn(5) ? '  绩效 未发生' : `  绩效 { ${counts.join(' ')} 部门整体 { ${whole} } }`;
}

function some<Item>(random: Random, share: number, items: readonly Item[]): Item[] {
  return items.filter(() => random.chance(share));
}
