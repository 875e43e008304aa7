import type { Finding, Report } from '@fiscal/core';
import type { ReportDocument } from '@fiscal/report';
import type { Context } from '../context.js';
import { messages } from '../messages.zh.js';
import { printLine } from './print.js';

/** What keeps a report from being the one that is published, each kind with what is meant. */
export interface Unfinished {
  title: string;
  names: string[];
  /** They are listed wherever it is told: nothing else tells of them. */
  isListed?: true;
  /** It is told, and no reason not to publish. */
  mayStay?: true;
}

/** A report as it was composed, and what its template tells of it. */
interface Made {
  document: ReportDocument;
  missing: readonly Finding[];
  unprinted: readonly Finding[];
}

/** Figures that are printed as 未填, blocks that nobody wrote, texts of a new report, what is not printed. */
export async function unfinishedIn(
  report: Report,
  { document, missing, unprinted }: Made,
  { engine }: Context,
): Promise<Unfinished[]> {
  const [{ countOpenMarks, isOfUsedFigures, openFigures }, { skeletonTexts }, { messageOf }] =
    await Promise.all([engine.publishing(), engine.language(), engine.core()]);
  const open = openFigures(document);
  const begun = skeletonTexts(report).map(({ origin: { range } }) =>
    messages.placeInFile(range.start.line + 1, range.start.character + 1),
  );
  const blocks = missing.flatMap(({ data }) =>
    data.kind === 'message' ? (data.parameters['blocks']?.split('、') ?? []) : [],
  );
  const lost = (finding: Finding) => {
    const { line, character } = finding.origin.range.start;
    return messages.lost(messages.placeInFile(line + 1, character + 1), messageOf(finding));
  };
  const listed = (findings: readonly Finding[]) =>
    findings.length > 0 ? [findings.map(lost).join('；')] : [];
  const used = unprinted.filter(isOfUsedFigures);
  const others = unprinted.filter((finding) => !isOfUsedFigures(finding));
  return [
    { title: messages.leftOpen(open.length, countOpenMarks(document)), names: open },
    { title: messages.leftOut(blocks.length), names: blocks },
    { title: messages.leftAsBegun(begun.length), names: begun },
    { title: messages.notPrinted(others.length), names: listed(others), isListed: true as const },
    {
      title: messages.computedWith(used.length),
      names: listed(used),
      isListed: true as const,
      mayStay: true as const,
    },
  ].filter(({ names }) => names.length > 0);
}

/** Tells how much is unfinished of a report that is built all the same. */
export function unfinishedBriefly({ title, names, isListed }: Unfinished): string {
  return isListed ? messages.listed(title, names) : title;
}

/** Refuses what is not to be published yet, and says why; whether it did. */
export function refusesUnfinished(unfinished: readonly Unfinished[], { io }: Context): boolean {
  const reasons = unfinished.filter(({ mayStay }) => !mayStay);
  if (reasons.length === 0) return false;
  printLine(messages.notFinal, io.stderr);
  for (const { title, names } of reasons) printLine(messages.listed(title, names), io.stderr);
  return true;
}
