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
  return [...headers, ...referenceChanges(old.base, next.base)];
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

function referenceChanges(old: FactBase, next: FactBase): ReferenceChange[] {
  const prior = (base: FactBase) => (base.prior ? [base.prior] : []);
  return [
    ...changesBetween('上年', prior(old), prior(next)),
    ...changesBetween('单位', old.units, next.units),
  ];
}

function changesBetween(
  of: ReferenceChange['of'],
  old: readonly FactBase[],
  next: readonly FactBase[],
): ReferenceChange[] {
  const [before, after] = [new Set(old.map(nameOfReport)), new Set(next.map(nameOfReport))];
  const place = { kind: 'reference', of, path: '', label: '', block: '' } as const;
  return [
    ...[...after].filter((name) => !before.has(name)).map((name) => ({ ...place, new: name })),
    ...[...before].filter((name) => !after.has(name)).map((name) => ({ ...place, old: name })),
  ];
}

/** 示例市水务局 2023. */
export function nameOfReport({ name, year }: FactBase): string {
  return `${name} ${year}`;
}
