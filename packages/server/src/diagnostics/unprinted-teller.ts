import { unaccepted } from '@fiscal/core';
import { compose, unprintedFindings } from '@fiscal/report';
import { delayNextTick, type LangiumDocument, URI } from 'langium';
import type { FiscalSharedServices } from '../services.js';

/** Milliseconds without a change: the author is reading, not typing. */
const pause = 1_500;

/** A report of more lines takes seconds to compose: its preview tells. */
const mostLines = 2_000;

/**
 * Tells what a template does not print of a report that is open. That is seen only when the report is composed, which
 * takes longer than a keystroke may: it is done once for each text, when nothing was changed for a while.
 */
export class UnprintedTeller {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the changes: what was begun before the last one is given up. */
  private state = 0;

  constructor(private readonly services: FiscalSharedServices) {}

  /** After every change, and after whatever else was found anew. */
  later(): void {
    const state = ++this.state;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.tell(state), pause);
    // Nobody waits for it: in Node it keeps no process alive.
    (this.timer as { unref?: () => void }).unref?.();
  }

  private async tell(state: number): Promise<void> {
    const { LangiumDocuments, TextDocuments } = this.services.workspace;
    for (const { uri, lineCount } of TextDocuments.all()) {
      if (state !== this.state) return;
      const document = LangiumDocuments.getDocument(URI.parse(uri));
      if (!document || lineCount > mostLines || this.services.fiscal.FindingsPublisher.isComposed(uri))
        continue;
      await delayNextTick();
      try {
        await this.tellOf(document, state);
      } catch (error) {
        this.services.fiscal.Log.defect(uri, error);
      }
    }
  }

  private async tellOf(document: LangiumDocument, state: number): Promise<void> {
    const { Examinations, FindingsPublisher } = this.services.fiscal;
    const examination = await Examinations.of(document);
    if (state !== this.state) return;
    const found = examination.reports.flatMap((report) =>
      report.template ? unaccepted(unprintedFindings(report, compose(report)), report) : [],
    );
    FindingsPublisher.addComposed(examination, found);
  }
}
