import type { Severity } from './severity.js';
import { wordTable } from './word-table.js';

/** A rule that is not written in the language. */
export interface RuleEntry {
  readonly title: string;
  /** What its findings weigh, where what was found makes them neither more nor less. */
  readonly severity: Severity;
  /**
   * What it looks at, besides relations: single figures, percentages with what they are computed from, running text.
   * Where that is left open, nobody knows what the rule would have found.
   */
  readonly rests?: readonly ('figures' | 'rates' | 'texts')[];
}

/** Rules that every check of a report applies. */
const ofChecks = {
  C001: { title: '科目编码不在目录里', severity: 'information' },
  C002: { title: '科目名称不符', severity: 'warning' },
  C003: { title: '科目编码长度不对', severity: 'error' },
  C004: { title: '科目用错了分类', severity: 'error' },
  C005: { title: '科目名称已更改', severity: 'warning' },
  C007: { title: '科目写了两次', severity: 'error' },
  C008: { title: '科目按编码排列', severity: 'hint' },
  C013: { title: '文字里的科目名称不符', severity: 'warning' },
  D001: { title: '公开时间在年度结束以前', severity: 'warning' },
  D004: { title: '年度写错', severity: 'error' },
  D010: { title: '还没有填写的地方', severity: 'error' },
  D012: { title: '整块没有写', severity: 'information' },
  D013: { title: '文字里的年度与报告不符', severity: 'warning', rests: ['texts'] },
  D014: { title: '文字里的单位名称与报告不符', severity: 'warning', rests: ['texts'] },
  D016: { title: '写明没有的一块，却有数', severity: 'error', rests: ['figures'] },
  D017: { title: '只写了合计，没有写各科目', severity: 'information' },
  D018: { title: '单位没有写上年数、预算数，按没有汇总', severity: 'information' },
  F001: { title: '重复、多余的文字', severity: 'warning' },
  F002: { title: '标点重复或者混用', severity: 'information' },
  F003: { title: '括号、引号不配对', severity: 'warning' },
  F005: { title: '同样的原因用得太多', severity: 'information' },
  F006: { title: '原因没有说明为什么', severity: 'warning' },
  F007: { title: '手写的数可以由系统填写', severity: 'information', rests: ['texts'] },
  F010: { title: '错别字', severity: 'warning' },
  F011: { title: '原因与增减方向相反', severity: 'warning', rests: ['figures'] },
  I0201: { title: '收入合计等于各项来源之和', severity: 'error' },
  I0202: { title: '收入按科目逐级汇总', severity: 'error' },
  I0301: { title: '支出合计等于基本支出、项目支出等之和', severity: 'error' },
  I0302: { title: '支出按科目逐级汇总', severity: 'error' },
  I0401: { title: '财政拨款支出等于三本预算之和', severity: 'error' },
  I0404: { title: '财政拨款支出按科目逐级汇总', severity: 'error' },
  I0501: { title: '财政拨款各列相加', severity: 'error' },
  I0601: { title: '一般公共预算支出等于基本支出与项目支出之和', severity: 'error' },
  I0602: { title: '一般公共预算支出按科目逐级汇总', severity: 'error' },
  I0701: { title: '经济分类明细相加', severity: 'error' },
  I0801: { title: '人员经费、公用经费等于所含各类之和', severity: 'error' },
  I0802: { title: '基本支出按经济科目逐级汇总', severity: 'error' },
  I0803: { title: '基本支出等于人员经费与公用经费之和', severity: 'error' },
  I0901: { title: '项目支出按科目逐级汇总', severity: 'error' },
  I1001: { title: '年初结转加收入减支出等于年末结转', severity: 'error' },
  I1002: { title: '政府性基金预算支出合计与逐级汇总', severity: 'error' },
  I1101: { title: '年初结转加收入减支出等于年末结转', severity: 'error' },
  I1201: { title: '国有资本经营预算支出合计与逐级汇总', severity: 'error' },
  I1303: { title: '金额不应为负数', severity: 'warning', rests: ['figures'] },
  M002: { title: '忽略没有用到', severity: 'warning' },
  M008: { title: '没有写决算数', severity: 'warning', rests: ['figures'] },
  M005: { title: '未检查', severity: 'hint' },
  N1201: { title: '同一数据只有一个值', severity: 'error', rests: ['figures'] },
  P001: { title: '项目执行数等于该科目的项目支出', severity: 'error' },
  P003: { title: '绩效指标分值', severity: 'information', rests: ['figures'] },
  P013: { title: '项目资金等于各来源之和', severity: 'error' },
  R001: { title: '占比', severity: 'error', rests: ['rates'] },
  R002: { title: '完成率', severity: 'error', rests: ['rates'] },
  R003: { title: '基数为零，不能写百分比', severity: 'error', rests: ['rates', 'texts'] },
  R005: { title: '增长率', severity: 'error', rests: ['rates'] },
  R006: { title: '上年为零，不能写增长率', severity: 'error', rests: ['rates', 'texts'] },
  R015: { title: '占比没有写百分号', severity: 'error' },
  R016: { title: '增长百分比写成了百分点', severity: 'error' },
  T001: { title: '文字里的总额等于所列各项之和', severity: 'error', rests: ['texts'] },
  T002: { title: '文字里的占比', severity: 'error', rests: ['texts'] },
  T003: { title: '文字里的增长率', severity: 'error', rests: ['texts'] },
  T004: { title: '各项以万元为单位，一项以元为单位', severity: 'warning', rests: ['texts'] },
  T005: { title: '文字里同一数据写了两个值', severity: 'warning', rests: ['texts'] },
  T006: { title: '文字里的完成率', severity: 'error', rests: ['texts'] },
  T007: { title: '文字里的增减方向前后一致', severity: 'error', rests: ['texts'] },
  U006: { title: '全角数字', severity: 'warning' },
  U010: { title: '尾差', severity: 'information' },
  U011: { title: '与上年、预算相差一万倍', severity: 'warning', rests: ['figures'] },
  U012: { title: '个数应是整数', severity: 'warning', rests: ['figures'] },
  X014: { title: '项目支出等于各科目经济分类明细之和', severity: 'error' },
  X015: { title: '基本支出等于各科目经济分类明细之和', severity: 'error' },
  X025: { title: '全部支出等于财政拨款与其他资金之和', severity: 'error' },
  X026: { title: '部门等于所属单位之和', severity: 'warning' },
  X033: { title: '部门内部的往来没有抵销', severity: 'warning', rests: ['figures'] },
  X034: { title: '抵销的收入与支出相等', severity: 'error', rests: ['figures'] },
  Y001: { title: '年初结转和结余等于上年报告的年末结转和结余', severity: 'warning' },
  Y002: { title: '上年数等于上年报告的决算数', severity: 'error' },
  Y003: { title: '与上年相比增加、减少的科目', severity: 'hint', rests: ['texts'] },
  Y005: { title: '原因与上年报告相同', severity: 'warning' },
  Y006: { title: '文字照抄上年，年度没有改', severity: 'warning', rests: ['texts'] },
} as const satisfies Record<string, RuleEntry>;

/** What is found while a text is read, its names are looked up and its report is composed. */
const ofReading = {
  C012: { title: '科目表格式', severity: 'error' },
  D005: { title: '单位写了两次', severity: 'error' },
  D015: { title: '写了，但本模板不印', severity: 'information' },
  M001: { title: '忽略没有写明原因', severity: 'error' },
  M004: { title: '没有这条规则', severity: 'error' },
  M006: { title: '忽略已经过期', severity: 'error' },
  M007: { title: '规则不能改级别、不能忽略，或者没有写明原因', severity: 'error' },
  P008: { title: '项目、指标重名', severity: 'error' },
  U001: { title: '货币单位', severity: 'error' },
  U004: { title: '小数位数超过规定', severity: 'warning' },
  U009: { title: '数字太大', severity: 'error' },
  Z001: { title: '语法', severity: 'error' },
  Z002: { title: '文本块没有结束', severity: 'error' },
  Z003: { title: '引号没有配对', severity: 'error' },
  Z004: { title: '“【”没有配对', severity: 'error' },
  Z005: { title: '不认识的字符', severity: 'error' },
  Z006: { title: '大括号不配对', severity: 'error' },
  Z007: { title: '嵌套太深', severity: 'error' },
  Z010: { title: '没有这个名目', severity: 'error' },
  Z011: { title: '算式里的名称不认识', severity: 'error' },
  Z012: { title: '没有这个过滤器', severity: 'error' },
  Z014: { title: '找不到文件', severity: 'error' },
  Z015: { title: '循环引用', severity: 'error' },
  Z016: { title: '引用的报告年度不对', severity: 'error' },
  Z017: { title: '没有这个模板', severity: 'error' },
  Z018: { title: '单位用错', severity: 'error' },
  Z019: { title: '文字引用了自己，或者套得太多', severity: 'error' },
  Z020: { title: '算式用在不合适的内容上', severity: 'error' },
  Z021: { title: '过滤器的参数不对', severity: 'error' },
  Z022: { title: '没有这个级别', severity: 'error' },
  Z024: { title: '没有这项设置', severity: 'error' },
  Z025: { title: '设置的值不对', severity: 'error' },
  Z026: { title: '没有这种段落样式', severity: 'error' },
  Z027: { title: '底本里没有这个标题', severity: 'error' },
  Z028: { title: '没能检查', severity: 'error' },
  Z029: { title: '不是一个数', severity: 'error' },
  Z030: { title: '没有解决的合并冲突', severity: 'error' },
  Z031: { title: '形似的字符', severity: 'error' },
  Z032: { title: '看不见的字符', severity: 'error' },
  Z033: { title: '名称要加引号', severity: 'error' },
  Z035: { title: '写了没有，又写了数', severity: 'error' },
  Z042: { title: '同一个名称写了两次', severity: 'error' },
  Z043: { title: '没有用到的短语、表样', severity: 'hint' },
  Z044: { title: '清单、表样不能这样用', severity: 'error' },
  Z041: { title: '令的名称不能这样用', severity: 'error' },
  Z040: { title: '代替底本的内容是空的', severity: 'warning' },
  Z034: { title: '项目文件写错', severity: 'error' },
} as const satisfies Record<string, RuleEntry>;

/** What is found in a published document, set beside what its template makes of its figures. */
const ofPublished = {
  L011: { title: '公开的句子与数相反', severity: 'error' },
  L012: { title: '公开的表里的数不对', severity: 'error' },
  L013: { title: '公开文档缺少标题、次序不同', severity: 'warning' },
  L014: { title: '公开文档缺少表、缺少行、表是空的', severity: 'warning' },
  L015: { title: '公开的句子与模板写法不同', severity: 'information' },
  L016: { title: '公开的表单位不对', severity: 'error' },
} as const satisfies Record<string, RuleEntry>;

/** What the findings of the checks say, by code; {name} stands for a parameter. */
export const ruleMessages: Readonly<Record<string, string>> = {
  'unused-suppression': '这里忽略的 {rule} 没有出现，可以删去这条忽略。',
  'unknown-rule': '没有 {rule} 这条规则。',
  'expired-suppression': '这里忽略 {rule} 只到 {until} 为止，已经过期：请改正问题，或重新核实后改写日期。',
  'long-paragraph':
    '这一段有 {length} 个字，太长（最多 {longest} 个），里面的数和文字没有核对：分成几段就能核对。',
  'negative-figure': '「{label}」为负数（{value} {unit}），请核对正负号。',
  'nothing-but-following':
    '「{block}」写的是{word}，可是由报告里别的数算出，「{label}」是 {value} {unit}：请去掉“{word}”，或者核对那些数。',
  'nothing-but-unit':
    '「{block}」写的是{word}，可是{owner}的报告里写着「{label}」{value} {unit}：请去掉“{word}”，或者核对这个单位的数。',
  'nothing-but-part':
    '「{block}」写的是{word}，可是报告里写着「{label}」{value} {unit}，它是其中的一部分：请去掉“{word}”，或者核对这个数。',
  'broken-count': '「{label}」{value} {unit}：个数应是整数，请核对。',
  'indicator-weights':
    '项目「{project}」各指标分值合计 {sum} 分，应为 100 分（预算执行率另占 10 分的，应为 90 分）。',
  'project-without-line':
    '「{project}」{amount} {unit}，可是「支出」里没有 {line} 的项目支出：请核对项目的科目，或者补写这个科目的项目支出。',
  direction: '「{label}」前面说{first}，后面说{second}，方向相反。',
  'percentage-points': '「{label}」增减的是金额，增减幅度应写百分比，不用百分点。',
  level: '说与上年持平，又说{word}{amount}，前后矛盾。',
  'odd-unit': '「{label}」{amount}：并列的其他各项都以万元为单位，请核对单位。',
  bindable: '这个数就是「{label}」，写成【{path}】由系统填写，以后不会不一致。',
  'vague-reason': '{name}「{words}」没有说明为什么，请写具体的原因。',
  'copied-reason': '{name}与上年报告一字不差，请核对是不是今年的原因。',
  'contrary-reason': '{name}说“{said}”，可是这里{real}：请核对数，或者改写{name}。',
  'published-early':
    '公开时间 {date} 在 {year} 年度结束以前，那时还没有决算：决算一般在 {next} 年公开，请核对公开时间和报告的年度。',
  'year-to-come': '年度 {year} 还没有到，那一年还没有决算：请核对年度。',
  'other-year': '这里写的是 {found} 年，报告是 {year} 年度的：请核对是不是上年的稿子没有改。',
  'name-of-another': '「{found}」不是本报告的单位：请核对名称。',
  'ten-thousandfold':
    '「{label}」大约是「{other}」（{before} {unit}）的{times}，货币单位可能写错了：是不是 {value} {unit}？',
  tenfold:
    '「{label}」{value} {unit}，正好是「{other}」{before} {unit} 的{times}：可能是小数点错了位，请核对。',
  'copied-year': '这段文字与上年报告一字不差，里面还写着 {found} 年：请改成今年的。',
  'not-eliminated':
    '所属单位里既有{received}（{receivers}），又有{paid}（{payers}）：钱在部门内部，合计里两边都算了。请写「抵销」把它减去；确实不是部门内部往来的，用「忽略 X033」写明。',
  'not-eliminated-before':
    '这里抵销了今年的{received}，所属单位还写着上年的（{receivers}），部门的上年合计里两边都算了：请在「抵销」的收入和支出后面都写上 上年；上年不是部门内部的，写 上年 0。',
  'elimination-without-units':
    '这份报告没有引用单位，「抵销」减不了什么：合计由「引用 单位」汇总时才用得着。',
  'elimination-without-reason': '「抵销」后面请写明是什么往来：抵销 "某单位拨给某单位的补助" { … }。',
  'elimination-without-line':
    '抵销的{name} {value} 是收入决算表哪一行的，不清楚（{lines}）：请在「抵销」里再写上 收入 按科目 { 科目 {measure} {value} }。',
  'elimination-unbalanced':
    '抵销的收入 {income} {unit} 与支出 {expenditure} {unit} 不相等：同一笔钱，一边收，一边付，两边都要减。',
  'without-figure':
    '「{name}」只写了{measure}，没有写决算数：没有发生的写 未发生 或者 0，还不知道的写 未填。',
  'several-without-figure':
    '「{name}」等 {count} 项只写了上年或者预算，没有写决算数：没有发生的写 未发生 或者 0，还不知道的写 未填。',
  'repeated-reason': '同样的{name}用在 {count} 处，请分别写明。',
  'lines-gone': '上年有支出、本年没有的科目 {count} 个：{lines}。请核对是否漏列。',
  'lines-new': '本年新增的科目 {count} 个：{lines}。',
  'code-order': '科目 {code} 排在 {before} 后面：一般按编码从小到大排列。',
  repeated: '「{found}」重复写了。',
  stray: '「{found}」前面已经写了数和单位，这个数是多余的。',
  misspelt: '「{found}」应为「{right}」。',
  'blocks-missing':
    '模板「{template}」要印这些内容，报告里没有写：{blocks}。没有写的都印成“未填”，与它们有关的勾稽关系也没有检查；确实没有的，写明 未发生 或者 不适用。',
  'total-alone':
    '「{name}」只写了合计，没有写各科目：模板「{template}」要印各科目，印成“未填”。请一行一个科目补上。',
  'taken-as-none':
    '{units}没有发生，也没有写上年数（预算数），部门的合计里按没有计：上年（预算）有的，请写在这个单位的报告里；没有的写 上年 0（预算 0），就不再提示。',
  'item-not-printed': '「{block}」里写了{items}，模板「{template}」不印。',
  'measure-not-printed': '「{block}」里写了{items}的{measure}，模板「{template}」不印。',
  'item-computed-with': '「{block}」里写了{items}，模板「{template}」只用来计算，不印这个数。',
  'measure-computed-with': '「{block}」里写了{items}的{measure}，模板「{template}」只用来计算，不印这个数。',
  'rate-of-another-base': '「{block}」里写的{measure}，模板「{template}」印的是按另一个基数算的：{items}。',
  'text-not-printed': '写了「{name}」，模板「{template}」不印。',
  placeholder: '「{found}」还没有填写{more}。',
  'nothing-said': '「{found}」后面没有写内容。',
  'bad-year': '「{found}」不是年度，应为四位数的年份。',
  'bare-percentage': '占比 {found} 后面少了百分号。',
  'full-width-digits': '「{found}」是全角数字，应写半角数字。',
  'doubled-marks': '「{found}」标点重复。',
  'english-mark': '中文之间应写中文标点，这里写的是「{found}」{more}。',
  unpaired: '「{found}」没有配对。',
  'code-kind': '科目 {code} 用错了分类：这里应写{expected}，{code} 是{actual}。',
  'code-length': '科目编码 {code} 的长度不对。',
  'code-duplicate': '科目 {code} 在第 {first} 行已经写过：请合成一行，或者删去一行。',
  'contrary-sentence': '这里写的是「{found}」，按报告里的数应为「{wanted}」。',
  'contrary-claim': '这里写的是「{found}」，可是「{label}」为 {value}，「{other}」为 {compared}。',
  'contrary-to-nothing': '这里写的是「{found}」，可是「{label}」为 {value}。',
  'contrary-verdict': '这里写的是「{found}」，可是前面说的是「{told}」。',
  'other-cell': '{table}「{row}」写的是 {found}，按报告里的数应为 {wanted}。',
  'blank-cell': '{table}「{row}」是空的，按报告里的数应为 {wanted}。',
  'exchanged-columns': '{table}{columns}两列的数像是对调了：换过来，{count} 处不符就没有了。',
  'exchanged-rows': '{table}{rows}两行的数像是对调了：换过来，{count} 处不符就没有了。',
  'shifted-rows': '{table}从{first}到{last}，各行的数像是错了一行：移过来，{count} 处不符就没有了。',
  'shifted-figures': '{table}「{row}」这一行的数像是错了位置：移过来，{count} 处不符就没有了。',
  'missing-headings': '没有这些标题：{headings}。',
  'moved-heading': '标题「{found}」的次序与模板不同。',
  'missing-tables': '没有这些表：{tables}。',
  'missing-rows': '{table}里没有这些行：{rows}，报告别处写了它们的数。',
  'empty-table': '{table}是空的，报告里有这张表的数。',
  'title-alone': '{table}只有标题，没有读到表：请补上；是图片的，请换成能读的表。',
  'title-again': '{table}这个标题下有两张表，同一行的数不同：请看哪一张的标题写错了。',
  'title-of-another': '这张表的标题是{found}，看各列是{table}：请改标题。',
  'other-unit': '{table}写的单位是{found}，数却与报告别处的{unit}数相同。',
  'no-tables': '文档里没有表，只核对了文字。',
  'own-wording': '有 {count} 句话的写法与模板不同，数没有不符的。',
};

/** The id of a rule that is not written in the language. */
export type RuleId = keyof typeof ofChecks | keyof typeof ofReading | keyof typeof ofPublished;

const byId = wordTable<RuleEntry>({ ...ofChecks, ...ofReading, ...ofPublished });

/** Every rule that is not written in the language. */
export const ruleIds: ReadonlySet<string> = new Set(Object.keys(byId));

/** Those of them that every check of a report applies. */
export const builtInRules: ReadonlySet<string> = new Set(Object.keys(ofChecks));

/** Rules that rest on single figures, on percentages or on running text. */
export function rulesRestingOn(what: 'figures' | 'rates' | 'texts'): string[] {
  return [...ruleIds].filter((id) => byId[id]?.rests?.includes(what));
}

export function ruleTitle(rule: string): string {
  return byId[rule]?.title ?? rule;
}

/** What a rule weighs that is not written in the language. */
export function ruleSeverity(rule: string): Severity {
  return byId[rule]?.severity ?? 'error';
}

/** Whether its severity cannot be changed, nor its findings accepted. */
export function isFixedRule(rule: string): boolean {
  // What cannot be read is wrong in every report, and what is said of acceptances is for the reviewer.
  return /^[ZM]\d/.test(rule);
}
