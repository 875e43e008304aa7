import { messageOf } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { read } from './composed-lines.js';

/** A template made from another one, in small: what it says replaces, adds to or takes away from the base. */
const base = `模板 底本 {
  设置 { 百分比小数 1 }
  短语 说 数 { "共【数】万元" }
  封面 { 段 题名 "【名称】" }
  部分 "概况" {
    节 "职责" { 插入 职责 }
    若 单位 { 节 "机构" { 段 "有单位。" } } 否则 { 节 "机构" { 段 "无单位。" } }
  }
  部分 "【年度】年度说明" {
    节 "收入" { 段 "收入【收入.总计 | 说】。" }
    节 "支出" { 段 "支出【支出.总计】万元。" }
    表 "收入" { 列 "总计" = 收入.总计 行 }
  }
}`;

const whole = [
  '[封面] 甲局',
  '# 第一部分概况',
  '## 一、职责',
  '管档案。',
  '## 二、机构',
  '无单位。',
  '# 第二部分2023年度说明',
  '## 一、收入',
  '收入共12万元。',
  '## 二、支出',
  '支出12万元。',
  '[表] 收入 / 单位：万元',
  '| 总计 |',
  '- 12.00',
];

describe('改自', () => {
  test('nothing of its own: the base', () => {
    expect(composed('')).toEqual(whole);
  });

  test('a phrase changes the sentence that is made with it', () => {
    expect(composed('短语 说 数 { "合计【数】万元" }')).toEqual(whole.with(8, '收入合计12万元。'));
  });

  test('a section replaces the one of its title where it stands, not the table of the same title', () => {
    expect(composed('节 "收入" { 段 "另一句话。" }')).toEqual(whole.with(8, '另一句话。'));
  });

  test('a table replaces the one of its title', () => {
    expect(composed('表 "收入" { 列 "合计数" = 收入.总计 行 }')).toEqual(whole.with(12, '| 合计数 |'));
  });

  test('a part is known by its title as it is written, holes too', () => {
    expect(composed('部分 "【年度】年度说明" { 段 "见附件。" }')).toEqual([...whole.slice(0, 7), '见附件。']);
  });

  test('what stands in a choice is replaced in both branches', () => {
    expect(composed('节 "机构" { 段 "见网站。" }')).toEqual(whole.with(5, '见网站。'));
  });

  test('the cover is replaced', () => {
    expect(composed('封面 { 段 题名 "决算" }')).toEqual(whole.with(0, '[封面] 决算'));
  });

  test('不列 takes away, numbers close up', () => {
    expect(composed('不列 "职责"')).toEqual([...whole.slice(0, 2), '## 一、机构', ...whole.slice(5)]);
  });

  test('之前 and 之后 add beside a title', () => {
    expect(composed('"机构" 之前 { 节 "人员" { 段 "十人。" } }  "支出" 之后 { 段 "完。" }')).toEqual([
      ...whole.slice(0, 4),
      '## 二、人员',
      '十人。',
      '## 三、机构',
      ...whole.slice(5, 11),
      '完。',
      ...whole.slice(11),
    ]);
  });

  test('不列 全部 leaves only settings, phrases, rules', () => {
    expect(composed('不列 全部  段 "收入【收入.总计 | 说】。"')).toEqual(['收入共12万元。']);
  });

  test('a template may be made from one that is made from another', () => {
    const text = `${base}\n模板 中间 改自 底本 { 不列 "支出" }\n模板 末端 改自 中间 { 节 "收入" { 段 "短。" } }`;
    const expected = whole.toSpliced(9, 2).with(8, '短。');
    expect(read(`${text}\n${report('末端')}`).lines).toEqual(expected);
  });
});

describe('what the base does not have is told', () => {
  test.each([
    ['节 "收如" { 段 "。" }', 'Z027 底本里没有「收如」。是不是「收入」？'],
    ['不列 "收人"', 'Z027 底本里没有「收人」。是不是「收入」？'],
    ['"机构设置" 之后 { 段 "。" }', 'Z027 底本里没有「机构设置」。是不是「机构」？'],
    ['不列 所有', 'Z027 底本里没有「所有」。'],
    [
      '段 "放在哪里？"',
      'Z027 改自别的模板时，没有标题的内容要写明位置：放在 "标题" 之前 { … } 或者 "标题" 之后 { … } 里。',
    ],
  ])('%s', (own, said) => {
    const { lines, findings } = read(`${base}\n模板 本省 改自 底本 { ${own} }\n${report('本省')}`);
    expect(findings.map((finding) => `${finding.rule} ${messageOf(finding)}`)).toEqual([said]);
    expect(lines).toEqual(whole);
  });
});

function composed(own: string): string[] {
  const { lines, findings } = read(`${base}\n模板 本省 改自 底本 { ${own} }\n${report('本省')}`);
  expect(findings.map(messageOf)).toEqual([]);
  return lines;
}

function report(template: string): string {
  return `部门决算 甲局 2023 { 模板 ${template}  职责 "管档案。"  收入 { 总计 12 }  支出 { 总计 12 } }`;
}
