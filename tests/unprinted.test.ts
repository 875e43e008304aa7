import { compose, missingBlockFindings, unprintedFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { findingsOf, loadText, saying } from './check.js';

/** What D015 says of a report whose template prints that text. */
function lost(text: string, ...items: string[]): string[] {
  const source = `模板 本局 { 部分 "情况" { 段 """
${text}
""" } }
部门决算 甲局 2024 { 模板 本局
${items.join('\n')}
}`;
  const { reports, findings } = loadText(source);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [report] = reports;
  return unprintedFindings(report!, compose(report!)).map((finding) => saying(finding).replace(/^.*? /, ''));
}

const line = '支出 一般公共预算 { 2012604 档案馆 项目 40.00 预算 50.00 调整预算 80.00 }';
const unprinted = (what: string) => `「${what}，模板「本局」不印。`;
const computedWith = (what: string) => `「${what}，模板「本局」只用来计算，不印这个数。`;

describe('a figure that the document does not print', () => {
  test('is told where only a rate is computed with it', () => {
    const printed =
      '支出【支出.一般公共预算.2012604.决算】万元，完成【支出.一般公共预算.2012604 | 完成率 调整预算】。';
    expect(lost(printed, line).sort()).toEqual(
      [
        computedWith('支出 一般公共预算」里写了2012604 档案馆的调整预算'),
        unprinted('支出 一般公共预算」里写了2012604 档案馆的年初预算'),
      ].sort(),
    );
  });

  test('is told where it is a part of a sum, of which the other parts are not printed either', () => {
    const income = '收入 { 事业收入 12.00 经营收入 30.00 }';
    expect(lost('收入【收入.总计】万元。', income)).toEqual([computedWith('收入」里写了事业收入、经营收入')]);
    expect(lost('收入【收入.总计】万元，占【收入.事业收入 | 占比 收入.总计】。', income)).toEqual([
      computedWith('收入」里写了事业收入、经营收入'),
    ]);
  });

  test('is told where it is a part of a stated sum, which nothing was computed with', () => {
    expect(lost('收入【收入.总计】万元。', '收入 { 事业收入 12.00 经营收入 30.00 总计 42.00 }')).toEqual([
      unprinted('收入」里写了事业收入、经营收入'),
    ]);
  });

  test('is told of a difference of which neither side is printed', () => {
    expect(lost('增加【收入.事业收入 | 差额】万元。', '收入 { 事业收入 12.00 上年 10.00 }')).toEqual([
      computedWith('收入」里写了事业收入'),
      computedWith('收入」里写了事业收入的上年'),
    ]);
  });

  test('is told where only a condition asks for it', () => {
    const source = `模板 本局 { 部分 "情况" { 段 { 若 收入.事业收入.上年 > 0 { "收入【收入.事业收入】万元。" } } } }
部门决算 甲局 2024 { 模板 本局
收入 { 事业收入 12.00 上年 10.00 } }`;
    const [report] = loadText(source).reports;
    expect(unprintedFindings(report!, compose(report!)).map(saying)).toEqual([
      expect.stringContaining(unprinted('收入」里写了事业收入的上年')),
    ]);
  });
});

test('a figure is told of which only 未填 is printed', () => {
  const text =
    '支出【收入.事业收入】万元，增减【收入.事业收入 | 差额】万元，占【收入.事业收入 | 占比 收入.其他收入】。';
  expect(lost(text, '收入 { 事业收入 未填 上年 10.00 其他收入 7.00 }')).toEqual([
    unprinted('收入」里写了事业收入的上年'),
    unprinted('收入」里写了其他收入'),
  ]);
});

/** Of lines of last year there may be more than are listed: the total tells none of them. */
test('a figure is told that is one of some, listed in part of a printed total', () => {
  const text = '支出【支出.一般公共预算.合计】万元，上年【支出.一般公共预算.合计.上年】万元。';
  const lines = (last: string) =>
    `支出 一般公共预算 { 2010501 行政运行 40.00 上年 80.00 合计 40.00 上年 ${last} }`;
  expect(lost(text, lines('110.00'))).toEqual([unprinted('支出 一般公共预算」里写了2010501 行政运行的上年')]);
  expect(lost(text, lines('80.00'))).toEqual([]);
});

describe('a figure that the reader can find out', () => {
  test('is one side of a difference that is printed with the other side', () => {
    const text = '收入【收入.事业收入】万元，增加【收入.事业收入 | 差额】万元。';
    expect(lost(text, '收入 { 事业收入 12.00 上年 10.00 }')).toEqual([]);
  });

  test('is the rest of a printed sum, also by way of another rest', () => {
    const text = '收入【收入.总计】万元，其中本年【收入.本年收入合计】万元，事业收入【收入.事业收入】万元。';
    expect(lost(text, '收入 { 事业收入 12.00 经营收入 30.00 年初结转和结余 5.00 }')).toEqual([]);
  });

  test('is a total that only checks the others', () => {
    const text = '收入【收入.事业收入】万元，经营收入【收入.经营收入】万元。';
    expect(lost(text, '收入 { 事业收入 12.00 经营收入 30.00 总计 42.00 }')).toEqual([]);
  });
});

describe('words', () => {
  const report = [
    '公开时间 2025-09-01',
    '简称 甲局',
    '单位 甲站 企业 { 说明 "自收自支。" }',
    '内设机构 { 办公室 财务科 }',
    `项目 甲 {
  科目 2012604
  执行 40.00
  等级 优
  用途 档案
  指标 产出 数量 修复 整理档案 目标 ≥ 8 卷 完成 9 卷 整改 加快
  指标 效益 社会 满意度 目标 "满意" 完成 "满意"
}`,
    '收入 { 事业收入 12.00 原因 学费 }',
  ];

  test('that are not printed are told, each kind', () => {
    const told = lost('甲', ...report).map((one) => one.replace(/，模板.*/, ''));
    expect(told.sort()).toEqual(
      [
        '写了「公开时间」',
        '「单位」里写了甲站的类别',
        '「单位」里写了甲站的说明',
        '「内设机构」里写了办公室、财务科',
        '「项目」里写了甲的执行',
        '「项目」里写了甲的等级',
        '「项目」里写了甲的用途',
        '「项目」里写了整理档案、满意度的目标',
        '「项目」里写了整理档案、满意度的完成',
        '「项目」里写了整理档案的整改',
        '「收入」里写了事业收入',
        '「收入」里写了事业收入的原因',
      ].sort(),
    );
  });

  test('that are printed, or recognised, are not', () => {
    const printed = [
      '【公开时间 | 日期】【单位 | 连接】【单位.甲站.说明】【内设机构 | 连接】【项目 | 连接】',
      '【单位 | 其中 (此.类别 = "企业") | 个数】家企业',
      '【项目.甲.等级】【项目.甲.用途】【项目.甲.执行】【收入.事业收入】【收入.事业收入.原因】',
      ...['整理档案', '满意度'].map((name) => {
        const indicator = `项目.甲.指标.${name}`;
        return `【${indicator}.名称】【${indicator}.一级】【${indicator}.二级】【${indicator}.三级】【${indicator}.目标】【${indicator}.完成】`;
      }),
      '【项目.甲.指标.整理档案.方向】【项目.甲.指标.整理档案.整改】',
    ];
    expect(lost(printed.join(''), ...report)).toEqual([]);
  });

  test('of a name are told where what is said of it is printed, or is none', () => {
    const project = '项目 甲 { 科目 2012604  资金 区级 40.00  全年预算 40.00  执行 40.00 }';
    const said = '【项目 | 求和 执行】【项目 | 求和 全年预算】';
    expect(lost(said, project)).toEqual([unprinted('项目」里写了区级')]);
    expect(lost(`${said}【项目.甲.资金.区级.名称】`, project)).toEqual([unprinted('项目」里写了甲')]);
    expect(lost('【项目 | 其中 (此.执行 = 40) | 个数】个【项目.甲.执行】', '项目 甲 { 执行 40.00 }')).toEqual(
      [unprinted('项目」里写了甲')],
    );
    expect(lost('【职责】【项目.甲.执行】', '项目 甲 { 执行 40.00 }', '职责 "做好甲"')).toEqual([]);
  });

  test('are told where they are only asked for, and are something else', () => {
    const text =
      '【单位 | 连接】【单位 | 其中 (此.类别 = "行政") | 个数】【单位 | 其中 (此.类别 ≠ "事业") | 个数】';
    expect(lost(text, '单位 甲站 企业')).toEqual([unprinted('单位」里写了甲站的类别')]);
    expect(lost(text, '单位 甲站 行政')).toEqual([]);
    expect(lost(text, '单位 甲站 事业')).toEqual([]);
  });

  test('of a text that is nothing but another text are printed with it', () => {
    expect(lost('【职责】', '职责 "【任务】"', '任务 "管理档案"')).toEqual([]);
    expect(lost('【职责】', '职责 "【收入.事业收入】"', '收入 { 事业收入 12.00 }')).toEqual([]);
  });
});

describe('a text without a word', () => {
  const missing = (items: string) => {
    const { reports } = loadText(`部门决算 甲局 2024 { 模板 四川\n${items}\n}`);
    const [report] = reports;
    const composition = compose(report!);
    return {
      blocks: missingBlockFindings(report!, () => composition).map(saying),
      lost: unprintedFindings(report!, composition).map(saying),
    };
  };

  test.each(['职责 ""', '职责 “”', '职责 """\n\n"""'])(
    'is none: %s is missing, and nothing of it is lost',
    (item) => {
      const { blocks, lost: found } = missing(item);
      expect(blocks).toEqual([expect.stringContaining('：职责、')]);
      expect(found).toEqual([]);
      expect(missing('职责 "管理档案。"').blocks).not.toEqual([expect.stringContaining('职责')]);
    },
  );

  test('explains no change', () => {
    const items = (reason: string) => `收入 { 总计 5.00 上年 4.00 ${reason} }`;
    const rules = (text: string) => findingsOf(loadText(`部门决算 甲局 2024 { 模板 四川\n${text}\n}`));
    const told = (reason: string) => rules(items(reason)).filter(({ rule }) => rule === 'N0508');
    expect(told('原因 ""')).toEqual(
      told('').map((finding) => expect.objectContaining({ rule: finding.rule })),
    );
    expect(told('原因 ""')).not.toEqual([]);
    expect(told('原因 "新增项目"')).toEqual([]);
  });
});
