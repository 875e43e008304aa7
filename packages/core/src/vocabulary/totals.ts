/** What the lines of a block add up to. */
export const total = '合计';

/** The groups of economic lines that a total is made of. */
export const personnel = '人员经费';
export const operating = '公用经费';

/** Income or expenditure of the year, and with what was carried over. */
export const yearsIncome = '本年收入合计';
export const yearsExpenditure = '本年支出合计';
export const grandTotal = '总计';

/** What is carried over into a year, and out of it. */
export const broughtForward = '年初结转和结余';
export const carriedForward = '年末结转和结余';

/** Names of what a block adds up to. */
export const wholes: readonly string[] = [total, yearsIncome, yearsExpenditure, grandTotal];
