/** Where one of these follows, the block before it was not closed. */
const blockWords = new Set(
  '收入 支出 基本支出 项目支出 三公经费 项目 单位 名词解释 抵销 部门决算 单位决算 模板 规则 结构 部分 节 表'.split(
    ' ',
  ),
);

export function isBlockWord(word: string): boolean {
  return blockWords.has(word);
}
