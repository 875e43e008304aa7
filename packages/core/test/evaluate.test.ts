import { describe, expect, test } from 'vitest';
import {
  createScope,
  type Evaluated,
  evaluate,
  evaluateText,
  type FigureValue,
  type Finding,
  filterNames,
  formatPlain,
  type Phrase,
  type Piece,
  settlePunctuation,
  withVariables,
} from '../src/index.js';
import { checkTexts } from '../src/checks/holes.js';
import { expressionFrom, origin, richFrom } from './expression-from.js';
import { sampleReport } from './sample-report.js';

const schema = `
  收入: 总计=收入总计 事业收入 其他收入
  支出.一般公共预算*: 合计
  支出.政府性基金*: 合计
  支出.全部*: 合计
  基本支出#: 合计 人员经费 公用经费
  三公经费: 合计 因公出国（境）费 公务接待费
  三公经费.公务用车保有量: 越野车
  项目
  单位`;

const text = `
  / 简称=某局 公开时间=2024-09-18 职责="负责【名称】的工作。"
  收入.总计 3650.36 上年 2811.11 原因="项目支出增加，增加【收入.总计.上年】万元。"
  收入.其他收入 0 上年 未填
  收入.事业收入 未填
  支出.一般公共预算.2010301 基本 300 项目 21 预算 642
  支出.一般公共预算.2080501 基本 79
  支出.一般公共预算.2150805 项目 100.5
  三公经费.公务接待费 2.65 上年 1.70 批次 21
  三公经费.合计 原因="合并核算"
  三公经费.外事 未发生
  三公经费.涉外 不适用
  三公经费.公务用车保有量.越野车 2
  单位.监察支队 类别=参公事业
  单位.服务中心 类别=事业
  项目.甲 执行 9.16 科目=2010301
  项目.乙 执行 271.6 科目=2150805
  项目.丙 科目=2150805
  项目.甲.指标.次数 一级=产出 目标 17.2
  项目.甲.指标.质量 一级=效益`;

const report = sampleReport(text, schema);

interface Outcome {
  value: Evaluated;
  findings: Finding[];
}

function run(source: string, phrases: Phrase[] = [], variables: [string, string][] = []): Outcome {
  const findings: Finding[] = [];
  const named = new Map(phrases.map((phrase) => [phrase.name, phrase]));
  const scope = createScope(report.base, (finding) => findings.push(finding), { phrases: named });
  const bound = variables.map(([name, path]) => [name, evaluate(expressionFrom(path), scope)] as const);
  return { value: evaluate(expressionFrom(source), withVariables(scope, bound)), findings };
}

/** What an expression means, in words; nothing may be reported. */
function meaning(source: string, variables?: [string, string][]): string {
  const { value, findings } = run(source, [], variables);
  expect(findings).toEqual([]);
  return show(value);
}

function show(value: Evaluated): string {
  switch (value.kind) {
    case 'figure':
      return figureText(value);
    case 'text':
      return `“${value.pieces.map(pieceText).join('')}”`;
    case 'truth':
      return value.value ? '是' : '否';
    case 'list':
      return `[${value.members.map(show).join(' ')}]`;
    case 'missing':
      return value.reason;
    case 'subject':
      return `<${value.subject.path}>`;
    case 'absent-subject':
      return `<无 ${value.path}>`;
    case 'entry':
      return `<${value.entry.code} ${value.entry.name}>`;
  }
}

function pieceText(piece: Piece): string {
  return piece.kind === 'text' ? piece.text : figureText(piece.figure);
}

function figureText({ state, value, unit }: FigureValue): string {
  return value && state === 'known' ? formatPlain(value.toDecimalPlaces(6)) + unit : state + unit;
}

/** `Z011 2-4 三公经费/招待 [公务接待费]` */
function problems(source: string, phrases?: Phrase[]): string[] {
  return run(source, phrases).findings.map(problem);
}

function problem({ rule, origin: { range }, data }: Finding): string {
  if (data.kind !== 'message') return data.kind;
  const { code, parameters, suggestions } = data;
  const place = `${range.start.character}-${range.end.character}`;
  const said = [rule, place, code, ...Object.values(parameters)].join(' ');
  return suggestions.length > 0 ? `${said} [${suggestions.join(' ')}]` : said;
}

function expectMeanings(pairs: Record<string, string>): void {
  const found = Object.keys(pairs).map((source) => [source, meaning(source)]);
  expect(Object.fromEntries(found)).toEqual(pairs);
}

function phrase(name: string, parameter: string, words: string): Phrase {
  return {
    name,
    parameters: [parameter],
    content: [{ kind: 'text', text: richFrom(words) }],
    origin: origin('test:', 0, 1),
  };
}

describe('paths', () => {
  test('names of the report, subjects, measures, attributes, texts', () => {
    expectMeanings({
      年度: '2023',
      '年度 - 1': '2022',
      名称: '“某某局”',
      简称: '“某局”',
      公开时间: '“2024-09-18”',
      种类: '“部门”',
      货币单位: '“万元”',
      '收入.总计': '<收入.总计>',
      '收入.收入总计': '<收入.总计>',
      '收入.总计.上年': '2811.11万元',
      '收入.总计.决算': '3650.36万元',
      '三公经费.公务接待费.批次': '21批次',
      '单位.监察支队.类别': '“参公事业”',
      '收入.总计.原因': '“项目支出增加，增加2811.11万元万元。”',
      职责: '“负责某某局的工作。”',
      '三公经费.原因': '“合并核算”',
      '项目.甲.指标.次数.目标': '17.2%',
    });
  });

  test('what the report could say and does not is absent; what it says of nothing is known', () => {
    expectMeanings({
      '三公经费.因公出国（境）费': '<无 三公经费.因公出国（境）费>',
      '三公经费.因公出国（境）费.上年': 'absent万元',
      '三公经费.因公出国（境）费.人数': 'absent人',
      '三公经费.因公出国（境）费.原因': 'unwritten',
      '三公经费.公务接待费.年初预算': 'absent万元',
      '三公经费.公务接待费.原因': 'unwritten',
      '三公经费.外事 + 0': '0万元',
      '三公经费.涉外.决算': 'inapplicable万元',
      '支出.一般公共预算.2010399': '<无 支出.一般公共预算.2010399>',
      '支出.一般公共预算.2010399.上年': 'absent万元',
      '支出.政府性基金.合计.基本': 'absent万元',
      '支出.政府性基金.类': '[]',
      '支出.一般公共预算.2010301.明细.项目.30201': '<无 支出.一般公共预算.2010301.明细.项目.30201>',
    });
  });

  test('a state is kept apart from zero', () => {
    expect(run('三公经费.外事.决算').value).toMatchObject({ kind: 'figure', state: 'none' });
    expect(run('收入.事业收入.决算').value).toMatchObject({ kind: 'figure', state: 'unfilled' });
    expect(run('收入.其他收入.决算').value).toMatchObject({ kind: 'figure', state: 'known' });
  });

  test('lists of a classification, ancestors of a line', () => {
    expectMeanings({
      '支出.一般公共预算.类': '[<支出.一般公共预算.201> <支出.一般公共预算.208> <支出.一般公共预算.215>]',
      '支出.一般公共预算.款.编码': '[“20103” “20805” “21508”]',
      '支出.一般公共预算.项.编码': '[“2010301” “2080501” “2150805”]',
      '支出.一般公共预算.科目树.编码':
        '[“201” “20103” “2010301” “208” “20805” “2080501” “215” “21508” “2150805”]',
      '支出.一般公共预算.下级.编码': '[“201” “208” “215”]',
      '支出.一般公共预算.201.项.编码': '[“2010301”]',
      '支出.一般公共预算.201.下级.编码': '[“20103”]',
      '支出.一般公共预算.2010301.类.名称': '“一般公共服务支出”',
      '支出.一般公共预算.2010301.款.名称': '“政府办公厅（室）及相关机构事务”',
      '支出.一般公共预算.2010301.层级': '“项”',
      '支出.一般公共预算.行政运行': '<支出.一般公共预算.2010301>',
      '支出.一般公共预算.201.决算': '321万元',
      '支出.全部.类.编码': '[“201” “208” “215”]',
    });
  });

  test('the catalogue', () => {
    expectMeanings({
      '目录.经济分类.类': '[<302 商品和服务支出> <303 对个人和家庭的补助>]',
      '目录.功能分类.类.编码': '[“201” “208” “213” “215” “230”]',
      '目录.功能分类.项 | 首': '<2010301 行政运行>',
      '目录.功能分类.项.类.编码 | 首': '“201”',
    });
  });

  test('members in the order of the source', () => {
    expectMeanings({
      '项目 | 连接': '“甲、乙、丙”',
      '项目 | 连接 "；"': '“甲；乙；丙”',
      '单位 | 个数': '2',
      '项目.甲.指标 | 个数': '2',
    });
  });

  test('a variable hides what the report calls the same', () => {
    expect(meaning('项目.执行', [['项目', '项目.甲']])).toBe('9.16万元');
  });

  test('the innermost variable of a name is meant, and outer ones stay what they were', () => {
    const both: [string, string][] = [
      ['此', '项目.甲'],
      ['其', '项目.丙'],
      ['此', '项目.乙'],
    ];
    expect(meaning('此.执行', both)).toBe('271.6万元');
    expect(meaning('其.名称', both)).toBe('“丙”');
    const scope = createScope(report.base, () => undefined);
    const outer = withVariables(scope, [['此', evaluate(expressionFrom('项目.甲'), scope)]]);
    withVariables(outer, [['此', evaluate(expressionFrom('项目.乙'), scope)]]);
    expect(show(evaluate(expressionFrom('此.执行'), outer))).toBe('9.16万元');
  });

  test('what stands behind a list is the same for whoever asks again, with his own variables', () => {
    const findings: Finding[] = [];
    const scope = createScope(report.base, (finding) => findings.push(finding));
    const listed = withVariables(scope, [['各项', evaluate(expressionFrom('项目 | 原序'), scope)]]);
    const inner = withVariables(listed, [['序', evaluate(expressionFrom('项目.甲'), scope)]]);
    const subjects = '[<项目> <项目> <项目>]';
    for (const each of [listed, inner, listed])
      expect(show(evaluate(expressionFrom('各项.上级'), each))).toBe(subjects);
    expect(show(evaluate(expressionFrom('各项.执行 | 求和'), inner))).toBe('280.76万元');
    expect(findings).toEqual([]);
  });
});

describe('unknown names', () => {
  test('are reported at their place, with the nearest names', () => {
    expect(problems('三公经费.公务接待.上年')).toEqual([
      'Z011 5-9 unknown-path 公务接待 三公经费 [公务接待费]',
    ]);
    expect(problems('收人.总计')).toEqual(['Z011 0-2 unknown-path 收人  [收入]']);
    expect(problems('科目')).toEqual(['Z011 0-2 unknown-path 科目  [项目]']);
    expect(problems('收入.总计.去年')).toEqual(['Z011 6-8 unknown-path 去年 收入.总计 [上年]']);
    expect(problems('项目.丁.执行')).toEqual(['Z011 3-4 unknown-path 丁 项目']);
    expect(problems('目录.功能分类.目')).toEqual([expect.stringContaining('Z011 0-2 unknown-path 目录')]);
  });

  test('once for each place, and nothing follows from them', () => {
    expect(problems('(收入.总记 + 1) * 2 | 小数 1')).toEqual(['Z011 4-6 unknown-path 总记 收入 [总计]']);
  });

  test('a variable is among the suggestions', () => {
    const { findings } = run('顶目.执行', [], [['顶目录', '项目.甲']]);
    expect(findings.map(problem)).toEqual([expect.stringContaining('顶目录')]);
  });

  test('names of objects in JavaScript are no names of the language', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(problems(`收入.总计.${name}`)).toHaveLength(1);
      expect(problems(`收入.总计 | ${name}`)).toHaveLength(1);
    }
  });
});

describe('arithmetic', () => {
  test('is exact, in the unit of the money', () => {
    expectMeanings({
      '0.1 + 0.2': '0.3',
      '收入.总计 - 收入.总计.上年': '839.25万元',
      '收入.总计 * 10%': '365.036万元',
      '2 + 3 * 4 - (5 - 1)': '10',
      '-收入.总计': '-3650.36万元',
      '收入.总计 / 收入.总计.上年': '1.298548',
    });
  });

  test('absent counts as nothing, open stays open, no rate on nothing', () => {
    expectMeanings({
      '收入.总计 + 三公经费.因公出国（境）费': '3650.36万元',
      '三公经费.因公出国（境）费 - 三公经费.因公出国（境）费.上年': 'absent万元',
      '收入.总计 + 收入.事业收入': 'unfilled万元',
      '收入.总计 / 收入.其他收入': 'undefined',
      '收入.总计 / 三公经费.因公出国（境）费': 'undefined',
    });
  });

  test('of different things is a mistake', () => {
    expect(problems('收入.总计 + 三公经费.公务接待费.批次')).toEqual(['Z020 0-2 unit-mismatch 万元 批次']);
    expect(problems('简称 + 1')).toEqual(['Z020 0-2 wrong-kind figure text']);
    expect(problems('支出.全部.类 + 1')).toEqual(['Z020 0-2 wrong-kind figure list']);
  });

  test('comparisons', () => {
    expectMeanings({
      '收入.总计 > 收入.总计.上年': '是',
      '收入.其他收入 = 0': '是',
      '三公经费.因公出国（境）费 = 0': '是',
      '收入.事业收入 = 0': '否',
      '收入.事业收入 ≠ 0': '否',
      '种类 = "部门"': '是',
      '种类 ≠ "部门"': '否',
      '支出.一般公共预算.2010301.编码 = "2010301"': '是',
      '1 < 2 且 非 (2 ≤ 1)': '是',
      '1 > 2 或 2 ≥ 2': '是',
    });
    expect(problems('简称 > 1')).toEqual(['Z020 0-2 wrong-kind figure text']);
  });
});

describe('filters', () => {
  test('rates and changes', () => {
    expectMeanings({
      '收入.总计 | 增长率': '29.854755%',
      '收入.总计 | 差额': '839.25万元',
      '支出.一般公共预算.2010301 | 完成率': '50%',
      '支出.一般公共预算.201 | 占比 支出.一般公共预算.合计': '64.135864%',
      '三公经费.因公出国（境）费 | 占比 收入.总计': 'absent%',
      '收入.其他收入 | 占比 收入.总计': '0%',
      '收入.总计 | 占比 收入.其他收入': 'undefined%',
      '三公经费.因公出国（境）费 | 增长率': 'undefined%',
      '收入.其他收入 | 增长率': 'unfilled%',
      '收入.总计 | 增长率 年初预算': 'undefined%',
    });
  });

  test('what the author says the rate is, is said', () => {
    const stated = sampleReport('收入.甲 10 上年 5 增长率 99 占比 1');
    const scope = createScope(stated.base, () => undefined);
    expect(show(evaluate(expressionFrom('收入.甲 | 增长率'), scope))).toBe('99%');
    expect(show(evaluate(expressionFrom('收入.甲 | 占比 20'), scope))).toBe('1%');
  });

  test('a rate keeps the path of what it says', () => {
    expect(run('收入.总计 | 增长率').value).toMatchObject({ path: '收入.总计.增长率' });
    expect(run('收入.总计.上年').value).toMatchObject({
      path: '收入.总计.上年',
      origin: { uri: 'test:report' },
    });
  });

  test('how a figure is shown', () => {
    expect(run('收入.总计 | 千分位').value).toMatchObject({ format: { thousands: true } });
    expect(run('收入.总计 | 千分位 1').value).toMatchObject({ format: { thousands: true, decimals: 1 } });
    expect(run('收入.总计 | 小数 3').value).toMatchObject({ format: { decimals: 3 }, path: '收入.总计' });
    expect(run('0.885 | 百分比 1').value).toMatchObject({ unit: '%', format: { decimals: 1 } });
    expect(run('收入.总计 | 带单位').value).toMatchObject({ format: { unit: true } });
    expectMeanings({
      '0.885 | 百分比': '88.5%',
      '(1 - 3) | 绝对值': '2',
      '收入.总计 | 换算 亿元': '0.365036亿元',
      '收入.总计 | 换算 元': '36503600元',
      '收入.总计 | 单位': '“万元”',
      '三公经费.公务接待费.批次.单位': '“批次”',
    });
    expect(problems('收入.总计 | 换算 辆')).toEqual(['Z020 0-2 unit-mismatch 万元 辆']);
  });

  test('words', () => {
    expectMeanings({
      '12 | 中文': '“十二”',
      '1 | 中文': '“一”',
      '26 | 中文': '“二十六”',
      '105 | 中文': '“一百零五”',
      '10010 | 中文': '“一万零一十”',
      '年度 | 中文数字': '“二〇二三”',
      '公开时间 | 日期': '“2024年9月18日”',
      '公开时间 | 日期 "{中文年}年{中文月}月"': '“二〇二四年九月”',
      '支出.一般公共预算.201 | 名称': '“一般公共服务支出”',
      '支出.一般公共预算.201 | 编码': '“201”',
    });
    expect(problems('1.5 | 中文')).toEqual(['Z020 0-3 wrong-kind integer figure']);
    expect(problems('简称 | 日期')).toEqual(['Z020 0-2 wrong-kind date text']);
  });

  test('lists', () => {
    expectMeanings({
      '项目 | 求和 执行': '280.76万元',
      '支出.一般公共预算.类 | 求和': '500.5万元',
      '支出.一般公共预算.项 | 求和 基本': '379万元',
      '支出.政府性基金.项 | 求和': 'absent',
      '项目 | 首': '<项目.甲>',
      '项目 | 末': '<项目.丙>',
      '(项目 | 并 单位) | 连接 "，"': '“甲，乙，丙，监察支队，服务中心”',
      '(项目 | 排序 执行) | 连接 " "': '“乙 甲 丙”',
      '支出.政府性基金.类 | 个数': '0',
      '支出.政府性基金.类 | 首': 'unwritten',
      '支出.一般公共预算.类.编码 | 连接 "/"': '“201/208/215”',
    });
  });

  test('presence', () => {
    expectMeanings({
      '收入.总计 | 有': '是',
      '收入.其他收入 | 有': '否',
      '收入.其他收入 | 已填': '是',
      '收入.事业收入 | 已填': '否',
      '三公经费.因公出国（境）费 | 有': '否',
      '三公经费.外事 | 有': '否',
      '三公经费.外事 | 已填': '是',
      '三公经费.公务接待费.原因 | 有': '否',
      '收入.总计.原因 | 有': '是',
      '支出.政府性基金 | 有': '否',
      '支出.一般公共预算 | 有': '是',
      '项目 | 有': '是',
      '三公经费.公务接待费.原因 | 默认 "无"': '“无”',
      '收入.总计 | 默认 0': '<收入.总计>',
      '收入.其他收入 | 默认 5': '<收入.其他收入>',
    });
  });

  test('the line of a code', () => {
    expectMeanings({
      '0 + (支出.全部 | 科目 "201")': '321万元',
      '支出.全部 | 科目 "213"': '<无 支出.全部.213>',
      '支出.全部 | 科目 "213" | 小数 1': 'absent万元',
      '支出.政府性基金 | 科目 "212"': '<无 支出.政府性基金.212>',
      '支出.一般公共预算 | 科目 项目.乙.科目 | 名称': '“中小企业发展专项”',
      '支出.全部 | 科目 (目录.功能分类.类 | 首 | 编码) | 编码': '“201”',
    });
  });

  test('mistakes', () => {
    expect(problems('收入.总计 | 增涨率')).toEqual(['Z012 8-11 unknown-filter 增涨率 [增长率]']);
    expect(problems('收入.总计 | 小数')).toEqual(['Z021 8-10 wrong-argument 小数 digits']);
    expect(problems('收入.总计 | 小数 1.5')).toEqual(['Z021 11-14 wrong-argument 小数 digits']);
    expect(problems('收入.总计 | 占比')).toEqual(['Z021 8-10 wrong-argument 占比 figure']);
    expect(problems('简称 | 千分位')).toEqual(['Z020 0-2 wrong-kind figure text']);
    expect(problems('12 | 连接 "、"')).toEqual(['Z020 0-2 wrong-kind list figure']);
    expect(problems('支出.全部 | 科目 "2"')).toEqual([expect.stringContaining('Z021')]);
  });

  test('every filter stands any operand without throwing', () => {
    const operands = [
      '收入.总计',
      '收入.事业收入',
      '项目',
      '简称',
      '三公经费.因公出国（境）费',
      '收入.总计.原因',
    ];
    const odd = ['目录.功能分类.类', '1 = 1', '三公经费.公务接待费.原因', '不认识'];
    for (const name of filterNames)
      for (const operand of [...operands, ...odd])
        for (const rest of ['', ' 1', ' "x"', ' 收入.总计', ' 项目'])
          expect(() => run(`(${operand}) | ${name}${rest}`)).not.toThrow();
  });
});

describe('phrases', () => {
  const change = phrase('增减', '项', '增加【项 | 差额】万元，增长【项 | 增长率 | 小数 0】');

  test('are filters with one parameter', () => {
    const { value, findings } = run('收入.总计 | 增减', [change]);
    expect(findings).toEqual([]);
    expect(show(value)).toBe('“增加839.25万元万元，增长29.854755%”');
  });

  test('may wrap a filter of the same name, and end where they lead to themselves', () => {
    expect(show(run('收入.总计 | 增长率', [phrase('增长率', '项', '增长【项 | 增长率】')]).value)).toBe(
      '“增长29.854755%”',
    );
    expect(problems('收入.总计 | 转', [phrase('转', '项', '【项 | 转】')])).toEqual(['Z019 5-6 text-circle']);
  });

  test('see the report and their parameter, not the variables where they are used', () => {
    const named = phrase('说', '此', '【外】');
    expect(run('收入.总计 | 说', [named], [['外', '项目.甲']]).findings.map(problem)).toEqual([
      expect.stringContaining('Z011 1-2 unknown-path 外'),
    ]);
  });

  test('choose and repeat', () => {
    const list: Phrase = {
      ...phrase('列举', '表', ''),
      content: [
        {
          kind: 'repeat',
          variable: '个',
          list: expressionFrom('表'),
          condition: expressionFrom('个.执行 | 有'),
          separator: richFrom('；'),
          ending: richFrom('。'),
          content: [
            {
              kind: 'choice',
              condition: expressionFrom('末项'),
              then: [{ kind: 'text', text: richFrom('最后') }],
              otherwise: [],
            },
            { kind: 'text', text: richFrom('【序号】.【个.名称】') },
          ],
        },
      ],
    };
    expect(show(run('项目 | 列举', [list]).value)).toBe('“1.甲；最后2.乙。”');
    expect(show(run('支出.政府性基金.项 | 列举', [list]).value)).toBe('“”');
  });
});

describe('texts of the author', () => {
  test('a text that leads to itself ends there', () => {
    const circle = sampleReport('收入.甲 1 原因="见【收入.乙.原因】"\n收入.乙 1 原因="见【收入.甲.原因】"');
    expect(checkTexts(circle).map(problem)).toEqual([expect.stringContaining('Z019')]);
  });

  test('unknown names are found in every text, at the exact place', () => {
    const wrong = sampleReport('收入.甲 1 原因="因为【收入.乙】增加"');
    expect(checkTexts(wrong).map(problem)).toEqual(['Z011 6-7 unknown-path 乙 收入']);
    expect(checkTexts(report)).toEqual([]);
  });

  test('give up the mark at their end where the sentence goes on', () => {
    const scope = createScope(report.base, () => undefined);
    const words = (source: string) =>
      settlePunctuation(evaluateText(richFrom(source), scope))
        .map(pieceText)
        .join('');
    expect(words('原因是【收入.总计.原因】。')).toBe('原因是项目支出增加，增加2811.11万元万元。');
    expect(words('【收入.总计.原因】；其他')).toBe('项目支出增加，增加2811.11万元万元；其他');
    expect(words('【收入.总计.原因】')).toBe('项目支出增加，增加2811.11万元万元。');
    expect(words('【职责】另外')).toBe('负责某某局的工作。另外');
    const comma = sampleReport('收入.甲 1 原因="新增项目，"');
    const pieces = evaluateText(
      richFrom('原因是【收入.甲.原因】。'),
      createScope(comma.base, () => undefined),
    );
    expect(settlePunctuation(pieces).map(pieceText).join('')).toBe('原因是新增项目。');
  });
});
