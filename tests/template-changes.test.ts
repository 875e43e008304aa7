import { messageOf } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { check } from './check.js';
import { read } from './composed-lines.js';

/** What one bureau does otherwise than its province, each said in a line or three. */
const base = `模板 底本 {
  短语 增减 项 { 若 项 > 项.上年 { "增加【项 | 差额】万元" } 否则 { "持平" } }
  部分 "概况" {
    节 "职责" { 插入 职责 }
  }
  部分 "说明" {
    若 收入.总计 > 0 { 节 "收入" { 段 称 "收入总计" { "收入总计【收入.总计】万元，比上年【收入.总计 | 增减】。" } } }
    节 "支出" { 段 "本部门支出【支出.总计】万元。" 段 "本部门支出合规。" }
  }
  部分 "附表" {
    表 "支出表" {
      列 "科目" 文字 = 目.名称
      列组 "决算" {
        列 "合计" = 目
        列 "基本" = 目.基本
      }
      列 "项目" = 目.项目
      合计行 目 = 支出.一般公共预算.合计 "合计" 支出.一般公共预算.合计 支出.一般公共预算.合计.基本 支出.一般公共预算.合计.项目
      行每 目 于 支出.一般公共预算.项
      行 "其中：办公费" 1 2 3
      注 "注：本表反映支出。"
    }
  }
  规则 底01 "收入不多" 级别 警告 { 收入.总计 < 13 }
}`;

const whole = [
  '# 第一部分概况',
  '## 一、职责',
  '管档案。',
  '# 第二部分说明',
  '## 一、收入',
  '收入总计12万元，比上年增加2万元。',
  '## 二、支出',
  '本部门支出12万元。',
  '本部门支出合规。',
  '# 第三部分附表',
  '[表] 支出表 / 单位：万元',
  '| 科目 | 决算 | 项目 |',
  '| 合计 | 基本 |',
  '= 合计 | 12.00 | 9.00 | 3.00',
  '- 档案馆 | 12.00 | 9.00 | 3.00',
  '- 其中：办公费 | 1 | 2 | 3',
  '注：本表反映支出。',
];

test('the base as it is', () => {
  expect(composed('')).toEqual(whole);
});

describe('改名, 移到', () => {
  test('another title', () => {
    expect(composed('"支出" 改名 "支出情况"')).toEqual(whole.with(6, '## 二、支出情况'));
  });

  test('another place, with all that stands in it, numbered anew', () => {
    expect(composed('"概况" 移到 "附表" 之后')).toEqual([
      '# 第一部分说明',
      ...whole.slice(4, 9),
      '# 第二部分附表',
      ...whole.slice(10),
      '# 第三部分概况',
      ...whole.slice(1, 3),
    ]);
  });

  test('both at once; other changes go by the title of the base', () => {
    const own = '"概况" 改名 "单位概况" 移到 "附表" 之前  "职责" 之后 { 节 "机构" { 段 "一处。" } }';
    expect(composed(own)).toEqual([
      '# 第一部分说明',
      ...whole.slice(4, 9),
      '# 第二部分单位概况',
      ...whole.slice(1, 3),
      '## 二、机构',
      '一处。',
      ...whole.slice(9),
    ]);
  });

  test('what is moved keeps the condition that it stood under', () => {
    const own = '"收入" 移到 "职责" 之前';
    expect(composed(own)).toEqual([
      whole[0],
      ...whole.slice(4, 6),
      '## 二、职责',
      '管档案。',
      '# 第二部分说明',
      '## 一、支出',
      ...whole.slice(7),
    ]);
    expect(composed(own, '收入 { 总计 0 } 支出 { 总计 0 }').slice(0, 3)).toEqual([
      '# 第一部分概况',
      '## 一、职责',
      '管档案。',
    ]);
  });

  test('a table moves to another part', () => {
    expect(composed('"支出表" 移到 "支出" 之后').slice(6, 11)).toEqual([
      ...whole.slice(6, 9),
      ...whole.slice(10, 12),
    ]);
  });
});

describe('换成', () => {
  test('words of a sentence, holes of it too', () => {
    expect(composed('"收入总计【收入.总计】万元" 换成 "全年收入【收入.总计】万元整"')).toEqual(
      whole.with(5, '全年收入12万元整，比上年增加2万元。'),
    );
  });

  test('wherever they stand, in tables and phrases too', () => {
    expect(composed('"本部门" 换成 "我局"')).toEqual(
      whole.with(7, '我局支出12万元。').with(8, '我局支出合规。'),
    );
    expect(composed('"增加" 换成 "多"')).toEqual(whole.with(5, '收入总计12万元，比上年多2万元。'));
    expect(composed('"本表" 换成 "此表"  "其中：" 换成 "　"').slice(-2)).toEqual([
      '- 　办公费 | 1 | 2 | 3',
      '注：此表反映支出。',
    ]);
  });

  test('within one section alone', () => {
    expect(composed('"收入" 里 { "万元" 换成 "元" }')).toEqual(
      whole.with(5, '收入总计12元，比上年增加2万元。'),
    );
  });
});

describe('a paragraph that has a name', () => {
  test('is replaced, left out, added to', () => {
    expect(composed('段 称 "收入总计" "收入很好。"')).toEqual(whole.with(5, '收入很好。'));
    expect(composed('不列 "收入总计"')).toEqual(whole.toSpliced(5, 1));
    expect(composed('"收入总计" 之后 { 段 "完。" }')).toEqual(whole.toSpliced(6, 0, '完。'));
    expect(composed('段 称 "收入总计" { 底本内容 "请放心。" }')).toEqual(
      whole.with(5, `${whole[5]}请放心。`),
    );
  });
});

describe('底本内容', () => {
  test('what the base has, in a section, a part, a phrase', () => {
    expect(composed('节 "支出" { 段 "总的说来：" 底本内容 段 "完。" }')).toEqual([
      ...whole.slice(0, 7),
      '总的说来：',
      ...whole.slice(7, 9),
      '完。',
      ...whole.slice(9),
    ]);
    expect(composed('部分 "概况" 无编号 { 底本内容 }').slice(0, 3)).toEqual(['# 概况', ...whole.slice(1, 3)]);
    expect(composed('短语 增减 项 { "（" 底本内容 "）" }')).toEqual(
      whole.with(5, '收入总计12万元，比上年（增加2万元）。'),
    );
  });
});

describe('a table', () => {
  test('one more column: rows keep what they say of the others', () => {
    expect(composed('"支出表" 里 { "合计" 之后 { 列 "经营" = 目.经营 } }').slice(11, 16)).toEqual([
      '| 科目 | 决算 | 项目 |',
      '| 合计 | 经营 | 基本 |',
      '= 合计 | 12.00 |  | 9.00 | 3.00',
      '- 档案馆 | 12.00 |  | 9.00 | 3.00',
      '- 其中：办公费 | 1 |  | 2 | 3',
    ]);
  });

  test('a column less, a group less', () => {
    expect(composed('"支出表" 里 { 不列 "基本" }').slice(13, 16)).toEqual([
      '= 合计 | 12.00 | 3.00',
      '- 档案馆 | 12.00 | 3.00',
      '- 其中：办公费 | 1 | 3',
    ]);
    expect(composed('"支出表" 里 { 不列 "决算" }').slice(12, 15)).toEqual([
      '= 合计 | 3.00',
      '- 档案馆 | 3.00',
      '- 其中：办公费 | 3',
    ]);
  });

  test('another column in the place of one; a head renamed', () => {
    const own = '"支出表" 里 { 列 "项目" = 目.基本  "基本" 改名 "基本支出" }';
    expect(composed(own).slice(12, 15)).toEqual([
      '| 合计 | 基本支出 |',
      '= 合计 | 12.00 | 9.00 | 3.00',
      '- 档案馆 | 12.00 | 9.00 | 9.00',
    ]);
  });

  test('a row more, another, less; notes', () => {
    const own =
      '"支出表" 里 { "其中：办公费" 之前 { 行 "其中：水费" 4 5 6 } 行 "其中：办公费" 7 8 9  注 { 底本内容 "不含上年。" } }';
    expect(composed(own).slice(15)).toEqual([
      '- 其中：水费 | 4 | 5 | 6',
      '- 其中：办公费 | 7 | 8 | 9',
      '注：本表反映支出。不含上年。',
    ]);
    expect(composed('"支出表" 里 { 不列 "其中：办公费" }').slice(15)).toEqual(whole.slice(16));
  });

  test('a change on the line behind a row is not one more cell of it', () => {
    const own = (next: string) =>
      composed(`"支出表" 里 {\n 行 "其中：办公费" 7 8 9\n ${next}\n 注 { 底本内容 }\n}`).slice(13);
    const changed = whole.slice(13).with(2, '- 其中：办公费 | 7 | 8 | 9');
    expect(own('"其中：办公费" 之前 { 行 "其中：水费" 4 5 6 }')).toEqual([
      ...changed.slice(0, 2),
      '- 其中：水费 | 4 | 5 | 6',
      ...changed.slice(2),
    ]);
    expect(composed('"概况" 移到\n "附表"\n 之后')).toEqual(composed('"概况" 移到 "附表" 之后'));
    expect(own('“其中：办公费” 之后 { 行 "丙" 1 2 3 }').at(3)).toBe('- 丙 | 1 | 2 | 3');
  });

  test('the first words of a row changed; what is a column and a row is told apart', () => {
    expect(composed('"支出表" 里 { "其中：办公费" 改名 "办公费" }')[15]).toBe('- 办公费 | 1 | 2 | 3');
    expect(composed('"支出表" 里 { "合计" 改名 "总计" }').slice(12, 14)).toEqual([
      '| 总计 | 基本 |',
      '= 合计 | 12.00 | 9.00 | 3.00',
    ]);
    expect(composed('"支出表" 里 { 不列 行 "合计" }').slice(12, 14)).toEqual([
      '| 合计 | 基本 |',
      '- 档案馆 | 12.00 | 9.00 | 3.00',
    ]);
    expect(composed('"支出表" 里 { 不列 列 "合计" }').slice(12, 14)).toEqual([
      '| 基本 |',
      '= 合计 | 9.00 | 3.00',
    ]);
  });

  test('columns and rows that tables have in common', () => {
    const forms =
      '表样 两列 款 { 列 "项目" = 款.项目 列 "基本" = 款.基本 } 表样 一行 { 行 "其中：水费" 4 5 6 }';
    const own = '"支出表" 里 { "其中：办公费" 之后 { 照 一行 } 照 两列 目 }';
    const { lines, findings } = read(`${forms} ${base}\n模板 本省 改自 底本 { ${own} }\n${report()}`);
    expect(findings.map(messageOf)).toEqual([]);
    expect(lines.slice(11)).toEqual([...whole.slice(11, 16), '- 其中：水费 | 4 | 5 | 6', ...whole.slice(16)]);
  });
});

test('不列 规则: a rule of the base is not asked', () => {
  const different = '收入 { 总计 14  上年 10 } 支出 { 总计 14 }';
  expect(told('', different)).toEqual(['底01']);
  expect(told('不列 规则 底01', different)).toEqual([]);
});

describe('what cannot be done is told', () => {
  test.each([
    ['"职则" 改名 "职能"', 'Z027 底本里没有「职则」。是不是「职责」？'],
    ['"职责" 移到 "支出表格" 之后', 'Z027 底本里没有「支出表格」。是不是「支出表」？'],
    ['"本单位" 换成 "我局"', 'Z027 底本的这个地方没有「本单位」这几个字；照底本写，【】也照写。'],
    ['"支出表" 里 { 不列 "合记" }', 'Z027 这张表里没有叫「合记」的列或行。是不是「合计」？'],
    [
      '"支出表" 里 { 列 "年初预算数" = 1 }',
      'Z027 这张表里没有叫「年初预算数」的列或行，没有什么可以代替；要加上它，写 "旁边的表头或者文字" 之后 { … }。',
    ],
    [
      '"支出表" 里 { "其中：办公费" 之后 { 列 "经营" = 1 } }',
      'Z027 「其中：办公费」在这张表里是一行：列写在 "表头" 之前 { … } 或者 之后 { … } 里。',
    ],
    [
      '"支出表" 里 { "基本" 之后 { 行 "其中：水费" 1 } }',
      'Z027 「基本」在这张表里是一列：行写在 "一行的文字" 之前 { … } 或者 之后 { … } 里。',
    ],
    [
      '"支出表" 里 { 不列 "合计" }',
      'Z027 「合计」在这张表里既是列，又是行：写明 不列 列 "合计" 或者 不列 行 "合计"。',
    ],
    [
      '"支出表" 里 { "基本" 移到 "合计" 之前 }',
      'Z027 表里的列和行不能 移到 别处：写 不列 "基本"，再在要放的地方加上它。',
    ],
    [
      '"支出表" 里 { "基本" 之后 { 注 "甲。" } }',
      'Z027 注、空表、表号直接写在这张表的 里 { … } 里，不写在列、行的之前、之后。',
    ],
    ['"支出表" 里 { 照 收入支出决算总表 }', 'Z027 表里面只能改列、行、注和空表的说明。'],
    ['"支出表" 里 { "合计" 之后 { 照 两烈 目 } }', 'Z044 没有叫「两烈」的表样：照 后面写表样的名称。'],
    ['不列 节 "支出表"', 'Z027 底本里没有「支出表」。是不是「支出」？'],
    ['"支出表" 里 { 段 "。" }', 'Z027 表里面只能改列、行、注和空表的说明。'],
    [
      '"职责" 之后 { 列 "合计" = 1 }',
      'Z027 列和行只能加在表里：写成 "表的标题" 里 { "表头" 之后 { 列 … } }。',
    ],
    [
      '不列 规则 底02',
      'Z027 底本里没有规则「底02」；标准规则不查，写 规则 编号 级别 不查 "原因"。是不是「底01」？',
    ],
    [
      '"职责" 之后 { 段 { 底本内容 } }',
      'Z027 「底本内容」只用在代替底本的部分、节和段里，这里没有代替底本的内容。',
    ],
  ])('%s', (own, said) => {
    const { lines, findings } = read(`${base}\n模板 本省 改自 底本 { ${own} }\n${report()}`);
    expect(findings.map((finding) => `${finding.rule} ${messageOf(finding)}`)).toEqual([said]);
    expect(lines).toEqual(whole);
  });
});

function composed(own: string, figures?: string): string[] {
  const { lines, findings } = read(`${base}\n模板 本省 改自 底本 { ${own} }\n${report(figures)}`);
  expect(findings.map(messageOf)).toEqual([]);
  return lines;
}

function told(own: string, figures: string): string[] {
  const findings = check(`${base}\n模板 本省 改自 底本 { ${own} }\n${report(figures)}`);
  return findings.map(({ rule }) => rule).filter((rule) => rule === '底01');
}

function report(figures = '收入 { 总计 12  上年 10 }  支出 { 总计 12 }'): string {
  return `部门决算 甲局 2023 { 模板 本省  职责 "管档案。"  ${figures}
  支出 一般公共预算 { 2012604 档案馆 基本 9 项目 3 } }`;
}
