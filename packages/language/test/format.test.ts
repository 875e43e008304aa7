import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText } from '../src/index.js';
import { examples } from './examples.js';
import { blanksIn, withBlanks } from './blanks.js';

/** What stands in the braces of a report, formatted; one indentation less. */
function body(items: string): string {
  const lines = formatText(`部门决算 某局 2024 {\n${items}\n}\n`).split('\n');
  return lines
    .slice(1, -2)
    .map((line) => line.slice(2))
    .join('\n');
}

/** A text of a test without the indentation of the test. */
function text(block: string): string {
  const lines = block.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indent = /^ */.exec(lines[0]!)![0].length;
  return lines.map((line) => line.slice(indent)).join('\n');
}

describe('heads and settings', () => {
  test('a head is set with single blanks', () => {
    expect(formatText('部门决算   示例市档案局 2023 ｛\n｝')).toBe('部门决算 示例市档案局 2023 {\n}\n');
    expect(formatText('模板  示例   改自 四川 {\n}\n')).toBe('模板 示例 改自 四川 {\n}\n');
  });

  test('values of settings stand in one column, references do not', () => {
    expect(body('简称：市档案局\n公开时间 2024年9月18日；\n模板 四川\n引用  上年  "2022.fiscal"')).toBe(
      text(`
        简称      市档案局
        公开时间  2024-09-18
        模板      四川
        引用 上年 "2022.fiscal"`),
    );
  });

  test('settings of a template', () => {
    expect(formatText('模板 示例 {\n设置 {\n百分比小数 1\n未发生 "无"\n}\n}\n')).toBe(
      '模板 示例 {\n  设置 {\n    百分比小数  1\n    未发生      "无"\n  }\n}\n',
    );
  });
});

describe('figures', () => {
  test('stand under each other, to the right', () => {
    expect(
      body(
        '收入 {\n一般公共预算财政拨款收入 ３，２１３．２８ 上年 2374.03\n年初结转和结余 未填\n其他收入 -1.50\n}',
      ),
    ).toBe(
      text(`
        收入 {
          一般公共预算财政拨款收入  3,213.28  上年 2374.03
          年初结转和结余                未填
          其他收入                     -1.50
        }`),
    );
  });

  test('units stand behind them in a column of their own', () => {
    expect(body('绩效 {\n事前评估 2 个\n自评金额 50.00\n平均得分 95.5 分\n}')).toBe(
      text(`
        绩效 {
          事前评估      2 个
          自评金额  50.00
          平均得分   95.5 分
        }`),
    );
  });

  test('a measure stands in its own column; a missing one leaves it blank', () => {
    expect(body('三公经费 {\n公务用车购置费 0 上年 1.5 团组 0\n公务接待费 2.65 预算 12 上年 0\n}')).toBe(
      text(`
        三公经费 {
          公务用车购置费     0           上年 1.5  团组 0
          公务接待费      2.65  预算 12  上年   0
        }`),
    );
  });

  test('measures that no row has together share a column', () => {
    expect(
      body('支出 一般公共预算 {\n2012601 行政运行 基本 212.40 预算 210\n2012604 档案馆 项目 50 预算 50\n}'),
    ).toBe(
      text(`
        支出 一般公共预算 {
          2012601 行政运行  基本 212.40  预算 210
          2012604 档案馆    项目     50  预算  50
        }`),
    );
  });

  test('measures in another order begin new columns', () => {
    expect(body('三公经费 {\n公务用车购置费 0 预算 5 上年 1\n公务接待费 2.65 上年 12 预算 3\n}')).toBe(
      text(`
        三公经费 {
          公务用车购置费  0  预算 5  上年 1
          公务接待费  2.65  上年 12  预算 3
        }`),
    );
  });

  test('what follows the figures makes no column wider', () => {
    expect(
      body(
        '三公经费 {\n公务用车购置费 0 预算 0 { 越野车 0 辆 金额 0 }\n公务用车运行维护费 2.80 预算 3.00 用途 "档案接收、检查用车"\n公务接待费 0.35 预算 0.40 团组 0 {\n国内 0.35 6 批次 42 人次\n}\n}',
      ),
    ).toBe(
      text(`
        三公经费 {
          公务用车购置费         0  预算    0 { 越野车 0 辆  金额 0 }
          公务用车运行维护费  2.80  预算 3.00  用途 "档案接收、检查用车"
          公务接待费          0.35  预算 0.40  团组 0 {
            国内  0.35  6 批次  42 人次
          }
        }`),
    );
  });

  test('counts are told apart by their units', () => {
    expect(body('公务接待费 {\n国内 6 批次 0.35 42 人次\n外事 10 批次 3\n}')).toBe(
      text(`
        公务接待费 {
          国内   6 批次  0.35  42 人次
          外事  10 批次     3
        }`),
    );
  });

  test('comments and the inside of blocks part no columns, an empty line does', () => {
    expect(
      body(
        '支出 一般公共预算 {\n2012601 行政运行 基本 8 {\n用途 "x"\n}\n// 说明\n2012604 档案馆 项目 50\n\n2210201 住房公积金 基本 1\n}',
      ),
    ).toBe(
      text(`
        支出 一般公共预算 {
          2012601 行政运行  基本  8 {
            用途  "x"
          }
          // 说明
          2012604 档案馆    项目 50

          2210201 住房公积金  基本 1
        }`),
    );
  });

  test('indicators: targets to the left, scores to the right', () => {
    expect(
      body(
        '项目 甲 {\n指标 产出 数量 活动 目标 ≥ 8 次 完成 27 次 分值 10 得分 9\n指标 效益 扫描 目标 "好" 完成 "较好" 分值 5 得分 5\n}',
      ),
    ).toBe(
      text(`
        项目 甲 {
          指标 产出 数量 活动  目标 ≥ 8 次  完成 27 次   分值 10  得分 9
          指标 效益 扫描       目标 "好"     完成 "较好"  分值  5  得分 5
        }`),
    );
  });

  test('units of the department', () => {
    expect(body('单位 局机关 行政 编制 20 在职 19\n单位 电子文件中心 参公事业 编制 8 在职 10 说明 "x"')).toBe(
      text(`
        单位 局机关        行政      编制 20  在职 19
        单位 电子文件中心  参公事业  编制  8  在职 10  说明 "x"`),
    );
  });
});

describe('rules and templates keep their single blanks', () => {
  test('a formula over several lines is indented', () => {
    const rule =
      '规则 甲 "乙" 级别 警告\n  当 收入.总计 > 0 {\n  收入.总计 = 收入.事业收入\n    + 收入.其他收入\n}\n';
    expect(formatText(rule)).toBe(rule);
    expect(formatText(rule.replace(/^ +/gm, ''))).toBe(rule);
  });
});

describe('what the author wrote stays', () => {
  test('line breaks of Windows, also in texts; a file with one kind is not mixed', () => {
    const source = '部门决算 某局 2024 {\n  职责 """\n    一\n\n    二\n    """\n}\n';
    for (const lineBreak of ['\r\n', '\r']) {
      const own = source.replaceAll('\n', lineBreak);
      expect(formatText(own)).toBe(own);
      expect(formatText(own.replaceAll('  ', ' '))).toBe(own);
    }
  });

  test('a text that cannot be read is returned as it is', () => {
    expect(formatText('部门决算 某局 2024 {\n简称   "甲\n}')).toBe('部门决算 某局 2024 {\n简称   "甲\n}');
  });

  test.each(examples)('$name is formatted, whatever blanks it has', ({ text: source }) => {
    expect(formatText(source)).toBe(source);
    fc.assert(
      fc.property(blanksIn(source), (blanks) => {
        expect(formatText(withBlanks(source, blanks))).toBe(source);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
