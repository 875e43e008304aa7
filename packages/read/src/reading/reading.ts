import type { Operator } from '../pattern/assumptions.js';
import type { Place } from '../published/published.js';

/** What was understood of a document, and what was not. */
export interface Reading {
  /** It plans the year: all figures of its tables are 年初预算. */
  isBudget?: true;
  header: Header;
  /** By path, in the order in which they were found. */
  figures: readonly FigureStatement[];
  texts: readonly TextStatement[];
  /** What the report lists, whatever else it says of it: 单位. */
  members: readonly (readonly string[])[];
  /** Names of lines by block and code: 支出.一般公共预算.2010601 → 行政运行. */
  names: ReadonlyMap<string, string>;
  unread: readonly Unread[];
  /** Where a name or a year stands that is not the cover's. */
  otherNames: readonly OtherName[];
  /** Units of money that tables have above them, and that their figures are not in. */
  otherUnits: readonly OtherUnit[];
  /** Sentences that were recognised, word for word or with other words, and all that there are. */
  sentences: { exact: number; similar: number; all: number };
  /** What words say of figures: 决算数小于预算数. */
  claims: readonly ClaimStatement[];
  /** Where sentences stand that were recognised although they have other words. */
  ownWording: readonly Place[];
}

export interface Header {
  template: string | undefined;
  /** The file that defines it, as the source refers to it; none for one of the library. */
  templateFile?: string;
  name: string;
  shortName?: string;
  year: number;
  kind: '部门决算' | '单位决算';
  moneyUnit: string;
  decimals: number;
  publishedOn?: string;
}

export interface FigureStatement {
  /** Names from the root, a measure last: 收入, 总计, 上年. */
  path: readonly string[];
  said: Said;
  place: Place;
  /** In running text: where in its line the digits stand. */
  from?: number;
  /** It is said without being printed: 持平, or out of a difference. */
  isImplied?: true;
}

/** Digits as they are displayed, without separators; or a state. */
export type Said = { digits: string } | { state: '未填' | '未发生' | '不适用' };

export interface ClaimStatement {
  path: readonly string[];
  operator: Operator;
  /** The first of them that the report has is what it is compared with; where there is none, nothing is. */
  among: readonly (readonly string[])[];
  words: string;
  place: Place;
}

export interface OtherName {
  expected: string;
  written: string;
  place: Place;
}

export interface OtherUnit {
  written: string;
  /** In which the figures are, as others of the report say. */
  meant: string;
  place: Place;
}

export interface TextStatement {
  path: readonly string[];
  text: string;
  place: Place;
}

/** What stands in the document and was not understood, or not surely. */
export interface Unread {
  text: string;
  reason: UnreadReason;
  place: Place;
  /** Where it stands: the title of a section or of a table. */
  within?: string;
}

export type UnreadReason =
  /** No sentence of the template is like it. */
  | 'unknown sentence'
  /** Recognised, but what it says beside the figure is not what the template says. */
  | 'doubtful figure'
  /** A row or a column that the template's table does not have. */
  | 'unknown row'
  | 'unknown column'
  /** A table that the template does not have. */
  | 'unknown table'
  /** It was recognised what it is, but not of what: a name without a code. */
  | 'unknown name'
  /** A form that was not filled in. */
  | 'left over'
  /** A table without lines, which was read: its columns are where its words stand. */
  | 'unruled table';
