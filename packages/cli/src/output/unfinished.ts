import type { Finding, Report } from '@fiscal/core';
import type { ReportDocument } from '@fiscal/report';
import type { Context } from '../context.js';
import { messages } from '../messages.zh.js';
import { printLine } from './print.js';

/** What keeps a report from being the one that is published, each kind with what is meant. */
export interface Unfinished {
  title: string;
  names: string[];
}

/** Figures that are printed as 未填, blocks that nobody wrote, texts that a new report begins with. */
export async function unfinishedIn(
  report: Report,
  document: ReportDocument,
  missing: readonly Finding[],
  { engine }: Context,
): Promise<Unfinished[]> {
  const [{ openFigures }, { skeletonTexts }] = await Promise.all([engine.publishing(), engine.language()]);
  const open = openFigures(document);
  const begun = skeletonTexts(report).map(({ origin: { range } }) =>
    messages.placeInFile(range.start.line + 1, range.start.character + 1),
  );
  const blocks = missing.flatMap(({ data }) =>
    data.kind === 'message' ? (data.parameters['blocks']?.split('、') ?? []) : [],
  );
  return [
    { title: messages.leftOpen(open.length), names: open },
    { title: messages.leftOut(blocks.length), names: blocks },
    { title: messages.leftAsBegun(begun.length), names: begun },
  ].filter(({ names }) => names.length > 0);
}

/** Refuses what is not to be published yet, and says why. */
export function refuseUnfinished(unfinished: readonly Unfinished[], { io }: Context): void {
  printLine(messages.notFinal, io.stderr);
  for (const { title, names } of unfinished) printLine(messages.listed(title, names), io.stderr);
}
