import type { Changes, SaidFigure, SubjectChange, TypedChange } from '@fiscal/compare';
import {
  convert,
  Decimal,
  type FactBase,
  formatDate,
  formatPlain,
  isMoneyUnit,
  isOfLibrary,
  listFacts,
  parseDate,
  pathBelow,
  type Report,
  richTextSource,
  type Statement,
  type Subject,
} from '@fiscal/core';

/** What a report says, by where it says it. */
export type Said = Map<string, string>;

/** All that an author may have typed of a report, found without the comparison. */
export function saidIn(report: Report): Said {
  const said: Said = new Map();
  const { base } = report;
  for (const [root, start] of rootsOf(base)) collect(root, start, said);
  for (const name of settings) said.delete(`${name}·`);
  for (const property of headers) said.set(`报告 ${property}`, String(base[property]));
  for (const { name, year } of base.units) said.set(`单位 ${name} ${year}`, '引用');
  if (base.prior) said.set(`上年 ${base.prior.name} ${base.prior.year}`, '引用');
  for (const { rule, reason, until } of report.suppressions) add(said, `忽略 ${rule}`, `${reason} ${until}`);
  for (const { rule, reason, severity, origin } of report.severityChanges)
    if (!isOfLibrary(origin)) add(said, `级别 ${rule}`, `${severity} ${reason}`);
  return said;
}

/** Told by what holds, whether or not it is written. */
const settings = ['货币单位', '小数', '百分比小数', '取舍'];

const headers = ['kind', 'name', 'year', 'moneyUnit', 'decimals', 'percentDecimals', 'truncates'] as const;

function rootsOf({ root, eliminations }: FactBase): [Subject, string][] {
  return [
    [root, ''],
    ...eliminations.map((one, index) => [one.root, `抵销${index + 1}`] as [Subject, string]),
  ];
}

function collect(subject: Subject, path: string, said: Said): void {
  const { facts, texts, attributes, children } = subject;
  for (const { measure, statements } of facts.values())
    if (statements.length > 0)
      said.set(
        join(path, measure === '决算' ? '' : measure, '='),
        statements.map(figureOf).sort().join(' / '),
      );
  for (const [name, text] of texts) said.set(join(path, name, '“'), richTextSource(text));
  for (const [name, { value }] of attributes) said.set(join(path, name, '·'), dayOf(value));
  if (facts.size + texts.size + attributes.size + children.size === 0 && path)
    said.set(join(path, '', '?'), '有');
  for (const child of children.values()) collect(child, pathBelow(path, child.name), said);
}

/** A day is the same however it is written. */
function dayOf(value: string): string {
  const day = parseDate(value);
  return day ? formatDate(day) : value;
}

function join(path: string, name: string, sign: string): string {
  return [path, name].filter(Boolean).join('.') + sign;
}

function figureOf({ state, value, decimals, truncated }: Statement): string {
  return [state, value ? formatPlain(value) : '', decimals ?? '精确', truncated ?? ''].join(' ').trim();
}

/** Everything that a report speaks of, whether or not something is said of it. */
export function subjectsIn({ base }: Report): Set<string> {
  const paths = new Set<string>();
  const visit = (subject: Subject, path: string): void => {
    paths.add(path);
    for (const child of subject.children.values()) visit(child, pathBelow(path, child.name));
  };
  for (const [root, start] of rootsOf(base)) visit(root, start);
  return paths;
}

/** Of what is only named: whether it is named in one report alone. What is said of others may come and go. */
export function compared(said: Said, alone: (path: string) => boolean): string[] {
  const lines = [...said].filter(([key]) => !key.endsWith('?') || alone(key.slice(0, -1)));
  return lines.map(([key, value]) => `${key} ${value}`).sort();
}

/** Acceptances are compared by rule: that their place is right is tested elsewhere. */
function add(said: Said, key: string, value: string): void {
  said.set(key, [...(said.get(key)?.split('\n') ?? []), value].sort().join('\n'));
}

/** What the old report says, with all that was told: what the new one should say. */
export function applied(changes: Changes, old: Said): Said {
  const leaves = changes.typed.flatMap(leavesOf);
  const left = new Map(old);
  for (const leaf of leaves) for (const key of keysOf(leaf, 'old')) left.delete(key);
  const said: Said = new Map([...left].map(([key, value]) => [renamed(key, changes.typed), value]));
  for (const leaf of leaves) for (const key of keysOf(leaf, 'new')) said.set(key, valueOf(leaf));
  for (const { kind, rule, old: before, new: after } of changes.acceptances) {
    const key = `${kind === 'suppression' ? '忽略' : '级别'} ${rule}`;
    const words = (one: NonNullable<typeof before>) =>
      kind === 'suppression' ? `${one.reason} ${one.until}` : `${one.severity} ${one.reason}`;
    const all = said.get(key)?.split('\n') ?? [];
    if (before) all.splice(all.indexOf(words(before)), 1);
    if (after) all.push(words(after));
    if (all.length > 0) said.set(key, all.sort().join('\n'));
    else said.delete(key);
  }
  return said;
}

function leavesOf(change: TypedChange): TypedChange[] {
  const parts = change.kind === 'subject' || change.kind === 'header' ? change.parts : [];
  return [change, ...parts.flatMap(leavesOf)];
}

function keysOf(change: TypedChange, side: 'old' | 'new'): string[] {
  if (change.kind === 'definition') return [];
  if (change.kind === 'subject') return keysOfSubject(change, side);
  if (change[side] === undefined) return [];
  if (change.kind === 'header') return [`报告 ${change.property}`];
  if (change.kind === 'reference') return [`${change.of} ${change[side]}`];
  const path = (side === 'old' ? change.oldPath : undefined) ?? change.path;
  return [path + { figure: '=', text: '“', word: '·' }[change.kind]];
}

function keysOfSubject({ change, path, parts }: SubjectChange, side: 'old' | 'new'): string[] {
  const isThere = (change === 'removed' && side === 'old') || (change === 'added' && side === 'new');
  return isThere && parts.length === 0 ? [`${path}?`] : [];
}

function valueOf(change: TypedChange): string {
  if (change.kind === 'subject' || change.kind === 'definition') return '有';
  if (change.kind === 'reference') return '引用';
  if (change.kind === 'figure') return change.new!.map(toldFigure).sort().join(' / ');
  return dayOf(change.new!);
}

function toldFigure({ state, value, decimals, truncated }: SaidFigure): string {
  return [state, value ?? '', decimals ?? '精确', truncated ?? ''].join(' ').trim();
}

/** The place of something under the name that the new report has for it. */
export function renamed(key: string, typed: readonly TypedChange[]): string {
  const moves = typed.filter(
    (change): change is SubjectChange => change.kind === 'subject' && change.oldPath !== undefined,
  );
  const fitting = moves.filter(
    ({ oldPath }) => key.startsWith(oldPath!) && /^(?:[.=“·?]|$)/.test(key.slice(oldPath!.length)),
  );
  const [nearest] = fitting.sort((a, b) => b.oldPath!.length - a.oldPath!.length);
  return nearest ? nearest.path + key.slice(nearest.oldPath!.length) : key;
}

/** What nobody typed, of a report alone. */
export function followingIn({ base }: Report): Said {
  return new Map(
    listFacts(base)
      .filter(({ origin, path }) => origin === undefined && !isRatePath(path))
      .map(({ path, state, value, unit }) => [`${path}=`, `${state} ${inSmallestUnit(value, unit)}`]),
  );
}

/** The unit that a report is written in is told once; what follows is compared in one unit. */
function inSmallestUnit(value: string | undefined, unit: string): string {
  if (value === undefined) return '';
  return isMoneyUnit(unit) ? formatPlain(convert(new Decimal(value), unit, '元')!) : value;
}

/** What followed from the old report, with what was told to follow now. */
export function appliedFollowing(changes: Changes, old: Said): Said {
  const said: Said = new Map([...old].map(([key, value]) => [renamed(key, changes.typed), value]));
  for (const { path, oldPath, old: before } of changes.derived)
    if (before) said.delete(`${renamed(oldPath ?? path, changes.typed)}=`);
  for (const { path, new: after, unit } of changes.derived)
    if (after && !isRatePath(path))
      said.set(`${path}=`, `${after.state} ${inSmallestUnit(after.value, unit)}`);
  for (const key of said.keys()) if (isRatePath(key)) said.delete(key);
  return said;
}

/** Rates are told wherever figures changed, and only with the decimals that are printed. */
function isRatePath(path: string): boolean {
  return /\.(占比|增长率|完成率)=?$/.test(path);
}

/** Figures that an author wrote in one report or the other: those are told as typed. */
export function typedPaths({ typed }: Changes): Set<string> {
  const figures = typed.flatMap(leavesOf).filter((change) => change.kind === 'figure');
  return new Set(figures.flatMap(({ path, oldPath }) => [`${path}=`, `${oldPath ?? path}=`]));
}
