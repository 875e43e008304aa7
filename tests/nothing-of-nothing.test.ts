import { describe, expect, test } from 'vitest';
import { check, isWrong, saying } from './check.js';
import { read } from './composed-lines.js';

const templates = ['四川', '上海', '重庆'];

const linesOf = (template: string, items: string, settings = '') =>
  read(`部门决算 甲局 2023 {\n  模板 ${template}\n${settings}\n${items}\n}`).lines;

const textOf = (template: string, items: string, settings = '') =>
  linesOf(template, items, settings).join('\n');

/** Errors and warnings of a report without a template. */
const told = (items: string) => check(`部门决算 甲局 2023 {\n${items}\n}`).filter(isWrong).map(saying);

describe('what is declared not to have arisen, and is there', () => {
  test.each([
    ['财政拨款收支 未发生', '收入 { 一般公共预算财政拨款收入 10.00 }', 'D016'],
    ['结转结余 未发生', '收入 { 一般公共预算财政拨款收入 1.00 年初结转和结余 3.00 }', 'D016'],
    ['绩效 未发生 { 绩效目标 3 个 }', '', 'Z035'],
    ['绩效 不适用 { 绩效目标 3 个 }', '', 'Z035'],
    ['国有资产 未发生 { 车辆 1 辆 }', '', 'Z035'],
    ['政府采购 未发生 { 货物 1.00 }', '', 'Z035'],
    ['基本支出 未发生', '支出 一般公共预算 { 2012601 行政运行 基本 10.00 }', 'X011'],
    ['项目支出 未发生', '支出 一般公共预算 { 2012604 档案馆 项目 10.00 }', 'X012'],
    ['三公经费 未发生', '基本支出 { 30217 公务接待费 10.00 }', 'X019'],
    ['绩效 未发生', '项目 甲 { 自评得分 96 }', 'P014'],
  ])('%s · %s: %s, once', (declared, others, rule) => {
    expect(told(`${declared}\n${others}`).map((one) => one.split(' ')[0])).toEqual([rule]);
    expect(told(others)).toEqual([]);
  });

  test.each(templates)('under %s a rule of the template hides no contradiction', (template) => {
    const text = `部门决算 甲局 2023 { 模板 ${template}\n三公经费 未发生\n基本支出 { 30217 公务接待费 10.00 } }`;
    expect(check(text).map(({ rule }) => rule)).toContain('X019');
  });

  test.each([
    '国有资产 未发生',
    '三公经费 未发生 { 公务用车保有量 { 轿车 1 辆 } }',
    '机关运行经费 未发生 上年 3.00 原因 "撤并"',
    '政府采购 未发生 上年 3.00',
    '绩效 未发生 说明 "无"',
  ])('%s contradicts nothing', (declared) => {
    expect(told(declared).filter((one) => one.startsWith('D016'))).toEqual([]);
  });
});

describe('one figure that is stated where another one says the same by its lines', () => {
  test.each([
    ['基本支出 9.00', '支出 一般公共预算 { 2012601 行政运行 基本 10.00 }', 'X011'],
    [
      '支出 { 本年支出合计 9.00 }',
      '收入 { 一般公共预算财政拨款收入 10.00 }\n支出 一般公共预算 { 2012601 行政运行 基本 10.00 }',
      'X002',
    ],
  ])('%s · %s: %s, once', (stated, lines, rule) => {
    expect(told(`${stated}\n${lines}`).map((one) => one.split(' ')[0])).toEqual([rule]);
    expect(told(`${stated.replace('9.00', '10.00')}\n${lines}`)).toEqual([]);
  });
});

describe('a count', () => {
  test.each(['绩效 { 绩效目标 3.5 个 }', '国有资产 { 车辆 { 其他用车 1.5 辆 } }', '单位 甲站 行政 编制 3.5'])(
    '%s is whole',
    (written) => expect(told(written).map((one) => one.split(' ')[0])).toEqual(['U012']),
  );

  test.each(['绩效 { 平均得分 95.5 分 }', '项目 甲 { 指标 产出 数量 乙 目标 ≥ 1.5 个 完成 2.5 个 }'])(
    '%s is none',
    (written) => expect(told(written).filter((one) => one.startsWith('U012'))).toEqual([]),
  );
});

describe('绩效', () => {
  const project = (more = '') => `项目 甲 { 科目 2012604 全年预算 10.00 执行 10.00 ${more} }`;
  const everywhere = (items: string) => templates.map((template) => textOf(template, items)).join('\n');

  test('of a project of which nobody wrote how it was evaluated nothing is said', () => {
    const text = everywhere(`绩效 { 绩效监控 1 个 }\n${project()}`);
    expect(text).not.toContain('全面开展绩效自评');
    expect(text).not.toMatch(/对1个项目(编制了绩效目标|开展了绩效自评)/);
  });

  test('of one that was evaluated it is', () => {
    const items = `绩效 { 绩效监控 1 个 }\n${project('自评得分 96')}`;
    expect(textOf('四川', items)).toContain('形成甲项目等专项预算项目绩效自评报告。');
    expect(textOf('四川', items)).not.toContain('部门整体（含部门预算项目）');
    expect(textOf('重庆', items)).toContain('我部门对1个项目开展了绩效自评。');
  });

  test('goals that a project lists are goals', () => {
    const goals = project('指标 产出 数量 乙 目标 ≥ 1 个 完成 2 个 分值 90');
    expect(textOf('四川', `绩效 { 事前评估 1 个 }\n${goals}`)).toContain(
      '组织对甲项目等1个项目开展了预算事前绩效评估，对1个项目编制了绩效目标。',
    );
    expect(textOf('四川', `绩效 { 绩效监控 1 个 }\n${goals}`)).toContain(
      '组织对甲项目等未填个项目编制了绩效目标，预算执行过程中，选取1个项目开展绩效监控。',
    );
  });

  test('what is written is not denied', () => {
    expect(textOf('四川', '绩效 { 事前评估 2 个 }')).toContain(
      '根据预算绩效管理要求，本部门组织对2个项目开展了预算事前绩效评估，对未填个项目编制了绩效目标。',
    );
    expect(textOf('四川', '绩效 { 绩效目标 0 个 }')).toContain('本部门没有编制绩效目标的项目。');
    expect(textOf('上海', '绩效 { 绩效自评 3 个 { 优 3 个 } }')).toContain('绩效自评的2023年度项目3个');
  });

  const nobodySays = /绩效跟踪评价的\d+年度项目0|金额0万元|发现问题0|整改的0|没有(编制|编报|开展|需要公开)/;
  test.each([
    ['上海', '绩效 { 绩效目标 3 个 }', '绩效跟踪评价的2023年度项目未填个'],
    ['上海', '绩效 { 绩效目标 3 个 部门整体 { 自评得分 92 分 } }', '绩效跟踪评价的2023年度项目未填个'],
    ['上海', '绩效 { 管理制度 "绩效管理办法" }', '编报绩效目标的2023年度项目未填个'],
    ['上海', '绩效 { 绩效目标 2 个 金额 5 绩效自评 2 个 金额 5 { 优 2 个 } }', '“良”的项目0个'],
    ['上海', '绩效 { 绩效自评 2 个 { 优 2 个 } }', '共发现问题未填个，已经完成整改的未填个'],
    ['四川', '绩效 { 部门整体 { 自评得分 92 分 } }', '组织对未填个项目编制了绩效目标。'],
    ['重庆', '绩效 { 部门整体 { 自评得分 92 分 } }', '我部门对未填个项目开展了绩效自评。'],
    ['重庆', '绩效 { 绩效目标 3 个 } 项目 甲 { 自评得分 95 }', '我部门对1个项目开展了绩效自评。'],
  ])('%s: of what is not written of it nothing is said: %s', (template, items, said) => {
    const { lines } = read(`部门决算 甲局 2023 { 模板 ${template}\n${items}\n}`);
    const own = lines.filter((line) => /绩效/.test(line));
    expect(own.join('\n')).toContain(said);
    expect(own.filter((line) => nobodySays.test(line))).toEqual([]);
  });

  test('of a department it is what it is of its unit', () => {
    const unit = '单位决算 甲站 2023 { 绩效 { 绩效目标 3 个 部门整体 { 自评得分 92 分 } } }';
    const department = '部门决算 甲局 2023 { 模板 上海\n引用 单位 "甲站.fiscal"\n}';
    const text = read(department, { '甲站.fiscal': unit }).lines.join('\n');
    expect(text).toContain('绩效跟踪评价的2023年度项目未填个');
    expect(text).not.toMatch(nobodySays);
  });

  test.each(templates)('%s: what is nothing is said to be none', (template) => {
    expect(textOf(template, '绩效 0')).toMatch(/没有(编报绩效目标|开展绩效自评|开展绩效评价)的/);
  });

  test('a whole of nothing says what its parts are', () => {
    const text = textOf('上海', '绩效 { 绩效目标 0 个 绩效跟踪 0 个 绩效自评 0 个 发现问题 0 个 }');
    expect(text).toContain('绩效跟踪评价的2023年度项目0个，涉及预算金额0万元；');
    expect(text).toContain('“优”的项目0个');
    expect(text).not.toMatch(/绩效(目标|跟踪|自评)[^；。]*未填/);
  });

  test('四川: a report that is said to be attached is not denied', () => {
    const lines = linesOf('四川', '绩效 { 部门整体 { 自评得分 92 分 } }');
    expect(lines.filter((line) => line.includes('自评报告附后'))).toHaveLength(1);
    expect(lines.at(-1) ?? '').not.toContain('没有需要公开');
  });

  test('what is declared is said', () => {
    expect(textOf('四川', '绩效 未发生')).toContain('2023年度没有开展绩效评价的预算项目。');
    expect(textOf('重庆', '绩效 未发生')).toContain('2023年度没有开展绩效自评的项目。');
  });
});

describe('in 重庆', () => {
  test('未发生 and 不适用 are two things', () => {
    const outside = '不在机关运行经费统计范围之内';
    expect(textOf('重庆', '机关运行经费 不适用')).toContain(outside);
    expect(textOf('重庆', '机关运行经费 未发生')).not.toContain(outside);
    expect(textOf('重庆', '机关运行经费 未发生')).toContain('2023年度本部门没有发生机关运行经费支出。');
  });

  test('amounts have the decimals that the report declares', () => {
    const text = textOf('重庆', '机关运行经费 120000', '货币单位 元\n小数 0');
    expect(text).toContain('机关运行经费支出120000元');
    expect(text).not.toContain('120000.00');
  });

  test('nothing is divided by nothing', () => {
    const cars = '三公经费 { 公务用车运行维护费 2.00 公务用车保有量 0 }';
    expect(textOf('重庆', cars)).not.toContain('车均维护费');
    expect(textOf('重庆', '三公经费 未发生')).toContain('车均维护费0.00万元');
  });

  test('the growth of nothing that its form prints is no mistake of the author', () => {
    const text = (template: string) =>
      `部门决算 甲局 2023 { 模板 ${template}\n机关运行经费 5.00 上年 0 增长率 100.00% 原因 "新设" }`;
    const rules = (template: string) => check(text(template)).map(({ rule }) => rule);
    expect(rules('重庆')).not.toContain('R006');
    expect(rules('四川')).toContain('R006');
  });
});

describe('a share has a whole', () => {
  test.each(templates)('under %s of nothing there is none', (template) => {
    const nothing =
      '收入 { 一般公共预算财政拨款收入 0 }\n支出 一般公共预算 { 合计 0 }\n三公经费 0\n政府采购 0';
    expect(textOf(template, nothing)).not.toMatch(/占(本年支出合计的|政府采购支出总额的)?0(\.00)?%/);
  });

  test('a part that is nothing has one', () => {
    const items = '收入 { 一般公共预算财政拨款收入 10.00 事业收入 0 }';
    expect(textOf('四川', items)).toContain('事业收入0万元，占0%');
  });
});

test.each(templates)('under %s what is said of two figures is true of those that are printed', (template) => {
  const text = textOf(template, '机关运行经费 0.004 上年 0.003');
  expect(text).not.toMatch(/机关运行经费[^\n]*(增加0|增长)/);
  expect(text).toMatch(/机关运行经费[^\n]*持平/);
});

test.each([
  '三公经费 { 公务接待费 0.50 上年 0.40 }',
  '三公经费 { 公务接待费 0.50 上年 0.50 合计 上年 0.50 }',
])('of what there was neither this year nor the last it is not said that it changed: %s', (items) => {
  const text = textOf('上海', items);
  expect(text).toContain('因公出国（境）费支出决算持平；');
  expect(text).not.toContain('增减0');
});

describe('equipment is called what the author calls it', () => {
  const all = '国有资产 { 设备 { 单价100万元以上设备 3 台 } }';
  const special = '国有资产 { 设备 { 单价100万元以上专用设备 2 台 } }';

  test.each(templates)('%s', (template) => {
    expect(textOf(template, all)).toMatch(/单价100万元(（含）)?以上设备（不含车辆）3台（套）/);
    expect(textOf(template, all)).not.toMatch(/以上专用设备（不含车辆）3|新增[^。]*以上设备/);
    expect(textOf(template, special)).toMatch(/单价100万元(（含）)?以上专用设备（不含车辆）2台（套）/);
    expect(textOf(template, special)).not.toContain('以上设备（不含车辆）2');
  });
});

test('what a project may spend is what its sources come to', () => {
  const project = '项目 甲 { 科目 2012604 资金 市级 30 资金 省级 20 执行 48.00 }';
  expect(linesOf('四川', project)).toContain('- 1 | 甲 | 2012604 | 50.00 | 48.00 | 96% | ');
  const wrong = project.replace('执行', '全年预算 40.00 执行').replace('48.00', '38.00');
  expect(told(wrong).map((one) => one.split(' ')[0])).toEqual(['P013']);
});

test('the marks of indicators are not added up while two versions of some of them stand there', () => {
  const indicator = (name: string, mark: number) =>
    `    指标 产出 数量 ${name} 目标 ≥ 1 个 完成 1 个 分值 ${mark} 得分 ${mark}`;
  const text = [
    '部门决算 甲局 2023 {',
    '  项目 甲 {',
    indicator('乙', 50),
    '<<<<<<< ours',
    indicator('丙', 30),
    '=======',
    indicator('丙', 50),
    '>>>>>>> theirs',
    '  }',
    '}',
  ].join('\n');
  const rules = check(text).map(({ rule }) => rule);
  expect(rules).toContain('Z030');
  expect(rules.filter((rule) => rule.startsWith('P'))).toEqual([]);
});
