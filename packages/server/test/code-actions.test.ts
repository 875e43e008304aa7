import { messageOf } from '@fiscal/core';
import { TextDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Range } from 'vscode-languageserver';
import { atMarker, type Files, main, report, unmarked, uriOf, type Workbench } from './workbench.js';

async function actionsAt(workbench: Workbench, range: Range, only?: string[]): Promise<CodeAction[]> {
  const document = workbench.document(main);
  const params = {
    textDocument: { uri: uriOf(main) },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  };
  return (await workbench.services.lsp.CodeActionProvider!.getCodeActions(document, params)) as CodeAction[];
}

/** M001, D010: a place that the author has to fill. */
function isUnfilled(finding: string): boolean {
  return /^(?:M001|D010) /.test(finding);
}

/** The text that the command of an action selects once its change is made. */
function selectedBy({ command }: CodeAction, text: string): string {
  const [, range] = command!.arguments as [string, Range];
  return TextDocument.create('', '', 0, text).getText(range);
}

async function findings(workbench: Workbench): Promise<string[]> {
  const { findings: found } = await workbench.examination(main);
  // A text of one line lacks most of what a template prints.
  return found.flatMap((finding) =>
    finding.rule === 'D012' ? [] : [`${finding.rule} ${messageOf(finding)}`],
  );
}

function applied(text: string, { edit }: CodeAction): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edit!.changes![uriOf(main)]!);
}

/**
 * Applies the change of that title at the marker: the text becomes the expected one, what was found there is found no
 * more, nothing else is found that was not before, and the change is not offered twice.
 */
async function check(marked: string, title: string, expected: string, files: Files = {}): Promise<void> {
  const { workbench, position } = await atMarker(marked, files);
  workbench.services.shared.fiscal.Client.selectsText = true;
  const { text } = unmarked(marked);
  const before = await findings(workbench);
  const range = { start: position, end: position };
  const actions = await actionsAt(workbench, range);
  const action = actions.find((each) => each.title === title);
  expect(actions.map((each) => each.title)).toContain(title);
  const changed = applied(text, action!);
  expect(changed).toBe(expected);
  await workbench.write(main, changed);
  const after = await findings(workbench);
  const [told] = action!.diagnostics ?? [];
  if (told) expect(after.filter((each) => !isUnfilled(each))).not.toContain(`${told.code} ${told.message}`);
  expect(after.filter((finding) => !before.includes(finding) && !isUnfilled(finding))).toEqual([]);
  // What keeps a place stands selected, and counts as nothing until the author writes over it.
  expect(after.some(isUnfilled)).toBe(action!.command !== undefined);
  if (action!.command) expect(selectedBy(action!, changed)).toMatch(/^写明/);
  const again = await actionsAt(workbench, range);
  expect(again.map((each) => each.title)).not.toContain(title);
}

const fund = (lines: string) => report(`支出 一般公共预算 {\n  ${lines}\n}`);

describe('figures', () => {
  test('take the computed total', () =>
    check(
      fund('2012601 行政运行  基本 262.40\n  2210201 住房公积金  基本 50.00\n  合计  32<|>1.40'),
      '改为算得的 312.40 万元',
      fund('2012601 行政运行  基本 262.40\n  2210201 住房公积金  基本 50.00\n  合计  312.40'),
    ));
  test('in the unit that they were written in', () =>
    check(
      fund('2012601 行政运行  基本 262.40\n  2210201 住房公积金  基本 50.00\n  合计  3,21<|>4,000 元'),
      '改为算得的 312.40 万元',
      fund('2012601 行政运行  基本 262.40\n  2210201 住房公积金  基本 50.00\n  合计  3,124,000 元'),
    ));
  test('percentages', () =>
    check(
      fund('2012601 行政运行  基本 75.00  占比 7<|>6%\n  2012604 档案馆  项目 25.00'),
      '改为算得的 75%',
      fund('2012601 行政运行  基本 75.00  占比 75%\n  2012604 档案馆  项目 25.00'),
    ));
  test('take the value of another place', () =>
    check(
      fund('2012601 行政运行  262.40  决算 26<|>2.50'),
      '改为另一处的 262.40 万元',
      fund('2012601 行政运行  262.40  决算 262.40'),
    ));
  test('that are open take what follows from others', () =>
    check(
      report('收入 {\n  事业收入  12.00\n  其他收入  1.20\n  总计  未<|>填\n}'),
      '填入算得的 13.20 万元',
      report('收入 {\n  事业收入  12.00\n  其他收入  1.20\n  总计  13.20\n}'),
    ));
  test('in another unit take that of the report', () =>
    check(report('收入 { 事业收入 120<|>000 元 }'), '写成 12 万元', report('收入 { 事业收入 12 万元 }')));
  test('with too many digits are written in 元', () =>
    check(report('收入 { 事业收入 12.<|>345 }'), '写成 123450 元', report('收入 { 事业收入 123450 元 }')));
  test('or rounded', () =>
    check(report('收入 { 事业收入 12.<|>345 }'), '四舍五入为 12.35', report('收入 { 事业收入 12.35 }')));
  test('of a name that is a word of the language stand behind quotes', () =>
    check(report('内设机构 { 收<|>入 2 个 }'), '给名称加上引号', report('内设机构 { "收入" 2 个 }')));
  test('take the unit that was meant', () =>
    check(report('收入 { 事业收入 12.0<|>0万园 }'), '单位改为 万元', report('收入 { 事业收入 12.00万元 }')));
  test('take both units that were meant', () =>
    check(
      report('三公经费 { 公务接待费 2.00 3<|>批 18人 }'),
      '单位改为 批次、人次',
      report('三公经费 { 公务接待费 2.00 3批次 18人次 }'),
    ));
  test('an amount that was written as a count is one in the unit of money', () =>
    check(report('收入 { 事业收入 3<|> 人 }'), '单位改为 万元', report('收入 { 事业收入 3 万元 }')));
  test('that are missing are left open', () =>
    check(report('机关运行经费 1 上<|>年'), '填上 未填', report('机关运行经费 1 上年 未填')));
  test('and totals are written out', () =>
    check(
      fund('2012601 行政运行  基本 262.40\n  2012604 档案馆  项目 50.00').replace('支出', '支<|>出'),
      '写出合计 312.40 万元',
      fund(
        '2012601 行政运行  基本 262.40\n  2012604 档案馆  项目 50.00\n  合计                                           312.40  基本     262.40  项目      50.00',
      ),
    ));
  test('also in a block on one line', () =>
    check(
      report('收<|>入 { 事业收入 12.00 }'),
      '写出总计 12.00 万元',
      report('收入 { 事业收入 12.00  总计 12.00 }'),
    ));
});

describe('a reason in a comment', () => {
  test('of last year is moved in', () =>
    check(
      report('机关运<|>行经费  12.00  上年 11.00  // 上年：原因 "物业费上涨"'),
      '把注释里的原因写进这一项',
      report('机关运行经费  12.00  上年 11.00  原因 "物业费上涨"'),
    ));
});

describe('names', () => {
  test('take the official one', () =>
    check(
      fund('2060499 其他技术<|>与开发支出  项目 1.00'),
      '改为「其他技术研究与开发支出」',
      fund('2060499 其他技术研究与开发支出  项目 1.00'),
    ));
  test('of former years', () =>
    check(
      fund('2150508 无线电<|>监管  项目 1.00'),
      '改为「无线电及信息通信监管」',
      fund('2150508 无线电及信息通信监管  项目 1.00'),
    ));
  test('come with the code where the code is wrong', () =>
    check(
      fund('201<|>1309 招商引资  项目 1.00'),
      '改为「2011308 招商引资」',
      fund('2011308 招商引资  项目 1.00'),
    ));
  test('of items', () =>
    check(
      report('收入 {\n  事<|>业收人  12.00\n}'),
      '改为「事业收入」',
      report('收入 {\n  事业收入  12.00\n}'),
    ));
  test('in formulas', () =>
    check(
      report('收入 { 总计 3 }\n职责 "共【收入.总<|>记】万元"'),
      '改为「总计」',
      report('收入 { 总计 3 }\n职责 "共【收入.总计】万元"'),
    ));
  test('of filters', () =>
    check(
      report('收入 { 总计 3 }\n职责 "共【收入.总计 | 千<|>分号】万元"'),
      '改为「千分位」',
      report('收入 { 总计 3 }\n职责 "共【收入.总计 | 千分位】万元"'),
    ));
  test('of what a filter takes', () =>
    check(
      report('收入 { 总计 3 }\n职责 "共【收入.总计 | 换算 亿<|>美元】亿元"'),
      '改为「亿元」',
      report('收入 { 总计 3 }\n职责 "共【收入.总计 | 换算 亿元】亿元"'),
    ));
  test('of measures', async () => {
    await check(
      fund('2012601 行政运行  基本 262.40  调正<|>预算 260.00'),
      '改为「调整预算」',
      fund('2012601 行政运行  基本 262.40  调整预算 260.00'),
    );
    await check(
      report('项目 甲 { 执行 3 }\n职责 "【项目.甲.全年<|>预箅】"'),
      '改为「全年预算」',
      report('项目 甲 { 执行 3 }\n职责 "【项目.甲.全年预算】"'),
    );
    await check(report('项目 甲 { 全年<|>预箅 3 }'), '改为「全年预算」', report('项目 甲 { 全年预算 3 }'));
  });
  test('of texts and states', async () => {
    await check(
      fund('2012601 行政运行  基本 262.40  原<|>囚 "正常调资"'),
      '改为「原因」',
      fund('2012601 行政运行  基本 262.40  原因 "正常调资"'),
    );
    await check(report('收入 { 事业收入 末<|>填 }'), '改为「未填」', report('收入 { 事业收入 未填 }'));
  });
  test('of templates', () => check(report('模板 四<|>州'), '改为「四川」', report('模板 四川')));
  test('are written behind a bare code', () =>
    check(fund('201<|>2601  基本 262.40'), '写上名称 行政运行', fund('2012601 行政运行  基本 262.40')));
  test('behind all bare codes of a block', () =>
    check(
      fund('201<|>2601  基本 262.40\n  2012604  项目 50.00'),
      '为这一块的 2 个科目写上名称',
      fund('2012601 行政运行  基本 262.40\n  2012604 档案馆  项目 50.00'),
    ));
});

describe('lines', () => {
  test('that 明细 has', () =>
    check(
      report(
        '支出 一般公共预算 {\n  2012601 行政运行 基本 3 { 明细 基本 { 30101 基本工资 2 30201 办公费 1 } }\n}\n基本<|>支出 {\n  30101 基本工资  2\n}',
      ),
      '补上明细里有的 1 个科目',
      report(
        '支出 一般公共预算 {\n  2012601 行政运行 基本 3 { 明细 基本 { 30101 基本工资 2 30201 办公费 1 } }\n}\n基本支出 {\n  30101 基本工资  2\n  30201 办公费                                     1.00\n}',
      ),
    ));
  test('that a project names', () =>
    check(
      report('支出 一般公共预算 {\n}\n项目 档案数字化 { 科目 201<|>2604 执行 3 }'),
      '在支出里补上 2012604 档案馆  项目 3.00',
      report(
        '支出 一般公共预算 {\n  2012604 档案馆                        项目       3.00\n}\n项目 档案数字化 { 科目 2012604 执行 3 }',
      ),
    ));
});

describe('acceptance', () => {
  test('is written into the block, with a reason', () =>
    check(
      report('收入 {\n  上级补助收入  -1.<|>20\n}'),
      '核对无误，忽略 I1303（写明原因）',
      report('收入 {\n  上级补助收入  -1.20\n  忽略 I1303 "写明原因"\n}'),
    ));
  test('of a block on one line', () =>
    check(
      report('收入 { 上级补助收入  -1.<|>20 }'),
      '核对无误，忽略 I1303（写明原因）',
      report('收入 { 上级补助收入 -1.20  忽略 I1303 "写明原因" }'),
    ));
  test('that met nothing is removed with its line', () =>
    check(
      report('收入 {\n  事业收入  1\n  忽<|>略 I1303 "已核对"\n}'),
      '删去没有用到的忽略',
      report('收入 {\n  事业收入  1\n}'),
    ));
  test('without a reason gets one', () =>
    check(
      report('收入 {\n  事业收入  -1\n  忽<|>略 I1303\n}'),
      '写上原因',
      report('收入 {\n  事业收入  -1\n  忽略 I1303 "写明原因"\n}'),
    ));
  test('that met nothing is no change that an editor makes by itself', async () => {
    const { workbench, position } = await atMarker(
      report('收入 {\n  事业收入  1\n  忽<|>略 I1303 "已核对"\n}'),
    );
    const actions = await actionsAt(workbench, { start: position, end: position });
    expect(actions.filter(({ isPreferred, kind }) => isPreferred || kind !== 'quickfix')).toEqual([]);
  });
  test('names no command where the client has none', async () => {
    const { workbench, position } = await atMarker(report('收入 {\n  上级补助收入  -1.<|>20\n}'));
    workbench.services.shared.fiscal.Client.selectsText = false;
    const actions = await actionsAt(workbench, { start: position, end: position });
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(({ command }) => command)).toEqual([]);
  });
  test('of what cannot be read is not offered', async () => {
    const { workbench, position } = await atMarker(report('收入 { 事业收人<|> 1 }'));
    const actions = await actionsAt(workbench, { start: position, end: position });
    expect(actions.filter(({ title }) => title.includes('忽略'))).toEqual([]);
  });
});

describe('what a rule asks for', () => {
  const rule = '规则 甲01 "总计应说明原因" { 收入.总计.原因 ≠ "" }';
  test('is written behind the figures', () =>
    check(
      report(`收入 { 总<|>计 3 上年 2 }\n${rule}`),
      '写上原因',
      report(`收入 { 总计 3 上年 2 原因 "写明原因" }\n${rule}`),
    ));
  test('an acceptance names a rule that there is', () =>
    check(
      report('收入 {\n  事业收入  -1\n  忽<|>略 I1330 "已核对"\n}'),
      '改为「I1303」',
      report('收入 {\n  事业收入  -1\n  忽略 I1303 "已核对"\n}'),
    ));
  test('an acceptance that ran out can go', () =>
    check(
      report('收入 {\n  事业收入  1\n  忽<|>略 I1303 "已核对" 至 2020-01-01\n}'),
      '删去没有用到的忽略',
      report('收入 {\n  事业收入  1\n}'),
    ));
});

describe('writing', () => {
  test('quotes are closed', () =>
    check(report('机关运行经费 1 原因 <|>"新增'), '补上引号', report('机关运行经费 1 原因 "新增"')));
  test('a brace too many goes', () =>
    check(
      report('收入 { 事业收入 1 } }<|>\n小数 2'),
      '删去多余的大括号',
      report('收入 { 事业收入 1 } \n小数 2'),
    ));
  test('full-width signs become canonical', () =>
    check(
      report('收入 ｛ 事业<|>收入 １，２０５．５ ｝'),
      '写成规范的半角形式',
      report('收入 { 事业收入 1,205.5 }'),
    ));
});

test('all that is safe is mended at once, and nothing else', async () => {
  const text = fund('2150508 无线电监管  项目 1.00\n  合计 9\n  忽略 I1303 "已核对"');
  const { workbench, position } = await atMarker(text);
  const range = { start: position, end: position };
  const [action] = await actionsAt(workbench, range, ['source.fixAll']);
  expect(action).toMatchObject({ title: '修正全部有把握的 1 处', kind: 'source.fixAll.fiscal' });
  const changed = applied(text, action!);
  const mended = '2150508 无线电及信息通信监管  项目 1.00\n  合计 9\n  忽略 I1303 "已核对"';
  expect(changed).toBe(fund(mended));
  await workbench.write(main, changed);
  expect(await actionsAt(workbench, range, ['source.fixAll'])).toEqual([]);
});

describe('running text', () => {
  test('misspelt words are put right', () =>
    check(
      report('资产说明 "截<|>止2023年12月31日，共有车辆3辆。"'),
      '写成 截至',
      report('资产说明 "截至2023年12月31日，共有车辆3辆。"'),
    ));
  test('marks become Chinese, all those of a paragraph', () =>
    check(
      report('经费说明 "厉行节约<|>,压减开支,成效明显。"'),
      '写成 ，',
      report('经费说明 "厉行节约，压减开支，成效明显。"'),
    ));
  test('digits become half-width', () =>
    check(report('培训说明 "全年举办培训<|>１２期。"'), '写成 12', report('培训说明 "全年举办培训12期。"')));
  test('what was written twice goes', () =>
    check(
      report('经费说明 "决算数小于预算<|>预算数。"'),
      '删去多写的「预算」',
      report('经费说明 "决算数小于预算数。"'),
    ));
  test('a figure that the report knows becomes a hole', () =>
    check(
      report('机关运行经费 234.94\n经费说明 "机关运行经费支出234<|>.94万元。"'),
      '写成 【机关运行经费】',
      report('机关运行经费 234.94\n经费说明 "机关运行经费支出【机关运行经费】万元。"'),
    ));
  test('a rate takes what was computed', () =>
    check(
      report('经费说明 "会议费支出3.5万元，比上年减少1.5万元，下降<|>57%。"'),
      '改为算得的 30',
      report('经费说明 "会议费支出3.5万元，比上年减少1.5万元，下降30%。"'),
    ));
  test('a name of the classification takes the official one', () =>
    check(
      report('科目说明 "<|>资源勘探信息等支出（类）制造业（款）其他制造业支出（项）。"'),
      '改为「资源勘探工业信息等支出」',
      report('科目说明 "资源勘探工业信息等支出（类）制造业（款）其他制造业支出（项）。"'),
    ));
});

describe('slips of the hand', () => {
  test('a number takes the point that was meant', () =>
    check(fund('2012601 行政运行  基本 51<|>，32'), '改为「51.32」', fund('2012601 行政运行  基本 51.32')));
  test('a code takes its digits', () =>
    check(fund('2O126<|>01 行政运行  基本 5'), '改为「2012601」', fund('2012601 行政运行  基本 5')));
  test('a name and a figure are parted', () =>
    check(report('收入 { 其他收入1<|>2 }'), '改为「其他收入 12」', report('收入 { 其他收入 12 }')));
  test('two lines are parted', () =>
    check(
      report('基本支出 {\n  30101 871.23 303<|>06 131.63\n}'),
      '在这里换行',
      report('基本支出 {\n  30101 871.23 \n  30306 131.63\n}'),
    ));
  test('a name is put in quotes', () =>
    check(
      report('项目 智慧<|>城市2.0 { 科目 2012604  执行 3 }'),
      '给名称加上引号',
      report('项目 "智慧城市2.0" { 科目 2012604  执行 3 }'),
    ));
  test('radicals become characters, all of a line', () =>
    check(fund('2012601 ⾏<|>政运⾏  基本 5'), '改成应有的字（2 处）', fund('2012601 行政运行  基本 5')));
  test('what nobody sees is taken out', () =>
    check(fund('2012601 行<|>\u200b政运行  基本 5'), '删去看不见的字符', fund('2012601 行政运行  基本 5')));
  test('a word of the language', () =>
    check('模板 甲 {\n  章<|> "乙" { 段 "丙" }\n}', '改为「部分」', '模板 甲 {\n  部分 "乙" { 段 "丙" }\n}'));
  test.each([
    ['用上面的版本', '3'],
    ['用下面的版本', '4'],
  ])('of two versions: %s', (title, figure) => {
    const line = (amount: string) => `2012601 行政运行  基本 ${amount}\n`;
    return check(
      fund(`\n<<<<<<<<|> HEAD\n${line('3')}=======\n${line('4')}>>>>>>> 复核\n`),
      title,
      fund(`\n${line(figure)}`),
    );
  });
  test.each([
    ['三公经费 { {<|>\n  公务接待费 0.30\n}', '删去「{」', '三公经费 {\n  公务接待费 0.30\n}'],
    ['机关运行经费 (<|>\n  车辆 0\n)', '改成大括号', '机关运行经费 {\n  车辆 0\n}'],
    ['1<|>、机关运行经费 0.30', '删去「1、」', '机关运行经费 0.30'],
  ])('braces and marks: %s', (typed, title, mended) => check(report(typed), title, report(mended)));
});

describe('texts without their quotes', () => {
  const inReport = (lines: string) => report(`\n${lines}\n政府采购 0.30\n`);
  test.each([
    [
      '  职<|>责\n    编制规划，指导监督。\n\n    保管档案。',
      '给这几行文字加上三个引号',
      '  职责 """\n    编制规划，指导监督。\n\n    保管档案。\n    """',
    ],
    [
      '  职<|>责 编制规划，指导监督。\n  保管档案。',
      '给这几行文字加上三个引号',
      '  职责 """\n    编制规划，指导监督。\n  保管档案。\n    """',
    ],
    [
      '  职<|>责\n    ## 概况\n\n    - 编制规划\n    保管“兰台”档案【收入.总计】卷。\n    """',
      '在后面补上 """',
      '  职责 """\n    ## 概况\n\n    - 编制规划\n    保管“兰台”档案【收入.总计】卷。\n    """',
    ],
    ['  职责 编<|>制规划，指导监督。', '给文字加上引号', '  职责 "编制规划，指导监督。"'],
    [
      '  职责 "<|>""编制规划。\n    保管档案。\n    """',
      '在三个引号处换行',
      '  职责 """\n    编制规划。\n    保管档案。\n    """',
    ],
    [
      '  职责 "<|>""编制规划。\n    保管档案。"""',
      '在三个引号处换行',
      '  职责 """\n    编制规划。\n    保管档案。\n    """',
    ],
    [
      '  职责 "<|>""\n    编制规划。\n    保管档案。',
      '在文字之后补上 """',
      '  职责 """\n    编制规划。\n    保管档案。\n    """',
    ],
    [
      '  本局负责<|>档案工作。\n  下设三个科室。',
      '改成只给自己看的（//）',
      '  // 本局负责档案工作。\n  // 下设三个科室。',
    ],
    ['按合<|>同支付', '改成只给自己看的（//）', '// 按合同支付'],
    ['机关运行经费 1 原因 新<|>增，多', '给文字加上引号', '机关运行经费 1 原因 "新增，多"'],
    ['机关运行经费 1 原因 「<|>新增」', '给文字加上引号', '机关运行经费 1 原因 "新增"'],
    ['机关运行经费 1 原因 新<|>增"', '给文字加上引号', '机关运行经费 1 原因 "新增"'],
  ])('%s', (typed, title, mended) => check(inReport(typed), title, inReport(mended)));
});
