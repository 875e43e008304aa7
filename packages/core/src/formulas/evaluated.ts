import type { CatalogEntry } from '../catalog/catalog.js';
import type { FactBase } from '../model/fact-base.js';
import type { SchemaItem } from '../model/schema.js';
import type { Attribute, Subject } from '../model/subject.js';
import type { Decimal } from '../number/decimal.js';
import type { Origin } from '../model/origin.js';
import type { RichText } from '../model/rich-text.js';
import { noFacts, type Provenance } from './provenance.js';

/** What an expression means for one report. */
export type Evaluated =
  | SubjectValue
  | AbsentSubject
  | EntryValue
  | FigureValue
  | TextValue
  | TruthValue
  | ListValue
  | MissingValue;

/** Something the report speaks of. */
export interface SubjectValue {
  kind: 'subject';
  subject: Subject;
}

/** Something a report may speak of, but this one does not: all its figures are absent, its lists empty. */
export interface AbsentSubject {
  kind: 'absent-subject';
  base: FactBase;
  name: string;
  path: string;
  /** What may be said below it; for a classification line what may be said of its block. */
  schema: SchemaItem | undefined;
  /** Set for a classification line. */
  code?: string;
}

/** A row of the catalogue of classifications. */
export interface EntryValue {
  kind: 'entry';
  base: FactBase;
  entry: CatalogEntry;
}

/**
 * known: `value` is there · none: 未发生, `value` is 0 · unfilled, inapplicable, absent, blocked: as resolved ·
 * undefined: a rate on a base of zero or on nothing.
 */
export type FigureState = 'known' | 'none' | 'unfilled' | 'inapplicable' | 'absent' | 'blocked' | 'undefined';

export interface FigureValue extends Provenance {
  kind: 'figure';
  state: FigureState;
  /** Exact; present for known and none. A percentage is in points: 88 for 88%. */
  value?: Decimal;
  /**
   * Of an absent line: nobody says what would stand there. In conditions it is nothing like other lines that a report
   * does not have: tables list those that it has.
   */
  lacking?: Lacking;
  /** Of a rate without a base: by how much something grew, not what share it has. */
  isGrowth?: true;
  /** '' for a bare number. */
  unit: string;
  /** Digits after the point that are meant to be shown; undefined: as many as it has. */
  decimals?: number;
  /** What a filter asks for, before any setting. */
  format?: FigureFormat;
  /** Canonical path of what is shown, also for rates of a subject. */
  path?: string;
  /** Where the author wrote it. */
  origin?: Origin;
}

/** What somebody would have to write first. */
export interface Lacking {
  /** 支出.一般公共预算, 支出.一般公共预算.2012601.明细.基本 */
  path: string;
  /** What it comes to is said, and none of its lines. */
  isTotalAlone?: true;
  /** It prints as 未填, unless a template lets it stay blank; nothing can be computed with it either way. */
  isAllowed: boolean;
}

export interface FigureFormat {
  decimals?: number;
  thousands?: boolean;
  /** The unit is printed behind the figure. */
  unit?: boolean;
}

export interface TextValue {
  kind: 'text';
  pieces: Piece[];
  /** Where the author wrote it, as one text. */
  origin?: Origin;
}

/** Text ready to be printed: figures are not yet words, that is for the settings of a template. */
export type Piece =
  /** `authored`: from a text of the author, not of the template or the language. */
  | { kind: 'text'; text: string; authored: boolean; from?: readonly Said[] }
  | { kind: 'figure'; figure: FigureValue; from?: readonly Said[] };

/** What of the author's is printed with some words: a text, a word beside a subject, the name of a subject. */
export type Said = RichText | Attribute | Subject;

export interface TruthValue {
  kind: 'truth';
  value: boolean;
}

export interface ListValue {
  kind: 'list';
  members: Evaluated[];
  /** The block whose lines it lists is missing: there may be more of them. */
  lacking?: Lacking;
}

/** unwritten: a text or a member that could be there is not · unknown: a mistake, already reported. */
export interface MissingValue {
  kind: 'missing';
  reason: 'unwritten' | 'unknown';
}

export const unwritten: MissingValue = { kind: 'missing', reason: 'unwritten' };
export const unknown: MissingValue = { kind: 'missing', reason: 'unknown' };

export function textValue(text: string, from?: readonly Said[]): TextValue {
  if (text === '') return { kind: 'text', pieces: [] };
  return { kind: 'text', pieces: [{ kind: 'text', text, authored: false, ...(from && { from }) }] };
}

/** A word beside a subject: 行政 of a unit. */
export function attributeValue(attribute: Attribute): TextValue {
  return textValue(attribute.value, [attribute]);
}

/** What a subject is called. */
export function nameValue(subject: Subject): TextValue {
  return textValue(subject.label, [subject]);
}

/** What of the author's a value is made of. */
export function saidIn(value: Evaluated): readonly Said[] {
  if (value.kind === 'subject') return [value.subject];
  return value.kind === 'text' ? value.pieces.flatMap(({ from }) => from ?? []) : [];
}

export function numberValue(value: Decimal, unit = ''): FigureValue {
  return { kind: 'figure', state: 'known', value, unit, facts: noFacts };
}

export function truthValue(value: boolean): TruthValue {
  return { kind: 'truth', value };
}

export function listValue(members: Evaluated[], lacking?: Lacking): ListValue {
  return { kind: 'list', members, ...(lacking && { lacking }) };
}

export function subjectValue(subject: Subject): SubjectValue {
  return { kind: 'subject', subject };
}
