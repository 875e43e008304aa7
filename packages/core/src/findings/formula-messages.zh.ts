/** What evaluating an expression or composing a template says, by code; {name} stands for a parameter. */
export const formulaMessages: Record<string, string> = {
  'unknown-path': '不认识「{name}」。',
  'misplaced-word': '「{owner}」没有「{name}」这一项。',
  'unknown-filter': '没有「{name}」这个写法（竖线后面的名称）。',
  'text-circle': '这段文字引用了自己。',
  'too-many-texts': '文字一层套一层，展开以后太多，没有展开完。',
  'too-many-rules':
    '规则 {rule} 起一条接一条地推算，步数太多，没有推算完：请减少这样连着的规则，或者在中间写明一个数。',
  'too-many-steps':
    '这里一遍遍展开得太多，没有算完：减少套在一起的 每、行每、列每，或者先用 其中、当 选出要的。',
  'wrong-kind': '这里需要{expected}，得到的是{actual}。',
  'unit-mismatch': '单位「{left}」与「{right}」不能一起计算。',
  'wrong-argument': '「{filter}」后面需要{expected}。',
  'no-argument': '「{filter}」后面不带参数。',
  'missing-arguments': '「{filter}」后面还要写：{names}；算式加括号。',
  'further-argument': '「{filter}」后面的参数多了：只带 {names}；算式加括号。',
  'one-argument': '「{filter}」后面只带一个参数；参数是算式时加括号。',
  'unknown-setting': '没有「{name}」这项设置。',
  'wrong-setting': '「{name}」不能设为「{value}」。',
  'unknown-style': '没有「{name}」这种段落样式：可用 正文、题名、副题、居中、说明、条目。',
};

/** Kinds of values and arguments. */
export const formulaWords: Record<string, string> = {
  figure: '数字',
  text: '文字',
  list: '清单',
  truth: '真假',
  entry: '科目目录的一行',
  subject: '报告中的项目',
  'absent-subject': '报告中没有的项目',
  missing: '空缺',
  integer: '整数',
  date: '日期',
  code: '科目编码',
  unit: '货币单位',
  digits: '小数位数（0 至 20）',
  value: '一个值',
  measure: '计量（预算、上年等）',
  name: '计量（执行、上年等）',
  condition: '条件',
};
