import type { Finding, TemplateNode } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { sampleReport } from '../../core/test/sample-report.js';
import { compose } from '../src/compose/compose.js';
import { documentText, figuresOf } from './document-text.js';
import * as make from './template-builder.js';

const schema = `
  收入: 一般公共预算财政拨款收入 事业收入 其他收入 年初结转和结余 总计
  支出: 总计
  支出.一般公共预算*: 合计
  支出.政府性基金*: 合计
  支出.全部*: 合计
  三公经费: 合计 因公出国（境）费 公务接待费
  项目
  单位`;

const text = `
  / 简称=市局 职责="负责规划。\\n\\n负责【年度】年监测。" 评价="## 概况\\n\\n预算【收入.总计】万元。\\n\\n- 一项"
  收入.一般公共预算财政拨款收入 3213.28
  收入.事业收入 0
  收入.其他收入 未填
  收入.年初结转和结余 437.09
  收入.总计 3650.36 上年 2811.11 原因="项目支出增加。"
  支出.一般公共预算.2010301 基本 318 项目 3 预算 321
  支出.一般公共预算.2080501 基本 1984.74
  支出.一般公共预算.2150805 项目 907.54
  支出.政府性基金.合计 0
  三公经费.公务接待费 2.65 上年 1.70
  三公经费.外事 未发生
  三公经费.涉外 不适用
  三公经费.大额 12345.6
  单位.监察支队 类别=参公事业
  单位.服务中心 类别=事业`;

interface Composed {
  lines: string[];
  figures: string[];
  findings: Finding[];
}

function composed(
  nodes: TemplateNode[],
  settings = '',
  phrases = [] as ReturnType<typeof make.phrase>[],
): Composed {
  const report = sampleReport(text, schema);
  const { document, findings } = compose({ ...report, template: make.template(nodes, settings, phrases) });
  return { lines: documentText(document.blocks), figures: figuresOf(document.blocks), findings };
}

/** The document's lines; nothing may be reported. */
function lines(
  nodes: TemplateNode[],
  settings?: string,
  phrases?: ReturnType<typeof make.phrase>[],
): string[] {
  const result = composed(nodes, settings, phrases);
  expect(result.findings).toEqual([]);
  return result.lines;
}

function sentence(words: string, settings?: string): string {
  return lines([make.paragraph(words)], settings).join('\n');
}

describe('paragraphs', () => {
  test('figures and reasons in a sentence, as the Sichuan report has it', () => {
    const change = make.phrase('增减', '项', make.text('增加【项 | 差额】万元，增长【项 | 增长率】'));
    const words =
      '【年度】年度收、支总计均为【收入.总计】万元。与【年度 - 1】年度相比，收、支总计各【收入.总计 | 增减】。' +
      '主要变动原因是【收入.总计.原因】。';
    expect(lines([make.paragraph(words)], '', [change])).toEqual([
      '2023年度收、支总计均为3650.36万元。与2022年度相比，收、支总计各增加839.25万元，增长30%。主要变动原因是项目支出增加。',
    ]);
  });

  test('repeat with separator and ending', () => {
    const content = [
      make.text('主要用于：'),
      make.eachText(
        '类',
        '支出.一般公共预算.类',
        '【类.名称】【类.决算】万元，占【类.决算 | 占比 支出.一般公共预算.合计】',
        '；',
        '。',
      ),
    ];
    expect(lines([make.paragraph(content)])).toEqual([
      '主要用于：一般公共服务支出321万元，占10%；社会保障和就业支出1984.74万元，占62%；资源勘探工业信息等支出907.54万元，占28%。',
    ]);
  });

  test('a blank line in the text of the author begins a new paragraph, an empty text none', () => {
    expect(lines([make.paragraph('【职责】'), make.paragraph('【三公经费.公务接待费.原因】')])).toEqual([
      '负责规划。',
      '负责2023年监测。',
    ]);
  });

  test('styles; an unknown one is reported', () => {
    expect(lines([make.paragraph('【名称】', '题名'), make.paragraph('注意', '说明')])).toEqual([
      'title: 某某局',
      'note: 注意',
    ]);
    const { findings } = composed([make.paragraph('甲', '花体')]);
    expect(findings.map(({ rule }) => rule)).toEqual(['Z026']);
  });

  test('every figure says which fact it is', () => {
    const { figures } = composed([
      make.paragraph('【收入.总计】【收入.总计 | 千分位】【收入.总计 | 增长率】【收入.总计 + 1】'),
    ]);
    expect(figures).toEqual(['收入.总计=3650.36', '收入.总计=3,650.36', '收入.总计.增长率=30%', '=3651.36']);
  });

  test('an unknown name is reported at the template, the rest is composed', () => {
    const { lines: found, findings } = composed([make.paragraph('共【收人.总计】万元')]);
    expect(found).toEqual(['共万元']);
    expect(findings).toMatchObject([
      {
        rule: 'Z011',
        origin: { uri: 'test:template', range: { start: { character: 2 }, end: { character: 4 } } },
      },
    ]);
  });
});

describe('figures in text', () => {
  test('trailing zeros are cut, percentages have their decimals', () => {
    expect(
      sentence('【支出.一般公共预算.2010301】 【支出.一般公共预算.2010301 | 完成率】 【收入.事业收入】'),
    ).toBe('321 100% 0');
    expect(
      sentence('【收入.总计 | 小数 1】 【收入.总计 | 增长率 | 百分比 2】 【收入.总计 | 换算 亿元】'),
    ).toBe('3650.4 29.85% 0.37');
  });

  test('settings', () => {
    const words = '【三公经费.大额】 【三公经费.公务接待费】 【三公经费.因公出国（境）费】';
    expect(sentence(words)).toBe('12345.6 2.65 0');
    expect(sentence(words, '正文小数=2')).toBe('12345.60 2.65 0.00');
    expect(sentence(words, '正文小数=原样 正文千分位=是')).toBe('12,345.60 2.65 0.00');
    expect(sentence(words, '正文空值=无')).toBe('12345.6 2.65 无');
  });

  test('states of missing figures', () => {
    const words =
      '【收入.其他收入】 【三公经费.外事】 【三公经费.涉外】 【收入.总计 | 占比 收入.事业收入】 【收入.其他收入 | 占比 收入.总计】';
    expect(sentence(words)).toBe('未填 0 — — 未填');
    expect(sentence(words, '未填=× 未发生=未发生 不适用=不适用 基数为零=无可比性')).toBe(
      '× 未发生 不适用 无可比性 ×',
    );
    expect(sentence('【三公经费.因公出国（境）费 | 占比 收入.总计】')).toBe('0%');
  });

  test('a rate without a base may be printed as zero, with the decimals of percentages', () => {
    const words = '【收入.总计 | 占比 收入.事业收入】';
    expect(sentence(words, '基数为零=零')).toBe('0%');
    expect(sentence('【收入.总计 | 占比 收入.事业收入 | 百分比 2】', '基数为零=零')).toBe('0.00%');
  });
});

describe('settings', () => {
  test('an unknown one and a wrong value are reported, with what could be meant', () => {
    const { findings } = composed([], '正文小位=2 表内小数=两位');
    expect(findings).toMatchObject([
      { rule: 'Z024', data: { suggestions: expect.arrayContaining(['正文小数']) } },
      { rule: 'Z025', data: { parameters: { name: '表内小数', value: '两位' } } },
    ]);
  });
});

describe('headings', () => {
  const nested = [
    make.contents('目录', make.paragraph('公开时间')),
    make.part('概况', make.section('职责'), make.section('机构')),
    make.part(
      '说明',
      make.section('总体'),
      make.unnumbered(make.section('附言')),
      make.section('支出', make.section('结构', make.section('细目', make.section('末节')))),
    ),
    make.part('附表', make.table('总表', [make.panel('', [make.column('数')], [make.row('收入.总计')])])),
  ];

  test('are numbered by depth, with stable ids, and listed in the contents', () => {
    expect(lines(nested)).toEqual([
      '[contents] 目录',
      '公开时间',
      '  第一部分 概况 -> 部分-1',
      '    一、职责 -> 节-1-1',
      '    二、机构 -> 节-1-2',
      '  第二部分 说明 -> 部分-2',
      '    一、总体 -> 节-2-1',
      '    附言 -> 节-2-2',
      '    二、支出 -> 节-2-3',
      '  第三部分 附表 -> 部分-3',
      '    一、总表 -> 表-1',
      '# 第一部分|概况 {部分-1}',
      '## 一、|职责 {节-1-1}',
      '## 二、|机构 {节-1-2}',
      '# 第二部分|说明 {部分-2}',
      '## 一、|总体 {节-2-1}',
      '## |附言 {节-2-2}',
      '## 二、|支出 {节-2-3}',
      '### （一）|结构 {节-2-3-1}',
      '#### 1.|细目 {节-2-3-1-1}',
      '##### （1）|末节 {节-2-3-1-1-1}',
      '# 第三部分|附表 {部分-3}',
      '[table] 表-1 / 总表 / 单位：万元',
      '数',
      '- 3650.36',
    ]);
  });

  test('schemes and levels are settings; a template may have no parts', () => {
    const nodes = [make.contents('目录'), make.section('概况', make.section('职责')), make.section('说明')];
    expect(lines(nodes, '一级编号={数字}、 二级编号={数字}） 目录层级=3')).toEqual([
      '[contents] 目录',
      '    1、概况 -> 节-0-1',
      '      1）职责 -> 节-0-1-1',
      '    2、说明 -> 节-0-2',
      '## 1、|概况 {节-0-1}',
      '### 1）|职责 {节-0-1-1}',
      '## 2、|说明 {节-0-2}',
    ]);
  });

  test('repeated sections go on counting', () => {
    expect(lines([make.part('附件', make.each('单', '单位', make.section('【单.名称】')))])).toEqual([
      '# 第一部分|附件 {部分-1}',
      '## 一、|监察支队 {节-1-1}',
      '## 二、|服务中心 {节-1-2}',
    ]);
  });
});

describe('lists, choices, covers', () => {
  test('a list numbers its paragraphs', () => {
    const nodes = [
      make.list(
        make.each('单', '单位', make.paragraph('【单.名称】（【单.类别】）')),
        make.paragraph('其他'),
      ),
    ];
    expect(lines(nodes)).toEqual([
      'item: 1.监察支队（参公事业）',
      'item: 2.服务中心（事业）',
      'item: 3.其他',
    ]);
    expect(lines(nodes, '列表编号=（{中文}）')[1]).toBe('item: （二）服务中心（事业）');
  });

  test('a choice by what is there', () => {
    const node = make.choose('支出.政府性基金 | 有', make.paragraph('有基金'), make.paragraph('没有基金'));
    expect(lines([node, make.cover(make.paragraph('【年度 | 中文数字】年', '题名'))])).toEqual([
      '没有基金',
      '[cover]',
      'title: 二〇二三年',
    ]);
  });
});

describe('markdown of the author', () => {
  test('becomes blocks below the heading, its figures stay figures', () => {
    const result = composed([
      make.part('附件', make.insertion('评价'), make.insertion('三公经费.公务接待费.说明')),
    ]);
    expect(result.findings).toEqual([]);
    expect(result.lines).toEqual([
      '# 第一部分|附件 {部分-1}',
      '## |概况 {部分-1-文1-1}',
      '预算3650.36万元。',
      '[list]',
    ]);
    expect(result.figures).toEqual(['收入.总计=3650.36']);
  });
});

describe('charts', () => {
  test('are numbered through the document; points keep the exact value', () => {
    const nodes = [
      make.chart('bar', '收、支总计', '【年度 - 1】年 = 收入.总计.上年', '【年度】年 = 收入.总计'),
      make.chart(
        'pie',
        '占比',
        '接待 = 三公经费.公务接待费 | 占比 收入.总计',
        '出国 = 三公经费.因公出国（境）费 | 占比 收入.总计',
      ),
    ];
    expect(lines(nodes)).toEqual([
      '[bar] 图-1 图1：收、支总计 (万元)',
      '  2022年 2811.11 “2811.11”',
      '  2023年 3650.36 “3650.36”',
      '[pie] 图-2 图2：占比 (%)',
      expect.stringMatching(/^ {2}接待 0\.0725955\d+ “0%” 100%$/),
      '  出国 0 “0%” 0%',
    ]);
  });

  test('slices have the share of the sum of all points, with the decimals of percentages', () => {
    const points = (...values: string[]) => lines([make.chart('pie', '结构', ...values)]).slice(1);
    expect(points('甲 = 收入.年初结转和结余', '乙 = 收入.一般公共预算财政拨款收入')).toEqual([
      '  甲 437.09 “437.09” 12%',
      '  乙 3213.28 “3213.28” 88%',
    ]);
    expect(points('甲 = 收入.年初结转和结余', '乙 = 收入.年初结转和结余 - 收入.总计')).toEqual([
      '  甲 437.09 “437.09”',
      '  乙 -3213.27 “-3213.27”',
    ]);
    expect(points('甲 = 收入.总计', '乙 = 收入.年初结转和结余 - 收入.一般公共预算财政拨款收入')).toEqual([
      '  甲 3650.36 “3650.36” 418%',
      '  乙 -2776.19 “-2776.19”',
    ]);
  });

  test('there are no shares while a point is open', () => {
    expect(lines([make.chart('pie', '结构', '甲 = 收入.总计', '乙 = 收入.其他收入')]).slice(1)).toEqual([
      '  甲 3650.36 “3650.36”',
      '  乙 0 “未填”',
    ]);
  });
});

describe('tables', () => {
  const income = make.panel(
    '收入',
    [make.column('文字 项目'), make.column('决算数')],
    [
      make.row('"一、一般公共预算财政拨款收入"', '收入.一般公共预算财政拨款收入'),
      make.row('"二、事业收入"', '收入.事业收入'),
      make.totalRow('"本年收入合计"', '收入.一般公共预算财政拨款收入 + 收入.事业收入'),
      make.row('"年初结转和结余"', '收入.年初结转和结余'),
      make.totalRow('"总计"', '收入.总计'),
    ],
  );
  const spending = make.panel(
    '支出',
    [make.column('文字 项目'), make.column('决算数')],
    [
      make.eachRow(
        '类',
        '目录.功能分类.类',
        make.row('"【序号 | 中文】、【类.名称】"', '支出.全部 | 科目 类.编码'),
      ),
      make.totalRow('"本年支出合计"', '支出.全部.合计'),
      make.totalRow('"总计"', '支出.总计'),
    ],
  );

  test('panels stand side by side, their total rows meet', () => {
    expect(
      lines([make.table('收入支出决算总表', [income, spending], { label: make.richText('公开01表') })]),
    ).toEqual([
      '[table] 表-1 / 收入支出决算总表 / 公开01表 / 单位：万元',
      '收入[2×1] | 支出[2×1]',
      '项目 | 决算数 | 项目 | 决算数',
      '- 一、一般公共预算财政拨款收入 | 3213.28 | 一、一般公共服务支出 | 321.00',
      '- 二、事业收入 | 0.00 | 二、社会保障和就业支出 | 1984.74',
      '-  |  | 三、农林水支出 | ',
      '-  |  | 四、资源勘探工业信息等支出 | 907.54',
      '-  |  | 五、转移性支出 | ',
      '= 本年收入合计 | 3213.28 | 本年支出合计 | 3213.28',
      '- 年初结转和结余 | 437.09 |  | ',
      '= 总计 | 3650.36 | 总计 | 未填',
    ]);
  });

  test('panels with other numbers of total rows are padded at the end', () => {
    const short = make.panel('', [make.column('数')], [make.totalRow('收入.总计')]);
    const long = make.panel('', [make.column('文字 名')], [make.row('"甲"'), make.row('"乙"')]);
    expect(lines([make.table('', [short, long])]).slice(1)).toEqual(['数 | 名', '= 3650.36 | 甲', '-  | 乙']);
  });

  test('groups and repeated columns make header rows with spans', () => {
    const columns = [
      make.group('项目', make.column('文字 编码 = 科目.编码'), make.column('文字 名称 = 科目.名称')),
      make.column('合计 = 科目.决算'),
      make.group(
        '其中',
        make.group('支出', make.column('基本 = 科目.基本'), make.column('项目 = 科目.项目')),
        make.column('占比 = 科目 | 占比 支出.一般公共预算.合计'),
      ),
      make.group('没有', make.eachColumn('无', '支出.政府性基金.类', make.column('【无.名称】 = 科目'))),
    ];
    const rows = [
      make.eachRow('科目', '支出.一般公共预算.类'),
      make.totalRow(
        '""',
        '"合计"',
        ...['', '.基本', '.项目'].map((measure) => `支出.一般公共预算.合计${measure}`),
        '支出.一般公共预算.合计 | 占比 支出.一般公共预算.合计',
      ),
    ];
    expect(lines([make.table('支出表', [make.panel('', columns, rows)])])).toEqual([
      '[table] 表-1 / 支出表 / 单位：万元',
      '项目[2×1] | 合计[1×3] | 其中[3×1]',
      '编码[1×2] | 名称[1×2] | 支出[2×1] | 占比[1×2]',
      '基本 | 项目',
      '- 201 | 一般公共服务支出 | 321.00 | 318.00 | 3.00 | 10%',
      '- 208 | 社会保障和就业支出 | 1984.74 | 1984.74 |  | 62%',
      '- 215 | 资源勘探工业信息等支出 | 907.54 |  | 907.54 | 28%',
      '=  | 合计 | 3213.28 | 2302.74 | 910.54 | 100%',
    ]);
  });

  test('a column for each member', () => {
    const columns = [
      make.column('文字 项 = 名'),
      make.eachColumn('类', '支出.一般公共预算.类', make.column('【类.编码】 = 类')),
    ];
    const found = lines([make.table('', [make.panel('', columns, [make.row('"数"')])])]);
    expect(found.slice(1)).toEqual(['项 | 201 | 208 | 215', '- 数 | 321.00 | 1984.74 | 907.54']);
  });

  test('settings of tables', () => {
    const cells = [
      '三公经费.大额',
      '收入.事业收入',
      '三公经费.因公出国（境）费',
      '收入.其他收入',
      '三公经费.外事',
    ];
    const node = make.table('', [
      make.panel(
        '',
        cells.map(() => make.column('数')),
        [make.row(...cells)],
      ),
    ]);
    const values = (settings: string) => lines([node], settings).at(-1);
    expect(values('')).toBe('- 12345.60 | 0.00 |  | 未填 | 0.00');
    expect(values('表内千分位=是 表内小数=1 表内空值=/')).toBe('- 12,345.6 | 0.0 | / | 未填 | 0.0');
    expect(values('零值= 未发生=无')).toBe('- 12345.60 |  |  | 未填 | 无');
    expect(values('表内小数=去零')).toBe('- 12345.6 | 0 |  | 未填 | 0');
  });

  test('an empty table keeps its form and says so', () => {
    const columns = [make.column('文字 名称 = 科目.名称'), make.column('决算 = 科目')];
    const rows = [make.eachRow('科目', '支出.政府性基金.项')];
    const empty = [make.text('本部门没有此类支出，故本表无数据。')];
    const node = make.table('基金', [make.panel('', columns, rows)], {
      notes: [[make.text('本表反映支出。')]],
      empty,
    });
    expect(lines([node])).toEqual([
      '[table] 表-1 / 基金 / 单位：万元',
      '名称 | 决算',
      '-  | ',
      '注 本表反映支出。',
      '注 本部门没有此类支出，故本表无数据。',
    ]);
  });

  test('words name a row, not the code before them', () => {
    const columns = [
      make.column('文字 编码 = 类.编码'),
      make.column('文字 名称 = 类.名称'),
      make.column('决算 = 类'),
    ];
    const rows = [make.eachRow('类', '支出.一般公共预算.类')];
    const report = sampleReport(text, schema);
    const node = make.table('', [make.panel('', columns, rows)]);
    const { document } = compose({ ...report, template: make.template([node]) });
    expect(document.blocks[0]).toMatchObject({
      rows: [{ cells: [{ header: false }, { header: true }, { header: false }] }, {}, {}],
    });
  });

  test('a table of words has no unit; bound variables; the first text cell names the row', () => {
    const columns = [
      make.column('序号 = 序号'),
      make.column('文字 名称 = 单.名称'),
      make.column('文字 类别 = 单.类别'),
    ];
    const report = sampleReport(text, schema);
    const node = make.table('', [
      make.panel('', columns, [make.eachRow('单', '单位'), make.bound('单', '单位 | 末')]),
    ]);
    const { document, findings } = compose({ ...report, template: make.template([node]) });
    expect(findings.map(({ rule }) => rule)).toEqual(['Z011']);
    const [found] = document.blocks;
    expect(documentText(document.blocks)).toEqual([
      '[table] 表-1',
      '序号 | 名称 | 类别',
      '- 1 | 监察支队 | 参公事业',
      '- 2 | 服务中心 | 事业',
      '-  | 服务中心 | 事业',
    ]);
    expect(found).toMatchObject({
      rows: [{ cells: [{ header: false }, { header: true }, { header: false }] }, {}, {}],
      columns: [{ align: 'right' }, { align: 'left' }, { align: 'left' }],
    });
  });
});

test('a report without a template is an empty document with a title', () => {
  expect(compose(sampleReport(text, schema))).toEqual({
    document: { title: '某某局2023年度部门决算', language: 'zh-CN', publisher: '某某局', blocks: [] },
    findings: [],
    missing: new Set(),
    said: new Set(),
    equal: [],
  });
});
