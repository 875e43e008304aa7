import type { ParseResult } from 'langium';
import type { File } from '../generated/ast.js';
import type { FolderEntry } from '../project/walk-pattern.js';

/** Why a file that somebody named is of no use. */
export type UnreadableReason =
  | 'gbk'
  | 'utf-16'
  | 'not-utf-8'
  | 'binary'
  | 'too-large'
  | 'not-ordinary'
  | 'no-access';

/** A file that is there and cannot be used. */
export interface Unreadable {
  reason: UnreadableReason;
  /** The first byte that is no text, counted from one, where there is one. */
  byte?: number;
}

/** Reads what a report refers to (引用, 科目表), and the project files above it. */
export interface SourceHost {
  /** The text of a file; undefined when there is no such file. */
  read(uri: string): string | Unreadable | undefined;
  /** What lies in a folder, by its uri, for patterns in references; undefined where it cannot be looked into. */
  list?(folder: string): readonly FolderEntry[] | undefined;
  /** The parsed text of a file that `read` gives, where it was parsed before. */
  parsed?(uri: string): ParseResult<File> | undefined;
  /** The uri of a file that the file at `base` names, in the host's own spelling of uris. */
  resolve?(base: string, relative: string): string | undefined;
}

/** Files that may be read: whatever else lies on a disk is nobody's report and is never opened. */
const endings = {
  source: /\.fiscal$/i,
  table: /\.(csv|tsv|txt)$/i,
  project: /(^|[\\/])fiscal\.json$/,
  baseline: /\.json$/i,
};

export type FileKind = keyof typeof endings;

/** Whether the name is that of a source, of a table of subjects, of a project file, or of the baseline that one names. */
export function isNamedAs(kind: FileKind, name: string): boolean {
  return endings[kind].test(name);
}

/** A link may be called as it likes: what it leads to has to be a file of the kind that the link is called. */
export function leadsToItsKind(name: string, target: string): boolean {
  return (['source', 'table', 'project', 'baseline'] as const).some(
    (kind) => isNamedAs(kind, name) && isNamedAs(kind, target),
  );
}
