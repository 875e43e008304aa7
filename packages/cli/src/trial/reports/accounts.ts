import { catalogData } from '@fiscal/library';
import { Random } from '../random.js';

/** Amounts of an accounts system in 分: exact, and consistent with one another. */
export interface Accounts {
  /** By fund; 一般公共预算 first. */
  funds: Fund[];
  /** Economic lines of 一般公共预算: 基本支出 and 项目支出. */
  economic: Record<Nature, Map<string, number>>;
  threePublic: Record<'abroad' | 'purchase' | 'running' | 'home' | 'foreign', Compared>;
  procurement: { goods: number; works: number; services: number; small: number; tiny: number };
  operating: { amount: number; before: number };
  projects: Project[];
}

export type Nature = '基本' | '项目';

export interface Fund {
  name: string;
  lines: Line[];
  opening: number;
  closing: number;
}

/** One functional 项 of a fund. */
export interface Line {
  code: string;
  name: string;
  spent: Record<Nature, number>;
  detail: Record<Nature, Map<string, number>>;
  budget: number;
  before: number;
  /** Carry-over, of a fund that keeps it by line. */
  opening: number;
  closing: number;
  /** Where the money of 其他资金 came from. */
  source: '事业' | '上级补助' | '其他';
}

export interface Compared {
  amount: number;
  budget: number;
  before: number;
}

export interface Project {
  name: string;
  code: string;
  spent: number;
  budget: number;
  sources: [string, number][];
}

export const economicNames = names(catalogData.economic, 5);
const functionalNames = names(catalogData.functional, 7);
/** Names that need no quotes. */
const plain = [...functionalNames]
  .filter(([, name]) => /^[\u4e00-\u9fff]+$/.test(name))
  .map(([code]) => code);
const general = plain.filter((code) => /^2(01|05|06|07|08|10|13|15)/.test(code));
const ofFunds = plain.filter((code) => /^2(12|29)/.test(code));
const people = [...economicNames.keys()].filter((code) => /^30[13]/.test(code));
const goods = [...economicNames.keys()].filter((code) => /^(302|310)/.test(code));
const natures: readonly Nature[] = ['基本', '项目'];

/** Random accounts of one department; `step` is 100 for whole 元, 1 for 分. */
export function randomAccounts(random: Random, step: number): Accounts {
  const funds = [fund(random, step, '一般公共预算', general, 3 + random.below(8))];
  if (random.chance(0.5)) funds.push(fund(random, step, '政府性基金', ofFunds, 1 + random.below(3)));
  if (random.chance(0.3)) funds.push(fund(random, step, '国有资本经营', ['2230105', '2230199'], 1));
  if (random.chance(0.6)) funds.push(fund(random, step, '其他资金', general, 1 + random.below(3)));
  const [first] = funds as [Fund];
  const economic = { 基本: byCode(first, '基本'), 项目: byCode(first, '项目') };
  return {
    funds,
    economic,
    threePublic: threePublic(random, step, economic),
    procurement: procurement(random, step),
    operating: operating(random, step, economic.基本),
    projects: projects(random, step, funds),
  };
}

export function sum(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/** What a line has spent in all. */
export function spentOn({ spent }: Line): number {
  return spent.基本 + spent.项目;
}

export function incomeOf(line: Line): number {
  return spentOn(line) + line.closing - line.opening;
}

/** From some 元 to some ten million, small and large ones as often. */
function amount(random: Random, step: number, most = 9): number {
  const exponent = 4.5 + random.fraction() * (most - 4.5);
  return Math.round(10 ** exponent / step) * step;
}

function fund(random: Random, step: number, name: string, codes: readonly string[], count: number): Fund {
  const lines = random.some(codes, count).map((code) => line(random, step, code, name !== '一般公共预算'));
  return {
    name,
    lines,
    opening: sum(lines.map(({ opening }) => opening)),
    closing: sum(lines.map(({ closing }) => closing)),
  };
}

function line(random: Random, step: number, code: string, onlyProjects: boolean): Line {
  const kind = onlyProjects ? 1 : random.below(3);
  const detail = {
    基本: kind === 1 ? new Map<string, number>() : detailOf(random, step, [...people, ...goods]),
    项目: kind === 0 ? new Map<string, number>() : detailOf(random, step, goods),
  };
  const spent = { 基本: sum(detail.基本.values()), 项目: sum(detail.项目.values()) };
  const all = spent.基本 + spent.项目;
  const part = (share: number) => Math.floor((all * share * random.fraction()) / step) * step;
  const carries = random.chance(0.4);
  return {
    code,
    name: functionalNames.get(code)!,
    spent,
    detail,
    budget: all + part(0.1) - part(0.1),
    before: all + part(0.5) - part(0.5),
    opening: carries ? part(0.3) : 0,
    closing: carries && random.chance(0.6) ? part(0.3) : 0,
    source: random.pick(['事业', '上级补助', '其他']),
  };
}

function detailOf(random: Random, step: number, codes: readonly string[]): Map<string, number> {
  const chosen = random.some(codes, 1 + random.below(6));
  return new Map(chosen.map((code) => [code, amount(random, step, 8)]));
}

function byCode({ lines }: Fund, nature: Nature): Map<string, number> {
  const all = new Map<string, number>();
  for (const { detail } of lines)
    for (const [code, one] of detail[nature]) all.set(code, (all.get(code) ?? 0) + one);
  return new Map([...all].sort());
}

function threePublic(random: Random, step: number, economic: Accounts['economic']): Accounts['threePublic'] {
  const of = (code: string) => sum(natures.map((nature) => economic[nature].get(code) ?? 0));
  const compared = (one: number): Compared => {
    const more = () => Math.floor((one * 0.2 * random.fraction()) / step) * step;
    return { amount: one, budget: one + more(), before: one + more() - more() };
  };
  const meals = of('30217');
  const foreign = random.chance(0.3) ? Math.floor((meals * random.fraction()) / step) * step : 0;
  return {
    abroad: compared(of('30212')),
    purchase: compared(of('31013')),
    running: compared(of('30231')),
    home: compared(meals - foreign),
    foreign: compared(foreign),
  };
}

function procurement(random: Random, step: number): Accounts['procurement'] {
  const [one, two, three] = [
    amount(random, step),
    random.chance(0.5) ? amount(random, step) : 0,
    amount(random, step),
  ];
  const small = Math.floor(((one! + two! + three!) * random.fraction()) / step) * step;
  return {
    goods: one!,
    works: two!,
    services: three!,
    small,
    tiny: Math.floor((small * random.fraction()) / step) * step,
  };
}

function operating(random: Random, step: number, basic: Map<string, number>): Accounts['operating'] {
  const amountOfGoods = sum([...basic].filter(([code]) => goods.includes(code)).map(([, one]) => one));
  return {
    amount: amountOfGoods,
    before: Math.floor((amountOfGoods * (0.5 + random.fraction())) / step) * step,
  };
}

/** The projects of some lines, which together have spent what the line has, in all funds. */
function projects(random: Random, step: number, funds: readonly Fund[]): Project[] {
  const spent = new Map<string, number>();
  for (const { lines } of funds)
    for (const one of lines) spent.set(one.code, (spent.get(one.code) ?? 0) + one.spent.项目);
  const chosen = [...spent].filter(([, all]) => all > 0 && random.chance(0.5));
  return chosen.flatMap(([code, all]) => {
    const first = random.chance(0.5) ? Math.floor((all * random.fraction()) / step) * step : all;
    return [first, all - first]
      .filter((one) => one > 0)
      .map((one, index) => {
        const own = one + Math.floor((one * 0.3 * random.fraction()) / step) * step;
        const city = Math.floor((own * random.fraction()) / step) * step;
        return {
          name: `项目${code}之${index + 1}`,
          code,
          spent: one,
          budget: own,
          sources: [
            ['市级', city],
            ['省级', own - city],
          ] as [string, number][],
        };
      });
  });
}

function names(table: string, length: number): Map<string, string> {
  const rows = table.split('\n').map((row) => row.split('\t'));
  return new Map(rows.filter(([code]) => code?.length === length).map(([code, name]) => [code!, name!]));
}
