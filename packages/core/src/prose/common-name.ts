/** Words that say nothing of what an amount is spent on. */
const general =
  /收、支|项目|经费|支出|收入|决算|预算|财政|拨款|资金|实际|金额|总额|合计|总计|共计|本年|年度|全年|一般公共|专项|补助|使用|安排|用于|其他|中央|省级|市级|县级|本级|部门|单位|工作|完成|建设|管理|服务|费用?|万?元|[\d.%\s（）()“”"]/g;

/** Fewer characters than this are in common by chance. */
const shortest = 3;

/** The longest name that two labels share, without the words that every label has: 无线电. */
export function commonName(one: string, other: string): string | undefined {
  const [a, b] = [one, other].map((label) => label.split(general).filter((word) => word.length >= shortest));
  let longest = '';
  for (const left of a ?? [])
    for (const right of b ?? []) {
      const common = longestCommon(left, right);
      if (common.length > longest.length) longest = common;
    }
  return longest.length >= shortest ? longest : undefined;
}

function longestCommon(one: string, other: string): string {
  let longest = '';
  for (let start = 0; start < one.length; start++)
    for (let end = start + longest.length + 1; end <= one.length; end++) {
      if (!other.includes(one.slice(start, end))) break;
      longest = one.slice(start, end);
    }
  return longest;
}
