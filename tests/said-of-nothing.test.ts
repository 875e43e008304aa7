import { describe, expect, test } from 'vitest';
import { compose, renderChart, unprintedFindings } from '@fiscal/report';
import { loadText, saying } from './check.js';
import { read } from './composed-lines.js';

function made(template: string, body: string) {
  const text = `部门决算 甲局 2024 {\n  模板 ${template}\n${body}\n}\n`;
  const [report] = loadText(text).reports;
  const composition = compose(report!);
  return { lines: read(text).lines, lost: unprintedFindings(report!, composition).map(saying) };
}

describe('what is said of something that did not happen is printed', () => {
  test.each([
    [
      '四川',
      '三公经费 未发生 上年 3.45 原因 "公务用车全部封存"',
      '2024年度没有发生“三公”经费财政拨款支出，较上年度减少3.45万元，下降原因为公务用车全部封存。',
    ],
    [
      '四川',
      '三公经费 未发生 预算 3.00 预算原因 "没有接待任务"',
      '2024年度没有发生“三公”经费财政拨款支出，完成预算0%。决算数小于预算数的主要原因是没有接待任务。',
    ],
    ['四川', '三公经费 未发生', '2024年度没有发生“三公”经费财政拨款支出。'],
    [
      '四川',
      '机关运行经费 未发生 上年 2.00 原因 "单位撤并"',
      '2024年度，甲局没有机关运行经费支出，比2023年度减少2万元，下降100%。主要原因是单位撤并。',
    ],
    [
      '上海',
      '三公经费 未发生 上年 3.45 原因 "公务用车全部封存"',
      '2024年度“三公”经费财政拨款支出决算数比2023年度减少3.45万元，下降100.00%。“三公”经费支出减少的主要原因是公务用车全部封存。',
    ],
    ['上海', '三公经费 未发生', '甲局2024年度无“三公”经费财政拨款支出。'],
    ['上海', '三公经费 0 预算 0', '甲局2024年度无“三公”经费财政拨款预算和支出。'],
    [
      '上海',
      '机关运行经费 0 上年 2.00 原因 "单位撤并"',
      '甲局2024年度无机关运行经费支出，比2023年度减少2万元，下降100.00%。主要原因是单位撤并。',
    ],
  ])('%s · %s', (template, body, sentence) => {
    const { lines, lost } = made(template, body);
    expect(lines).toContain(sentence);
    expect(lost).toEqual([]);
  });
});

describe('a budget that nobody wrote is not nothing', () => {
  const sentence = (body: string) =>
    made('上海', body).lines.find((line) => line.includes('“三公”经费财政拨款支出年初预算'));

  test('in a block in which none is written', () => {
    expect(sentence('三公经费 0 上年 2.30')).toMatch(
      /^“三公”经费财政拨款支出年初预算为未填万元，支出决算为0\.00万元，完成预算的未填，/,
    );
    expect(made('上海', '三公经费 0 上年 2.30').lines).toContain(
      '2024年度“三公”经费财政拨款支出决算数比2023年度减少2.3万元，下降100.00%。',
    );
  });

  test('of what was spent, though others have one', () => {
    const body = '三公经费 { 公务用车运行维护费 2.40 预算 2.50  公务接待费 1.00 }';
    expect(sentence(body)).toMatch(/公务接待费支出决算为1\.00万元，完成预算的未填。$/);
    expect(sentence(body)).toMatch(/因公出国（境）费决算为0\.00万元，完成预算的0%；/);
  });

  test('of a project', () => {
    const { lines } = made('四川', '项目 甲 { 科目 2012604  执行 3.00 }');
    expect(lines).toContain('- 1 | 甲 | 2012604 | 未填 | 3.00 | 未填 | ');
  });

  test('where nothing happened there is none', () => {
    expect(made('四川', '三公经费 未发生').lines.join('\n')).not.toMatch(/三公[^\n]*未填/);
  });
});

describe('政府采购 of which nothing is said of 中小企业', () => {
  const five = (body: string) =>
    made('上海', body).lines.find((line) => line.includes('面向中小企业预留政府采购项目预算金额'));

  test('leaves the five sums of the form open', () => {
    expect(five('政府采购 { 货物 3.00 }')!.match(/未填万元/g)).toHaveLength(5);
  });

  test('says what is written, and nothing of what was none', () => {
    expect(five('政府采购 { 货物 3.00  其他中小企业成交 2.00 }')).toMatch(
      /预算金额0万元.*中小企业供应商中标或成交的，采购金额2万元。$/,
    );
    expect(five('政府采购 { 货物 3.00  中小企业 2.00 }')).toBeUndefined();
    expect(five('政府采购 0')).not.toMatch(/未填/);
  });
});

describe('a pie of which a part is open', () => {
  const pie = (body: string) => {
    const [report] = loadText(`部门决算 甲局 2024 {\n  模板 四川\n${body}\n}\n`).reports;
    const charts = compose(report!).document.blocks.flatMap((block) =>
      block.kind === 'chart' ? [block] : [],
    );
    return charts.find(({ caption }) => JSON.stringify(caption).includes('收入决算结构图'));
  };

  test('names it, and says of none what its share is', () => {
    const chart = pie('收入 { 一般公共预算财政拨款收入 未填  事业收入 30.00 }')!;
    expect(chart.points.map(({ text, share }) => [text, share])).toEqual([
      ['未填', ''],
      ['30', ''],
    ]);
    expect(renderChart(chart)).not.toContain('<path');
  });

  test('is not drawn of the parts that other blocks tell, where the block is missing', () => {
    const chart = pie('结转结余 { 一般公共预算财政拨款 年初 5.00 年末 3.00 }')!;
    expect(chart.points.every(({ share }) => share === '')).toBe(true);
    expect(chart.points.filter(({ isOpen }) => isOpen).length).toBeGreaterThan(0);
  });
});
