import type { Origin } from '@fiscal/core';
import type { SubjectChange } from '../changes.js';

/** What of this year's report does not follow on last year's, or needs a word of explanation. */
export interface YearChanges {
  /** What last year's report is called, where that is another name. */
  oldName?: string;
  /** 上年 as this year's report states it, where last year's report says something else. */
  restated: YearFigure[];
  /** Figures that changed by more than the thresholds, and have no 原因. */
  jumped: YearFigure[];
  /** Projects, units and lines that came, went, or are called otherwise. */
  subjects: SubjectChange[];
  /** Reasons that are last year's, word for word, where the figures went the other way. */
  copied: CopiedText[];
  /** The same of each unit of which there is a report of last year. */
  units: { name: string; changes: YearChanges }[];
  /** Units of which there is none, though this year's report is made up of theirs. */
  alone: string[];
  /** What last year's report does not list, so that nobody knows what of it came. */
  unlisted: Unlisted[];
}

/** Projects, units, the lines of a block, or the economic lines below them. */
export interface Unlisted {
  block: string;
  of: 'all' | 'lines' | 'details';
}

export interface YearFigure {
  path: string;
  label: string;
  block: string;
  unit: string;
  decimals: number;
  /** Last year's, in this year's unit. */
  old: string;
  new: string;
  difference: string;
  rate?: string;
  origin?: Origin;
}

export interface CopiedText {
  path: string;
  label: string;
  block: string;
  name: string;
  text: string;
  /** By how much the figure changed the year before, and this year. */
  before: string;
  now: string;
  unit: string;
  decimals: number;
  origin: Origin;
}

/** From which change on a figure needs a reason: in the report's unit of money, and in per cent; both must be met. */
export interface Thresholds {
  amount: string;
  rate: string;
}
