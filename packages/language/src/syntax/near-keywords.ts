import { attributes, measures, nearestNames, wordsOf } from '@fiscal/core';

/** Words of the grammar that somebody may mean who writes another one. */
const keywords = [
  ...'部门决算 单位决算 模板 规则 结构 引用 单位 收入 支出 基本支出 项目支出 明细 三公经费 项目 指标 资金 名词解释 抵销 不列 忽略 按科目'.split(
    ' ',
  ),
  ...'简称 公开时间 货币单位 小数 百分比小数 取舍 科目表 科目年度 未填 未发生 不适用 级别 依据 说'.split(' '),
  ...'开放 每个 文字 按功能科目 按经济科目 别名 计量 改自 之前 之后 换成 改名 移到 底本内容 设置 短语 表样 同义句 封面 目录 部分 无编号 列表 插入'.split(
    ' ',
  ),
  ...'若有 否则 分隔 结尾 柱形 饼形 表号 列组 列每 数字 行每 合计行 空表'.split(' '),
  ...[...measures, ...attributes].flatMap(wordsOf),
];

/** What the language calls it. */
const synonyms = new Map([
  ['如果', '若'],
  ['假如', '若'],
  ['若是', '若'],
  ['否则如果', '否则 若'],
  ['不然', '否则'],
  ['并且', '且'],
  ['而且', '且'],
  ['或者', '或'],
  ['不是', '非'],
  ['遍历', '每'],
  ['循环', '每'],
  ['对每', '每'],
  ['章', '部分'],
  ['章节', '部分'],
  ['篇', '部分'],
  ['小节', '节'],
  ['条', '节'],
  ['段落', '段'],
  ['正文', '段'],
  ['表格', '表'],
  ['图表', '图'],
  ['柱状', '柱形'],
  ['柱状图', '柱形'],
  ['饼图', '饼形'],
  ['备注', '注'],
  ['设定', '设置'],
  ['首页', '封面'],
]);

const comparisons: readonly [RegExp, string][] = [
  [/^(?:不少于|不低于|不小于|至少|大于等于)/, '≥'],
  [/^(?:不超过|不高于|不多于|不大于|至多|小于等于)/, '≤'],
  [/^(?:大于|多于|高于)/, '>'],
  [/^(?:小于|少于|低于)/, '<'],
  [/^等于/, '='],
];

/** 不少于8次: ≥ 8次 */
function comparisonMeant(word: string): string | undefined {
  const found = comparisons.find(([pattern]) => pattern.test(word));
  return found && word.replace(found[0], `${found[1]} `).trim();
}

/** Whether somebody means a word of templates with it, which no report has: 如果, 章. */
export function isMeantForTemplates(word: string): boolean {
  return synonyms.has(word) && word !== '备注';
}

/** The word of the language that a word was probably meant for. */
export function nearKeywords(word: string): string[] {
  const meant = synonyms.get(word) ?? comparisonMeant(word);
  return meant === undefined ? nearestNames(word, keywords, 1) : [meant];
}
