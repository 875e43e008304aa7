import { factAt, messageOf } from '@fiscal/core';
import { compose, renderMarkdown, unprintedFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { check, loadText } from './check.js';

/** 结构 项目 每个 { … }: what each project may say, whatever it is called. */
describe('what is declared of each', () => {
  const declared = '结构 项目 每个 { 受益人数 计量 人  绩效等次 文字 别名 "等次" }';
  const project = (body: string) => `部门决算 甲局 2023 { 项目 数字化 { ${body} } }`;

  test('is known below every one, with its unit', () => {
    const { reports, findings } = loadText(`${declared}\n${project('受益人数 1200  绩效等次 "优秀"')}`);
    expect(findings.filter(({ rule }) => rule.startsWith('Z')).map(messageOf)).toEqual([]);
    expect(factAt(reports[0]!.base, '项目.数字化.受益人数')?.unit).toBe('人');
  });

  test('a figure that nobody declares is told as before', () => {
    const { findings } = loadText(`${declared}\n${project('受益人次 1200')}`);
    expect(findings.filter(({ rule }) => rule === 'Z010')).toHaveLength(1);
  });

  test.each(['绩效等次', '等次'])('a template names it, and the author writes %s', (name) => {
    const template = '模板 本省 { 每 案 于 项目 { 段 "【案.名称】：【案.绩效等次】，【案.受益人数】人。" } }';
    const report = `部门决算 甲局 2023 { 模板 本省 项目 数字化 { ${name} "优秀" 受益人数 5 } 项目 改造 { 受益人数 7 } }`;
    const { reports, findings } = loadText(`${declared}\n${template}\n${report}`);
    expect(findings.filter(({ rule }) => rule.startsWith('Z')).map(messageOf)).toEqual([]);
    const markdown = markdownOf(reports[0]!);
    expect(markdown).toContain('数字化：优秀，5人。');
    expect(markdown).toContain('改造：，7人。');
  });

  test('a project that is not there is still a wrong name', () => {
    const report = '部门决算 甲局 2023 { 项目 数字化 { 受益人数 5 } 职责 "【项目.数字花.绩效等次】" }';
    const findings = check(`${declared}\n${report}`);
    expect(findings.filter(({ rule }) => rule === 'Z011').map(messageOf)).toEqual([
      expect.stringContaining('数字花'),
    ]);
  });
});

/** 项目支出绩效自评表: a row for what the report states, and for nothing else. */
describe('自评表', () => {
  const rows = (body: string): string[] => {
    const { reports } = loadText(`部门决算 甲局 2023 { 模板 四川 项目 数字化 { 科目 2012604 ${body} } }`);
    const [, table = ''] = markdownOf(reports[0]!).split('**数字化项目支出绩效自评表（2023年度）**');
    return table.split('\n\n')[1]?.split('\n').slice(2).map(cellsOf) ?? [];
  };

  test('has the rows of what is written', () => {
    expect(
      rows(
        '主管部门 "乙局" 实施单位 "丙馆" 年初预算 40 全年预算 50 执行 48 自评得分 96 年度总体目标 "建成" 完成情况 "已建成" 偏差原因 "到货晚"',
      ),
    ).toEqual([
      '项目名称|数字化',
      '主管部门|乙局',
      '实施单位|丙馆',
      '年初预算数（万元）|40.00',
      '全年预算数（万元）|50.00',
      '全年执行数（万元）|48.00',
      '年度总体目标|建成',
      '年度总体目标完成情况|已建成',
      '偏差原因及改进措施|到货晚',
      '总分|96分',
    ]);
    expect(rows('实施单位 "丙馆"')).toEqual(['项目名称|数字化', '实施单位|丙馆']);
  });

  test('gives what is to be put right beside the indicators that missed their target', () => {
    const indicator = (name: string, remedy: string) =>
      `指标 产出 数量 ${name} 目标 ≥ 8 次 完成 5 次 分值 50 得分 30 { 整改 "${remedy}" }`;
    expect(rows(`${indicator('巡查', '增派人手。')} ${indicator('培训', '改在上半年。')}`)).toEqual([
      '项目名称|数字化',
      '偏差原因及改进措施|巡查：增派人手；培训：改在上半年。',
    ]);
  });

  test('sets apart what went wrong and what is to be put right', () => {
    const indicator = (name: string, remedy: string) =>
      `指标 产出 数量 ${name} 目标 ≥ 8 次 完成 5 次 分值 50 得分 30 { 整改 "${remedy}" }`;
    const said = (why: string) =>
      rows(`偏差原因 "${why}" ${indicator('巡查', '增派人手')} ${indicator('培训', '改在上半年')}`)[1];
    expect(said('到货晚')).toBe('偏差原因及改进措施|到货晚；巡查：增派人手；培训：改在上半年');
    expect(said('到货晚。')).toBe('偏差原因及改进措施|到货晚。巡查：增派人手；培训：改在上半年');
  });

  test('there is none where no field of it is written', () => {
    expect(rows('全年预算 50 执行 48 自评得分 96 评价 "好。"')).toEqual([]);
  });

  test('what it prints is not told as lost', () => {
    const { reports } = loadText(
      '部门决算 甲局 2023 { 模板 四川 项目 数字化 { 科目 2012604 主管部门 "乙局" 年初预算 40 全年预算 50 执行 48 } }',
    );
    const [report] = reports;
    expect(unprintedFindings(report!, compose(report!)).map(messageOf)).toEqual([]);
  });
});

function cellsOf(row: string): string {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
    .join('|');
}

function markdownOf(report: Parameters<typeof compose>[0]): string {
  return renderMarkdown(compose(report).document).text;
}

/** 人数 is a measure of every item: declared among others it is the same one, however the lines are set. */
test.each([' ', '\n'])('a 结构 may name what every item can carry (%j between its items)', (between) => {
  const items = ['场次 计量 次', '人数 计量 人', '批次', '内容 文字', '原因 文字'].join(between);
  const template =
    '模板 本省 { 段 "【会议.场次】场，【会议.人数】人，【会议.批次】批，【会议.内容】：【会议.原因】。" }';
  const report =
    '部门决算 甲局 2023 { 模板 本省  会议 1.20 { 人数 80  批次 3  原因 "换届"  场次 2  内容 "全体会议" } }';
  const { reports, findings } = loadText(`结构 会议 { ${items} }\n${template}\n${report}`);
  expect(findings.map(messageOf)).toEqual([]);
  expect(markdownOf(reports[0]!)).toContain('2场，80人，3批，全体会议：换届。');
});
