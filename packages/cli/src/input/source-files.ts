import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Finding } from '@fiscal/core';
import type { Source, SourceHost } from '../engine.js';
import { Failure } from '../failure.js';
import { readText } from './read-text.js';

/**
 * The files of one run: those named on the command line, and those that they refer to (引用, catalogues).
 * A reference may leave the folder of its file: reading is all that is done with it.
 */
export class SourceFiles implements SourceHost {
  private readonly texts = new Map<string, string | undefined>();
  private readonly lines = new Map<string, string[]>();
  private readonly problems = new Map<string, string>();

  constructor(private readonly cwd: string) {}

  /** Reads files that the user named; says of all of them together which cannot be read. */
  readAll(paths: string[]): Source[] {
    const failures: string[] = [];
    const sources = paths.flatMap((path) => {
      try {
        return [this.open(path)];
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failures.push(...error.lines);
        return [];
      }
    });
    if (failures.length > 0) throw new Failure(...failures);
    return sources;
  }

  read(uri: string): string | undefined {
    if (!this.texts.has(uri)) this.texts.set(uri, this.readReferred(uri));
    return this.texts.get(uri);
  }

  /** Why a file that was referred to could not be used; one that is not there is the language's to report. */
  problemOf(uri: string): string | undefined {
    return this.problems.get(uri);
  }

  /** The file that a finding says is missing, although it is there and only of no use. */
  unusableFile({ data, origin }: Finding): string | undefined {
    if (data.kind !== 'message' || data.code !== 'missing-file') return undefined;
    const uri = resolved(data.parameters.file ?? '', origin.uri);
    return uri !== undefined && this.problems.has(uri) ? uri : undefined;
  }

  /** Files that were referred to and could not be used. */
  unusable(): Iterable<string> {
    return this.problems.keys();
  }

  /** Lines as positions count them: ended by CRLF, LF or CR. */
  linesOf(uri: string): string[] | undefined {
    const known = this.lines.get(uri);
    if (known) return known;
    const lines = this.texts.get(uri)?.split(/\r\n|\n|\r/);
    if (lines) this.lines.set(uri, lines);
    return lines;
  }

  private open(path: string): Source {
    const uri = pathToFileURL(path).href;
    const { text } = readText(path, this.cwd);
    this.texts.set(uri, text);
    return { uri, text };
  }

  private readReferred(uri: string): string | undefined {
    const path = filePath(uri);
    if (path === undefined || !existsSync(path)) return undefined;
    try {
      return readText(path, this.cwd).text;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.problems.set(uri, error.lines.join('；'));
      return undefined;
    }
  }
}

function filePath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function resolved(file: string, base: string): string | undefined {
  try {
    return new URL(file.replaceAll('\\', '/'), base).href;
  } catch {
    return undefined;
  }
}
