import { expect, test, describe } from 'vitest';
import { compose, openFigures, templateFindings } from '@fiscal/report';
import { check, findingsOf, loadText } from './check.js';
import { read } from './composed-lines.js';

const templates = ['四川', '上海', '重庆'];

const projectOf = (name: string, more = '') =>
  `项目 ${name} { 科目 2012604 全年预算 10.00 执行 8.00 自评得分 96 ${more} }`;

const unit = (name: string, items: string, settings = '') =>
  `单位决算 ${name} 2023 { ${settings}\n${items}\n}`;

const files = (one = '', two = '', settings = '') => ({
  '甲.fiscal': unit('示例市甲中心', one, settings),
  '乙.fiscal': unit('示例市乙中心', two),
});

const department = (template: string, items = '') => `部门决算 示例市档案局 2023 {
  模板 ${template}
  引用 单位 "甲.fiscal"
  引用 单位 "乙.fiscal"
${items}
}`;

const printed = (template: string, items = '', units = files()) =>
  read(department(template, items), units).lines.join('\n');

describe.each(templates)('%s', (template) => {
  test('units that are referred to are listed, and never denied', () => {
    const text = printed(template);
    expect(text).not.toContain('无下属');
    expect(text).toContain('示例市甲中心');
    expect(text).toContain('示例市乙中心');
  });

  test('units that the author lists himself are the list', () => {
    const text = printed(template, '单位 甲站 行政\n单位 乙站 事业\n单位 丙站 参公事业');
    for (const name of ['甲站', '乙站', '丙站']) expect(text).toContain(name);
    expect(text).not.toContain('示例市甲中心');
  });
});

test('of how many kinds they are nobody said, and that is told by name', () => {
  const sentence = '其中行政单位未填个，参照公务员法管理的事业单位未填个，其他事业单位未填个';
  expect(printed('四川')).toContain(`下属二级预算单位2个，${sentence}`);
  expect(printed('四川', '单位 甲站 行政\n单位 乙站')).toContain(`下属二级预算单位2个，${sentence}`);
  const { document } = compose(
    loadText(department('四川', '单位 甲站 行政\n单位 乙站'), files()).reports[0]!,
  );
  expect(openFigures(document)).toContain('单位 乙站 类别');
  expect(printed('四川', '单位 甲站 行政\n单位 乙站 事业')).toContain(
    '其中行政单位1个，参照公务员法管理的事业单位0个，其他事业单位1个',
  );
});

describe.each(['四川', '重庆'])('the projects of units under %s', (template) => {
  test('stand in the table of the department, each once, with its own ones', () => {
    const text = printed(template, projectOf('本级项目'), files(projectOf('数字化'), projectOf('本级项目')));
    const rows = text.match(/^- \d \| .*$/gm)?.filter((row) => row.includes('2012604'));
    expect(rows).toEqual([
      expect.stringMatching(/^- 1 \| 本级项目 \| 2012604 \| 10.00 \| 8.00 \|/),
      expect.stringMatching(/^- 2 \| 数字化 \| 2012604 \| 10.00 \| 8.00 \|/),
    ]);
  });

  test('are counted in the money unit of the department', () => {
    const inYuan = projectOf('数字化').replace('10.00', '100000').replace('8.00', '80000');
    const text = printed(template, '', files(inYuan, '', '货币单位 元'));
    expect(text).toMatch(/- 1 \| 数字化 \| 2012604 \| 10.00 \| 8.00 \| 80(.00)?% \| 96/);
  });

  test('say of themselves what their own report says', () => {
    const report = `收入 { 事业收入 8.00 总计 8.00 } ${projectOf('数字化', '评价 "全年收入【收入.总计】万元。"')}`;
    const text = printed(template, '收入 { 事业收入 30.00 总计 30.00 }', files(report));
    expect(text).toContain('全年收入8万元。'.replace('8', template === '重庆' ? '8.00' : '8'));
  });
});

test('rules of the department say nothing of the projects of its units: their reports do', () => {
  const over = projectOf('数字化').replace('执行 8.00', '执行 12.00');
  const rules = (text: string) => check(text, files(over)).map(({ rule }) => rule);
  expect(rules(department('四川'))).not.toContain('P002');
  expect(rules(unit('示例市甲中心', over))).toContain('P002');
});

test.each(templates)('under %s the scores of units are none of the department', (template) => {
  const evaluated = '绩效 { 绩效目标 1 个 平均得分 95 分 部门整体 { 自评得分 92 } }';
  const units = files(evaluated, evaluated.replace('95', '91'));
  expect(printed(template, '', units)).not.toMatch(/186|184/);
  expect(check(department(template), units).map(({ rule }) => rule)).not.toContain('N1005');
  expect(printed(template, '', units)).not.toMatch(/得分为?\d/);
});

test('「项目」 is not said twice of a project that is called so', () => {
  const text = printed('四川', `项目 馆舍修缮项目 { 全年预算 10.00 执行 8.00 评价 """用于修缮库房。""" }`);
  expect(text).toContain('专项预算项目绩效评价报告（馆舍修缮项目）');
  const plain = printed('四川', `项目 馆舍修缮 { 全年预算 10.00 执行 8.00 评价 """用于修缮库房。""" }`);
  expect(plain).toContain('专项预算项目绩效评价报告（馆舍修缮项目）');
});

describe('a unit whose report could not be had', () => {
  const withMissing = (template: string, items: string) =>
    printed(template, items, { '甲.fiscal': unit('示例市甲中心', '收入 { 事业收入 12.00 }') });

  test.each(templates)('under %s nothing is summed up without it', (template) => {
    const text = withMissing(template, '');
    expect(text).not.toContain('12.00');
    expect(text).not.toMatch(/总计(均)?(为)?12(\D|$)/);
    expect(text).toContain('未填');
  });

  test('is one unit more that nobody can count', () => {
    expect(withMissing('四川', '')).toContain('下属二级预算单位未填个');
    expect(printed('四川', '', {})).not.toContain('无下属');
  });

  test('leaves alone what the department states itself, and the units that it lists', () => {
    const text = withMissing('四川', '收入 { 事业收入 30.00 }\n单位 甲站 行政\n单位 乙站 事业');
    expect(text).toContain('下属二级预算单位2个，其中行政单位1个');
    expect(text).toContain('事业收入30万元');
  });

  test.each(templates)('is told once under %s, where it is referred to', (template) => {
    const beside = { '甲.fiscal': unit('示例市甲中心', '') };
    const rules = findingsOf(loadText(department(template), beside), templateFindings).map(
      ({ rule }) => rule,
    );
    expect(rules.filter((rule) => rule === 'Z014')).toHaveLength(1);
    expect(rules).not.toContain('D012');
  });
});

describe('visits that only the units name', () => {
  const visit = (name: string, money: string, times: string) =>
    `三公经费 { 公务接待费 ${money} { 国内 ${money} 批次 ${times} 人次 9 { "${name}" ${money} ${times} 次 } } }`;
  const listed = (items: string, ...visits: string[]) =>
    /具体内容包括：([^。]*)。/.exec(printed('四川', items, files(...visits)))?.[1];

  test('stand for the department, each once', () => {
    const visits = [visit('市局调研', '2', '3'), visit('省局检查', '1', '1')];
    expect(listed('', ...visits)).toBe('市局调研3次约2万元；省局检查1次约1万元');
  });

  test('of one name are one', () => {
    expect(listed('', visit('市局调研', '2', '3'), visit('市局调研', '1', '1'))).toBe('市局调研4次约3万元');
  });

  test('are not added to those that the department names itself', () => {
    const own = visit('各级检查', '3', '4');
    expect(listed(own, visit('市局调研', '2', '3'), visit('省局检查', '1', '1'))).toBe('各级检查4次约3万元');
  });
});
