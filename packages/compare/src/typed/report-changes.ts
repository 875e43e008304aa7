import type { FactBase, Report } from '@fiscal/core';
import type { HeaderChange, ReferenceChange } from '../changes.js';

const properties = [
  'kind',
  'name',
  'year',
  'moneyUnit',
  'decimals',
  'percentDecimals',
  'truncates',
] as const satisfies readonly HeaderChange['property'][];

/** What the author writes to set them; where nothing is written, what is usual holds. */
const settingWords: Partial<Record<HeaderChange['property'], string>> = {
  moneyUnit: '货币单位',
  decimals: '小数',
  percentDecimals: '百分比小数',
  truncates: '取舍',
};

/** The words of settings that are told by what holds, whether or not they are written. */
export const settings: ReadonlySet<string> = new Set(Object.values(settingWords));

/** What holds for a report as a whole, and the reports that it refers to. */
export function reportChanges(old: Report, next: Report): (HeaderChange | ReferenceChange)[] {
  const isOtherTemplate = old.template?.name !== next.template?.name;
  const headers = headerChanges(old.base, next.base).filter(
    (change) => !isOtherTemplate || isTyped(change, old.base, next.base),
  );
  return [...headers, ...referenceChanges(old, next)];
}

/** What another template makes usual nobody typed. */
function isTyped({ property }: HeaderChange, old: FactBase, next: FactBase): boolean {
  return property !== 'percentDecimals' || [old, next].some((base) => settingOf(base, property));
}

function settingOf({ root }: FactBase, property: HeaderChange['property']) {
  const word = settingWords[property];
  return word === undefined ? undefined : root.attributes.get(word);
}

function headerChanges(old: FactBase, next: FactBase): HeaderChange[] {
  return properties
    .filter((property) => old[property] !== next[property])
    .map((property) => ({
      kind: 'header',
      property,
      path: '',
      label: '',
      block: '',
      old: String(old[property]),
      new: String(next[property]),
      oldOrigin: settingOf(old, property)?.origin ?? old.origin,
      newOrigin: settingOf(next, property)?.origin ?? next.origin,
      parts: [],
    }));
}

function referenceChanges(old: Report, next: Report): ReferenceChange[] {
  const prior = ({ base }: Report) => (base.prior ? [base.prior] : []);
  return [
    ...changesBetween('上年', prior(old), prior(next)),
    ...changesBetween('单位', old.base.units, next.base.units),
  ].map((change) => {
    const isMissing = (side: Report) => side.unavailable?.includes(change.of);
    const isOfFile = change.new === undefined ? isMissing(next) : change.old === undefined && isMissing(old);
    return isOfFile ? { ...change, isUnchanged: true } : change;
  });
}

function changesBetween(
  of: ReferenceChange['of'],
  old: readonly FactBase[],
  next: readonly FactBase[],
): ReferenceChange[] {
  const [before, after] = [named(old), named(next)];
  const place = { kind: 'reference', of, path: '', label: '', block: '' } as const;
  const gone = new Map([...before].filter(([name]) => !after.has(name)));
  const come = [...after].filter(([name]) => !before.has(name));
  const changes = come.map(([name, base]): ReferenceChange => {
    // The same file, in which the report is of another name or year now.
    const same = [...gone].find(([, one]) => fileOf(one) === fileOf(base));
    if (!same) return { ...place, new: name };
    gone.delete(same[0]);
    return { ...place, old: same[0], new: name, isUnchanged: true };
  });
  return [...changes, ...[...gone.keys()].map((name) => ({ ...place, old: name }))];
}

function named(bases: readonly FactBase[]): ReadonlyMap<string, FactBase> {
  return new Map(bases.map((base) => [nameOfReport(base), base]));
}

function fileOf({ origin: { uri } }: FactBase): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** 示例市水务局 2023. */
export function nameOfReport({ name, year }: FactBase): string {
  return `${name} ${year}`;
}
