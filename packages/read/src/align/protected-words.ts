/**
 * Words that say which figure comes next, or which way it went. A sentence that has others than the template is
 * another sentence: 全年预算 is not 年初预算, 减少 is not 增加.
 */
const guarded =
  /年初|年末|全年|调整|上年|本年|预算|决算|增加|减少|增长|下降|上升|持平|大于|小于|高于|低于|中小|小微|货物|工程|服务|基本支出|项目支出|人员|公用|收入|支出|国内|外事|购置|运行|接待|出国|批次|人次|团组|累计|预留|其中|不/g;

/** Offsets of the characters that belong to such words. */
export function protectedIn(text: string): Set<number> {
  const found = new Set<number>();
  for (const match of text.matchAll(guarded))
    for (let offset = 0; offset < match[0].length; offset++) found.add(match.index + offset);
  return found;
}

export function hasProtected(text: string): boolean {
  return protectedIn(text).size > 0;
}
