/** The rules that ship with the language, for whoever wants nothing else of it: no parser is loaded for them. */
export { type ListedRule, listRules, rulePage } from './load/rule-book.js';
