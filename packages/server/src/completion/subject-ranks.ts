import { type Catalog, type CatalogEntry, type Confirmation, parentCodes } from '@fiscal/core';
import { ownHeadings, usualSubjects } from '@fiscal/language/editor';

/** What a line of a classification stands among. */
export interface Surroundings {
  /** The report's name, which tells whose lines it has. */
  department: string;
  /** Codes that the block has lines of, without the one that is being typed. */
  inBlock: ReadonlySet<string>;
  /** Codes that the report speaks of elsewhere, and those of last year's. */
  elsewhere: ReadonlySet<string>;
  /** The code of the line above. */
  above?: string | undefined;
  /** 一般公共预算, 政府性基金: codes of other money come last. */
  fund?: string | undefined;
  /** 人员经费 or 公用经费, where the line stands in one of them. */
  group?: string | undefined;
}

const confirmationRanks: Record<Confirmation, number> = {
  own: 0,
  report: 0,
  document: 1,
  'name-in-report': 1,
  'code-in-data': 2,
  'recall-only': 3,
};

/** What each department may have of its own: 行政运行, 事业运行, 一般行政管理事务, what is left, 机关服务. */
const usualEndings = new Map([
  ['01', 0],
  ['50', 0.06],
  ['02', 0.1],
  ['99', 0.08],
  ['03', 0.25],
]);

const usualRanks = new Map(usualSubjects.map((code, index) => [code, index / usualSubjects.length]));

/**
 * How near a line of the catalogue is to what its author may want, the smaller the nearer: what the report or last
 * year's has elsewhere, the 款 of the line above, the department's own lines and those that nearly every department
 * has, other 款 and 类 of the report, the rest. Lines are written in the order of their codes, so that what comes
 * behind the line above is nearer than what stands before it.
 */
export function subjectRanks(surroundings: Surroundings, catalog: Catalog): (entry: CatalogEntry) => number {
  const { inBlock, elsewhere, above = '', fund, group, department } = surroundings;
  const own = ownHeadings(department, catalog);
  const parents = new Set([...inBlock, ...elsewhere].flatMap(parentCodes));
  const ownTops = new Set([...own].flatMap(parentCodes));
  const isBehind = (code: string) => code > above;
  const isSameHeading = (code: string) => above !== '' && code.startsWith(above.slice(0, 5));

  const nearness = (entry: CatalogEntry): number => {
    const { code, confirmation } = entry;
    if (elsewhere.has(code)) return isBehind(code) ? 0 : 1;
    const doubt = confirmationRanks[confirmation] / 10;
    if (isSameHeading(code)) return (isBehind(code) ? 2 : 3.6) + doubt;
    const usual = usualness(code, own);
    if (usual !== undefined) return (isBehind(code) ? 3 : 4) + (above === '' ? usual : inOrder(code)) / 2;
    const [top = '', middle = ''] = parentCodes(code);
    const distance = own.has(middle)
      ? 0
      : parents.has(middle)
        ? 1
        : parents.has(top)
          ? 2
          : ownTops.has(top)
            ? 3
            : 4;
    return 5 + distance + doubt;
  };
  return (entry) => nearness(entry) + (isForeign(entry, fund, group) ? 20 : 0);
}

/** Between 0 and 1, for what most departments have lines of. */
function usualness(code: string, own: ReadonlySet<string>): number | undefined {
  const ending = own.has(code.slice(0, 5)) ? usualEndings.get(code.slice(5)) : undefined;
  return ending ?? usualRanks.get(code);
}

/** A number between 0 and 1 that grows with the code. */
function inOrder(code: string): number {
  return Number(code.padEnd(7, '0')) / 1e7;
}

/** It belongs to other money, or to the other half of the 基本支出. */
function isForeign({ budget, group }: CatalogEntry, fund?: string, half?: string): boolean {
  const isOtherMoney = fund !== undefined && budget !== undefined && budget !== fund;
  return isOtherMoney || (half !== undefined && group !== undefined && group !== half);
}
