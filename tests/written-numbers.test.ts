import { describe, expect, test } from 'vitest';
import { check, isWrong, saying } from './check.js';

const wrong = (line: string) =>
  check(`部门决算 示例局 2024 {\n${line}\n}\n`)
    .filter(isWrong)
    .map((finding) => `${finding.origin.range.start.line + 1} ${saying(finding)}`);

describe('a number in words is told with its digits', () => {
  test.each([
    ['自评得分 九十六', '九十六', '96'],
    ['自评得分 九十六分', '九十六分', '96'],
    ['自评得分 十', '十', '10'],
    ['自评得分 八十点五', '八十点五', '80.5'],
    ['执行 一百二十', '一百二十', '120'],
    ['执行 一百二十万元', '一百二十万元', '120 万元'],
    ['执行 十二点五万元', '十二点五万元', '12.5 万元'],
    ['执行 一万二千元', '一万二千元', '12000 元'],
    ['执行 壹佰贰拾万元', '壹佰贰拾万元', '120 万元'],
    ['执行 壹佰贰拾元整', '壹佰贰拾元整', '120 元'],
    ['执行 一千零五', '一千零五', '1005'],
    ['执行 两亿三千万', '两亿三千万', '230000000 元'],
    ['执行 九十六万', '九十六万', '96 万元'],
    ['执行 二〇二四', '二〇二四', '2024'],
  ])('%s', (line, found, meant) => {
    expect(wrong(`项目 甲 {\n${line}\n}`)).toEqual([
      `3 Z029 「${found}」不是数：请用阿拉伯数字写。是不是「${meant}」？`,
    ]);
  });

  test.each(['一百二', '一万二', '三三两两十', '十百', '一百一千'])(
    '%s may be another number, or none',
    (words) => {
      expect(wrong(`项目 甲 {\n执行 ${words}\n}`)).toEqual([`3 Z029 「${words}」不是数：请用阿拉伯数字写。`]);
    },
  );
});

describe('two figures in words on a line are each told with their digits', () => {
  test('by one finding at each line', () => {
    const line = '支出 一般公共预算 {\n2012601 行政运行 基本 一百二十 预算 一百三十\n}';
    expect(wrong(line)).toEqual(['3 Z029 「一百二十」不是数：请用阿拉伯数字写。是不是「120」？']);
  });
});
