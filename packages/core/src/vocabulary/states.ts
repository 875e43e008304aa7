import { wordTable } from './word-table.js';

/** What may stand in the place of a figure: left open, nothing happened, the question does not arise. */
export const stateOfWord = wordTable<'unfilled' | 'none' | 'inapplicable'>({
  未填: 'unfilled',
  未发生: 'none',
  不适用: 'inapplicable',
});

export const stateWords: readonly string[] = Object.keys(stateOfWord);

/** How a message calls a figure that is not there. */
export const unsaidFigures: Partial<Record<string, string>> = {
  unfilled: '未填',
  inapplicable: '不适用',
  absent: '（没有写）',
  blocked: '（算不出）',
  undefined: '（算不出）',
};
