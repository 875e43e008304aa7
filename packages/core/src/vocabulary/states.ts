import { wordTable } from './word-table.js';

/** What may stand in the place of a figure: left open, nothing happened, the question does not arise. */
export const stateOfWord = wordTable<'unfilled' | 'none' | 'inapplicable'>({
  未填: 'unfilled',
  未发生: 'none',
  不适用: 'inapplicable',
});

export const stateWords: readonly string[] = Object.keys(stateOfWord);
