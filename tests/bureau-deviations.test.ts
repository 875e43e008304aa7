import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { check } from './check.js';
import { read } from './composed-lines.js';

/** A bureau says what it does otherwise than its province, and nothing else: each in three lines at most. */
interface Deviations {
  example: string;
  /** In one sentence of 三公经费, and what stands there for it. */
  word: { own: string; before: string; after: string };
  /** A part with another name in another place, and all the parts then. */
  part: { own: string; headings: string[] };
}

const provinces: Record<string, Deviations> = {
  四川: {
    example: '攀枝花市经济和信息化局-2023',
    word: {
      own: `"全年安排因公出国（境）团组" 换成 "全年组织因公出国（境）团组"`,
      before: '全年安排因公出国（境）团组',
      after: '全年组织因公出国（境）团组',
    },
    part: {
      own: `"附件" 改名 "绩效评价报告" 移到 "名词解释" 之前`,
      headings: [
        '第一部分部门概况',
        '第二部分2023年度部门决算情况说明',
        '第三部分绩效评价报告',
        '第四部分名词解释',
        '第五部分附表',
      ],
    },
  },
  上海: {
    example: '上海市普陀区财政局-2024',
    word: {
      own: `"财政拨款“三公”经费支出决算情况说明" 里 { "支出年初预算为" 换成 "支出全年预算为" }`,
      before: '“三公”经费财政拨款支出年初预算为0.95万元',
      after: '“三公”经费财政拨款支出全年预算为0.95万元',
    },
    part: {
      own: `"名词解释" 改名 "专业名词解释" 移到 "【名称】【年度】年度【种类】决算情况说明" 之前`,
      headings: [
        '第一部分上海市普陀区财政局概况',
        '第二部分上海市普陀区财政局2024年度部门决算表',
        '第三部分专业名词解释',
        '第四部分上海市普陀区财政局2024年度部门决算情况说明',
      ],
    },
  },
  重庆: {
    example: '示例区文化馆-2024',
    word: {
      own: `"“三公”经费支出共计" 换成 "“三公”经费支出合计"`,
      before: '2024年度“三公”经费支出共计3.20万元',
      after: '2024年度“三公”经费支出合计3.20万元',
    },
    part: {
      own: `"附表" 改名 "决算公开报表" 移到 "【种类】决算情况说明" 之前`,
      headings: [
        '一、部门基本情况',
        '决算公开报表',
        '二、部门决算情况说明',
        '三、“三公”经费情况说明',
        '四、其他需要说明的事项',
        '五、2024年度预算绩效管理情况说明',
        '六、专业名词解释',
        '七、决算公开联系方式及信息反馈渠道',
      ],
    },
  },
};

describe.each(Object.entries(provinces))('%s', (province, { example, word, part }) => {
  const source = readFileSync(join(import.meta.dirname, '../examples', example, `${example}.fiscal`), 'utf8');
  const base = composed('');

  test('one word in one sentence', () => {
    const { less, more } = changes(composed(word.own));
    expect([less.length, more.length]).toEqual([1, 1]);
    expect(less[0]).toContain(word.before);
    expect(more[0]).toBe(less[0]!.replace(word.before, word.after));
  });

  test('one more column in one table', () => {
    const { less, more } = changes(
      composed(`"一般公共预算财政拨款支出决算表" 里 {
        "合计" 之前 { 列 "年初预算数" = 目.年初预算 }
      }`),
    );
    const isTotal = (line: string) => line.startsWith('= ');
    const [before, after] = [less, more].map((lines) => lines.find(isTotal)!.split(' | '));
    const at = after!.findIndex((cell, index) => cell !== before![index]);
    // What it says of the others goes along; the report has a budget of each line.
    expect(after!.toSpliced(at, 1)).toEqual(before);
    expect(after![at]).toMatch(/^[\d.,]+$/);
    const others = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('|')).length;
    expect(others(more)).toBe(others(less));
    expect(more.filter((line) => line.includes('年初预算数')).length).toBe(1);
  });

  test('one part renamed and moved, with what stands in it, numbered anew', () => {
    const made = composed(part.own);
    expect(made.filter((line) => /^# /.test(line)).map((line) => line.slice(2))).toEqual(part.headings);
    expect(made.length).toBe(base.length);
  });

  test('one rule dropped', () => {
    const rulesOf = (own: string) =>
      check(`模板 本局 改自 ${province} { ${own} }
        部门决算 某局 2023 { 模板 本局 机关运行经费 234.94 上年 163.77 }`).map(({ rule }) => rule);
    expect(rulesOf('')).toContain('N1101');
    expect(rulesOf('不列 规则 N1101')).not.toContain('N1101');
  });

  function composed(own: string): string[] {
    expect(own.split('\n').length).toBeLessThanOrEqual(3);
    const report = source.replace(/(\n {2}模板 +)\S+/, '$1本局');
    const { lines, findings } = read(`模板 本局 改自 ${province} {\n${own}\n}\n${report}`);
    expect(findings.filter(({ severity }) => severity === 'error').map(messageOf)).toEqual([]);
    return lines;
  }

  function changes(lines: readonly string[]) {
    return {
      less: base.filter((line) => !lines.includes(line)),
      more: lines.filter((line) => !base.includes(line)),
    };
  }
});
