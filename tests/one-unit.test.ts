import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText } from './check.js';
import { read } from './composed-lines.js';

/**
 * A department of one unit is that unit: what is written in the unit's report, which names no template, is printed in
 * the department's as if the department had written it.
 */
const templates = ['四川', '上海', '重庆'];

const own = '职责 "管理档案。"\n机构设置 "内设两个科室。"\n单位 示例市甲中心 事业 编制 3 在职 3';

const department = (template: string, items: string) =>
  `部门决算 示例市档案局 2024 {\n模板 ${template}\n${own}\n${items}\n}`;

const unitNamed = (name: string, items: string, head = '') => `单位决算 ${name} 2024 {\n${head}\n${items}\n}`;

const unit = (items: string, head = '') => unitNamed('示例市甲中心', items, head);

const withUnits = (template: string, units: readonly string[], items: string) => ({
  text: department(
    template,
    `${units.map((_, index) => `引用 单位 "${index}.fiscal"`).join('\n')}\n${items}`,
  ),
  files: Object.fromEntries(units.map((text, index) => [`${index}.fiscal`, text])),
});

const merged = (template: string, units: readonly string[], items = '') => {
  const { text, files } = withUnits(template, units, items);
  return read(text, files).lines;
};

/** What is wrong in a department of these units. */
const wrongIn = (template: string, units: readonly string[], items: string) => {
  const { text, files } = withUnits(template, units, items);
  return check(text, files).filter(isWrong);
};

/** What a department says because there are reports of units, and rows of a 收入 that nobody wrote. */
const isOfItsOwn = (line: string) =>
  line.includes('报告范围包括机关和下属单位') || /^=.*合计 \| 未填 \| 未填( \|  | \| 未填)+/.test(line);

const printed = (lines: readonly string[]) => lines.filter((line) => !isOfItsOwn(line));

const said = [
  '三公经费 { 公务接待费 2.65 预算 2.91 { 国内 2.65 21 批次 137 人次 } }',
  '三公经费 { 公务接待费 2.65 预算 2.91 { 国内 2.65 } }',
  '三公经费 { 公务接待费 2.95 { 国内 2.65 21 批次 137 人次  外事 0.30 2 批次 6 人次 } }',
  '三公经费 { 公务接待费 2.65  因公出国（境）费 3.00 { 团组 1 个  人数 2 人 } }',
  '三公经费 未发生',
  '三公经费 不适用',
  '三公经费 未发生 上年 1.20',
  '三公经费 0',
  '机关运行经费 不适用',
  '机关运行经费 未发生',
  '机关运行经费 30.00',
  '机关运行经费 30.00 上年 20.00 原因 "新增库房"',
  '政府采购 未发生',
  '政府采购 30.00',
  '政府采购 30.00 { 货物 20.00 服务 10.00  中小企业 10.00 }',
  '国有资产 { 车辆 3 辆 }',
  '国有资产 { 车辆 未发生 }',
  '国有资产 { 车辆 3 辆 { 其他用车 3 辆 } }',
  '支出 政府性基金 未发生\n支出 国有资本经营 未发生',
  '会议费 1.20 上年 1.00 { 会议 2 个 40 人 }\n培训费 0.80 上年 0.90',
  '会议费 未发生\n培训费 未发生',
  `收入 { 一般公共预算财政拨款收入 126.40  总计 126.40 上年 118.00 }
   支出 一般公共预算 { 2012601 行政运行 基本 86.40 预算 86.40  2012604 档案馆 项目 40.00 预算 42.00 }
   基本支出 { 人员经费 70.20  公用经费 16.20 }`,
];

/** What only one template knows of, and what goes against one: in 重庆 国内 has 外事 in it. */
const isOf = (template: string, items: string) =>
  template === '重庆' ? !items.includes('外事') : !items.includes('会议费');

describe.each(templates)('under %s one unit is printed as if the department had written it', (template) => {
  test.each(said.filter((items) => isOf(template, items)))('%s', (items) => {
    const { lines } = read(department(template, items));
    expect(printed(merged(template, [unit(items)]))).toEqual(printed(lines));
  });
});

describe('a unit that says only what its parts come to', () => {
  const whole = unit('政府采购 30.00');
  const parts = unitNamed('示例市乙中心', '政府采购 20.00 { 货物 20.00 }');

  test.each(['四川', '重庆'])(
    'is in the total of its department under %s, whose parts nobody knows',
    (template) => {
      const text = merged(template, [whole, parts]).join('\n');
      expect(text).toMatch(/政府采购支出总额50(\.00)?万元/);
      expect(text).toContain('政府采购货物支出未填万元、政府采购工程支出未填万元');
    },
  );

  test('makes nothing wrong that its department states', () => {
    const found = (items: string) => wrongIn('四川', [whole, parts], items);
    expect(found('政府采购 50.00')).toEqual([]);
    expect(found('政府采购 50.00 { 货物 30.00 服务 20.00 }')).toEqual([]);
    expect(found('政府采购 60.00')).not.toEqual([]);
  });

  test('leaves alone the parts that its department states', () => {
    const text = merged('四川', [whole, parts], '政府采购 50.00 { 货物 30.00 服务 20.00 }').join('\n');
    expect(text).toContain('政府采购货物支出30万元、政府采购工程支出0万元、政府采购服务支出20万元');
  });
});

describe('a total that every unit tells, and the parts of which only some do', () => {
  const one = unit('基本支出 { 人员经费 70.20  公用经费 16.20 }\n国有资产 { 车辆 未填 }');
  const other = unitNamed(
    '示例市乙中心',
    '基本支出 { 30101 基本工资 50.00  30201 办公费 5.00 }\n国有资产 { 车辆 { 其他用车 1 辆 } }',
  );

  test('is the sum of those totals, and its lines are open', () => {
    const text = merged('重庆', [one, other]).join('\n');
    expect(text).toContain('人员经费120.20万元');
    expect(text).toContain('公用经费21.20万元');
    expect(text).toMatch(/- 30101 \| 基本工资 \| 未填/);
    expect(text).toContain('本部门共有车辆未填辆');
  });

  test('is not wrong where the department states it', () => {
    const found = (items: string) => wrongIn('重庆', [one, other], items);
    expect(found('基本支出 { 人员经费 120.20 公用经费 21.20 }')).toEqual([]);
    expect(found('基本支出 { 人员经费 120.20 公用经费 22.20 }').map(({ rule }) => rule)).toEqual(['X026']);
  });

  test('is what its parts come to, where the department states one of those', () => {
    const units = ['12.01', '3.00'].map((whole, index) =>
      unitNamed(`示例市第${index}中心`, `收入 { 事业收入 ${['12.00', '3.00'][index]}  总计 ${whole} }`),
    );
    expect(merged('重庆', units).join('\n')).toContain('收入总计15.01万元');
    expect(merged('重庆', units, '收入 { 事业收入 15.00 }').join('\n')).toContain('收入总计15.00万元');
  });
});

describe('what does not arise in one unit', () => {
  const none = unit('机关运行经费 不适用');
  const some = (items: string) => unitNamed('示例市乙中心', items);

  test('says nothing of last year’s figure of another', () => {
    const text = merged('上海', [none, some('机关运行经费 3.00')]).join('\n');
    expect(text).toContain('机关运行经费支出3万元。');
    expect(text).not.toContain('持平');
  });

  test.each([
    ['机关运行经费 不适用', '我单位不在机关运行经费统计范围之内'],
    ['机关运行经费 未发生', '没有发生机关运行经费支出'],
    ['机关运行经费 0', '机关运行经费支出0.00万元'],
  ])('beside another with %s', (items, sentence) => {
    expect(merged('重庆', [none, some(items)]).join('\n')).toContain(sentence);
  });
});

describe('what a department says itself did not arise', () => {
  const silent = [unit('机关运行经费 10.00'), unitNamed('示例市乙中心', '机关运行经费 5.00')];
  // What it leaves open is told of the units; of the block it is what a report without units says.
  const saidOfBlock = (lines: readonly string[], word: string) =>
    lines.filter((line) => line.includes(word) && !/^[=|#[]|^- |指|反映/.test(line));

  describe.each(templates)('under %s', (template) => {
    test.each([
      ['三公经费 未发生', '三公”经费'],
      ['三公经费 不适用', '三公”经费'],
      ['政府采购 未发生', '政府采购'],
    ])('%s is not opened again by units that do not speak of it', (items, word) => {
      const alone = saidOfBlock(read(department(template, items)).lines, word);
      expect(alone.join('\n')).not.toContain('未填');
      expect(saidOfBlock(merged(template, silent, items), word)).toEqual(alone);
    });
  });
});

describe('a change of the department needs last year of every unit', () => {
  const blocks = [
    ['机关运行经费', (figure: string, before: string) => `机关运行经费 ${figure} ${before}`],
    [
      '财政拨款支出',
      (figure: string, before: string) =>
        `支出 一般公共预算 { 2012601 行政运行 基本 ${figure} 预算 ${figure} ${before} }`,
    ],
    [
      '收入支出总计',
      (figure: string, before: string) => `收入 { 事业收入 ${figure} ${before && `总计 ${before}`} }`,
    ],
    ['“三公”经费', (figure: string, before: string) => `三公经费 { 公务接待费 ${figure} ${before} }`],
  ] as const;
  const toldOf = (name: string, units: readonly string[], items = '') =>
    merged('上海', units, items)
      .filter((line) => line.includes(name) && /2023/.test(line))
      .join('\n');
  const second = (items: string, head = '') => unitNamed('示例市乙中心', items, head);

  describe.each(blocks)('%s', (name, written) => {
    const first = unit(written('10.00', '上年 9.00'));

    test('is open where one does not tell it', () => {
      const text = toldOf(name, [first, second(written('5.00', ''))]);
      expect(text).not.toMatch(/增加|减少|下降/);
      expect(text).toContain('增减未填万元');
    });

    test('is what they come to where all tell it', () => {
      expect(toldOf(name, [first, second(written('5.00', '上年 4.50'))])).toContain('增加1.5万元');
    });

    test('is left open by none that came to nothing', () => {
      expect(toldOf(name, [first, second(written('0', ''))])).toContain('增加1万元');
    });
  });

  test('a unit where it did not occur, or does not arise, leaves nothing open', () => {
    for (const none of ['未发生', '不适用'])
      expect(
        toldOf('机关运行经费', [unit('机关运行经费 10.00 上年 9.00'), second(`机关运行经费 ${none}`)]),
      ).toContain('增加1万元');
  });

  test('one whose template has no word for the change tells last year all the same', () => {
    const other = second('机关运行经费 5.00 上年 4.00', '模板 四川');
    expect(toldOf('机关运行经费', [unit('机关运行经费 10.00 上年 9.00'), other])).toContain('增加2万元');
  });

  test('what the department states itself is compared with', () => {
    const units = ['10.00 上年 9.00', '5.00'].map((each) => `机关运行经费 ${each}`);
    const text = toldOf('机关运行经费', [unit(units[0]!), second(units[1]!)], '机关运行经费 上年 18.00');
    expect(text).toContain('减少3万元');
  });

  test('no reason is asked for it', () => {
    const told = check(department('上海', '引用 单位 "0.fiscal"\n引用 单位 "1.fiscal"'), {
      '0.fiscal': unit('机关运行经费 10.00 上年 9.00'),
      '1.fiscal': second('机关运行经费 5.00'),
    });
    expect(told.filter((line) => JSON.stringify(line).includes('N1101'))).toEqual([]);
  });
});

describe('the template after which a unit is read', () => {
  const costs = '会议费 1.20 上年 1.00';
  const found = (text: string, files: Record<string, string> = {}) =>
    check(text, files).map(({ rule, severity }) => `${rule} ${severity}`);
  const beside = (template: string, text: string) =>
    found(department(template, '引用 单位 "0.fiscal"'), { '0.fiscal': text });

  test('is that of its department, where it names none', () => {
    expect(beside('重庆', unit(costs))).not.toContain('Z010 error');
    expect(merged('重庆', [unit(costs)]).join('\n')).toContain('会议费支出1.20万元');
    expect(beside('四川', unit(costs))).toContain('Z010 error');
  });

  test('is its own, where it names one', () => {
    expect(beside('重庆', unit(costs, '模板 四川'))).toContain('Z010 error');
    expect(beside('四川', unit(costs, '模板 重庆'))).not.toContain('Z010 error');
  });

  test('is none, where it is checked alone', () => {
    expect(found(unit(costs))).toContain('Z010 error');
  });

  test('is that of each department, where two with different templates refer to it', () => {
    const files = { '0.fiscal': unit(costs) };
    const both = ['四川', '重庆'].map((template) => department(template, '引用 单位 "0.fiscal"')).join('\n');
    const { reports } = loadText(both, files);
    const known = reports.map(({ base }) => base.units[0]!.schema.children.has('会议费'));
    expect(known).toEqual([false, true]);
  });

  test('is handed on to the units of a unit, and to last year’s report', () => {
    const files = {
      '0.fiscal': unit('引用 单位 "1.fiscal"'),
      '1.fiscal': unitNamed('示例市乙站', costs),
      '2023.fiscal': `部门决算 示例市档案局 2023 { 会议费 1.00 }`,
    };
    const { reports } = loadText(department('重庆', '引用 上年 "2023.fiscal"\n引用 单位 "0.fiscal"'), files);
    const { units, prior } = reports[0]!.base;
    expect(units[0]!.units[0]!.find(['会议费'])).toBeDefined();
    expect(prior!.find(['会议费'])).toBeDefined();
  });
});

test('projects of units are projects of the department, wherever they are counted', () => {
  const projects = unit('项目 甲 { 执行 3.00 }\n项目 乙 { 执行 2.00 }');
  const found = (count: number) =>
    check(department('四川', `引用 单位 "0.fiscal"\n绩效 { 事前评估 ${count} 个 }`), {
      '0.fiscal': projects,
    });
  expect(found(2).map(({ rule }) => rule)).not.toContain('P012');
  expect(found(3).map(({ rule }) => rule)).toContain('P012');
});
