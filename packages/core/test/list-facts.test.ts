import { expect, test } from 'vitest';
import { listFacts } from '../src/index.js';
import { reportOf } from './report-builder.js';

function listOf(text: string): string[] {
  return listFacts(reportOf(text).base).map(({ path, label, value, unit, state, rule, origin }) =>
    [path, label, value ?? '', unit, state, rule ?? '', origin ? origin.range.start.line + 1 : ''].join(
      ' | ',
    ),
  );
}

test('what was stated and what follows, with places and rules', () => {
  expect(
    listOf(`支出.一般公共预算.2011101 基本 5.43
支出.一般公共预算.2011308 项目 9.16
收入.甲 未填
三公经费.车辆 3 辆
收入.总计
规则 I0103 收入.总计 = 支出.一般公共预算.2011308`),
  ).toEqual([
    '支出.一般公共预算.201 | 201 | 14.59 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.201.基本 | 201·基本 | 5.43 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.201.项目 | 201·项目 | 9.16 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.20111 | 20111 | 5.43 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.20111.基本 | 20111·基本 | 5.43 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.2011101 | 2011101 | 5.43 | 万元 | derived | I0601 | ',
    '支出.一般公共预算.2011101.基本 | 2011101·基本 | 5.43 | 万元 | stated |  | 1',
    '支出.一般公共预算.20113 | 20113 | 9.16 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.20113.项目 | 20113·项目 | 9.16 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.2011308 | 2011308 | 9.16 | 万元 | derived | I0601 | ',
    '支出.一般公共预算.2011308.项目 | 2011308·项目 | 9.16 | 万元 | stated |  | 2',
    '支出.一般公共预算.合计 | 一般公共预算支出合计 | 14.59 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.合计.基本 | 一般公共预算支出合计·基本 | 5.43 | 万元 | derived | I0602 | ',
    '支出.一般公共预算.合计.项目 | 一般公共预算支出合计·项目 | 9.16 | 万元 | derived | I0602 | ',
    '收入.甲 | 甲 |  | 万元 | unfilled |  | 3',
    '收入.总计 | 收入总计 | 9.16 | 万元 | derived | I0103 | ',
    '三公经费.车辆 | 车辆 | 3 | 辆 | stated |  | 4',
  ]);
});
