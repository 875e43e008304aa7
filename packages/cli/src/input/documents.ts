import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Report } from '@fiscal/core';
import { readableExtensions } from '@fiscal/read/formats';
import type { Context } from '../context.js';
import type { DocumentPlaces, ReadDocuments, Source } from '../engine.js';
import { Failure } from '../failure.js';
import { readReport } from '../read-report.js';
import type { SourceFiles } from './source-files.js';

/** Whether a file is a published document, which is checked as a report. */
export function isDocument(path: string): boolean {
  return readableExtensions.includes(extname(path).slice(1).toLowerCase());
}

interface CheckedDocument {
  read: ReadDocuments;
  places: DocumentPlaces;
}

/** Published documents among the files to be checked: their sources in their stead, and the way back to their places. */
export class Documents {
  readonly sources: Source[] = [];
  readonly failures: string[] = [];
  readonly notes: string[] = [];
  private readonly documents = new Map<string, CheckedDocument>();

  private constructor(private readonly context: Context) {}

  static async read(paths: readonly string[], context: Context): Promise<Documents> {
    const documents = new Documents(context);
    for (const path of paths) await documents.add(path);
    return documents;
  }

  private async add(path: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    try {
      const { documentPlaces } = await this.context.engine.reading();
      const { read, notes } = await readReport([path], undefined, this.context);
      this.sources.push({ uri, text: read.statements });
      this.documents.set(uri, { read, places: documentPlaces(read) });
      this.notes.push(...notes);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.failures.push(...error.lines);
    }
  }

  /** Excerpts are of the lines that a reader of the document sees. */
  show(files: SourceFiles): void {
    for (const [uri, { places }] of this.documents) files.show(uri, places.document.lines);
  }

  /** Findings in sources where the documents say what they are about, with those that only the documents give. */
  async findings(inSources: readonly Finding[], reports: readonly Report[]): Promise<Finding[]> {
    if (this.documents.size === 0) return [...inSources];
    const { documentFindings } = await this.context.engine.reading();
    const others = inSources.filter(({ origin }) => !this.documents.has(origin.uri));
    const ofDocuments = [...this.documents].flatMap(([uri, { read, places }]) => {
      const own = inSources.filter(({ origin }) => origin.uri === uri);
      const report = reports.find((one) => one.uri === uri);
      return report ? documentFindings(read, report, places, own) : own;
    });
    return [...others, ...ofDocuments];
  }
}
