/**
 * What else a sentence says of the same subject, where the template says only its accounts, or says it elsewhere:
 * 年初预算为 5 万元，支出决算为 … · 完成年初预算 5 万元的 90% · 较上年决算数 5 万元增加 ….
 */
export interface Aside {
  measure: string;
  /** Where its figure stands. */
  from: number;
  to: number;
  unit: string;
  /** Of what it is, as far as its own clause says: 公务接待费 of 公务接待费年初预算 5 万元. */
  subject: string;
}

const measureWords = String.raw`[与较比同]?(?:年初(?:安排|批复|下达|核定)?的?预算|全年预算|(?:年中)?调整后?的?(?:全年)?预算|(?:上年度?|上一年度?|去年)(?:支出|收入)?决算|(?<=[与较比同])(?:上年度?(?:年?末)?|上一年度?|去年|20\d\d年度?)(?:支出|收入)?(?:决算)?)(?:数|额|金额|安排)?(?:的|为|是)?`;
const unit = '(?:亿元|万元|元)';
const figure = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;

/** By how much the accounts are more than a budget is what both of them say already. */
const change = String.raw`(?:增加|减少|超出|节约|多|少)(?:支出)?${figure}${unit}`;

/** With its words, or directly behind them. */
export const asideAt = new RegExp(
  String.raw`(?:${measureWords}|(?<=${measureWords}))${figure}${unit}(?:相比|比较|对比)?[,、]?`,
  'uy',
);

/** 较上年决算数 5 万元, 与年初预算 5 万元相比: what is compared with, and how much that was. */
export const comparedWithAt = new RegExp(
  String.raw`(?=[与较比同])${measureWords}${figure}${unit}(?:相比|比较|对比)?,?`,
  'uy',
);

/** 比年初预算 5 万元减少 1 万元， */
export const asideWithChangeAt = new RegExp(
  String.raw`[与较比同]年初(?:安排|批复|下达|核定)?的?预算(?:数|额|金额|安排)?${figure}${unit}${change}[,、]?`,
  'uy',
);

const measures: readonly (readonly [RegExp, string])[] = [
  [/调整/, '调整预算'],
  [/全年/, '全年预算'],
  [/年初/, '年初预算'],
  [/上年|上一年|去年|20\d\d年/, '上年'],
];

/** The measure that words before a figure are, if they are nothing else. */
export function measureIn(label: string, year: number): string | undefined {
  const words = label.replace(/^(?:完成|占|为|和)/, '');
  if (!new RegExp(`^${measureWords}$`).test(words)) return undefined;
  const said = /20\d\d(?=年)/.exec(words)?.[0];
  if (said !== undefined && said !== String(year - 1)) return undefined;
  return measures.find(([pattern]) => pattern.test(words))?.[1];
}

const behindWords = new RegExp(`${measureWords}$`);
const figureInUnit = new RegExp(`(${figure})(${unit})`);
const longestClause = 60;

/** The measure and the figure of what was read as an aside. */
export function asideIn(text: string, from: number, to: number, year: number): Aside | undefined {
  const found = figureInUnit.exec(text.slice(from, to));
  if (!found) return undefined;
  const start = from + found.index;
  const clause = clauseBefore(text, start);
  const words = behindWords.exec(clause);
  const measure = words && measureIn(words[0], year);
  if (!words || !measure) return undefined;
  const subject = clause
    .slice(0, words.index)
    .replace(/^(?:\d+\.|\(\d+\)|20\d\d(?=年))|(?:完成|占|为|[与较比同])$/g, '');
  return { measure, from: start, to: start + found[1]!.length, unit: found[2]!, subject };
}

/** The words of the clause before a place. */
export function clauseBefore(text: string, at: number): string {
  return /[^,;:。、\n()]*$/.exec(text.slice(Math.max(0, at - longestClause), at))?.[0] ?? '';
}
