/** What the relations of the tables' structure are called, by rule. */
const titles: Record<string, string> = {
  C008: '科目按编码排列',
  C013: '文字里的科目名称不符',
  D004: '年度写错',
  D010: '还没有填写的地方',
  F001: '重复、多余的文字',
  F002: '标点重复或者混用',
  F003: '括号、引号不配对',
  F005: '同样的原因用得太多',
  F006: '原因没有说明为什么',
  F007: '手写的数可以由系统填写',
  F010: '错别字',
  I0201: '收入合计等于各项来源之和',
  I0202: '收入按科目逐级汇总',
  I0301: '支出合计等于基本支出、项目支出等之和',
  I0302: '支出按科目逐级汇总',
  I0401: '财政拨款支出等于三本预算之和',
  I0404: '财政拨款支出按科目逐级汇总',
  I0501: '财政拨款各列相加',
  I0601: '一般公共预算支出等于基本支出与项目支出之和',
  I0602: '一般公共预算支出按科目逐级汇总',
  I0701: '经济分类明细相加',
  I0801: '人员经费、公用经费等于所含各类之和',
  I0802: '基本支出按经济科目逐级汇总',
  I0803: '基本支出等于人员经费与公用经费之和',
  I0901: '项目支出按科目逐级汇总',
  I1001: '年初结转加收入减支出等于年末结转',
  I1002: '政府性基金预算支出合计与逐级汇总',
  I1101: '年初结转加收入减支出等于年末结转',
  I1201: '国有资本经营预算支出合计与逐级汇总',
  I1303: '金额不应为负数',
  M002: '忽略没有用到',
  M005: '未检查',
  N1201: '同一数据只有一个值',
  P001: '项目执行数等于该科目的项目支出',
  P003: '绩效指标分值',
  P013: '项目资金等于各来源之和',
  R001: '占比',
  R002: '完成率',
  R005: '增长率',
  R015: '占比没有写百分号',
  R016: '增长百分比写成了百分点',
  T001: '文字里的总额等于所列各项之和',
  T002: '文字里的占比',
  T003: '文字里的增长率',
  T004: '各项以万元为单位，一项以元为单位',
  T005: '文字里同一数据写了两个值',
  T006: '文字里的完成率',
  T007: '文字里的增减方向前后一致',
  U006: '全角数字',
  U010: '尾差',
  X014: '项目支出等于各科目经济分类明细之和',
  X015: '基本支出等于各科目经济分类明细之和',
  X025: '全部支出等于财政拨款与其他资金之和',
  X026: '部门等于所属单位之和',
  Y001: '年初结转和结余等于上年报告的年末结转和结余',
  Y003: '与上年相比增加、减少的科目',
  Y005: '原因与上年报告相同',
  Y002: '上年数等于上年报告的决算数',
};

/** What is found while a text is read, its names are looked up and its report is composed. */
const titlesOfReading: Record<string, string> = {
  C001: '科目编码不在目录里',
  C002: '科目名称不符',
  C003: '科目编码长度不对',
  C004: '科目用错了分类',
  C005: '科目名称已更改',
  C007: '科目写了两次',
  C012: '科目表格式',
  D005: '单位写了两次',
  M001: '忽略没有写明原因',
  M004: '没有这条规则',
  M006: '忽略已经过期',
  M007: '规则不能改级别、不能忽略，或者没有写明原因',
  P008: '项目、指标重名',
  R003: '基数为零，不能写百分比',
  R006: '上年为零，不能写增长率',
  U001: '货币单位',
  U004: '小数位数超过规定',
  U009: '数字太大',
  Z001: '语法',
  Z002: '文本块没有结束',
  Z003: '引号没有配对',
  Z004: '“【”没有配对',
  Z005: '不认识的字符',
  Z006: '大括号不配对',
  Z007: '嵌套太深',
  Z010: '没有这个名目',
  Z011: '算式里的名称不认识',
  Z012: '没有这个过滤器',
  Z014: '找不到文件',
  Z015: '循环引用',
  Z016: '上年报告的年度不对',
  Z017: '没有这个模板',
  Z018: '单位用错',
  Z019: '文字引用了自己，或者套得太多',
  Z020: '算式用在不合适的内容上',
  Z021: '过滤器的参数不对',
  Z022: '没有这个级别',
  Z024: '没有这项设置',
  Z025: '设置的值不对',
  Z026: '没有这种段落样式',
  Z027: '底本里没有这个标题',
  Z028: '没能检查',
};

const allTitles = new Map([...Object.entries(titles), ...Object.entries(titlesOfReading)]);

/** Rules that every check of a report applies; all others are written in the language or belong to reading. */
export const builtInRules: ReadonlySet<string> = new Set(Object.keys(titles));

/** Every rule that is not written in the language. */
export const fixedRules: ReadonlySet<string> = new Set([...builtInRules, ...Object.keys(titlesOfReading)]);

/** Rules that are not written in the language, with their titles. */
export function listFixedRules(): { id: string; title: string }[] {
  return [...allTitles].map(([id, title]) => ({ id, title }));
}

export function ruleTitle(rule: string): string {
  return allTitles.get(rule) ?? rule;
}
