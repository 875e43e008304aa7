import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, compose, type Inline, isUsual, publications, publish } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { loadExample, loadText } from './check.js';
import { linesOf } from './composed-lines.js';

/** The wording of the published form with our own figures, each worked out by hand; … stands for free prose. */
const sentences = `
1.总体情况。2024年度收入总计345.25万元，支出总计345.25万元。收支较上年决算数增加17.25万元，增长5.26%，主要原因是…。
2.收入情况。2024年度收入合计341.05万元，较上年决算数增加19.75万元，增长6.15%，主要原因是…。其中：财政拨款收入312.45万元，占91.61%；事业收入28.60万元，占8.39%；经营收入0.00万元，占0.00%；其他收入0.00万元，占0.00%。此外，使用非财政拨款结余和专用结余0.00万元，年初结转和结余4.20万元。
3.支出情况。2024年度支出合计335.55万元，较上年决算数增加11.75万元，增长3.63%，主要原因是…。其中：基本支出281.45万元，占83.88%；项目支出54.10万元，占16.12%；经营支出0.00万元，占0.00%。此外，结余分配0.00万元。
4.结转结余情况。2024年度年末结转和结余9.70万元，较上年决算数增加5.50万元，增长130.95%，主要原因是…。
2024年度财政拨款收、支总计312.45万元。与2023年相比，财政拨款收、支总计各增加16.05万元，增长5.41%。主要原因是…。
1.收入情况。2024年度一般公共预算财政拨款收入312.45万元，较上年决算数增加16.05万元，增长5.41%，主要原因是…。较年初预算数增加10.80万元，增长3.58%，主要原因是…。此外，年初财政拨款结转和结余0.00万元。
2.支出情况。2024年度一般公共预算财政拨款支出309.45万元，较上年决算数增加13.05万元，增长4.40%，主要原因是…。较年初预算数增加7.80万元，增长2.59%，主要原因是…。
3.结转结余情况。2024年度年末一般公共预算财政拨款结转和结余3.00万元。
4.比较情况。本部门2024年度一般公共预算财政拨款支出主要用于以下几个方面：
（1）文化旅游体育与传媒支出246.20万元，占79.56%，较年初预算数增加8.20万元，增长3.45%。
（2）社会保障和就业支出24.30万元，占7.85%，较年初预算数无增减。
（3）卫生健康支出12.60万元，占4.07%，较年初预算数减少0.40万元，下降3.08%。
（4）住房保障支出26.35万元，占8.52%，较年初预算数无增减。
2024年度一般公共财政拨款基本支出261.45万元。其中：人员经费225.10万元，较上年决算数增加10.30万元，增长4.80%，主要原因是…。人员经费用途主要包括…。公用经费36.35万元，较上年决算数减少1.65万元，下降4.34%，主要原因是…。公用经费用途主要包括…。
本部门2024年度无政府性基金预算财政拨款收支。
本部门2024年度无国有资本经营预算财政拨款支出。
2024年度“三公”经费支出共计3.20万元，较年初预算数减少0.30万元，下降8.57%，主要原因是…。较上年支出数减少0.20万元，下降5.88%，主要原因是…。
2024年度本部门因公出国（境）费用0.00万元，较年初预算数无增减。较上年支出数持平。
公务车购置费0.00万元，较年初预算数无增减。较上年支出数持平。
公务车运行维护费2.85万元，主要用于…，较年初预算数减少0.15万元，下降5.00%，主要原因是…。较上年支出数减少0.25万元，下降8.06%，主要原因是…。
公务接待费0.35万元，主要用于…，较年初预算数减少0.15万元，下降30.00%，主要原因是…。较上年支出数增加0.05万元，增长16.67%，主要原因是…。
2024年度本部门因公出国（境）共计0个团组，0人；公务用车购置0辆，公务车保有量为1辆；国内公务接待6批次42人，其中：国内外事接待0批次，0人；国（境）外公务接待0批次，0人。2024年本部门人均接待费83.33元，车均购置费0.00万元，车均维护费2.85万元。
2024年度会议费支出0.60万元，较上年决算数增加0.10万元，增长20.00%，主要原因是…。2024年度培训费支出0.90万元，较上年决算数减少0.30万元，下降25.00%，主要原因是…。
按照部门决算列报口径，我单位不在机关运行经费统计范围之内。
截至2024年12月31日，本部门共有车辆1辆，其中，副部（省）级及以上领导用车0辆、主要负责人用车0辆、机要通信用车0辆、应急保障用车0辆、执法执勤用车0辆、特种专业技术用车0辆、离退休干部服务用车0辆、其他用车1辆。单价100万元（含）以上设备（不含车辆）0台（套）。
2024年度本部门政府采购支出总额21.40万元，其中：政府采购货物支出14.00万元、政府采购工程支出0.00万元、政府采购服务支出7.40万元。授予中小企业合同金额21.40万元，占政府采购支出总额的100.00%，其中：授予小微企业合同金额14.00万元，占政府采购支出总额的65.42%。主要用于采购…。
`
  .trim()
  .split('\n');

const name = '示例区文化馆-2024';
const { document } = compose(loadExample(`${name}/${name}.fiscal`).reports[0]!);
const lines = document.blocks.flatMap(linesOf);

test.each(sentences)('%s', (sentence) => {
  const pattern = sentence.split('…').map(escapeRegExp).join('[^。]+?');
  expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${pattern}$`)));
});

test('parts, sections and tables stand in the published order', () => {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level <= 2 ? [block.number + wordsOf(block.content)] : [],
  );
  expect(headings).toEqual([
    '一、部门基本情况',
    '（一）职能职责',
    '（二）机构设置',
    '二、部门决算情况说明',
    '（一）收入支出决算总体情况说明',
    '（二）财政拨款收入支出决算总体情况说明',
    '（三）一般公共预算财政拨款收入支出决算情况说明',
    '（四）一般公共预算财政拨款基本支出决算情况说明',
    '（五）政府性基金预算收支决算情况说明',
    '（六）国有资本经营预算财政拨款支出决算情况说明',
    '三、“三公”经费情况说明',
    '（一）“三公”经费支出总体情况说明',
    '（二）“三公”经费分项支出情况',
    '（三）“三公”经费实物量情况',
    '四、其他需要说明的事项',
    '（一）财政拨款会议费和培训费情况说明',
    '（二）机关运行经费情况说明',
    '（三）国有资产占用情况说明',
    '（四）政府采购支出情况说明',
    '五、2024年度预算绩效管理情况说明',
    '（一）预算绩效管理工作开展情况',
    '（二）绩效自评结果',
    '专项预算项目绩效评价报告（非遗展示项目）',
    '专项预算项目绩效评价报告（场馆免费开放项目）',
    '六、专业名词解释',
    '七、决算公开联系方式及信息反馈渠道',
    '附表',
  ]);
  const labels = document.blocks.flatMap((block) => (block.kind === 'table' ? [wordsOf(block.label)] : []));
  expect(labels.filter((label) => label !== '')).toEqual(
    Array.from({ length: 9 }, (_, index) => `公开0${index + 1}表`),
  );
});

test('the example gives its expected texts', async () => {
  const folder = join(import.meta.dirname, '..', 'examples', name, '期望');
  for (const { name: file, content } of await publish(document, name, publications.filter(isUsual)))
    expect(content).toBe(readFileSync(join(folder, file), 'utf8'));
});

describe('cases of the form', () => {
  test.each([
    ['a base of zero', '年末结转和结余 2.59 上年 0', '较上年决算数增加2.59万元，增长100.00%。'],
    ['nothing carried over, as the year before', '年末结转和结余 0 上年 0', '0.00万元，较上年决算数持平。'],
    ['less than the year before', '年末结转和结余 1.00 上年 4.00', '较上年决算数减少3.00万元，下降75.00%。'],
    ['the year before is not known', '年末结转和结余 1.00', '年末结转和结余1.00万元。'],
  ])('%s', (_, written, said) => {
    const line = composed(`支出 { ${written} }`).find((each) => each.startsWith('4.结转结余情况。'));
    expect(line!.endsWith(said)).toBe(true);
  });

  test('a bureau that prints zero without decimals says so in a line', () => {
    const own = composed('收入 { 一般公共预算财政拨款收入 157.86 事业收入 21.85 }', '正文零值 去零');
    expect(own.find((each) => each.startsWith('2.收入情况。'))).toBe(
      '2.收入情况。2024年度收入合计179.71万元。其中：财政拨款收入157.86万元，占87.84%；事业收入21.85万元，占12.16%；经营收入0万元，占0%；其他收入0万元，占0%。此外，使用非财政拨款结余和专用结余0万元，年初结转和结余0万元。',
    );
  });
});

function composed(written: string, settings = ''): string[] {
  const text = `模板 本区 改自 重庆 { 设置 { ${settings} } }\n部门决算 甲局 2024 { 模板 本区\n${written} }`;
  const blocks: Block[] = compose(loadText(text).reports[0]!).document.blocks;
  return blocks.flatMap(linesOf);
}

function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) => ('text' in inline ? inline.text : 'content' in inline ? wordsOf(inline.content) : ''))
    .join('');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
