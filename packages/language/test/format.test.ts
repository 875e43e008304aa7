import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../src/editor.js';
import { formatText } from '../src/index.js';
import { canonicalSources } from './examples.js';
import { blanksIn, withBlanks } from './blanks.js';

/** What stands in the braces of a report, formatted. */
function body(items: string): string {
  return formatText(`部门决算 某局 2024 {\n${items}\n}\n`).split('\n').slice(1, -2).join('\n');
}

/** A text of a test as it stands in the braces of a report: without the indentation of the test. */
function text(block: string): string {
  const lines = block.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indent = /^ */.exec(lines[0]!)![0].length;
  return lines.map((line) => '  ' + line.slice(indent)).join('\n');
}

/** Where the figures of each line end, in columns. */
function ends(items: string): number[][] {
  const lines = body(items)
    .split('\n')
    .filter((line) => !/[{}]/.test(line));
  return lines.map((line) =>
    [...line.matchAll(/(?<=\s)-?[\d,]+(?:\.\d+)?(?=\s|%|$)/g)]
      .map(({ index, 0: figure }) => displayWidth(line.slice(0, index + figure.length)))
      .filter((end) => end > 16),
  );
}

describe('heads and settings', () => {
  test('a head is set with single blanks', () => {
    expect(formatText('部门决算   示例市档案局 2023 ｛\n｝')).toBe('部门决算 示例市档案局 2023 {\n}\n');
    expect(formatText('模板  示例   改自 四川 {\n}\n')).toBe('模板 示例 改自 四川 {\n}\n');
  });

  test('values of settings stand in one column, references do not', () => {
    expect(body('简称：市档案局\n公开时间 2024年9月18日；\n模板 四川\n引用  上年  "2022.fiscal"')).toBe(
      text(`
        简称          市档案局
        公开时间      2024-09-18
        模板          四川
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
  test('stand in columns that follow from the kind of line: an item, a line of the classification, a word', () => {
    expect(ends('收入 {\n其他收入 1.50 上年 2374.03 预算 1\n}')).toEqual([[40, 57, 74]]);
    expect(ends('支出 一般公共预算 {\n2012604 档案馆 项目 50 预算 50\n合计 50 项目 50\n}')).toEqual([
      [57, 74],
      [57, 74],
    ]);
    expect(ends('项目 甲 {\n资金 市级 50.00\n全年预算 50 执行 1\n}')).toEqual([[26], [26, 43]]);
  });

  test('stand there whatever their neighbours are', () => {
    const line = '其他收入 1.50 上年 2374.03';
    const longer = '国有资本经营预算财政拨款收入 123456789.00';
    const alone = body(`收入 {\n${line}\n}`).split('\n')[1];
    expect(body(`收入 {\n${longer}\n${line}\n${longer}\n}`).split('\n')[2]).toBe(alone);
  });

  test('stand under each other, to the right', () => {
    expect(
      body(
        '收入 {\n一般公共预算财政拨款收入 ３，２１３．２８ 上年 2374.03\n年初结转和结余 未填\n其他收入 -1.50\n}',
      ),
    ).toBe(
      text(`
        收入 {
          一般公共预算财政拨款收入    3,213.28  上年    2374.03
          年初结转和结余                  未填
          其他收入                       -1.50
        }`),
    );
  });

  test('a line that has no room moves alone, and its further figures come back to their columns', () => {
    expect(
      body(
        '支出 一般公共预算 {\n2012601 行政运行 基本 8 预算 9\n2080199 其他人力资源和社会保障管理事务支出 基本 123456.78 预算 28\n2080505 机关事业单位基本养老保险缴费支出 基本 160.75 预算 161.62\n}',
      ),
    ).toBe(
      text(`
        支出 一般公共预算 {
          2012601 行政运行                      基本          8  预算          9
          2080199 其他人力资源和社会保障管理事务支出  基本 123456.78  预算    28
          2080505 机关事业单位基本养老保险缴费支出  基本 160.75  预算     161.62
        }`),
    );
  });

  test('units stand behind them, whether or not there are any', () => {
    expect(body('绩效 {\n事前评估 2 个\n自评金额 50.00\n平均得分 95.5 分\n}')).toBe(
      text(`
        绩效 {
          事前评估                           2 个
          自评金额                       50.00
          平均得分                        95.5 分
        }`),
    );
  });

  test('measures stay in the order that they were written in', () => {
    expect(body('三公经费 {\n公务用车购置费 0 上年 1.5 团组 0\n公务接待费 2.65 预算 12 上年 0\n}')).toBe(
      text(`
        三公经费 {
          公务用车购置费                     0  上年        1.5  团组     0
          公务接待费                      2.65  预算         12  上年          0
        }`),
    );
  });

  test('a total stands under the figures of its lines, with or without their measure', () => {
    expect(
      body(
        '支出 一般公共预算 {\n2012601 行政运行 基本 212.40 预算 210\n2012604 档案馆 项目 50 预算 50\n合计 262.40 基本 212.40\n}',
      ),
    ).toBe(
      text(`
        支出 一般公共预算 {
          2012601 行政运行                      基本     212.40  预算        210
          2012604 档案馆                        项目         50  预算         50
          合计                                           262.40  基本     212.40
        }`),
    );
  });

  test('a code without its name is short', () => {
    expect(body('收入 按科目 {\n2011101 财政拨款 5.43\n2011105 财政拨款 1003.17 其他 3\n}')).toBe(
      text(`
        收入 按科目 {
          2011101     财政拨款       5.43
          2011105     财政拨款    1003.17  其他          3
        }`),
    );
  });

  test('what follows the figures stands behind them', () => {
    expect(
      body(
        '三公经费 {\n公务用车购置费 0 预算 0 { 越野车 0 辆 金额 0 }\n公务用车运行维护费 2.80 预算 3.00 用途 "档案接收、检查用车"\n公务接待费 0.35 预算 0.40 团组 0 {\n国内 0.35 6 批次 42 人次\n}\n}',
      ),
    ).toBe(
      text(`
        三公经费 {
          公务用车购置费                     0  预算          0 { 越野车 0 辆  金额 0 }
          公务用车运行维护费              2.80  预算       3.00  用途 "档案接收、检查用车"
          公务接待费                      0.35  预算       0.40  团组     0 {
            国内                          0.35      6 批次     42 人次
          }
        }`),
    );
  });

  test('a text in the place of figures stands where they do', () => {
    expect(body('总计 原因 "甲"\n名词解释 {\n2012604 档案馆 "乙"\n}\n绩效 {\n综述 "丙"\n原因 "丁"\n}')).toBe(
      text(`
        总计                        原因 "甲"
        名词解释 {
          2012604 档案馆                        "乙"
        }
        绩效 {
          综述                      "丙"
          原因        "丁"
        }`),
    );
  });

  test('blocks and comments follow their line', () => {
    expect(
      body(
        '支出 一般公共预算 {\n2012601 行政运行 基本 8 {\n用途 "x"\n}\n// 说明\n2012604 档案馆   // 空着\n\n\n2210201 住房公积金 基本 1   // 甲\n}',
      ),
    ).toBe(
      text(`
        支出 一般公共预算 {
          2012601 行政运行                      基本          8 {
            用途      "x"
          }
          // 说明
          2012604 档案馆  // 空着

          2210201 住房公积金                    基本          1  // 甲
        }`).replace(/^ +$/m, ''),
    );
  });

  test('indicators: figures to the right, texts to the left', () => {
    expect(
      body(
        '项目 甲 {\n指标 产出 数量 活动 目标 ≥ 8 次 完成 27 次 分值 10 得分 9\n指标 效益 扫描 目标 "好" 完成 "较好" 分值 5 得分 5\n指标 效益 社会 满意率 目标 ≥ 95% 完成 98.46%\n}',
      ),
    ).toBe(
      text(`
        项目 甲 {
          指标 产出 数量 活动                   目标 ≥     8 次    完成    27 次    分值    10  得分     9
          指标 效益 扫描                        目标 "好"           完成 "较好"      分值     5  得分     5
          指标 效益 社会 满意率                 目标 ≥    95%      完成 98.46%
        }`),
    );
  });

  test('units of the department', () => {
    expect(body('单位 局机关 行政 编制 20 在职 19\n单位 电子文件中心 参公事业 编制 8 在职 10 说明 "x"')).toBe(
      text(`
        单位 局机关                             行政      编制    20  在职    19
        单位 电子文件中心                       参公事业  编制     8  在职    10  说明 "x"`),
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

  test('a line that cannot be read, to the byte', () => {
    expect(body('  简称   "甲\n小数    2\n收入 {\n\n\n 事业收入 @  12\n  其他收入   3\n}')).toBe(
      '  简称   "甲\n  小数          2\n  收入 {\n\n 事业收入 @  12\n    其他收入                           3\n  }',
    );
  });

  test('words of a text; several blanks between them are one, but in code, tables and strings', () => {
    expect(
      body(
        '职责   "甲   乙"\n机构设置 """\n内设   三个   科室：【人员.合计.编制  |  个数】\n```\n甲   乙\n```\n| 甲   | 乙 |\n"""',
      ),
    ).toBe(
      text(`
        职责                        "甲   乙"
        机构设置 """
          内设 三个 科室：【人员.合计.编制  |  个数】
          \`\`\`
          甲   乙
          \`\`\`
          | 甲   | 乙 |
          """`),
    );
  });

  test.each(canonicalSources)('$name is formatted, whatever blanks it has', ({ text: source }) => {
    expect(formatText(source)).toBe(source);
    fc.assert(
      fc.property(blanksIn(source), (blanks) => {
        expect(formatText(withBlanks(source, blanks))).toBe(source);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
