/**
 * Words that say which figure comes next, or which way it went. A sentence that has others than the template is
 * another sentence: 全年预算 is not 年初预算, 减少 is not 增加. What only says when, or what is said of it anyhow, does
 * not matter: 全年, 本年, 决算, 较上年.
 */
const guarded =
  /年初|年末|全年(?=预算)|调整|(?<![比较与同])上年|预算|增加|减少|增长|下降|上升|持平|大于|小于|高于|低于|中小|小微|货物|工程|服务|基本支出|项目支出|人员|公用|收入|支出(?!决算)|国内|外事|购置|运行|接待|出国|批次|人次|团组|累计|预留|其中|不/g;

/** 占本年收入合计的 0.21%: of what a share is, is known. */
const shareOf = /占(?![^,。;]{0,24}(?:上年|(?<!公共|基金|经营)预算))[^,。;\d]{0,24}的(?=\d[\d.]*%)/g;

/** Offsets of the characters that belong to such words. */
export function protectedIn(text: string): Set<number> {
  const found = new Set<number>();
  for (const match of text.matchAll(guarded))
    for (let offset = 0; offset < match[0].length; offset++) found.add(match.index + offset);
  for (const { index, 0: share } of text.matchAll(shareOf))
    for (let offset = 0; offset < share.length; offset++) found.delete(index + offset);
  return found;
}
