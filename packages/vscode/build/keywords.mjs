/** The words of the grammar, by what they are to a reader; each group has its colour. */
export const keywords = {
  /** Words that open a file's elements and a report's blocks. */
  block:
    '部门决算 单位决算 模板 规则 结构 引用 单位 收入 支出 基本支出 项目支出 明细 三公经费 项目 指标 资金 名词解释 不列 忽略 按科目 至',
  setting: '简称 公开时间 货币单位 小数 百分比小数 取舍 科目表 科目年度',
  measure:
    '决算 预算 年初预算 调整预算 调整后预算 全年预算 执行 上年 基本 上缴上级 经营 对附属单位补助 年初 年末 年初结转 本年收入 年末结转 财政拨款 上级补助 事业 附属上缴 其他 占比 增长率 完成率 编制 在职 离休 退休 团组 人数 批次 人次 数量 金额 分值 得分 自评得分 目标 完成',
  attribute: '用途 原因 预算原因 说明 整改 科目 等级',
  state: '未填 未发生 不适用',
  logic: '且 或 非 同',
  rule: '级别 依据',
  schema: '开放 文字 按功能科目 按经济科目 别名 计量',
  template: '改自 之前 之后 设置 短语 封面 目录 部分 节 无编号 段 列表 插入',
  flow: '若 否则 每 于 当 分隔 结尾',
  table: '图 柱形 饼形 表 表号 栏 列 列组 列每 数字 行 行每 合计行 注 空表',
};

export function wordsOf(...groups) {
  return groups.flatMap((group) => keywords[group].split(' '));
}

export const allKeywords = wordsOf(...Object.keys(keywords));
