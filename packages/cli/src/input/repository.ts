import { basename, dirname, relative, resolve, sep } from 'node:path';
import { projectFileName } from '@fiscal/language/project';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';
import { isFiscal } from './find-files.js';
import { Git } from './git.js';
import type { GitBlobs } from './git-blobs.js';
import { GitIndex } from './git-index.js';
import { GitTree } from './git-tree.js';
import { statusOf } from './status.js';
import { diskStore, type TextStore } from './text-store.js';

/** One side of a comparison: its files, and the keys by which they are paired with those of the other. */
export interface Side {
  store: TextStore;
  files: { path: string; key: string }[];
  /** Files without a report that those are written after: they are read, and nothing is told of them. */
  offering?: readonly string[];
}

export interface Sides {
  old: Side;
  new: Side;
}

export function named(paths: readonly string[], folder: string): Side['files'] {
  return paths.map((path) => ({ path, key: relative(folder, path).split(sep).join('/') }));
}

/** Of more changed files than these nobody asks which others name them. */
const mostAskedFor = 200;

/** Both names of what was renamed: it is there under one of them on each side. */
export const changedNames = ['diff', '--name-only', '--no-renames', '-z'];

/** Somewhere that texts are kept: a revision, the index, the folder. */
interface Where {
  store: TextStore;
  has(path: string): boolean;
  /** What tells `git grep` to look there. */
  grep: readonly string[];
}

/** The line that a report begins with. */
const reportHead = '^[[:space:]]*(部门|单位)决算[[:space:]]';

/** Sides that git keeps. */
export class Repository {
  private readonly git: Git;

  constructor(
    private readonly io: Io,
    user: string,
  ) {
    this.git = new Git(io, user);
  }

  /** One operand or none: a revision, a range of them, or a path, against what lies in the folder or is staged. */
  sides(operand: string | undefined, staged: boolean): Sides {
    if (operand === undefined) return this.sinceHead(staged);
    const path = resolve(this.io.cwd, operand);
    if (statusOf(path)) return this.sinceAt(this.head(), path, staged);
    const range = this.range(operand);
    if (range) return this.between(range.old, range.new, [...changedNames, range.old, range.new]);
    const revision = this.revision(operand);
    if (revision !== undefined) return this.since(revision, staged);
    const old = this.inRevision(operand);
    if (!old) throw new Failure(messages.neitherFileNorRevision(operand));
    return this.samePathsNow(old, staged);
  }

  tree(revision: string): GitTree {
    return new GitTree(this.git, this.io.cwd, revision);
  }

  /** The commit of that name. */
  revision(name: string): string | undefined {
    if (name.startsWith('-')) return undefined;
    return this.git.ask(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  }

  /** Where the work on this branch began: what others changed behind that is not its own. */
  begunAt(name: string): string {
    const revision = this.revision(name);
    if (revision === undefined) throw new Failure(messages.noSuchRevision(name));
    return this.git.ask(['merge-base', revision, 'HEAD']) ?? revision;
  }

  /** Files, and the sources in folders, as they were. */
  sideAt(revision: string, paths: readonly string[]): Side {
    const store = this.tree(revision);
    return { store, files: this.names([...new Set(paths.flatMap((path) => store.sourcesAt(path)))]) };
  }

  /** REV:path: the file or the folder as it was. */
  inRevision(operand: string): Side | undefined {
    const [, name = '', path = ''] = /^([^:]+):(.*)$/.exec(operand) ?? [];
    const revision = name === '' ? undefined : this.revision(name);
    if (revision === undefined) return undefined;
    const store = this.tree(revision);
    const found = [resolve(this.git.root, path), resolve(this.io.cwd, path)]
      .map((one) => this.filesAt(store, one))
      .find((files) => files.length > 0);
    if (!found) throw new Failure(messages.notInRevision(operand));
    return { store, files: found };
  }

  between(old: string, next: string, changed: string[]): Sides {
    const [before, after] = [this.whereIn(old), this.whereIn(next)];
    const paths = this.touched(this.git.list(changed), before, after);
    return { old: this.side(before, paths), new: this.side(after, paths) };
  }

  /** What was changed since, and what follows from it: in the folder, or as it is staged. */
  since(revision: string, staged: boolean): Sides {
    const old = this.whereIn(revision);
    const next = staged ? this.staged() : this.here();
    const changed = this.git.list([...changedNames, ...(staged ? ['--cached'] : []), revision]);
    const others = staged ? [] : this.git.list(['ls-files', '--others', '--exclude-standard', '-z']);
    const paths = this.touched([...changed, ...others], old, next);
    return { old: this.side(old, paths), new: this.side(next, paths) };
  }

  sinceHead(staged: boolean): Sides {
    return this.since(this.head(), staged);
  }

  /** The same, of a file or what lies in a folder. */
  sinceAt(revision: string, path: string, staged: boolean): Sides {
    const { old, new: next } = this.since(revision, staged);
    const isMeant = ({ path: one }: { path: string }) => one === path || one.startsWith(path + sep);
    return {
      old: { ...old, files: old.files.filter(isMeant) },
      new: { ...next, files: next.files.filter(isMeant) },
    };
  }

  private samePathsNow(old: Side, staged: boolean): Sides {
    const paths = old.files.map(({ path }) => path);
    return {
      old: { ...old, files: this.names(paths) },
      new: this.side(staged ? this.staged() : this.here(), paths),
    };
  }

  private range(operand: string): { old: string; new: string } | undefined {
    const [, left, dots, right] = /^(.*?)(\.\.\.?)(.*)$/.exec(operand) ?? [];
    if (dots === undefined) return undefined;
    const [old, next] = [this.revision(left || 'HEAD'), this.revision(right || 'HEAD')];
    if (old === undefined || next === undefined) return undefined;
    const base = dots === '..' ? old : this.git.ask(['merge-base', old, next]);
    if (base === undefined) throw new Failure(messages.noMergeBase(operand));
    return { old: base, new: next };
  }

  private head(): string {
    // Before the first commit there is a tree without any file.
    return this.revision('HEAD') ?? this.git.run(['hash-object', '-t', 'tree', '--stdin']).toString().trim();
  }

  /** Sources that changed, and those that follow from what changed: all, where that is what reports are written after. */
  private touched(names: readonly string[], old: Where, next: Where): string[] {
    const changed = this.sources(names);
    const projects = names.filter((name) => basename(name) === projectFileName);
    const defining = new Set([...this.definitions(old), ...this.definitions(next)]);
    const folders = changed.some((path) => defining.has(path))
      ? [this.git.root]
      : projects.map((name) => dirname(resolve(this.git.root, name)));
    const all = folders.length === 0 ? [] : [...this.reports(old), ...this.reports(next)];
    const general = all.filter((path) => folders.some((folder) => path.startsWith(folder + sep)));
    return this.withReferring([...new Set([...changed, ...general])], next.grep);
  }

  /** Sources that hold a report. */
  private reports({ grep }: Where): string[] {
    return this.sources(this.grep(['-l', '-E', '-e', reportHead], grep));
  }

  /** Sources that hold none: what they define serves all reports. */
  private definitions({ grep }: Where): string[] {
    return this.sources(this.grep(['-L', '-E', '-e', reportHead], grep));
  }

  /** A report of which nothing was typed may follow from one that was: its source names that file. */
  private withReferring(paths: readonly string[], where: readonly string[]): string[] {
    const found = new Set(paths);
    for (let fresh = [...paths]; fresh.length > 0 && fresh.length <= mostAskedFor; ) {
      const referring = this.namingAny(
        fresh.map((path) => basename(path)),
        where,
      );
      fresh = referring.filter((path) => !found.has(path));
      for (const path of fresh) found.add(path);
    }
    return [...found].sort();
  }

  /** Sources in which one of the names stands: in the folder, in the index, or in a revision. */
  private namingAny(names: readonly string[], where: readonly string[]): string[] {
    const patterns = names.flatMap((name) => ['-e', name]);
    const named = this.grep(['-l', '-F', ...patterns], where);
    // A pattern may mean any of them.
    return this.sources([...named, ...this.grep(['-l', '-E', '-e', '引用.*[*?].*\\.fiscal'], where)]);
  }

  /** Sources with such a line: in the folder, in the index, or in a revision. */
  private grep(patterns: readonly string[], where: readonly string[]): string[] {
    const listed = this.git.ask(['grep', '-z', ...patterns, ...where, '--', '*.fiscal']) ?? '';
    // In a revision the name of the revision stands before each path.
    const prefix = where[0] === undefined || where[0].startsWith('--') ? '' : `${where[0]}:`;
    return listed
      .split('\0')
      .filter(Boolean)
      .map((name) => name.slice(prefix.length));
  }

  private sources(names: readonly string[]): string[] {
    const paths = names.filter(isFiscal).map((name) => resolve(this.git.root, name));
    return [...new Set(paths)].sort();
  }

  private side(where: Where, paths: readonly string[]): Side {
    const own = new Set(paths);
    const offering = this.definitions(where).filter((path) => !own.has(path) && where.has(path));
    return { store: where.store, files: this.names(paths.filter((path) => where.has(path))), offering };
  }

  private whereIn(revision: string): Where {
    const store = this.tree(revision);
    return { store, has: (path) => store.blobs.has(path), grep: [revision] };
  }

  private staged(): Where {
    const store = new GitIndex(this.io, this.git);
    return { store, has: (path) => store.blobs.has(path), grep: ['--cached'] };
  }

  private here(): Where {
    const has = (path: string) => statusOf(path)?.isFile() ?? false;
    return { store: diskStore(this.io.cwd), has, grep: ['--untracked'] };
  }

  private names(paths: readonly string[]): Side['files'] {
    return paths.map((path) => ({ path, key: path }));
  }

  private filesAt(store: GitBlobs, path: string): Side['files'] {
    return store.blobs.has(path) ? [{ path, key: path }] : named(store.sourcesAt(path), path);
  }
}
