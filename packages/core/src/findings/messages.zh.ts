import { formulaMessages, formulaWords } from './formula-messages.zh.js';
import { languageMessages, tokenNames } from './language-messages.zh.js';

/** Messages of checks in TypeScript, by code; {name} stands for a parameter. */
const checkMessages: Record<string, string> = {
  'unused-suppression': '这里忽略的 {rule} 没有出现，可以删去这条忽略。',
  'unknown-rule': '没有 {rule} 这条规则。',
  'expired-suppression': '这里忽略 {rule} 只到 {until} 为止，已经过期：请改正问题，或重新核实后改写日期。',
  'negative-figure': '「{label}」为负数（{value} {unit}），请核对正负号。',
  'indicator-weights':
    '项目「{project}」各指标分值合计 {sum} 分，应为 100 分（预算执行率另占 10 分的，应为 90 分）。',
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
  ['functional', '支出功能分类科目'],
  ['economic', '部门预算支出经济分类科目'],
  ['government-economic', '政府预算支出经济分类科目'],
  ['revenue', '收入分类科目'],
]);

export const rateNames = { share: '占比', growth: '增长率', completion: '完成率' } as const;
