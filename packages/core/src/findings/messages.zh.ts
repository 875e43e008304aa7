import { formulaMessages, formulaWords } from './formula-messages.zh.js';
import { ruleMessages } from '../vocabulary/rules.zh.js';
import {
  characterAdvice,
  figureReasons,
  languageMessages,
  tokenNames,
  unreadableReasons,
} from './language-messages.zh.js';

/** Every message that is made from a code and parameters. */
export const messageTemplates: ReadonlyMap<string, string> = new Map(
  [ruleMessages, languageMessages, formulaMessages].flatMap(Object.entries<string>),
);

/** Parameter values that are words of the program, not of the author. */
export const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries(formulaWords),
  ...Object.entries(tokenNames),
  ...Object.entries(unreadableReasons),
  ...Object.entries(figureReasons),
  ...Object.entries(characterAdvice),
  ['functional', '支出功能分类科目'],
  ['economic', '部门预算支出经济分类科目'],
  ['government-economic', '政府预算支出经济分类科目'],
  ['revenue', '收入分类科目'],
]);

export const rateNames = { share: '占比', growth: '增长率', completion: '完成率' } as const;
