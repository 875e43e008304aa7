import {
  type AttributeName,
  Decimal,
  finalAccounts,
  type Finding,
  formatDeclared,
  isRate,
  messageOf,
  type Origin,
  shiftBetween,
} from '@fiscal/core';
import type {
  AcceptanceChange,
  DefinitionChange,
  DerivedChange,
  FigureChange,
  HeaderChange,
  KnownFigure,
  MetFinding,
  Place,
  SaidAcceptance,
  SaidFigure,
  SettingEffect,
  SubjectChange,
  TextChange,
  TypedChange,
  WordChange,
} from '../changes.js';
import { type SentenceChange, sentenceChanges } from './sentences.js';
import { words } from './words.zh.js';

/** One change in words: what a line of any format shows of it. */
export interface Line {
  mark: '+' | '-' | '~';
  /** What it is of, inside of its block. */
  label: string;
  old: string;
  new: string;
  unit: string;
  difference: string;
  rate: string;
  remark: string;
  /** The sentences of a text that changed. */
  sentences: readonly SentenceChange[];
  /** The figure that follows, by its path in the new report. */
  path?: string;
}

const blank = { old: '', new: '', unit: '', difference: '', rate: '', remark: '', sentences: [] } as const;

export function typedLine(change: TypedChange): Line {
  switch (change.kind) {
    case 'figure':
      return figureLine(change);
    case 'text':
      return textLine(change);
    case 'word':
      return wordLine(change);
    case 'subject':
      return subjectLine(change);
    case 'header':
      return headerLine(change);
    case 'reference':
      return {
        ...pairLine(change, words.reference(change.of)),
        remark: change.isUnchanged ? words.referenceUnchanged(change.old, change.new) : '',
      };
    case 'definition':
      return {
        ...blank,
        mark: markOf(change.change),
        label: [words.definitionKinds[change.of], change.name, change.title].filter(Boolean).join(' '),
        ...(change.oldName && { old: change.oldName, new: change.name }),
        remark: definitionRemark(change),
        sentences: change.change === 'another' ? [] : sentenceChanges(change.old, change.new),
      };
  }
}

function definitionRemark({
  change,
  isElsewhere,
  oldOrigin,
  newOrigin = oldOrigin,
}: DefinitionChange): string {
  const said = words.definitionChanges[change];
  const file = isElsewhere ? fileOf(newOrigin) : '';
  return file ? `${said}，${words.standsIn(file)}` : said;
}

function fileOf(origin: Origin | undefined): string {
  return decodeURIComponent(origin?.uri.split('/').at(-1) ?? '');
}

function markOf(change: string): Line['mark'] {
  return change === 'added' ? '+' : change === 'removed' ? '-' : '~';
}

function sideMark({ old, new: next }: { old?: unknown; new?: unknown }): Line['mark'] {
  return old === undefined ? '+' : next === undefined ? '-' : '~';
}

/** What stands directly in the block of its name is called by the measure alone. */
function nameWithin({ label, block }: Place, name: string): string {
  if (name === finalAccounts) return label;
  const isBlock = label === '' || label === block || block.endsWith(` ${label}`);
  return isBlock ? name : `${label}·${name}`;
}

function figureLine(change: FigureChange): Line {
  const { old, new: next, unit, measure, oldUnit = unit } = change;
  return {
    ...blank,
    mark: sideMark(change),
    label: nameWithin(change, measure),
    ...withUnit(figuresText(old, unit === oldUnit ? '' : oldUnit), figuresText(next, ''), unit),
    difference: signed(change.difference, decimalsOf(change)),
    rate: change.rate === undefined ? '' : `${signed(change.rate, 2)}%`,
    remark: figureRemark(change),
  };
}

/** The unit stands behind the new figure; where that is none, with the old one. */
function withUnit(old: string, next: string, unit: string): Pick<Line, 'old' | 'new' | 'unit'> {
  const isFigure = (text: string) => /\d/.test(text);
  if (isFigure(next) || (next === '' && isFigure(old))) return { old, new: next, unit };
  return { old: isFigure(old) && unit !== '' ? `${old} ${unit}` : old, new: next, unit: '' };
}

function figuresText(figures: readonly SaidFigure[] | undefined, unit: string): string {
  if (!figures) return '';
  return figures.map((figure) => figureText(figure) + (unit && ` ${unit}`)).join('、');
}

function figureText({ state, value, decimals }: SaidFigure): string {
  if (state !== 'value') return words.states[state];
  return minus(formatDeclared(new Decimal(value ?? 0), decimals ?? 0));
}

/** As many digits as either figure is written with. */
function decimalsOf({ old = [], new: next = [] }: FigureChange): number {
  const places = [...old, ...next].flatMap(({ decimals, value }) => [
    decimals ?? 0,
    value === undefined ? 0 : new Decimal(value).decimalPlaces(),
  ]);
  return Math.max(0, ...places);
}

function figureRemark(change: FigureChange): string {
  const { old = [], new: next = [], oldDerived, newDerived, scale } = change;
  const declared = (value: string) => minus(formatDeclared(new Decimal(value), decimalsOf(change)));
  const remarks = [
    ...(oldDerived === undefined ? [] : [words.wasDerived(declared(oldDerived))]),
    ...(newDerived === undefined ? [] : [words.isDerived(declared(newDerived))]),
    ...(scale ? [words[scale]] : []),
    ...(Math.max(old.length, next.length) > 1 ? [words.severalPlaces(next.length)] : []),
    ...precisionRemark(old, next),
  ];
  return remarks.join('，');
}

function precisionRemark([old]: readonly SaidFigure[], [next]: readonly SaidFigure[]): string[] {
  if (!old || !next || old.value === undefined || old.value !== next.value) return [];
  const [before, after] = [precisionText(old), precisionText(next)];
  return before === after ? [] : [words.precision(before, after)];
}

function precisionText({ decimals, truncated }: SaidFigure): string {
  if (decimals === undefined) return words.exact;
  return truncated ? words.cut(decimals) : words.decimals(decimals);
}

function textLine(change: TextChange): Line {
  return {
    ...blank,
    mark: sideMark(change),
    label: nameWithin(change, change.name),
    sentences: sentenceChanges(change.oldInNames ?? change.old, change.new),
  };
}

/** That a line is there once more is a word of the program's own. */
function wordLine(change: WordChange): Line {
  if (change.name !== repeated) return pairLine(change, nameWithin(change, change.name));
  return { ...blank, mark: sideMark(change), label: change.label, remark: words.writtenTwice };
}

const repeated = '重复' satisfies AttributeName;

function pairLine(
  change: Pick<WordChange, 'old' | 'new'> & { block: string; label: string },
  label: string,
): Line {
  return { ...blank, mark: sideMark(change), label, old: change.old ?? '', new: change.new ?? '' };
}

function headerLine(change: HeaderChange): Line {
  const { property, old, new: next } = change;
  const shown = (value: string) => (property === 'truncates' ? (words.truncates[value] ?? value) : value);
  const line = { label: words.headers[property], old: shown(old), new: shown(next) };
  return { ...blank, mark: '~', ...line, remark: settingRemark(change) };
}

/** What a setting does to the figures. */
function settingRemark({ property, parts, old, new: next }: HeaderChange): string {
  const count = (wanted: SettingEffect) =>
    parts.filter((part) => part.effect === wanted && part.new?.some(isOtherThanZero)).length;
  const [converted, rescaled, redigited] = [count('converted'), count('rescaled'), count('redigited')];
  return [
    ...(rescaled > 0 ? [words.rescaled(rescaled, factorOf(old, next))] : []),
    ...(converted > 0 ? [words.converted(converted)] : []),
    ...(redigited > 0 ? [words.redigited(redigited)] : []),
    ...(property === 'percentDecimals' ? [words.percentages(next)] : []),
  ].join('；');
}

/** Zero is zero in every unit. */
function isOtherThanZero({ value }: SaidFigure): boolean {
  return value !== undefined && !new Decimal(value).isZero();
}

/** What a figure of the same digits is to the old one: 万分之一, 1 万倍. */
function factorOf(old: string, next: string): string {
  const shift = shiftBetween(old, next) ?? 0;
  return shift < 0 ? words.fraction(-shift) : words.multiple(shift);
}

function subjectLine(change: SubjectChange): Line {
  const { sort, label } = change;
  const kind = words.sorts[sort];
  return {
    ...blank,
    mark: markOf(change.change),
    label: kind === '' || label.startsWith(`${kind} `) ? label : `${kind} ${label}`,
    remark: subjectRemark(change),
  };
}

function subjectRemark({ change, block, oldLabel = '', oldBlock = '', otherReport }: SubjectChange): string {
  switch (change) {
    case 'added':
      return otherReport === undefined ? words.subjects.added : words.subjects.movedFrom(otherReport);
    case 'removed':
      return otherReport === undefined ? words.subjects.removed : words.subjects.movedTo(otherReport);
    case 'renamed':
      return words.subjects.renamed(oldLabel);
    case 'moved':
      return words.subjects.moved(oldBlock === block ? '' : oldBlock);
  }
}

/** What is said of something that came or went; that it bears its own name goes without saying. */
export function partLines({ label, parts }: SubjectChange): Line[] {
  return parts.flatMap((part) => {
    if (part.kind === 'word' && label.endsWith(part.new ?? part.old ?? '')) return [];
    const lines = part.kind === 'subject' ? partLines(part) : [];
    return [withoutOwner(typedLine(part), label), ...lines];
  });
}

function withoutOwner(line: Line, owner: string): Line {
  return line.label.startsWith(`${owner}·`) ? { ...line, label: line.label.slice(owner.length + 1) } : line;
}

/** A figure that follows: its label with the block, unless it stands below a change of the same block. */
export function derivedLine(change: DerivedChange, block = ''): Line {
  const { measure, unit, oldUnit, decimals, difference, old, new: next } = change;
  const before = knownText(old, decimals, isRate(measure));
  const name = nameWithin(change, measure);
  const isThere = change.block === block || change.block === '' || name.startsWith(change.block);
  const isPercentage = isRate(measure);
  const points = isPercentage && difference !== undefined ? words.points : '';
  return {
    ...blank,
    mark: sideMark(change),
    label: isThere ? name : `${change.block} ${name}`,
    ...withUnit(
      oldUnit !== undefined && /\d/.test(before) ? `${before} ${oldUnit}` : before,
      knownText(next, decimals, isPercentage),
      isPercentage ? '' : unit,
    ),
    difference: signed(difference, decimals) + points,
    path: change.path,
  };
}

function knownText(figure: KnownFigure | undefined, decimals: number, isPercentage: boolean): string {
  if (!figure) return words.nothing;
  const { state, value } = figure;
  if (state === 'none') return words.states.none;
  if (value === undefined) return words.states[state as keyof typeof words.states] ?? state;
  return minus(formatDeclared(new Decimal(value), decimals)) + (isPercentage ? '%' : '');
}

/** +0.10, −0.10. */
export function signed(value: string | undefined, decimals = 0): string {
  if (value === undefined) return '';
  const exact = new Decimal(value);
  return (exact.isNegative() ? '' : '+') + minus(formatDeclared(exact, decimals));
}

export function minus(text: string): string {
  return text.replace('-', '−');
}

export function acceptanceLine(acceptance: AcceptanceChange): Line {
  const { kind, rule, block, old, new: next, change, isElsewhere } = acceptance;
  const isKept = change === 'kept';
  const file = isElsewhere ? fileOf((next ?? old)?.origin) : '';
  return {
    ...blank,
    mark: markOf(change),
    label: [words.acceptanceKinds[kind], rule, kind === 'severity' ? '' : block || words.wholeReport]
      .filter(Boolean)
      .join(' '),
    old: old && !isKept ? acceptanceText(old) : '',
    new: next ? acceptanceText(next) : '',
    remark: [isKept ? words.keptAcceptance : '', file && words.standsIn(file)].filter(Boolean).join('，'),
  };
}

/** What an acceptance lets be, or does no more. */
export function metLine({ change, finding, old }: MetFinding): Line {
  const said = (one: Finding) =>
    `${words.severities[one.severity]} ${one.rule} ${messageOf(one).replaceAll('\n', ' ')}`;
  const before = old && (change === 'weighed' ? words.severities[old.severity] : messageOf(old));
  const mark = change === 'hidden' ? '+' : change === 'gone' || change === 'shown' ? '-' : '~';
  return {
    ...blank,
    mark,
    label: `${words.met[change]}${said(finding)}`,
    remark: before === undefined ? '' : words.formerly(before),
  };
}

function acceptanceText({ reason, until, severity }: SaidAcceptance): string {
  const level = severity === undefined ? '' : `${words.levels[severity] ?? severity} `;
  const why = reason === '' ? words.noReason : words.quoted(reason);
  return `${level}${why}${until === undefined ? '' : words.until(until)}`;
}
