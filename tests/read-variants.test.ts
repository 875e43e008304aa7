import { listFacts } from '@fiscal/core';
import { readDocuments } from '@fiscal/read';
import { compose, renderMarkdown } from '@fiscal/report';
import { expect, test } from 'vitest';
import { loadExample, loadText } from './check.js';

/** What a bureau may write in its own words, in place of the form's: clauses set in, other comparators, another order. */
const variants: Record<string, [form: string, own: string][]> = {
  '上海市普陀区财政局-2024': [
    ['收入支出总计减少56.95万元，下降1.87%', '收入支出总计较上年减少56.95万元，降幅1.87%'],
    ['本年收入合计2946.25万元，其中：财政拨款收入', '2024年度本年收入合计2946.25万元，其中：财政拨款收入'],
    ['其他收入6.2万元，占0.21%', '其他收入6.2万元，占本年收入合计的0.21%'],
    ['基本支出2336.91万元，占', '基本支出为2336.91万元，占支出合计的'],
    ['财政拨款收入支出总计减少63.14万元', '财政拨款收支总计同比减少63.14万元'],
    ['占本年支出合计的100.00%', '占全年支出合计的100.00%'],
    ['主要用于以下方面：一般公共服务支出（类）', '主要用于：一般公共服务支出（类）'],
    ['一般公共预算财政拨款支出年初预算为2993.92万元', '2024年一般公共预算财政拨款支出年初预算为2993.92万元'],
    ['年初预算为1560.05', '全年预算为1560.05'],
    ['，支出决算为449.52', '，当年支出决算为449.52'],
    ['支出决算为1511.89', '决算支出为1511.89'],
    ['（项）。主要用于：信息系统的日常维护', '（项），主要用于信息系统的日常维护'],
    ['决算数小于预算数的主要原因：人员变动', '决算数小于预算数，主要是人员变动'],
    ['住房公积金（项）。主要用于：', '住房公积金（项），主要用于'],
    [
      '一般公共预算财政拨款基本支出2336.91万元。其中：',
      '上海市普陀区财政局2024年度一般公共预算财政拨款基本支出2336.91万元，其中：',
    ],
    ['“三公”经费财政拨款支出年初预算为0.95万元', '2024年度“三公”经费财政拨款支出年初预算为0.95万元'],
    ['机关运行经费支出184.65万元，比2023年度增加', '机关运行经费支出为184.65万元，较2023年度增加'],
    ['（以合同签订为准）', ''],
    [
      '货物采购金额4.79万元、工程采购金额0万元、服务采购金额246.47万元',
      '服务采购金额246.47万元、货物采购金额4.79万元',
    ],
    ['购房补贴（项）。主要用于：在职', '购房补贴（项）。用于：在职'],
  ],
  '攀枝花市经济和信息化局-2023': [
    [
      '与2022年度相比，收、支总计各增加839.25万元，增长30%',
      '与上年相比，收、支总计各增加839.25万元，增长30%',
    ],
    ['主要变动原因是项目支出规模比上年明显扩大', '变动的主要原因是项目支出规模比上年明显扩大'],
    ['2023年度一般公共预算支出决算数为3213.28万元', '2023年度一般公共预算财政拨款支出决算为3213.28万元'],
    ['支出决算为1.54万元，完成预算100%', '2023年决算支出1.54万元，完成年初预算的100%'],
    ['支出决算为49.5万元，完成预算100%', '支出决算为49.5万元，完成当年预算100%'],
    ['支出决算为561.51万元，完成预算100%', '全年支出561.51万元，完成预算100%'],
    ['支出决算为120万元，完成预算100%', '支出决算120万元，预算完成率100%'],
    [
      '2023年度一般公共预算财政拨款基本支出2302.74万元，其中：',
      '2023年度，一般公共预算财政拨款基本支出共计2302.74万元，其中：',
    ],
    ['人员经费2067.79万元，主要包括', '人员经费共2067.79万元，主要包括'],
    ['公用经费234.95万元，主要包括', '日常公用经费234.95万元，包括'],
    [
      '支出决算为12.56万元，完成预算90%，较上年度增加9.24万元',
      '支出决算为12.56万元，完成预算90%，比上年增加9.24万元',
    ],
    [
      '因公出国（境）费支出决算0万元，占0%；公务用车购置及运行维护费支出决算9.91万元，占79%',
      '公务用车购置及运行维护费支出决算9.91万元，占79%；因公出国（境）费支出决算0万元，占0%',
    ],
    [
      '公务用车购置及运行维护费支出决算比2022年度增加8.29万元',
      '公务用车购置及运行维护费支出决算较2022年度增加8.29万元',
    ],
    [
      '公务接待费支出决算比2022年度增加0.95万元，增长56%',
      '公务接待费支出决算比2022年度增加0.95万元，增幅为56%',
    ],
    ['国内公务接待21批次，137人次（不包括陪同人员）', '全年国内公务接待21批次、137人次'],
    ['2023年度政府性基金预算财政拨款支出0万元', '2023年度政府性基金预算财政拨款支出决算为0万元'],
    ['机关运行经费支出234.94万元，比2022年度增加71.17万元', '机关运行经费支出234.94万元，同比增加71.17万元'],
    [
      '政府采购货物支出173.71万元、政府采购工程支出0万元、政府采购服务支出10.91万元',
      '货物支出173.71万元、工程支出0万元、服务支出10.91万元',
    ],
    ['共有车辆3辆，其中', '共有公务车辆3辆，其中'],
    ['公务用车运行维护费支出9.91万元。主要用于', '公务用车运行维护费支出9.91万元，主要用于'],
  ],
};

const known = { recognised: 0, all: 0 };

test.each(Object.entries(variants))(
  '%s: no figure comes to another fact',
  { timeout: 120_000 },
  async (name, own) => {
    const [report] = loadExample(`${name}/${name}.fiscal`).reports;
    const printed = renderMarkdown(compose(report!).document).text;
    const changed = own.reduce((text, [form, words]) => {
      expect(text.includes(form), form).toBe(true);
      return text.replace(form, words);
    }, printed);
    const [before, after] = [await readText(printed), await readText(changed)];
    const strange = [...after.facts].filter(
      ([path, value]) => before.facts.has(path) && before.facts.get(path) !== value,
    );
    expect(strange).toEqual([]);
    known.all += own.length;
    known.recognised += own.length - after.unknown.size;
  },
);

test('most of them are recognised', () => {
  expect(known.all).toBe(40);
  expect(known.recognised / known.all).toBeGreaterThanOrEqual(0.85);
});

async function readText(text: string) {
  const read = await readDocuments([{ name: '报告.md', bytes: new TextEncoder().encode(text) }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const { base } = loadText(read.source).reports[0]!;
  const facts = new Map(
    listFacts(base).flatMap(({ path, value }) => (value === undefined ? [] : [[path, value] as const])),
  );
  const left = read.reading.unread.filter(
    ({ reason }) => reason === 'unknown sentence' || reason === 'doubtful figure',
  );
  // A doubtful figure is told with its sentence: 56.95：与2023年度相比……
  return { facts, unknown: new Set(left.map(({ text }) => text.replace(/^[\d.%]+：/, ''))) };
}
