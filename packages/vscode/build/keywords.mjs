import { attributes, measures, wordsOf as spellingsOf } from '@fiscal/core';

/** Words that open a file's elements and a report's blocks. */
const block =
  '部门决算 单位决算 模板 规则 结构 引用 单位 收入 支出 基本支出 项目支出 明细 三公经费 项目 指标 资金 名词解释 抵销 不列 忽略 按科目 至'.split(
    ' ',
  );

/** The words of the grammar, by what they are to a reader; each group has its colour. */
export const keywords = {
  block,
  setting: '简称 公开时间 货币单位 小数 百分比小数 取舍 科目表 科目年度'.split(' '),
  measure: measures.flatMap(spellingsOf).filter((word) => !block.includes(word)),
  attribute: attributes.flatMap(spellingsOf),
  state: '未填 未发生 不适用'.split(' '),
  logic: '且 或 非 同 属于'.split(' '),
  rule: '级别 依据 说'.split(' '),
  schema: '开放 每个 文字 按功能科目 按经济科目 别名 计量'.split(' '),
  template:
    '改自 之前 之后 里 换成 改名 移到 底本内容 设置 短语 表样 照 封面 目录 部分 节 无编号 段 称 同义句 列表 插入'.split(
      ' ',
    ),
  flow: '若 若有 否则 每 于 令 当 分隔 结尾'.split(' '),
  table: '图 柱形 饼形 表 表号 栏 列 列组 列每 数字 行 行每 合计行 注 空表'.split(' '),
};

export function wordsOf(...groups) {
  return groups.flatMap((group) => keywords[group]);
}

export const allKeywords = wordsOf(...Object.keys(keywords));
