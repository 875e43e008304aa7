import { compose, openFigures, templateFindings, unprintedFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { messageOf } from '@fiscal/core';
import { findingsOf, loadText } from './check.js';
import { read } from './composed-lines.js';

const templates = ['四川', '上海', '重庆'];

function made(template: string, body: string, kind = '部门决算') {
  const text = `${kind} 示例县文化馆 2024 {\n  模板 ${template}\n${body}\n}\n`;
  const [report] = loadText(text).reports;
  const composition = compose(report!);
  return {
    text: read(text).lines.join('\n'),
    open: openFigures(composition.document),
    lost: unprintedFindings(report!, composition).map(messageOf),
    told: findingsOf(loadText(text), templateFindings).map(messageOf),
  };
}

describe('a direction needs something to be compared with', () => {
  const line = (more: string) => `支出 一般公共预算 { 2070109 群众文化 基本 60.00 ${more} }`;

  test.each(templates)('%s: a reason of a budget that nobody wrote is told, not printed', (template) => {
    const { text, lost } = made(template, line('预算原因 "人员陆续到岗"'));
    expect(text).not.toMatch(/决算数(大于|小于|与)预算数|人员陆续到岗/);
    expect(lost.join()).toContain('预算原因');
  });

  test('a budget of the year alone is what 四川 and 上海 compare with', () => {
    const budget = line('全年预算 62.00 预算原因 "人员陆续到岗"');
    expect(made('四川', budget).text).toContain(
      '支出决算为60万元，完成预算97%，决算数小于预算数的主要原因是人员陆续到岗。',
    );
    expect(made('上海', budget).text).toContain('决算数小于预算数的主要原因：人员陆续到岗。');
  });

  test('the total of a block founded in the year has its 全年预算 in 上海', () => {
    const total = '支出 一般公共预算 { 合计 60.00 全年预算 62.00 预算原因 "人员陆续到岗" }';
    expect(made('上海', total).text).toContain(
      '一般公共预算财政拨款支出全年预算为62.00万元，支出决算为60.00万元，完成全年预算的96.77%。决算数小于预算数的主要原因：人员陆续到岗。',
    );
  });

  const vehicles = `三公经费 3.15 上年 3.50 预算 3.50 {
    因公出国（境）费 未发生 预算 0
    公务用车运行维护费 2.85 预算 3.00
    公务接待费 0.30 预算 0.50 上年 0.40 { 国内 0.30 3 批次 18 人次 }
  }`;

  test('an item of which nobody wrote last year did not stay the same', () => {
    expect(made('上海', vehicles).text).toContain(
      '其中：因公出国（境）费支出决算持平；公务用车购置及运行维护费支出决算增减未填万元；公务接待费支出决算减少0.1万元',
    );
  });

  test.each(templates)('%s: nor does an author get a zero for it', (template) => {
    const { text, open } = made(
      template,
      `职责 "去年的运行维护费是【三公经费.公务用车运行维护费.上年】万元。"\n${vehicles}`,
    );
    expect(text).toContain('去年的运行维护费是未填万元');
    expect(open.join()).toContain('公务用车运行维护费');
  });
});

describe("a template of one's own compares with a last year that somebody tells", () => {
  const template = (name: string) => `模板 本局 {
    短语 比上年 项 {
      若 项 > 项.上年 { "增加【项 | 差额】" } 否则 若 项 < 项.上年 { "减少【项 | 差额】" }
      否则 若 项 = 项.上年 { "持平" } 否则 { "不比" }
    }
    段 "说：【${name} | 比上年】，差【${name} | 差额】，率【${name} | 增长率】"
  }`;
  const said = (name: string, body: string) =>
    read(`${template(name)}\n部门决算 某局 2023 { 模板 本局 ${body} }`).lines.at(-1);
  const spent = (more: string) => `支出 一般公共预算 { 2010101 行政运行 基本 60.00 ${more} }`;

  test.each([
    ['收入.其他收入', '收入 { 其他收入 5.00 }'],
    ['收入.本年收入合计', '收入 { 其他收入 5.00 }'],
    ['支出.一般公共预算.合计', spent('')],
    ['支出.全部.合计', spent('')],
    ['机关运行经费', '机关运行经费 5.00'],
    ['政府采购', '政府采购 5.00 { 货物 5.00 }'],
  ])('%s of which nobody wrote it', (name, body) => {
    expect(said(name, body)).toBe('说：不比，差未填，率未填');
  });

  test('one that is written is compared with, zero too', () => {
    expect(said('机关运行经费', '机关运行经费 5.00 上年 4.00')).toBe('说：增加1，差1，率25.00%');
    expect(said('机关运行经费', '机关运行经费 5.00 上年 0')).toBe('说：增加5，差5，率—');
    expect(said('收入.总计', '收入 { 其他收入 5.00 上年 5.00 }')).toBe('说：持平，差0，率0.00%');
  });

  test('what came to nothing stayed at nothing', () => {
    expect(said('收入.其他收入', '收入 { 事业收入 5.00 上年 4.00 }')).toBe('说：持平，差0，率—');
  });

  test('what the report of last year does not speak of was nothing', () => {
    const files = { '2022.fiscal': '部门决算 某局 2022 { 收入 { 事业收入 4.00 } }' };
    const body = '引用 上年 "2022.fiscal" 收入 { 事业收入 4.00 其他收入 5.00 }';
    const { lines } = read(`${template('收入.其他收入')}\n部门决算 某局 2023 { 模板 本局 ${body} }`, files);
    expect(lines.at(-1)).toBe('说：增加5，差5，率—');
  });
});

describe('what the report of last year says of a block holds for its items', () => {
  const change = (before: string) => {
    const text = `部门决算 某局 2023 { 模板 上海 引用 上年 "2022.fiscal"
      三公经费 { 公务用车运行维护费 0 公务接待费 0.50 { 国内 0.50 3 批次 20 人次 } } }`;
    const { lines } = read(text, { '2022.fiscal': `部门决算 某局 2022 { ${before} }` });
    return lines.find((line) => line.includes('财政拨款支出决算数'));
  };

  test.each(['三公经费 未发生', '三公经费 0', '三公经费 { 公务接待费 未发生 }'])('%s', (before) => {
    expect(change(before)).toMatch(/比2022年度增加0.5万元，.*公务接待费支出决算增加0.5万元。/);
  });

  test('what it does not name in a block that it has was nothing', () => {
    expect(change('三公经费 { 公务用车运行维护费 0.20 }')).toMatch(
      /增加0.3万元，增长150.00%，.*公务用车购置及运行维护费支出决算减少0.2万元，下降100.00%；公务接待费支出决算增加0.5万元。/,
    );
  });

  test.each(['', '三公经费 2.00', '三公经费 未填'])('nobody knows it of 「%s」', (before) => {
    expect(change(before) ?? '').not.toMatch(/公务接待费支出决算(增加|减少|持平)/);
  });
});

describe('what an author left open stays open', () => {
  test.each(templates)('%s: last year', (template) => {
    const { text, open } = made(template, '机关运行经费 16.20 上年 未填 原因 "差旅增加"');
    expect(text).toMatch(/增减未填万元.主要原因是差旅增加。/);
    expect(open.join()).toMatch(/机关运行经费·(上年|增减额)/);
  });

  test('a budget', () => {
    const line = '支出 一般公共预算 { 2070109 群众文化 基本 60.00 预算 未填 }';
    expect(made('四川', line).text).toContain('支出决算为60万元，完成预算未填。');
  });

  test.each(templates)('%s: all that is open has a name', (template) => {
    for (const body of ['', '收入 { 事业收入 3.00 总计 上年 未填 }', '机关运行经费 9.00 上年 未填 原因 "甲"'])
      expect(made(template, body).open).not.toContain('');
  });
});

describe('a reason stands beside what it explains', () => {
  test.each(templates)('%s: without last year it is told', (template) => {
    const { text, lost } = made(template, '机关运行经费 16.20 原因 "差旅增加"');
    expect(text).not.toContain('差旅增加');
    expect(lost.join()).toContain('机关运行经费的原因');
  });

  test.each(templates)('%s: of what stayed the same it is told', (template) => {
    const { text, lost } = made(template, '机关运行经费 16.20 上年 16.20 原因 "差旅增加"');
    expect(text).toContain('持平');
    expect(text).not.toContain('差旅增加');
    expect(lost.join()).toContain('机关运行经费的原因');
  });

  test.each(['四川', '重庆'])('%s: of a total that stayed the same, too', (template) => {
    const income = '收入 { 事业收入 3.00 总计 上年 3.00 原因 "新增项目" }';
    expect(made(template, income).text).not.toContain('新增项目');
    expect(made(template, income).lost.join()).toContain('收入总计的原因');
  });

  test.each(templates)('%s: 三公经费 in all', (template) => {
    const flat = `三公经费 0.30 上年 0.30 原因 "来访少了" { 公务接待费 0.30 上年 0.30 { 国内 0.30 3 批次 18 人次 } }`;
    expect(made(template, flat).text).not.toContain('来访少了');
  });
});

describe('what does not apply has no amount', () => {
  const blocks = ['支出 政府性基金', '支出 国有资本经营', '三公经费', '机关运行经费', '政府采购', '国有资产'];

  test.each(templates.flatMap((template) => blocks.map((block) => [template, block] as const)))(
    '%s: %s',
    (template, block) => {
      for (const more of ['', ' 上年 15.00 原因 "改制"'])
        expect(
          made(template, `${block} 不适用${more}`).text.match(/.*—(万?元|辆|个|台|次|人).*/g) ?? [],
        ).toEqual([]);
    },
  );

  test.each(['会议费', '培训费'])('重庆: %s', (name) => {
    expect(made('重庆', `${name} 不适用`).text).toContain(`本部门不涉及${name}。`);
  });

  test('a reception abroad has guests, too', () => {
    const abroad = '三公经费 { 公务接待费 0.40 { 国外 0.40 1 批次 4 人次 } }';
    expect(made('重庆', abroad).text).toContain('人均接待费1000.00元');
  });

  test('without a car at the end of the year there is no average of cars', () => {
    const sold = '三公经费 { 公务用车运行维护费 2.00 公务用车保有量 0 }';
    expect(made('重庆', sold).text).not.toContain('车均维护费');
  });
});

describe('texts that a heading waits for', () => {
  test.each([
    ['上海', '部门决算'],
    ['重庆', '部门决算'],
    ['四川', '单位决算'],
  ])('%s %s: 机构设置 is told', (template, kind) => {
    const told = (body: string) => made(template, body, kind).told.join();
    expect(told('职责 "甲。"')).toMatch(/报告里没有写：机构设置/);
    expect(told('职责 "甲。"\n机构设置 "乙。"')).not.toMatch(/没有写：机构设置/);
  });

  test('names of offices are enough', () => {
    expect(made('上海', '职责 "甲。"\n内设机构 办公室\n内设机构 辅导部').told.join()).not.toContain(
      '写：机构设置',
    );
  });

  test('重庆: whom to ask is not made up', () => {
    const { text, open } = made('重庆', '');
    expect(text).toContain('联系方式：未填');
    expect(open).toContain('联系方式');
    expect(made('重庆', '联系方式 "办公室"').text).toContain('联系方式：办公室');
  });
});

describe('counts', () => {
  const reception = (items: string) =>
    made('四川', `三公经费 { 公务接待费 5.00 { 国内 5.00 3 批次 18 人次 { ${items} } } }`).text;

  test('how often is no amount, and an amount does not say how often', () => {
    expect(reception('"来馆查档" 2 次 "同行交流" 0.20')).toContain(
      '具体内容包括：来馆查档2次约未填万元；同行交流未填次约0.2万元。',
    );
    // Of what is only named one mark says that nothing is known.
    expect(reception('"来馆查档" 2 次 0.30 下乡调研 未填')).toContain('2次约0.3万元；下乡调研约未填万元。');
    expect(reception('"来馆查档" 2 次 0.30')).toContain('具体内容包括：来馆查档2次约0.3万元。');
  });

  test('projects that are named are those that are counted', () => {
    const projects = `绩效 { 绩效监控 1 个 绩效目标 0 个 }
      项目 书库 { 全年预算 20.00 执行 18.00 }`;
    expect(made('四川', projects).text).not.toContain('书库项目等');
    const one = `绩效 { 部门整体 { 自评得分 96 分 } }
      项目 书库 { 全年预算 20.00 执行 18.00 }
      项目 讲座 { 全年预算 22.00 执行 22.00 指标 产出 数量 讲座 目标 1 场 完成 1 场 }`;
    expect(made('四川', one).text).toContain('组织对讲座项目等1个项目编制了绩效目标');
  });

  test.each(['四川', '重庆'])('%s: whether there is a report on goals nobody said', (template) => {
    const none = '没有需要公开的绩效评价报告';
    for (const body of ['绩效 { 绩效目标 3 个 }', '绩效 { 绩效监控 3 个 }', '绩效 { 事前评估 3 个 }'])
      expect(made(template, body).text, body).not.toContain(none);
    for (const body of ['绩效 { 绩效目标 0 个 }', '绩效 未发生', '绩效 不适用'])
      expect(made(template, body).text, body).toContain(none);
  });

  test('上海: what was evaluated is not said to be nothing', () => {
    for (const body of [
      '绩效 { 绩效目标 1 个 }\n项目 书库 { 全年预算 20.00 执行 18.00 自评得分 95 }',
      '绩效 { 部门整体 { 自评得分 96 分 } }',
      '项目 书库 { 全年预算 20.00 执行 18.00 自评得分 95 }',
    ]) {
      const { text } = made('上海', body);
      expect(text).toContain('绩效自评的2024年度项目未填个');
      expect(text).not.toContain('没有编报绩效目标的项目');
    }
  });

  test.each(templates)('%s: what a fund took in is not nothing in each line', (template) => {
    const { text } = made(
      template,
      `收入 { 政府性基金预算财政拨款收入 9.00 年初结转和结余 0 }
       支出 政府性基金 { 2296003 用于体育事业的彩票公益金支出 项目 9.00 }`,
    );
    expect(text).toMatch(/2296003 \| [^|]* \|[^|]*\| 未填 \| 9\.00/);
    expect(text).not.toContain('年初结转结余未填');
  });
});

test('上海: what was bought last year and not this year went down', () => {
  const now = (items: string) => {
    const text = `部门决算 某局 2023 { 模板 上海 引用 上年 "2022.fiscal"
      三公经费 { 公务接待费 1.30 { 国内 1.30 5 批次 20 人次 } ${items} } }`;
    const prior = '部门决算 某局 2022 { 三公经费 { 公务用车运行维护费 3.00  公务接待费 1.00 } }';
    return read(text, { '2022.fiscal': prior }).lines.join('\n');
  };
  expect(now('')).toContain('公务用车购置及运行维护费支出决算减少3万元，下降100.00%');
  expect(now('')).toContain('因公出国（境）费支出决算持平');
  expect(now('公务用车运行维护费 未填')).not.toContain('下降100.00%');
});
