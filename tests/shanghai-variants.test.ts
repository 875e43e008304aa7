import { messageOf } from '@fiscal/core';
import { skeleton } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { read } from './composed-lines.js';

/** What the model text of Shanghai says in other cases than that of the example. */
const several = '单位 甲局（本级） 行政\n单位 乙中心 事业 说明 "全额拨款"';

describe('units', () => {
  test('a department of several lists them', () => {
    expect(below('二、部门决算单位构成', several)).toEqual([
      '从预算单位构成看，甲局部门决算包括：甲局本级决算、下属行政事业单位决算。',
      '纳入甲局2024年度部门决算编制范围的单位包括：',
      '[表] ',
      '| 序号 | 单位名称 | 备注 |',
      '- 1 | 甲局（本级） | ',
      '- 2 | 乙中心 | 全额拨款',
    ]);
  });

  test('one of a single unit says how it is organised', () => {
    expect(below('二、机构设置', '机构设置 "设三个科室。"')).toEqual(['设三个科室。']);
    expect(below('二、机构设置', '内设机构 { 办公室  预算科 }')).toEqual([
      '甲局设2个内设机构：办公室、预算科。',
    ]);
  });

  test('单位决算: 单位 instead of 部门 throughout', () => {
    const lines = composed(several + '\n绩效 { 绩效目标 2 个 }', '单位决算');
    expect(lines.filter((line) => /部门决算|本部门|反映部门/.test(line))).toEqual([]);
    expect(lines).toContain('# 第二部分甲局2024年度单位决算表');
    expect(lines).toContain('## 二、机构设置');
    expect(lines).toContain('注：本表反映单位本年度各项支出情况。');
  });
});

describe('comparison with last year', () => {
  test.each([
    ['总计 12 上年 10', '收入支出总计增加2万元，增长20.00%。'],
    ['总计 12 上年 15', '收入支出总计减少3万元，下降20.00%。'],
    ['总计 12 上年 12', '收入支出总计持平。'],
    ['总计 12 上年 0', '收入支出总计增加12万元。'],
    ['总计 12 { 增减额 0 }', '收入支出总计持平。'],
    ['总计 未填 上年 12', '收入支出总计增减未填万元。'],
  ])('%s', (written, said) => {
    const [sentence] = below('一、收入支出决算总体情况说明', `收入 { ${written} }`);
    expect(sentence).toMatch(/^甲局2024年度收入支出总计(12|未填)万元。与2023年度相比，/);
    expect(sentence!.endsWith(said)).toBe(true);
  });

  test('nothing is compared where last year is not written', () => {
    expect(below('一、收入支出决算总体情况说明', '收入 { 总计 12 }')).toEqual([
      '甲局2024年度收入支出总计12万元。',
    ]);
  });
});

describe('what does not concern is not listed', () => {
  test('income without money of the budget', () => {
    expect(below('二、收入决算情况说明', '收入 { 事业收入 6 经营收入 3 其他收入 1 }')).toEqual([
      '本年收入合计10万元，其中：事业收入6万元，占60.00%；经营收入3万元，占30.00%；其他收入1万元，占10.00%。',
    ]);
  });

  test('every kind of expenditure', () => {
    const written =
      '收入 { 经营收入 10 } 支出 其他资金 { 2050205 高等教育  基本 4 项目 3 上缴上级 1 经营 1 对附属单位补助 1 }';
    expect(below('三、支出决算情况说明', written)).toEqual([
      '本年支出合计10万元，其中：基本支出4万元，占40.00%；项目支出3万元，占30.00%；上缴上级支出1万元，占10.00%；经营支出1万元，占10.00%；对附属单位补助支出1万元，占10.00%。',
    ]);
  });
});

describe('“三公”经费', () => {
  const spent = `三公经费 原因 "业务增加" {
    因公出国（境）费    3.00  预算 3.00  上年 2.00  团组 1  人数 2 { 用途 "国际会议的旅费"  原因 "会议在境外" }
    公务用车购置费      20.00 预算 18.00 上年 0     { 用途 "更新车辆"  轿车 1 辆 }
    公务用车运行维护费  4.00  预算 5.00  上年 5.00  { 用途 "市内公务出行" }
    公务接待费          1.00  预算 2.00  上年 1.00  {
      国内 1.00  5 批次  40 人次 { 用途 "业务交流" }
      外事 0.40  1 批次   6 人次
    }
    公务用车保有量 { 轿车 3 辆 }
    预算原因 "车价上涨"
  }`;

  test('each item is told', () => {
    expect(below('（二）“三公”经费财政拨款支出决算具体情况说明', spent)).toEqual([
      '“三公”经费财政拨款支出决算中，因公出国（境）费支出决算3万元，占10.71%；公务用车购置及运行维护费支出决算24万元，占85.71%；公务接待费支出决算1万元，占3.57%。具体情况如下：',
      '1、因公出国（境）费支出3万元。全年安排因公出国（境）团组1个、累计2人次。开支内容包括：国际会议的旅费。',
      '2、公务用车购置及运行维护费支出24万元。其中：',
      '公务用车购置支出为20万元。主要用于更新车辆。购置公务用车1辆。',
      '公务用车运行维护支出4万元。主要用于市内公务出行。2024年，甲局所属各预算单位开支财政拨款的公务用车保有量为3辆。',
      '3、公务接待费支出1万元。其中：',
      '国内公务接待支出1万元（含外宾接待支出0.4万元）。主要用于业务交流。公务接待5批次、40人次，其中：接待外宾1批次、6人次。',
    ]);
  });

  test('and compared with the budget and last year', () => {
    expect(below('（一）“三公”经费财政拨款支出决算总体情况说明', spent)).toEqual([
      '“三公”经费财政拨款支出年初预算为28.00万元，支出决算为28.00万元，完成预算的100.00%，其中：因公出国（境）费决算为3.00万元，完成预算的100.00%；公务用车购置及运行维护费支出决算为24.00万元，完成预算的104.35%；公务接待费支出决算为1.00万元，完成预算的50.00%。2024年度“三公”经费支出决算数与预算数基本持平。',
      '2024年度“三公”经费财政拨款支出决算数比2023年度增加20万元，增长250.00%，其中：因公出国（境）费支出决算增加1万元，增长50.00%；公务用车购置及运行维护费支出决算增加19万元，增长380.00%；公务接待费支出决算持平。“三公”经费支出增加的主要原因是业务增加。因公出国（境）费支出增加的主要原因是会议在境外。',
    ]);
  });

  test('none at all', () => {
    expect(below('（二）“三公”经费财政拨款支出决算具体情况说明', '三公经费 0 { }')).toEqual([
      '甲局2024年度无“三公”经费财政拨款支出。',
    ]);
  });
});

describe('funds', () => {
  test('money of a fund is told subject by subject', () => {
    const written = `收入 { 政府性基金预算财政拨款收入 9 }
      支出 政府性基金 { 2296003 用于体育事业的彩票公益金支出  项目 9  预算 8 用途 "健身设施" 预算原因 "增加设施" }`;
    expect(below('八、政府性基金预算财政拨款收入支出决算情况说明', written)).toEqual([
      '政府性基金预算财政拨款收入9万元，支出9万元，支出具体情况如下：',
      '1、其他支出（类）彩票公益金安排的支出（款）用于体育事业的彩票公益金支出（项）。主要用于：健身设施。年初预算为8.00万元，支出决算为9.00万元。决算数大于预算数的主要原因：增加设施。',
    ]);
  });

  test('none', () => {
    const heading = '九、国有资本经营预算财政拨款收入支出决算情况说明';
    expect(below(heading, '收入 { 一般公共预算财政拨款收入 9 }')).toEqual([
      '甲局2024年度无国有资本经营预算财政拨款收入和支出。',
    ]);
  });

  test('of income that nobody wrote nothing is said', () => {
    expect(below('九、国有资本经营预算财政拨款收入支出决算情况说明', '')).toEqual([
      '国有资本经营预算财政拨款收入未填万元，支出未填万元。',
    ]);
  });
});

describe('other matters', () => {
  test.each(['机关运行经费 未发生', '机关运行经费 不适用', '机关运行经费 0'])(
    'no 机关运行经费: %s',
    (written) => {
      expect(below('（一）机关运行经费支出情况', written)).toEqual(['甲局2024年度无机关运行经费支出。']);
    },
  );

  test('the systems and the mechanism of performance management', () => {
    const [sentence] = below(
      '十、预算绩效管理情况',
      '绩效 { 管理制度 "绩效管理办法、绩效自评细则"  工作机制 "分级负责"  绩效目标 2 个 金额 8 }',
    );
    expect(sentence).toContain(
      '本部门建立了如下预算绩效管理制度：绩效管理办法、绩效自评细则，建立了分级负责的预算绩效管理工作机制；全过程绩效管理实施情况：编报绩效目标的2024年度项目2个，涉及预算金额8万元；',
    );
  });

  test('of performance nothing is said that nobody wrote', () => {
    const [sentence] = below(
      '十、预算绩效管理情况',
      '绩效 { 绩效目标 3 个  绩效自评 3 个 金额 8 { 优 3 个 }  发现问题 3 个 }',
    );
    expect(sentence).toContain(
      '编报绩效目标的2024年度项目3个；绩效跟踪评价的2024年度项目未填个，涉及预算金额未填万元；绩效自评的2024年度项目3个，涉及预算金额8万元（其中，',
    );
    expect(sentence).toContain('共发现问题3个，已经完成整改的未填个，正在整改的未填个）');
  });

  const small = '其中：货物采购金额60万元、工程采购金额0万元、服务采购金额0万元。';
  test.each([
    ['中小企业 28.00 小微企业 12.00', '授予中小企业合同金额28万元，其中：授予小微企业合同金额12万元。'],
    ['中小企业 28.00', '授予中小企业合同金额28万元。'],
    ['中小企业 28.00 预留中小企业成交 28.00', '面向中小企业预留政府采购项目预算金额未填万元'],
    [
      '中小企业 28.00 小微企业 12.00 中小企业预留 15.00',
      '面向中小企业预留政府采购项目预算金额15万元，面向小微企业预留政府采购项目预算金额未填万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额未填万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额未填万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额未填万元。',
    ],
    [
      '中小企业 28.00 预留中小企业成交 15.00',
      '中标或成交的，采购金额15万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额未填万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额未填万元。',
    ],
    [
      '中小企业 28.00 中小企业预留 15.00 预留中小企业成交 15.00 其他中小企业成交 13.00',
      '采购金额15万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额0万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额13万元。',
    ],
  ])('政府采购 { 货物 60.00 %s }', (written, sentence) => {
    const lines = below('（二）政府采购支出情况', `政府采购 60.00 { 货物 60.00 ${written} }`);
    expect(lines[0]).toContain(small);
    expect(lines[1]).toContain(sentence);
  });

  test('equipment under the name that its author gives it', () => {
    const [sentence] = below(
      '（三）国有资产占有使用情况说明',
      '国有资产 { 车辆 0 设备 { 单价100万元以上专用设备 3 台 } }',
    );
    expect(sentence).toMatch(/单价100万元（含）以上专用设备（不含车辆）3台（套）。$/);
  });

  test('a zero that is written stands in the table of economic subjects, in a row of its own', () => {
    const lines = composed(
      '基本支出 { 30101 基本工资 8.00  30102 津贴补贴 0  30306 救济费 0.00  30701 国内债务付息 0 }',
    );
    const rows = lines.filter((line) => /\| (?:\d{5}) \|/.test(line) || /^- \d{5}/.test(line)).join('\n');
    for (const cells of [
      '30102 | 津贴补贴 | 0.00',
      '30306 | 救济费 | 0.00',
      '30701 | 国内债务付息 | 0.00',
      '30103 | 奖金 |  |',
    ])
      expect(rows).toContain(cells);
    expect(rows).not.toContain('31006 ');
  });

  test('an economic subject that the form has not is printed when money was spent on it', () => {
    const lines = composed('基本支出 { 30306 救济费 1.00  31006 大型修缮 2.00  30701 国内债务付息 3.00 }');
    for (const cells of ['30306 | 救济费 | 1.00', '31006 | 大型修缮 | 2.00', '30701 | 国内债务付息 | 3.00'])
      expect(
        lines.some((line) => line.includes(cells)),
        cells,
      ).toBe(true);
  });
});

test('a new report with this template composes, open figures are left open', () => {
  const text = skeleton({ name: '甲局', year: 2024, template: '上海' });
  const { lines, findings } = read(text);
  expect(findings.map(messageOf)).toEqual([]);
  expect(lines).toContain(
    '甲局2024年度收入支出总计未填万元。与2023年度相比，收入支出总计增减未填万元。主要原因：写收支总计增减的原因。',
  );
});

test.each(['0.004', '-0.004'])('增减额 %s is printed as 0, and so is what is said of it', (change) => {
  const { lines } = read(`部门决算 甲局 2024 { 模板 上海\n收入 { 总计 12 { 增减额 ${change} } } }`);
  expect(lines.join('\n')).toContain('与2023年度相比，收入支出总计持平。');
});

function composed(written: string, kind = '部门决算'): string[] {
  const { lines, findings } = read(`${kind} 甲局 2024 { 模板 上海\n${written} }`);
  expect(findings.map(messageOf)).toEqual([]);
  return lines;
}

/** What stands between a heading and the next one. */
function below(heading: string, written: string): string[] {
  const lines = composed(written);
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  expect(start, heading).toBeGreaterThan(-1);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('#'));
  return end < 0 ? rest : rest.slice(0, end);
}
