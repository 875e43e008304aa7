import { catalogTables } from './generated/catalog.js';

/**
 * Codes that most departments have lines of, most usual first; words of departments' names, and the 款 that their own
 * lines stand in.
 */
export { departmentWords, usualSubjects } from './generated/usage.js';
export { rulePages } from './generated/rule-pages.js';
export { librarySources, skeletons } from './generated/sources.js';

/**
 * 政府收支分类科目 as of 2024, with its former names: per table one row per line, columns parted by tabs.
 * Entries: code, name, confirmation, budget, group, explanation, note, alternatives.
 * History: code, year, old, new, confirmation, note, earliest, latest.
 */
export const catalogData: {
  readonly functional: string;
  readonly economic: string;
  readonly governmentEconomic: string;
  readonly revenue: string;
  readonly history: string;
} = catalogTables;
