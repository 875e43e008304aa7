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

/** What holds for a report as a whole, and the reports that it refers to. */
export function reportChanges(old: Report, next: Report): (HeaderChange | ReferenceChange)[] {
  return [...headerChanges(old.base, next.base), ...referenceChanges(old.base, next.base)];
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
      oldOrigin: old.origin,
      newOrigin: next.origin,
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
