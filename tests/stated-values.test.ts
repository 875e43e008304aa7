import { compose, unprintedFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { check, isWrong, loadText, saying } from './check.js';
import { read } from './composed-lines.js';

/** What the author stated where it could be computed is what is printed, and is checked. */

function reportWith(lines: string, template = '上海'): string {
  return `部门决算 某局 2024 {\n模板 ${template}\n${lines}\n}\n`;
}

function wrongIn(lines: string, template?: string): string[] {
  return check(reportWith(lines, template))
    .filter((finding) => isWrong(finding) && /^[RIXNS]/.test(finding.rule))
    .map(saying);
}

function printed(lines: string, words: string, template?: string): string | undefined {
  return read(reportWith(lines, template)).lines.find((line) => line.includes(words));
}

describe('a share of what a block adds up to', () => {
  const line = '2012601 行政运行 基本 60.00';

  test('is one of the expenditure of the year', () => {
    const lines = `支出 一般公共预算 { ${line} 合计 60.00 占比 12.00% }\n支出 其他资金 { 2012602 一般行政管理事务 项目 40.00 }`;
    expect(wrongIn(lines)).toEqual([
      'R001 「一般公共预算支出合计·占比」应为 60.00%（60.00 ÷ 100.00），申报 12.00%，差 −48.00 个百分点。',
    ]);
    expect(wrongIn(lines.replace('12.00%', '60.00%'))).toEqual([]);
    expect(printed(lines, '占本年支出合计的')).toContain('占本年支出合计的12.00%');
  });
});

describe('a change that is stated without what it is compared with', () => {
  const reason = '原因 "办公用房搬迁"';

  test('gives the figure of the year before, and the growth', () => {
    const lines = `机关运行经费 90.00 ${reason} { 增减额 10.00 }`;
    expect(wrongIn(lines)).toEqual([]);
    expect(printed(lines, '机关运行经费支出9')).toContain('比2023年度增加10万元，增长12.50%');
  });

  test('a stated growth is printed for increases too, and checked', () => {
    const lines = `机关运行经费 90.00 增长率 13.00% ${reason} { 增减额 10.00 }`;
    expect(printed(lines, '机关运行经费支出9')).toContain('增加10万元，增长13.00%');
    expect(wrongIn(lines)).toEqual([
      'R005 「机关运行经费·增长率」应为 12.50%（（90.00 − 80.00）÷ 80.00），申报 13.00%，差 +0.50 个百分点。',
    ]);
    expect(wrongIn(`机关运行经费 90.00 增长率 -99.00% ${reason} { 增减额 -10.00 }`)).toEqual([
      'R005 「机关运行经费·增长率」应为 −10.00%（（90.00 − 100.00）÷ 100.00），申报 −99.00%，差 −89.00 个百分点。',
    ]);
  });

  test('what is left open stays open', () => {
    expect(printed('机关运行经费 90.00 { 增减额 未填 }', '机关运行经费支出9')).toContain('增减未填万元');
  });
});

describe('the rate of completion', () => {
  const rate = (budgets: string, of: string) =>
    wrongIn(`支出 一般公共预算 { 2012601 行政运行 基本 100.00 ${budgets} 完成率 ${of} 预算原因 "增加人员" }`);

  test('is one of any budget that is written', () => {
    expect(rate('预算 125.00', '80.00%')).toEqual([]);
    expect(rate('预算 125.00 全年预算 100.00', '80.00%')).toEqual([]);
    expect(rate('预算 125.00 全年预算 100.00', '100.00%')).toEqual([]);
    expect(rate('全年预算 80.00', '125.00%')).toEqual([]);
    expect(rate('预算 125.00 调整预算 100.00', '90.00%')).toEqual([
      'R002 「2012601 行政运行·完成率」应为 80.00%（100.00 ÷ 125.00），申报 90.00%，差 +10.00 个百分点。',
    ]);
  });

  test('nothing of nothing is 0%, and nothing else', () => {
    const lines = (rate: string) =>
      `三公经费 { 因公出国（境）费 0 公务用车购置费 0 公务用车运行维护费 0 公务接待费 0 预算 0 完成率 ${rate} }`;
    expect(wrongIn(lines('0%'))).toEqual([]);
    expect(wrongIn(lines('100%'))).toEqual([
      'R003 「公务接待费·年初预算」为 0，不能计算「公务接待费·完成率」，不应写完成率。',
    ]);
  });
});

describe('a rate that is right of something else than what a sentence tells', () => {
  const line = '2012601 行政运行 基本 30.00';
  const total = '合计 30.00 基本 30.00';
  const reasons = '预算原因 "增加人员"';
  const lines = (budgets: string, of: string) => `支出 一般公共预算 {
${line} ${budgets} 完成率 ${of} ${reasons}
${total} ${budgets} 完成率 ${of} ${reasons}
}`;
  const toldOf = (text: string, template: string) => {
    const [report] = loadText(reportWith(text, template)).reports;
    return unprintedFindings(report!, compose(report!))
      .map(saying)
      .filter((told) => /率|占比/.test(told));
  };
  const both = '年初预算 20.00 调整预算 40.00';

  // 四川 tells the rate of 调整预算 where there is one, 上海 that of 年初预算.
  test.each([
    ['四川', '75%', '支出决算数为30万元，完成预算75%', undefined],
    ['四川', '150%', '支出决算数为30万元，完成预算75%', '一般公共预算支出合计写 150%，印 75%'],
    ['上海', '150%', '完成年初预算的150.00%', undefined],
    ['上海', '75%', '完成年初预算的150.00%', '一般公共预算支出合计写 75.00%，印 150.00%'],
  ])('%s, %s: %s', (template, of, sentence, told) => {
    const text = lines(both, of);
    expect(wrongIn(text, template)).toEqual([]);
    expect(printed(text, sentence, template)).toBeDefined();
    expect(toldOf(text, template)).toEqual(told ? [expect.stringContaining(told)] : []);
  });

  test('a wrong one is told as wrong, and printed as it was written', () => {
    expect(wrongIn(lines(both, '90%'), '四川')).toEqual([
      expect.stringContaining('R002 「2012601 行政运行·完成率」应为 150%（30.00 ÷ 20.00），申报 90%'),
      expect.stringContaining('R002 「一般公共预算支出合计·完成率」应为 150%（30.00 ÷ 20.00），申报 90%'),
    ]);
    expect(printed(lines(both, '90%'), '完成预算90%', '四川')).toBeDefined();
  });

  test('a share of the income of the year is none of the whole income', () => {
    const income = '收入 { 一般公共预算财政拨款收入 80.00 占比 80% 事业收入 20.00 年初结转和结余 100.00 }';
    expect(wrongIn(income, '四川')).toEqual([]);
    expect(printed(income, '收入总计200万元', '四川')).toContain('一般公共预算财政拨款收入80万元，占40%');
    expect(toldOf(income, '四川')).toEqual([
      'D015 「收入」里写的占比，模板「四川」印的是按另一个基数算的：一般公共预算财政拨款收入写 80%，印 40%。',
    ]);
    expect(toldOf(income.replace('80%', '40%'), '四川')).toEqual([]);
  });
});

describe('a budget that was changed, or came during the year', () => {
  const line = (budgets: string) =>
    printed(
      `支出 一般公共预算 { 2012601 行政运行 基本 100.00 ${budgets} 预算原因 "年中成立" }`,
      '行政运行（项）',
    );

  test('is printed under its name', () => {
    expect(line('预算 90.00 全年预算 110.00')).toContain(
      '年初预算为90.00万元，全年预算为110.00万元，支出决算为100.00万元。',
    );
    expect(line('预算 90.00 调整预算 110.00')).toContain(
      '年初预算为90.00万元，调整预算为110.00万元，支出决算为100.00万元。',
    );
    expect(line('全年预算 110.00')).toContain('。全年预算为110.00万元，支出决算为100.00万元。');
  });

  test('what differs from it wants a reason', () => {
    const lines = '支出 一般公共预算 { 2012601 行政运行 基本 100.00 全年预算 110.00 }';
    expect(wrongIn(lines)).toEqual([
      'N0509 「2012601 行政运行」决算 100.00，与预算数不同，没有写原因：请在这一行后面写 预算原因 "…"。',
    ]);
    expect(line('全年预算 110.00')).toContain('决算数小于预算数的主要原因：年中成立。');
    expect(line('全年预算 100.00')).toContain('决算数与预算数基本持平。');
  });
});

test('the same quantity rounded elsewhere does not win over its own parts', () => {
  const rule = '规则 A001 "两处一致" 级别 错误 { 机关运行经费 同 基本支出.公用经费 }\n';
  const lines = '货币单位 元\n基本支出 { 30201 办公费 2294335.00 }\n机关运行经费 229.43 万元';
  const { lines: all } = read(rule + reportWith(lines, '四川'));
  expect(all.find((line) => line.startsWith('公用经费'))).toContain('公用经费2294335元');
  // Where it is another amount, what was written is printed.
  const other = lines.replace('229.43', '230.00');
  const { lines: others } = read(rule + reportWith(other, '四川'));
  expect(others.find((line) => line.startsWith('公用经费'))).toContain('公用经费2300000元');
});

test('shares of the income name their whole', () => {
  const income = '收入 { 一般公共预算财政拨款收入 80.00 事业收入 20.00 }';
  expect(printed(income, '其中：一般公共预算财政拨款收入', '四川')).toMatch(
    /^2024年度本年收入合计100万元，其中：一般公共预算财政拨款收入80万元，占80%；.*其他收入0万元，占0%。$/,
  );
  const carried = '收入 { 一般公共预算财政拨款收入 80.00 事业收入 20.00 年初结转和结余 100.00 }';
  expect(printed(carried, '其中：一般公共预算财政拨款收入', '四川')).toMatch(
    /^2024年度收入总计200万元，其中：一般公共预算财政拨款收入80万元，占40%；.*；年初结转和结余100万元，占50%。$/,
  );
});

describe('lines of a block of one’s own', () => {
  test('stand in the block, and add up to its 合计', () => {
    const text = `结构 甲 按功能科目 { 合计 }
结构 乙 按功能科目 { 合计 }
部门决算 某局 2024 {
  甲 { 2012601 行政运行 3.00 合计 4.00 }
  乙 { 2012601 行政运行 5.00 合计 5.00 }
}
`;
    expect(check(text).filter(isWrong).map(saying)).toEqual([
      'I0302 「甲合计」应为 3.00 万元（「2012601 行政运行」3.00），申报 4.00 万元，差 +1.00 万元，超出舍入误差 ±0.01。',
    ]);
  });
});

describe('the parts of procurement', () => {
  test('small enterprises do not win more than there is', () => {
    const lines = `政府采购 21.07 { 货物 21.07 工程 0 服务 0 中小企业预留 21.07 预留中小企业成交 21.07 其他中小企业成交 VALUE }`;
    expect(wrongIn(lines.replace('VALUE', '0'))).toEqual([]);
    expect(wrongIn(lines.replace('VALUE', '21.07'))).toHaveLength(1);
    expect(wrongIn(lines.replace('VALUE', '21.07'))[0]).toContain('N1103');
  });
});
