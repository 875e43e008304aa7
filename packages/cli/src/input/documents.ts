import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Origin } from '@fiscal/core';
import type { Context } from '../context.js';
import type { DocumentPlaces, Source } from '../engine.js';
import { Failure } from '../failure.js';
import { readReport } from '../read-report.js';
import type { SourceFiles } from './source-files.js';

/** Endings of published documents that are checked as reports. */
const readable = /\.(?:docx|pdf|xlsx|html?|md|markdown|txt)$/i;

export function isDocument(path: string): boolean {
  return readable.test(basename(path));
}

/** Published documents among the files to be checked: their sources in their stead, and the way back to their places. */
export class Documents {
  readonly sources: Source[] = [];
  readonly failures: string[] = [];
  readonly notes: string[] = [];
  private readonly places = new Map<string, DocumentPlaces>();

  static async read(paths: readonly string[], context: Context): Promise<Documents> {
    const documents = new Documents();
    for (const path of paths) await documents.add(path, context);
    return documents;
  }

  private async add(path: string, context: Context): Promise<void> {
    const uri = pathToFileURL(path).href;
    try {
      const { documentPlaces } = await context.engine.reading();
      const read = await readReport([path], undefined, context);
      this.sources.push({ uri, text: read.source });
      this.places.set(uri, documentPlaces(read));
      this.notes.push(...read.notes);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.failures.push(...error.lines);
    }
  }

  /** Excerpts are of the lines that a reader of the document sees. */
  show(files: SourceFiles): void {
    for (const [uri, { document }] of this.places) files.show(uri, document.lines);
  }

  /** A finding where the document says what it is about. */
  placed(finding: Finding): Finding {
    return this.places.size === 0 ? finding : (this.within(finding) as Finding);
  }

  private within(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.within(one));
    if (typeof value !== 'object' || value === null) return value;
    if (isOrigin(value)) return this.origin(value);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.within(one)]));
  }

  private origin(origin: Origin): Origin {
    const places = this.places.get(origin.uri);
    return places ? { uri: origin.uri, range: places.inDocument(origin.range) } : origin;
  }
}

function isOrigin(value: object): value is Origin {
  return 'uri' in value && 'range' in value;
}
