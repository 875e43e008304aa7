import { describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { load } from '@fiscal/language';
import { withoutPlaceholders } from '../src/completion/suggestion.js';
import { type Files, atMarker, report } from './workbench.js';

async function complete(marked: string, files: Files = {}): Promise<CompletionList> {
  const { workbench, document, params } = await atMarker(marked, files);
  return (await workbench.services.lsp.CompletionProvider!.getCompletion(document, params))!;
}

/** Checks the labels that are offered first. */
async function first(marked: string, expected: string[], files: Files = {}): Promise<void> {
  const { items } = await complete(marked, files);
  expect(items.slice(0, expected.length).map(({ label }) => label)).toEqual(expected);
}

/** Checks all labels that are offered, in their order. */
async function all(marked: string, expected: string[], files: Files = {}): Promise<void> {
  const { items } = await complete(marked, files);
  expect(items.map(({ label }) => label)).toEqual(expected);
}

const line = (typed: string) =>
  report(`支出 一般公共预算 {\n  2150508 无线电及信息通信监管  项目 1\n  ${typed}\n}`);

describe('subject codes', () => {
  test('by the initials of their name, those of the same 款 first, then the department’s own', () =>
    first(line('xzyx<|>'), ['2150501 行政运行', '2012601 行政运行', '2150101 行政运行']));
  test('by pinyin', () => first(line('xingzheng<|>'), ['2150501 行政运行']));
  test('by name', () => first(line('招商<|>'), ['2011308 招商引资']));
  test('by a part of the name', () => first(line('商引资<|>'), ['2011308 招商引资']));
  test('by number', () => first(line('201130<|>'), ['2011301 行政运行', '2011302 一般行政管理事务']));
  test('also in the middle of a line that goes on', () =>
    first(line('zsyz<|>  项目 3 预算 4'), ['2011308 招商引资']));
  test('words that are read in several ways are read as they are meant', async () => {
    await first(line('chongjian<|>'), ['2240704 自然灾害灾后重建补助']);
    await first(report('基本支出 {\n  clf<|>\n}'), ['30211 差旅费']);
    await first(report('基本支出 {\n  chailv<|>\n}'), ['30211 差旅费']);
  });
  test('economic ones where economic lines stand', async () => {
    await all(report('基本支出 {\n  jbgz<|>\n}'), ['30101 基本工资']);
    await all(report('支出 一般公共预算 {\n  2010101 行政运行 基本 3 {\n明细 { bgf<|> }\n}\n}'), [
      '30201 办公费',
    ]);
  });
  test('with their path, their explanation and what is written', async () => {
    const { items } = await complete(line('zsyz<|>'));
    expect(items[0]).toEqual({
      label: '2011308 招商引资',
      kind: 20,
      labelDetails: { description: '商贸事务' },
      detail: '一般公共服务支出 › 商贸事务',
      documentation: {
        kind: 'markdown',
        value: '反映用于招商引资、优化经济环境等方面的支出。\n\n名称已在公开的报告中核实',
      },
      filterText: 'zsyz',
      sortText: '000',
      textEdit: {
        range: { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } },
        newText: '2011308 招商引资',
      },
    });
  });
  test('the name behind a code', () => first(line('2011308 <|>'), ['招商引资', '基本']));
  test('the lines of the report where a project names its own', () =>
    first(report('项目 甲 {\n科目 <|>\n}\n支出 一般公共预算 { 2150508 无线电 项目 1 }'), [
      '2150508 无线电及信息通信监管',
    ]));
});

/** What VS Code asks of an item: the letters typed occur in this order, the first of them where a word begins. */
function isKeptByEditor({ filterText }: CompletionItem, typed: string): boolean {
  const letters = [...typed].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(^|\\s)${letters.join('.*')}`).test(filterText!);
}

test.each(['2', '2011', '招', '招商引', '引资', 'z', 'zs', 'zsyz', 'zhao', 'zhaoshang', 'yinzi'])(
  'an editor keeps what is offered for %s',
  async (typed) => {
    const { items } = await complete(line(`${typed}<|>`));
    expect(items.filter((item) => !isKeptByEditor(item, typed))).toEqual([]);
    expect(items.length).toBeGreaterThan(0);
  },
);

describe('words that may stand there', () => {
  test('at the beginning of a file', () =>
    all('<|>', ['部门决算', '单位决算', '模板', '规则', '结构', '部门决算 …', '规则 …']));
  test('at the beginning of a line of the report', () =>
    first(report('<|>'), [
      '模板',
      '引用',
      '单位',
      '收入',
      '支出',
      '基本支出',
      '项目支出',
      '三公经费',
      '项目',
    ]));
  test('a setting only once', async () => {
    const { items } = await complete(report('小数 2\n<|>'));
    expect(items.map(({ label }) => label)).not.toContain('小数');
  });
  test('by initials', () => all(report('sgjf<|>'), ['三公经费', '三公经费 …']));
  test('templates', () => all(report('模板 <|>'), ['上海', '四川', '重庆']));
  test('templates of other files', () =>
    all(report('模板 示<|>'), ['示例'], { '模板.fiscal': '模板 示例 { 设置 { 百分比小数 1 } }' }));
  test('funds', () => first(report('支出 <|>'), ['一般公共预算', '政府性基金', '国有资本经营', '其他资金']));
  test('items of a block, those that are there last', () =>
    first(report('收入 {\n事业收入 1\n<|>\n}'), ['一般公共预算财政拨款收入', '政府性基金预算财政拨款收入']));
  test('items by an alias', () => first(report('三公经费 {\n公务接待费 1 { 外宾<|> }\n}'), ['外事']));
  test('items below an item', () => first(report('三公经费 {\n公务接待费 1 {\n<|>\n}\n}'), ['国内', '外事']));
  test('measures of a line, each once', async () => {
    const { items } = await complete(line('2010101 行政运行 基本 1 <|>'));
    expect(items.map(({ label }) => label)).toContain('上年');
    expect(items.map(({ label }) => label)).not.toContain('基本');
  });
  test('measures by initials', () => first(line('2010101 行政运行 基本 1 ys<|>'), ['预算', '预算原因']));
  test('a figure is nobody to guess', () => all(line('2010101 行政运行 基本 12<|>'), []));
  test('but it may be open', () => all(line('2010101 行政运行 基本 <|>'), ['未填', '未发生', '不适用']));
  test('levels of an indicator', async () => {
    await all(report('项目 甲 {\n指标 <|>\n}'), ['产出', '效益', '满意度', '成本']);
    await all(report('项目 甲 {\n指标 产出 <|>\n}'), ['数量', '质量', '时效', '成本']);
  });
  test('kinds of units', () => first(report('单位 甲 <|>'), ['行政', '参公事业', '事业', '编制']));
  test('rules that were found in the report come first', () =>
    first(report('收入 {\n事业收入 -1\n忽略 <|>\n}'), ['I1303']));
  test('whole blocks with places to fill in', async () => {
    const { items } = await complete(report('项目<|>'));
    const block = items.find(({ label }) => label === '项目 …')!;
    expect(block.insertTextFormat).toBe(2);
    expect(block.textEdit!.newText).toMatch(/^项目 \$\{1:项目名称\} \{\n/);
  });
  test('nothing in words and comments', async () => {
    await all(report('// 收入 <|>'), []);
    await all(report('职责 """\n  收入<|>\n  """'), []);
    await all(report('职责 "收入<|>"'), []);
  });
});

describe('formulas', () => {
  const text = (hole: string) => report(`收入 { 总计 3 上年 4 }\n职责 "共【${hole}】万元"`);

  test('names to begin with', () => first(text('<|>'), ['年度', '名称', '全称', '简称']));
  test('names behind a point, written ones first with their value', async () => {
    const { items } = await complete(text('收入.总计.<|>'));
    expect(items.slice(0, 2).map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      '决算 3.00 万元',
      '上年 4.00 万元',
    ]);
  });
  test('names by initials', () => first(text('收入.zj<|>'), ['总计']));
  test('filters', () => all(text('收入.总计 | 增<|>'), ['增长率']));
  test('words that a filter takes', async () => {
    await all(text('收入.总计 | 换算 <|>'), ['元', '千元', '万元', '亿元', '且', '或', '非']);
    await first(text('收入.总计 | 小数 <|>'), ['原样']);
    await first(text('项目 | 求和 zx<|>'), ['执行']);
    await first(text('收入.总计 | 增长率 调<|>'), ['调整预算']);
    await first('规则 甲 "乙" { 项目 | 求和 全<|> }', ['全年预算']);
    await first(text('收入.总计 | 占比 收入.zj<|>'), ['总计']);
  });
  test('phrases of the template', () =>
    first(report('模板 四川\n职责 "【收入.总计 | 各增<|>】"'), ['各增减']));
  test('in a hole that is still open', () => first(report('职责 """\n  共【收<|>\n  """'), ['收入']));
  test('in a rule', () => first('规则 甲 "乙" { 收入.zj<|> }', ['总计']));
  test('in a template, with the variables of loops', () =>
    first('模板 甲 { 段 { 每 单位 于 单位 { "【单<|>】" } } }', ['单位']));
  test('behind a variable', async () => {
    const { items } = await complete('模板 甲 { 段 { 每 类 于 支出.一般公共预算.类 { "【类.名<|>】" } } }');
    expect(items.map(({ label }) => label)).toContain('名称');
  });
});

describe('what a template names', () => {
  test('令, and what stands below it', async () => {
    await first('模板 甲 { 令 接待 = 三公经费.公务接待费\n段 "【接<|>】" }', ['接待']);
    const { items } = await complete('模板 甲 { 令 接待 = 三公经费.公务接待费\n段 "【接待.国<|>】" }');
    expect(items.map(({ label }) => label)).toContain('国内');
  });
  test('not a 令 that stands below', async () => {
    const { items } = await complete('模板 甲 { 段 "【预留<|>】"\n令 预留数 = 三公经费.公务接待费\n }');
    expect(items.map(({ label }) => label)).not.toContain('预留数');
  });
  test('titles of the base', async () => {
    await first('模板 甲 改自 四川 {\n不列 "机关运行<|>"\n}', ['机关运行经费支出情况']);
    await first('模板 甲 改自 四川 {\n"附<|>" 改名 "乙"\n}', ['附件', '附表']);
    await first('模板 甲 改自 四川 {\n"附件" 移到 "附<|>" 之后\n}', ['附件', '附表']);
    await first('模板 甲 改自 四川 {\n"收入决算表" 里 { 不列 "经营<|>" }\n}', ['经营收入']);
  });
  test('no titles where words of its own stand', () =>
    all('模板 甲 改自 四川 {\n"附件" 改名 "附<|>"\n}', []));
});

describe('templates', () => {
  test('nodes', () => first('模板 甲 { 部分 "乙" {\n<|>\n} }', ['节', '段', '列表', '插入', '若', '每']));
  test('settings', () => first('模板 甲 { 设置 {\n百<|>\n} }', ['百分比小数']));
  test('parts of a table', () => first('模板 甲 { 表 "乙" {\n<|>\n} }', ['列', '列组', '列每', '行']));
  test('options of an item', () =>
    all('结构 甲 <|>', ['别名', '计量', '文字', '开放', '每个', '按功能科目', '按经济科目']));
});

test('in a phrase whose parameter was forgotten nothing is known of it', () =>
  all('模板 甲 { 短语 增 { "增加【项.<|>】万元" } }', []));

describe('what has places to fill in may stand where it is offered', () => {
  test.each([
    ['report', '小数 2\n<|>'],
    ['income', '收入 {\n<|>\n}'],
    ['expenditure', '支出 一般公共预算 {\n<|>\n}'],
    ['a line of expenditure', '支出 一般公共预算 {\n2010801 行政运行 基本 1 {\n<|>\n}\n}'],
    ['economic lines', '基本支出 {\n人员经费 {\n<|>\n}\n}'],
    ['三公经费', '三公经费 {\n公务接待费 1 {\n<|>\n}\n}'],
    ['a project', '项目 甲 {\n<|>\n}'],
    ['a glossary', '名词解释 {\n<|>\n}'],
    ['an item', '政府采购 1 {\n<|>\n}'],
  ])('%s', async (_, marked) => {
    const items = (await complete(report(marked))).items.filter(
      ({ insertTextFormat }) => insertTextFormat === 2,
    );
    const plain = withoutPlaceholders({ isIncomplete: false, items }).items;
    const wrong = plain.filter(({ textEdit }) =>
      syntaxErrors(report(marked).replace('<|>', textEdit!.newText)),
    );
    expect(wrong.map(({ label }) => label)).toEqual([]);
  });

  function syntaxErrors(text: string): boolean {
    const { findings } = load([{ uri: 'file:///report.fiscal', text }], { read: () => undefined });
    return findings.some(({ rule, severity }) => rule.startsWith('Z') && severity === 'error');
  }
});
