import type { Changes, Outline, SentenceChange, YearChanges } from '@fiscal/compare';
import type { Finding, Report } from '@fiscal/core';
import type { Context } from '../../context.js';
import type { Comparison } from '../../engine.js';
import { messages } from '../../messages.zh.js';
import { printJson, printText } from '../print.js';

export const changeFormats = ['text', 'markdown', 'json', 'html'] as const;

export type ChangeFormat = (typeof changeFormats)[number];

/** A report in two versions, or in one alone, and what is different. */
export interface ComparedReport {
  /** What its file is called. */
  name: string;
  old?: { report: Report; findings: readonly Finding[]; name: string };
  new?: { report: Report; findings: readonly Finding[]; name: string };
  changes: Changes;
  /** What another template prints otherwise of the new report. */
  printed?: readonly SentenceChange[];
  /** Two years set against each other, not two versions of one. */
  years?: YearChanges;
}

/** What is told of a report, whichever way it was compared. */
export function outlineFor({ changes, years }: ComparedReport, comparison: Comparison): Outline {
  return years ? comparison.yearsOutline(years) : comparison.outlineOf(changes);
}

export function isSameReport({ changes, years }: ComparedReport, comparison: Comparison): boolean {
  return years ? comparison.isSameYears(years) : comparison.isSame(changes);
}

/** How many reports were compared, and how many say the same; files of definitions are none. */
export function comparedText(compared: readonly ComparedReport[], comparison: Comparison): string {
  const reports = compared.filter(({ changes }) => !changes.definitions);
  const same = reports.filter((one) => isSameReport(one, comparison));
  return messages.reportsCompared(reports.length, same.length);
}

/** Tells changes in the format wanted, and of a comment or a page whether something could not be read. */
export async function printChanges(
  format: ChangeFormat,
  compared: readonly ComparedReport[],
  isWhole: boolean,
  context: Context,
): Promise<void> {
  const { stdout } = context.io;
  if (format === 'json') {
    const { changesData } = await import('./json.js');
    printJson(changesData(compared, context.io.cwd, await context.engine.core()), stdout);
  } else if (format === 'markdown') {
    const { changesMarkdown } = await import('./markdown.js');
    printText(await changesMarkdown(compared, isWhole, context), stdout);
  } else if (format === 'html') {
    const { changesHtml } = await import('./html.js');
    printText(await changesHtml(compared, isWhole, context), stdout);
  } else {
    const { printChangesText } = await import('./text.js');
    await printChangesText(compared, isWhole, context);
  }
}
