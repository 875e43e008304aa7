import { messageOf } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { read } from './composed-lines.js';

/**
 * The ways in which the reports of provinces differ, each said in a small template of its own: a third province
 * is a file, not a program. Names in the headings say where such a form was seen.
 */
const facts = `
  职责 "管理档案。"
  单位 局机关    行政  在职 20
  单位 档案中心  事业  在职 8
  收入 {
    一般公共预算财政拨款收入  1055.40  上年 850.00
    事业收入                    25.00  上年   0
    年初结转和结余               0.30
  }
  支出 一般公共预算 {
    2012601 行政运行  基本 1000.00
    2012604 档案馆    项目   55.40
  }
  支出 其他资金 { 合计 0 }
  结转结余 { 一般公共预算财政拨款 年初 0.30 }
  三公经费 {
    因公出国（境）费    0     上年 0
    公务用车购置费      0
    公务用车运行维护费  2.00  上年 3.00
    公务接待费          1.00  上年 0
  }`;

describe('order of parts', () => {
  const parts = (order: string) => composed(`模板 本省 { ${order} }`).filter((line) => line.startsWith('# '));
  const overview = '部分 "【种类】概况" { 插入 职责 }';
  const tables = '部分 "【年度】年度【种类】决算表" { 表 "收入支出决算总表" { 列 "总计" = 收入.总计 行 } }';
  const text = '部分 "【年度】年度【种类】决算情况说明" { 段 "收入总计【收入.总计】万元。" }';

  test('tables before the text (most)', () => {
    expect(parts(overview + tables + text)).toEqual([
      '# 第一部分部门概况',
      '# 第二部分2023年度部门决算表',
      '# 第三部分2023年度部门决算情况说明',
    ]);
  });

  test('text before the tables (四川、内蒙古)', () => {
    expect(parts(overview + text + tables).at(-1)).toBe('# 第三部分2023年度部门决算表');
  });

  test('tables first (北京)', () => {
    expect(parts(tables + text)[0]).toBe('# 第一部分2023年度部门决算表');
  });

  test('no parts at all: 一、（一） 1. (重庆、浙江、贵州)', () => {
    const template = `模板 本省 {
      节 "部门基本情况" { 节 "职能职责" { 插入 职责 } }
      节 "部门决算情况说明" {
        节 "收入支出决算总体情况说明" { 节 "总体情况。" { 段 "收入总计【收入.总计】万元。" } }
      }
    }`;
    expect(composed(template)).toEqual([
      '## 一、部门基本情况',
      '### （一）职能职责',
      '管理档案。',
      '## 二、部门决算情况说明',
      '### （一）收入支出决算总体情况说明',
      '#### 1.总体情况。',
      '收入总计1080.7万元。',
    ]);
  });

  test('parts with a colon, sections with other numbers (广东)', () => {
    const template = `模板 本省 {
      设置 { 部分编号 "第{中文}部分："  一级编号 "{数字}. " }
      部分 "【名称】概况" { 节 "主要职责" { 插入 职责 } }
    }`;
    expect(composed(template)).toEqual(['# 第一部分：甲局概况', '## 1. 主要职责', '管理档案。']);
  });
});

describe('set, order and labels of tables', () => {
  const table = (title: string, label = '') =>
    `表 "${title}" ${label && `表号 "${label}"`} { 列 "总计" = 收入.总计 行 }`;

  test('公开01表, in an order that is not that of the labels (黄石)', () => {
    const template = `模板 本省 { ${table('基金表', '公开08表')} ${table('“三公”经费表', '公开07表')} }`;
    expect(titles(composed(template))).toEqual([
      '[表] 基金表 / 公开08表 / 单位：万元',
      '[表] “三公”经费表 / 公开07表 / 单位：万元',
    ]);
  });

  test('表一：, in the contents and above the table (广西)', () => {
    const template = `模板 本省 { 设置 { 表编号 "表{中文}："  表题编号 是 } 目录 "目录" 部分 "决算表" { ${table('收支总表')} ${table('收入表')} } }`;
    expect(composed(template)).toEqual(
      expect.arrayContaining(['··表一：收支总表', '··表二：收入表', '[表] 表一：收支总表 / 单位：万元']),
    );
  });

  test('《》 (新疆), or no number at all', () => {
    const template = `模板 本省 { 设置 { 表编号 "" } 目录 "目录" 部分 "决算表" { ${table('《收支总表》')} } }`;
    expect(composed(template)).toContain('··《收支总表》');
  });

  test('an extra table of what the standard names do not have (北京 政府购买服务)', () => {
    const template = `模板 本省 {
      结构 政府购买服务 开放
      表 "政府购买服务决算公开情况表" {
        列 "项目" 文字 = 项.名称  列 "金额" = 项
        行每 项 于 政府购买服务
        合计行 "合计" (政府购买服务 | 求和)
        空表 "本部门没有政府购买服务。"
      }
    }`;
    const bought = '政府购买服务 { 物业管理 12.00  信息系统运维 3.50 }';
    expect(composed(template, `${facts}\n${bought}`)).toEqual([
      '[表] 政府购买服务决算公开情况表 / 单位：万元',
      '| 项目 | 金额 |',
      '- 物业管理 | 12.00',
      '- 信息系统运维 | 3.50',
      '= 合计 | 15.50',
    ]);
    expect(composed(template).at(-1)).toBe('本部门没有政府购买服务。');
  });
});

describe('one table split in two ways (浙江、天津)', () => {
  test('by 科目', () => {
    const template = `模板 本省 { 表 "支出决算表（分科目）" {
      列 "编码" 文字 = 目.编码  列 "名称" 文字 = 目.名称  列 "合计" = 目
      行每 目 于 支出.全部.项
    } }`;
    expect(composed(template).slice(2)).toEqual([
      '- 2012601 | 行政运行 | 1000.00',
      '- 2012604 | 档案馆 | 55.40',
    ]);
  });

  const byUnit = `模板 本省 { 表 "收入决算表（分单位）" {
    列 "单位" 文字 = 位.名称  列 "本年收入" = 位.收入.本年收入合计  列 "财政拨款" = 位.收入.一般公共预算财政拨款收入
    行每 位 于 单位
    合计行 "合计" 收入.本年收入合计 收入.一般公共预算财政拨款收入
  } }`;

  test('by 单位, from the reports of the units', () => {
    const files = {
      '机关.fiscal': '单位决算 局机关 2023 { 收入 { 一般公共预算财政拨款收入 900.00 } }',
      '中心.fiscal': '单位决算 档案中心 2023 { 收入 { 一般公共预算财政拨款收入 155.40  事业收入 25.00 } }',
    };
    const own = '单位 局机关 行政\n单位 档案中心 事业\n引用 单位 "机关.fiscal"\n引用 单位 "中心.fiscal"';
    expect(composed(byUnit, own, files).slice(2)).toEqual([
      '- 局机关 | 900.00 | 900.00',
      '- 档案中心 | 180.40 | 155.40',
      '= 合计 | 1080.40 | 1055.40',
    ]);
  });

  test('blank where the report of a unit is not at hand', () => {
    expect(composed(byUnit).slice(2)).toEqual([
      '- 局机关 |  | ',
      '- 档案中心 |  | ',
      '= 合计 | 1080.40 | 1055.40',
    ]);
  });
});

describe('“三公”经费', () => {
  test('出国、接待、用车 instead of 出国、用车、接待 (安徽), of 一般公共预算 (云南)', () => {
    const template = `模板 本省 { 段 "一般公共预算财政拨款“三公”经费支出【三公经费.合计】万元：因公出国（境）费【三公经费.因公出国（境）费】万元；公务接待费【三公经费.公务接待费】万元；公务用车购置及运行费【三公经费.公务用车购置及运行费】万元。" }`;
    expect(composed(template)).toEqual([
      '一般公共预算财政拨款“三公”经费支出3万元：因公出国（境）费0万元；公务接待费1万元；公务用车购置及运行费2万元。',
    ]);
  });

  test('with 会议费 and 培训费 (陕西)', () => {
    const template = `模板 本省 {
      结构 会议培训 { 会议费  培训费 }
      表 "“三公”经费及会议费、培训费支出决算表" {
        列组 "“三公”经费" { 列 "小计" = 三公经费.合计  列 "公务接待费" = 三公经费.公务接待费 }
        列 "会议费" = 会议培训.会议费  列 "培训费" = 会议培训.培训费
        列 "合计" = 三公经费.合计 + 会议培训.会议费 + 会议培训.培训费
        行
      }
    }`;
    expect(composed(template, `${facts}\n会议培训 { 会议费 0.80  培训费 1.25 }`)).toEqual([
      '[表] “三公”经费及会议费、培训费支出决算表 / 单位：万元',
      '| “三公”经费 | 会议费 | 培训费 | 合计 |',
      '| 小计 | 公务接待费 |',
      '- 3.00 | 1.00 | 0.80 | 1.25 | 5.05',
    ]);
  });
});

describe('figures', () => {
  test.each([
    ['0', '26%'],
    ['1', '26.4%'],
    ['2', '26.37%'],
  ])('percentages with %s decimals', (decimals, shown) => {
    const share = '占【收入.一般公共预算财政拨款收入 | 占比 4002.27】';
    expect(composed(`模板 本省 { 设置 { 百分比小数 ${decimals} } 段 "${share}" }`)).toEqual([`占${shown}`]);
  });

  const growth = (phrase: string) =>
    composed(`模板 本省 { 设置 { 百分比小数 1 } 短语 增长 项 { ${phrase} }
      段 "公务接待费【三公经费.公务接待费 | 增长】；公务用车【三公经费.公务用车运行维护费 | 增长】。" }`);

  test('a base of zero: 增长--（基数为0，不可比） (广东)', () => {
    const phrase = `若 项.上年 = 0 且 项 ≠ 0 { "增长--（基数为0，不可比）" }
      否则 若 项 < 项.上年 { "下降【项 | 增长率 | 绝对值】" } 否则 { "增长【项 | 增长率】" }`;
    expect(growth(phrase)).toEqual(['公务接待费增长--（基数为0，不可比）；公务用车下降33.3%。']);
  });

  test('a base of zero: 上年无该项支出，增长率无可比性 (广西), or the words of a setting', () => {
    const phrase = '若 项.上年 = 0 { "上年无该项支出，增长率无可比性" } 否则 { "增减【项 | 增长率】" }';
    expect(growth(phrase)).toEqual(['公务接待费上年无该项支出，增长率无可比性；公务用车增减-33.3%。']);
    const setting = '模板 本省 { 设置 { 基数为零 "不可比" } 段 "【三公经费.公务接待费 | 增长率】" }';
    expect(composed(setting)).toEqual(['不可比']);
  });

  test('a base of zero: for growth and for shares apart (重庆)', () => {
    const words = '增长【三公经费.公务接待费 | 增长率】，占【收入.经营收入 | 占比 收入.经营收入】。';
    const setting = (own: string) => composed(`模板 本省 { 设置 { 百分比小数 2 ${own} } 段 "${words}" }`);
    expect(setting('基数为零 零')).toEqual(['增长0.00%，占0.00%。']);
    expect(setting('基数为零 零 增长基数为零 "100.00%"')).toEqual(['增长100.00%，占0.00%。']);
  });

  test('zero, and percentages, without decimals that say nothing', () => {
    const words =
      '出国【三公经费.因公出国（境）费】，占【三公经费.因公出国（境）费 | 占比 三公经费.合计】；接待【三公经费.公务接待费】；一半【收入.总计 | 占比 (收入.总计 * 2)】。';
    const setting = (own: string) =>
      composed(`模板 本省 { 设置 { 正文小数 2 百分比小数 2 ${own} } 段 "${words}" }`);
    expect(setting('')).toEqual(['出国0.00，占0.00%；接待1.00；一半50.00%。']);
    expect(setting('正文零值 去零')).toEqual(['出国0，占0%；接待1.00；一半50.00%。']);
    expect(setting('百分比去零 是')).toEqual(['出国0.00，占0%；接待1.00；一半50%。']);
  });

  test('thousands in tables only (上海), in text too (广东), nowhere', () => {
    const sample = '段 "【收入.总计】" 表 "总表" { 列 "总计" = 收入.总计 行 }';
    const figures = (settings: string) => {
      const lines = composed(`模板 本省 { 设置 { ${settings} } ${sample} }`);
      return [lines[0], lines.at(-1)];
    };
    expect(figures('表内千分位 是')).toEqual(['1080.7', '- 1,080.70']);
    expect(figures('正文千分位 是  表内千分位 是')).toEqual(['1,080.7', '- 1,080.70']);
    expect(figures('正文小数 原样')).toEqual(['1080.70', '- 1080.70']);
    expect(figures('正文小数 1  表内小数 1')).toEqual(['1080.7', '- 1080.7']);
  });

  test('元 (广西), zero as 0.00 (新疆) or as a blank (上海)', () => {
    const sample = '段 "【收入.上级补助收入】【货币单位】" 表 "总表" { 列 "补助" = 收入.上级补助收入 行 }';
    const written = '货币单位 元  收入 { 上级补助收入 0 }';
    const lines = (settings: string) => composed(`模板 本省 { 设置 { ${settings} } ${sample} }`, written);
    expect(lines('正文小数 原样')).toEqual(['0.00元', '[表] 总表 / 单位：元', '| 补助 |', '- 0.00']);
    expect(lines('零值 ""').at(-1)).toBe('- ');
  });
});

describe('部门 or 单位', () => {
  const template = `模板 本省 {
    部分 "【种类】概况" { 段 "本【种类】【年度】年度【种类】决算。" 若 种类 = "单位" { 节 "机构设置" { 插入 机构设置 } } }
  }`;

  test('each heading and sentence follows the report', () => {
    expect(composed(template)).toEqual(['# 第一部分部门概况', '本部门2023年度部门决算。']);
    const unit = read(`${template}\n单位决算 甲中心 2023 { 模板 本省  机构设置 "设三个科室。" }`);
    expect(unit.lines).toEqual([
      '# 第一部分单位概况',
      '本单位2023年度单位决算。',
      '## 一、机构设置',
      '设三个科室。',
    ]);
  });
});

describe('sections of its own', () => {
  test('民生支出 (天津), 人员构成 (北京), asked of the author', () => {
    const template = `模板 本省 {
      结构 民生支出 { 教育  文化 }
      节 "民生支出情况说明" { 段 {
        "民生支出【民生支出】万元，其中："
        每 项 于 民生支出 当 项 分隔 "、" { "【项.名称】【项】万元" }
        "。"
      } }
      节 "人员构成情况" { 段 "在职【单位 | 求和 在职】人。" }
      规则 本省01 "民生支出等于各项之和" { 民生支出 = 民生支出.教育 + 民生支出.文化 }
    }`;
    expect(composed(template, `${facts}\n民生支出 { 教育 3.00  文化 1.50 }`)).toEqual([
      '## 一、民生支出情况说明',
      '民生支出4.5万元，其中：教育3万元、文化1.5万元。',
      '## 二、人员构成情况',
      '在职28人。',
    ]);
  });

  test('a part for performance (甘肃), one without a number (联系方式)', () => {
    const template = `模板 本省 { 部分 "预算绩效情况说明" { 段 "编报绩效目标【绩效.绩效目标】个。" } 部分 "联系方式" 无编号 { 插入 联系方式 } }`;
    expect(composed(template, '绩效 { 绩效目标 3 个 }  联系方式 "电话 12345。"')).toEqual([
      '# 第一部分预算绩效情况说明',
      '编报绩效目标3个。',
      '# 联系方式',
      '电话 12345。',
    ]);
  });
});

describe('income and expenditure', () => {
  const template = `模板 本省 {
    段 {
      若 收入.总计 = 支出.总计 { "收、支总计均为【收入.总计】万元。" }
      否则 { "收入总计【收入.总计】万元，支出总计【支出.总计】万元，收支相差【收入.总计 - 支出.总计 | 绝对值】万元。" }
    }
  }`;

  test('both balances are spelled out where they differ (新疆、四川)', () => {
    expect(composed(template, '收入 { 总计 4125.49 }  支出 { 总计 4143.91 }')).toEqual([
      '收入总计4125.49万元，支出总计4143.91万元，收支相差18.42万元。',
    ]);
    expect(composed(template, '收入 { 总计 12 }  支出 { 总计 12 }')).toEqual(['收、支总计均为12万元。']);
  });

  test('the whole identity in one sentence (新疆)', () => {
    const identity = `模板 本省 { 设置 { 正文小数 原样 } 段 "收入总计【收入.总计】万元，其中：本年收入合计【收入.本年收入合计】万元，使用非财政拨款结余【收入.使用非财政拨款结余】万元，年初结转和结余【收入.年初结转和结余】万元。" }`;
    expect(composed(identity)).toEqual([
      '收入总计1080.70万元，其中：本年收入合计1080.40万元，使用非财政拨款结余0.00万元，年初结转和结余0.30万元。',
    ]);
  });
});

function composed(template: string, written = facts, files: Record<string, string> = {}): string[] {
  const { lines, findings } = read(`${template}\n部门决算 甲局 2023 { 模板 本省\n${written} }`, files);
  expect(findings.map(messageOf)).toEqual([]);
  return lines;
}

function titles(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('[表]'));
}
