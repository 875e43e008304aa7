import type { Origin, Scope, RuleId } from '@fiscal/core';
import type { ContentsEntry } from '../document/document.js';
import type { Settings } from './settings.js';

/** What composing knows at one place of the document. */
export interface Place {
  scope: Scope;
  /** Depth of sections below the part or the beginning: 0 outside of any. */
  depth: number;
  /** Level of the heading above, 0 before the first. */
  level: number;
  /** Id of the heading above, '' before the first. */
  id: string;
  /** Numbers of the headings, tables directly below the heading above. */
  counts: Counts;
  /** Set inside a 列表: paragraphs are numbered. */
  list?: { number: number; scheme: string };
}

/** Headings and tables so far under one heading. */
export interface Counts {
  headings: number;
  /** Those of them that bear a number. */
  numbered: number;
  tables: number;
}

/** What is counted and collected through the whole document. */
export interface Composer {
  settings: Settings;
  entries: ContentsEntry[];
  parts: Counts;
  charts: number;
  /** Tables that neither a label nor the contents tell apart. */
  tables: number;
  tableIds: Set<string>;
  texts: number;
  /** Takes a mistake of the template. */
  report(
    rule: RuleId,
    origin: Origin,
    code: string,
    parameters: Record<string, string>,
    suggestions?: string[],
  ): void;
}

export function noCounts(): Counts {
  return { headings: 0, numbered: 0, tables: 0 };
}
