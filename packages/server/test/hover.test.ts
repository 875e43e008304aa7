import { describe, expect, test } from 'vitest';
import { type Files, atMarker, report } from './workbench.js';

/** Checks what is said of the word at the marker, paragraph by paragraph. */
async function check(marked: string, expected: string[], files: Files = {}): Promise<void> {
  const { workbench, document, params } = await atMarker(marked, files);
  const found = await workbench.services.lsp.HoverProvider!.getHoverContent(document, params);
  const said = (found?.contents as { value: string } | undefined)?.value ?? '';
  expect(said === '' ? [] : said.split(/\n+/)).toEqual(expected);
}

const relationHead = ['| 勾稽关系 | 算式 | 差 | 结果 |', '| --- | --- | --- | --- |'];

describe('a figure', () => {
  test('says its value, what it stands for, its rates and its relations', () =>
    check(
      report(`收入 {
        一般公共预算财政拨款收入 3213.28
        年初结转和结余 437.09
        总计 36<|>50.36 上年 2811.11
      }`),
      [
        '**收入总计**　3,650.36 万元（写明）',
        '四舍五入之前在 3650.355 与 3650.365 之间',
        '增长率 29.85%',
        ...relationHead,
        '| I0103 收入总计等于本年收入合计、使用非财政拨款结余、年初结转和结余之和 | 收入总计 3650.36 = 本年收入合计 3213.28（推算） + 年初结转和结余 437.09 | −0.01 万元 | 尾差（±0.015） |',
      ],
    ));

  test.each([
    ['预算 8<|>.00 上年 6.00', '年初预算', '8.00', '7.995 与 8.005', '完成率 112.50%'],
    ['预算 8.00 上年 6<|>.00', '上年', '6.00', '5.995 与 6.005', '增长率 50.00%'],
  ])('beside which another is set says the rate: %s', (measures, measure, value, range, rate) =>
    check(report(`支出 一般公共预算 { 2010101 行政运行 基本 9 ${measures} }`), [
      `**2010101 行政运行·${measure}**　${value} 万元（写明）`,
      `四舍五入之前在 ${range} 之间`,
      rate,
    ]),
  );

  test('that was cut stands for more on one side only', () =>
    check(
      report(`取舍 截断
      收入 {
        一般公共预算财政拨款收入 3213.28
        年初结转和结余 437.09
        总计 36<|>50.38
      }`),
      [
        '**收入总计**　3,650.38 万元（写明）',
        '截断之前在 3650.38 与 3650.39 之间',
        ...relationHead,
        '| I0103 收入总计等于本年收入合计、使用非财政拨款结余、年初结转和结余之和 | 收入总计 3650.38 = 本年收入合计 3213.28（推算） + 年初结转和结余 437.09 | +0.01 万元 | 尾差（截断 −0.01 ～ +0.02） |',
      ],
    ));

  test('of a line takes part in the totals above it', () =>
    check(
      report(`支出 一般公共预算 {
        2011308 招商引资 项目 9.1<|>6
        2010101 行政运行 基本 8
        合计 20
      }`),
      [
        '**2011308 招商引资·项目**　9.16 万元（写明）',
        '四舍五入之前在 9.155 与 9.165 之间',
        ...relationHead,
        '| I0602 一般公共预算支出按科目逐级汇总 | 一般公共预算支出合计 20.00 = 201 一般公共服务支出 17.16（推算） | +2.84 万元 | **不符**（舍入至多 ±0.015） |',
        '| I0601 一般公共预算支出等于基本支出与项目支出之和 | 一般公共预算支出合计 20.00 = 一般公共预算支出合计·基本 8.00（推算） + 一般公共预算支出合计·项目 9.16（推算） | +2.84 万元 | **不符**（舍入至多 ±0.015） |',
      ],
    ));

  test('in 元 is exact', () =>
    check(report('收入 { 事业收入 120<|>000 元 }'), ['**事业收入**　12.00 万元（写明）', '占比 100.00%']));

  test('that is open says what cannot be checked', () =>
    check(report('收入 { 事业收入 未<|>填 本年收入合计 3 }'), [
      '**事业收入**　未填',
      ...relationHead,
      '| I0101 本年收入合计等于各项收入之和 | 本年收入合计 3.00 = 事业收入（未填） |  | 未检查：1 项未填 |',
    ]));
});

describe('a code', () => {
  test('says its path, its explanation, renames and how far it is confirmed', () =>
    check(report('支出 一般公共预算 { 2150<|>508 无线电监管 项目 9.16 }'), [
      '**2150508 无线电及信息通信监管**',
      '资源勘探工业信息等支出（类） › 工业和信息产业监管（款） › 无线电及信息通信监管（项）',
      '2022 年起由「无线电监管」改名为「无线电及信息通信监管」（年份待核）',
      '2023 年《政府收支分类科目》 · 一般公共预算 · 名称已在公开的报告中核实',
      '2150508 无线电监管　9.16 万元（推算）',
    ]));

  test('says under which other names it goes', () =>
    check(report('支出 一般公共预算 { 2100<|>409 项目 9.16 }'), [
      '**2100409 重大公共卫生服务**',
      '卫生健康支出（类） › 公共卫生（款） › 重大公共卫生服务（项）',
      '也作「重大公共卫生专项」，没有定论，都不算错',
      '2023 年《政府收支分类科目》 · 一般公共预算 · 未经核对，仅供参考',
      '2100409 重大公共卫生服务　9.16 万元（推算）',
    ]));

  test('its name says the same', () =>
    check(report('基本支出 { 30101 基本<|>工资 }'), [
      '**30101 基本工资**',
      '工资福利支出（类） › 基本工资（款）',
      '反映按规定发放的基本工资，包括公务员的职务工资、级别工资；机关工人的岗位工资、技术等级工资；事业单位工作人员的岗位工资、薪级工资；各类学校毕业生试用期（见习期）工资、新参加工作工人学徒期、熟练期工资；军队（含武警）军官、文职干部的职务（专业技术等级）工资、军衔（级别）工资和军龄工资；军队（含武警）士官的军衔等级工资和军龄工资等。',
      '2023 年《政府收支分类科目》 · 人员经费 · 已在公开的报告中核实',
      '30101 基本工资　未填',
    ]));

  test('that the catalogue does not know', () =>
    check(report('支出 一般公共预算 { 209<|>9999 项目 1 }'), [
      '科目目录里没有 2099999',
      '2099999　1.00 万元（推算）',
    ]));
});

describe('in a formula', () => {
  const text = (hole: string) => report(`收入 { 总计 3650.36 上年 2811.11 }\n职责 "共【${hole}】万元"`);

  test('a name says its current value', () =>
    check(text('收入.总<|>计'), [
      '**收入总计**　3,650.36 万元（写明）',
      '四舍五入之前在 3650.355 与 3650.365 之间',
      '增长率 29.85%',
    ]));

  test('a filter says what it does and what comes of it', () =>
    check(text('收入.总计 | 增<|>长率'), [
      '**增长率**　比上年增减的百分比；参数可以换成别的计量',
      '当前：29.85%',
    ]));

  test('a property of the report', () => check(text('年<|>度'), ['**年度**', '报告年度', '当前：2023']));

  test('something the report does not speak of', () =>
    check(text('收入.事业<|>收入'), ['**收入.事业收入**', '当前：报告里没有写']));

  test('words of the author are no Markdown', () =>
    check(report('职责 "【项<|>目】"\n项目 "a|b*<i>" { 执行 1 }'), [
      '**项目**',
      '当前：1 个：a\\|b\\*\\<i\\>',
    ]));
});

describe('other words', () => {
  test('a keyword', () =>
    check(report('三公<|>经费 { }'), [
      '**三公经费**　因公出国（境）费、公务用车购置及运行维护费、公务接待费',
    ]));

  test('the id of a rule of the tables', () =>
    check(report('收入 { 忽略 I13<|>03 "已核对" }'), ['**I1303**　金额不应为负数']));

  test('the id of a rule in the language', () =>
    check(
      report('规则 本局01 "会议费少" 依据 "办法第八条" { 收入.总计 > 1 }\n收入 { 忽略 本局<|>01 "已核对" }'),
      ['**本局01**　会议费少', '依据：办法第八条'],
    ));

  test('punctuation says nothing', () => check(report('收入 {<|> }'), []));
});

test.each([
  ['三公<|>经费 未发生', '整块没有发生'],
  ['三公经费 未<|>发生', '整块没有发生'],
  ['支出 政府<|>性基金 未发生', '整块没有发生'],
  ['支出 政府性基金 0<|>', '合计是 0'],
  ['政府采购 不<|>适用', '整块不适用'],
  ['国有资产 未<|>填', '整块还没有填'],
])('%s says what it means for the block', async (marked, meaning) => {
  const { workbench, document, params } = await atMarker(report(marked));
  const hover = await workbench.services.lsp.HoverProvider!.getHoverContent(document, params);
  expect((hover!.contents as { value: string }).value).toContain(meaning);
});
