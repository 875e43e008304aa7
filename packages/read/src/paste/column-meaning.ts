import {
  finalAccounts,
  incomeSources,
  initialBudget,
  lastYear,
  measures,
  type Measure,
  natures,
  wordsOf,
} from '@fiscal/core';
import { plain } from '../published/readable.js';

/** What a column of a copied table holds; undefined: nobody can tell. */
export type ColumnMeaning =
  | { kind: 'measure'; measure: Measure }
  /** 行次, 序号: the form's own. */
  | { kind: 'nothing' }
  | undefined;

/** Where a column stands: what the words above it mean depends on the block, and figures of other years are others. */
export interface ColumnPlace {
  offered: ReadonlySet<Measure>;
  year: number;
}

/** 决算数, 合计 and 金额 are what a bare figure says. */
const ofAccounts =
  /^(?:(?:本年|支出|收入)?决算|(?:本年)?(?:支出|收入|金额|执行)?(?:合计|小计|总计)?|本年(?:支出|收入)|金额|执行|实际(?:支出|发生))$/;

const ownWords = new Map<string, Measure>([
  ...measures.flatMap((entry) => wordsOf(entry).map((word) => [word, entry.name] as const)),
  ...measures.map(({ name }) => [name, name] as const),
  ...natures.map((name) => [`${name}支出`, name] as const),
  ...incomeSources.map((name) => [`${name}收入`, name] as const),
  ['附属单位上缴收入', '附属上缴'],
  ['上年决算', lastYear],
  ['上年支出', lastYear],
  ['上年收入', lastYear],
  ['年初预算', initialBudget],
  ['调整后预算', '调整预算'],
  ['增减率', '增长率'],
  ['增减', '增长率'],
] as [string, Measure][]);

/** What the words above a column say, the lowest first: under 基本支出, 小计 is 基本. */
export function columnMeaning(path: readonly string[], place: ColumnPlace): ColumnMeaning {
  const [own = '', ...above] = path
    .map(bare)
    .filter((text) => text !== '')
    .reverse();
  if (/^(?:行次|栏次|序号|编号)$/.test(own)) return { kind: 'nothing' };
  const said = meaningOf(own, place);
  const outer = above[0] === undefined ? undefined : meaningOf(above[0], place);
  const measure = said === finalAccounts ? (outer ?? said) : said;
  return measure === undefined ? undefined : { kind: 'measure', measure };
}

function meaningOf(words: string, { offered, year }: ColumnPlace): Measure | undefined {
  const [, number, rest = ''] = /^(\d{4})年?度?(.*)$/.exec(words) ?? [undefined, undefined, words];
  const measure = ofAccounts.test(rest) ? finalAccounts : ownWords.get(rest);
  if (measure !== finalAccounts && !(measure !== undefined && offered.has(measure))) return undefined;
  if (number === undefined || Number(number) === year) return measure;
  return measure === finalAccounts && Number(number) === year - 1 ? lastYear : undefined;
}

/** 年初预算数（万元） → 年初预算 */
function bare(words: string): string {
  return plain(words)
    .replace(/\((?:[^()]*)\)|\[[^\]]*\]/g, '')
    .replace(/(?<=.)(?:金额|数额|数)$/, '')
    .replace(/率?%$/, '率');
}
