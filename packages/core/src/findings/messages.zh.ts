import { formulaMessages, formulaWords } from './formula-messages.zh.js';
import { languageMessages, tokenNames, unreadableReasons } from './language-messages.zh.js';

/** Messages of checks in TypeScript, by code; {name} stands for a parameter. */
const checkMessages: Record<string, string> = {
  'unused-suppression': '这里忽略的 {rule} 没有出现，可以删去这条忽略。',
  'unknown-rule': '没有 {rule} 这条规则。',
  'expired-suppression': '这里忽略 {rule} 只到 {until} 为止，已经过期：请改正问题，或重新核实后改写日期。',
  'long-paragraph':
    '这一段有 {length} 个字，太长（最多 {longest} 个），里面的数和文字没有核对：分成几段就能核对。',
  'negative-figure': '「{label}」为负数（{value} {unit}），请核对正负号。',
  'indicator-weights':
    '项目「{project}」各指标分值合计 {sum} 分，应为 100 分（预算执行率另占 10 分的，应为 90 分）。',
  direction: '「{label}」前面说{first}，后面说{second}，方向相反。',
  'percentage-points': '「{label}」增减的是金额，增减幅度应写百分比，不用百分点。',
  level: '说与上年持平，又说{word}{amount}，前后矛盾。',
  'odd-unit': '「{label}」{amount}：并列的其他各项都以万元为单位，请核对单位。',
  bindable: '这个数就是「{label}」，写成【{path}】由系统填写，以后不会不一致。',
  'vague-reason': '{name}「{words}」没有说明为什么，请写具体的原因。',
  'copied-reason': '{name}与上年报告一字不差，请核对是不是今年的原因。',
  'repeated-reason': '同样的{name}用在 {count} 处，请分别写明。',
  'lines-gone': '上年有支出、本年没有的科目 {count} 个：{lines}。请核对是否漏列。',
  'lines-new': '本年新增的科目 {count} 个：{lines}。',
  'code-order': '科目 {code} 排在 {before} 后面：一般按编码从小到大排列。',
  repeated: '「{found}」重复写了。',
  stray: '「{found}」前面已经写了数和单位，这个数是多余的。',
  misspelt: '「{found}」应为「{right}」。',
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
  'code-duplicate': '科目 {code} 写了两次。',
};

/** Every message that is made from a code and parameters. */
export const messageTemplates: ReadonlyMap<string, string> = new Map(
  [checkMessages, languageMessages, formulaMessages].flatMap(Object.entries<string>),
);

/** Parameter values that are words of the program, not of the author. */
export const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries(formulaWords),
  ...Object.entries(tokenNames),
  ...Object.entries(unreadableReasons),
  ['functional', '支出功能分类科目'],
  ['economic', '部门预算支出经济分类科目'],
  ['government-economic', '政府预算支出经济分类科目'],
  ['revenue', '收入分类科目'],
]);

export const rateNames = { share: '占比', growth: '增长率', completion: '完成率' } as const;
