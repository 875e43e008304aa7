import { type Contain, type Origin, startOf } from '@fiscal/core';
import { report } from '../lower/context.js';
import { type LoweredFile, lowerFile } from './file.js';
import { isExcluded } from '../project/find-project.js';
import type { Project } from '../project/project.js';
import { filesOfPattern, folderOfPatterns } from '../project/walk-pattern.js';
import { resolveUri } from './resolve-uri.js';
import { type FileKind, isNamedAs, type SourceHost } from './source-host.js';

/** A file that another one names, as written there. */
export interface NamedFile {
  uri: string;
  name: string;
}

/** The files of a workspace, and those that they name; what cannot be had is reported where it is named. */
export class NamedFiles {
  private readonly files: Map<string, LoweredFile>;
  private readonly given: ReadonlySet<string>;

  constructor(
    given: readonly LoweredFile[],
    private readonly host: SourceHost,
    private readonly contain: Contain,
  ) {
    this.files = new Map(given.map((file) => [file.uri, file]));
    this.given = new Set(this.files.keys());
  }

  /** Those that were read because another one names them. */
  read(): LoweredFile[] {
    return [...this.files.values()].filter(({ uri }) => !this.given.has(uri));
  }

  /** What a name leads to; nothing, and reported, where it cannot be a file of that kind. */
  find(file: LoweredFile, name: string, kind: FileKind, origin: Origin): NamedFile | undefined {
    if (!isNamedAs(kind, name)) {
      reportFile(file, origin, `not-a-${kind}`, name);
      return undefined;
    }
    const uri = (this.host.resolve ?? resolveUri)(file.uri, name);
    if (uri === undefined) reportFile(file, origin, 'missing-file', name);
    return uri === undefined ? undefined : { uri, name };
  }

  /** The files that a pattern means; nothing, and reported, where it means none or leads out of the project. */
  matching(file: LoweredFile, pattern: string, project: Project | undefined, origin: Origin): NamedFile[] {
    if (!isNamedAs('source', pattern)) {
      reportFile(file, origin, 'not-a-source', pattern);
      return [];
    }
    const walk = filesOfPattern(file.uri, pattern, folderOfPatterns(file.uri, project));
    let step = walk.next();
    while (!step.done) step = walk.next(this.host.list?.(step.value) ?? []);
    const uris = step.value?.filter((uri) => !isExcluded(uri, project));
    if (!uris) {
      reportFile(file, origin, 'pattern-outside', pattern);
      return [];
    }
    const named = uris.flatMap((uri) => this.find(file, uri, 'source', origin) ?? []);
    const others = named.filter(({ uri }) => uri !== file.uri);
    if (others.length === 0) reportFile(file, origin, 'no-match', pattern);
    // Messages name a file as its author would.
    return others.map(({ uri }) => ({ uri, name: fileName(uri) }));
  }

  /** The text of a file that another one names; nothing, and reported, where there is none. */
  text(file: LoweredFile, { uri, name }: NamedFile, origin: Origin): string | undefined {
    const read = this.host.read(uri);
    if (typeof read === 'string') return read;
    if (read) reportFile(file, origin, 'unreadable-file', name, { reason: read.reason });
    else reportFile(file, origin, 'missing-file', name);
    return undefined;
  }

  /** The source that another one names, lowered; nothing, and reported, where there is none. */
  source(file: LoweredFile, named: NamedFile, origin: Origin): LoweredFile | undefined {
    const { uri } = named;
    const known = this.files.get(uri);
    if (known) return known;
    const text = this.text(file, named, origin);
    if (text === undefined) return undefined;
    const target = this.contain(startOf(uri), () =>
      lowerFile({ uri, text, parsed: this.host.parsed?.(uri) }),
    );
    if (target) this.files.set(uri, target);
    return target;
  }
}

/** What a file is called, without its folder. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Tells the author of a file that a report names and that is of no use to it. */
export function reportFile(
  { context }: LoweredFile,
  origin: Origin,
  code: string,
  name: string,
  more: Record<string, string> = {},
): void {
  report(context, 'Z014', 'error', origin, code, { file: name, ...more });
}
