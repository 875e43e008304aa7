import {
  countFindings,
  defectFinding,
  type Finding,
  startOf,
  type Subject,
  withoutDuplicates,
} from '@fiscal/core';
import { interruptAndCheck, type LangiumDocument, URI } from 'langium';
import { CancellationToken, type Diagnostic } from 'vscode-languageserver';
import { statusNotification, type StatusParams } from '../protocol.js';
import type { FiscalSharedServices } from '../services.js';
import { parsedVersion } from '../workspace/document-factory.js';
import type { Examination } from '../workspace/examinations.js';
import { isSnapshot } from '../workspace/snapshots.js';
import { toDiagnostic } from './to-diagnostic.js';

/**
 * Keeps the client's list of problems in step with the texts: of open files, and of the whole workspace once that
 * was asked for. After each change all of them are looked at again; what nothing changed for costs nothing.
 */
export class FindingsPublisher {
  /** What was found when a file was examined, by that file. */
  private readonly found = new Map<string, readonly Finding[]>();
  /** What was seen when its report was composed, as long as its text is the same. */
  private readonly composed = new Map<string, readonly Finding[]>();
  /** Figures that are left open in a file. */
  private readonly unfilled = new Map<string, number>();
  /** What the client was told, and of which version, by the file that it concerns. */
  private readonly told = new Map<string, { version: number | undefined; diagnostics: string }>();
  private isWholeWorkspace = false;

  constructor(private readonly services: FiscalSharedServices) {}

  /** Every file is watched from now on, open or not. */
  async watchWorkspace(token: CancellationToken): Promise<StatusParams[]> {
    this.isWholeWorkspace = true;
    await this.refresh(token);
    return [...this.found.keys()].map((uri) => this.statusOf(uri));
  }

  /** Takes what was found where a report was composed, unless its file was examined anew meanwhile. */
  addComposed({ uri, findings, withoutKnown }: Examination, more: readonly Finding[]): void {
    if (this.found.get(uri) !== findings) return;
    const known = new Set(findings.map(placeOf));
    this.composed.set(
      uri,
      withoutKnown(more).filter((one) => !known.has(placeOf(one))),
    );
    this.publish(uri);
  }

  async refresh(token = CancellationToken.None): Promise<void> {
    const watched = await this.watched();
    this.forgetOthers(watched);
    for (const document of watched) {
      await interruptAndCheck(token);
      try {
        await this.examine(document);
      } catch (error) {
        // Whatever fails with one file, the others are told of theirs.
        this.fail(document.uri.toString(), error);
      }
    }
    this.clearUnfound();
    this.services.fiscal.UnprintedTeller.later();
  }

  /** Whether its report was composed since its text was changed. */
  isComposed(uri: string): boolean {
    return this.composed.has(uri);
  }

  /** Open files first: their author is waiting. */
  private async watched(): Promise<LangiumDocument[]> {
    const { LangiumDocuments, TextDocuments } = this.services.workspace;
    const open = TextDocuments.all().flatMap(({ uri }) => LangiumDocuments.getDocument(URI.parse(uri)) ?? []);
    const watched = new Set(open);
    if (this.isWholeWorkspace)
      for (const document of LangiumDocuments.all)
        if (!(await this.services.fiscal.ProjectFiles.isExcluded(document.uri.toString())))
          watched.add(document);
    return [...watched].filter((document) => !isSnapshot(document.uri));
  }

  private forgetOthers(watched: readonly LangiumDocument[]): void {
    const uris = new Set(watched.map(({ uri }) => uri.toString()));
    this.services.fiscal.Examinations.retain(uris);
    for (const uri of [...this.found.keys()].filter((known) => !uris.has(known))) {
      this.found.delete(uri);
      this.composed.delete(uri);
      this.unfilled.delete(uri);
    }
  }

  private async examine(document: LangiumDocument): Promise<void> {
    const { uri, findings, reports } = await this.services.fiscal.Examinations.of(document);
    const before = this.found.get(uri);
    if (before === findings) return;
    this.found.set(uri, findings);
    this.composed.delete(uri);
    this.publish(uri);
    const targets = targetsOf([...(before ?? []), ...findings]);
    for (const target of targets) if (target !== uri) this.publish(target);
    // The author waits for the findings; the count in the status bar may come a moment later.
    this.unfilled.set(
      uri,
      reports.reduce((sum, { base }) => sum + countUnfilled(base.root), 0),
    );
    this.sendStatus(uri);
  }

  private fail(uri: string, error: unknown): void {
    this.services.fiscal.Log.defect(uri, error);
    this.composed.delete(uri);
    this.found.set(uri, [defectFinding({ origin: startOf(uri), error })]);
    this.publish(uri);
    this.sendStatus(uri);
  }

  private clearUnfound(): void {
    const targets = targetsOf([...this.found.values()].flat());
    for (const uri of [...this.told.keys()]) if (!targets.has(uri)) this.publish(uri);
  }

  /**
   * Once for each version of a text, and again only where something else was found: an editor closes the list of
   * fixes that it shows when it is told anything. A new version is told even where the findings are the same, since
   * editing moves and swallows the places that the editor marks.
   */
  private publish(uri: string): void {
    const diagnostics = this.diagnosticsOf(uri);
    const version = this.versionOf(uri);
    const now = { version, diagnostics: JSON.stringify(diagnostics) };
    const before = this.told.get(uri) ?? { version: undefined, diagnostics: '[]' };
    if (before.version === version && before.diagnostics === now.diagnostics) return;
    if (version === undefined && diagnostics.length === 0) this.told.delete(uri);
    else this.told.set(uri, now);
    const params = { uri, diagnostics, ...(version !== undefined && { version }) };
    void this.services.lsp.Connection?.sendDiagnostics(params);
  }

  private diagnosticsOf(uri: string): Diagnostic[] {
    return this.findingsIn(uri).map(toDiagnostic);
  }

  /** The version of an open text that was examined. */
  private versionOf(uri: string): number | undefined {
    const document = this.services.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    return document && parsedVersion(document.parseResult);
  }

  /** Wherever they were found, each once. */
  private findingsIn(uri: string): Finding[] {
    const all = [...this.found.values(), ...this.composed.values()].flat();
    return withoutDuplicates(all.filter(({ origin }) => origin.uri === uri));
  }

  private sendStatus(uri: string): void {
    void this.services.lsp.Connection?.sendNotification(statusNotification, this.statusOf(uri));
  }

  private statusOf(uri: string): StatusParams {
    // What is wrong in its template keeps a report from being built: it is counted with the report.
    const findings = withoutDuplicates([...(this.found.get(uri) ?? []), ...this.findingsIn(uri)]);
    const { errors, warnings, tails, notChecked } = countFindings(findings);
    return { uri, errors, warnings, tails, notChecked, unfilled: this.unfilled.get(uri) ?? 0 };
  }
}

/** 未填, wherever the author wrote it. */
function countUnfilled({ facts, children }: Subject): number {
  let count = 0;
  for (const { statements } of facts.values()) if (statements[0]?.state === 'unfilled') count++;
  for (const child of children.values()) count += countUnfilled(child);
  return count;
}

function placeOf({ rule, origin: { uri, range } }: Finding): string {
  return JSON.stringify([rule, uri, range.start]);
}

function targetsOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map(({ origin }) => origin.uri));
}
