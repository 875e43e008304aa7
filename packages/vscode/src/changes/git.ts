import { extensions, type Uri } from 'vscode';

/** What this asks of VS Code's own git extension. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  onDidChangeState(listener: () => void): { dispose(): void };
  getRepository(uri: Uri): Repository | null;
}

export interface Repository {
  readonly state: {
    readonly HEAD?: { readonly commit?: string };
    onDidChange(listener: () => void): { dispose(): void };
  };
  show(ref: string, path: string): Promise<string>;
  /** What `git blame` prints of the file as it is saved. */
  blame(path: string): Promise<string>;
  getCommit(ref: string): Promise<Commit>;
  log(options: { maxEntries: number; path: string }): Promise<Commit[]>;
}

export interface Commit {
  hash: string;
  message: string;
  authorDate?: Date;
  authorName?: string;
}

/** The repository that a file is in; none where there is no git, or it has no business here. */
export async function repositoryOf(uri: Uri): Promise<Repository | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  const git = extension.isActive ? extension.exports : await extension.activate();
  if (!git.enabled) return undefined;
  const api = git.getAPI(1);
  await initialized(api);
  return api.getRepository(uri) ?? undefined;
}

/** The text of a file at a commit; undefined where that does not have it. */
export async function textAt(repository: Repository, commit: string, uri: Uri): Promise<string | undefined> {
  try {
    return withoutMark(await repository.show(commit, uri.fsPath));
  } catch {
    return undefined;
  }
}

/** As the editor shows it: a byte order mark is none of the text. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

async function initialized(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return;
  await new Promise<void>((resolve) => {
    const listener = api.onDidChangeState(() => {
      if (api.state !== 'initialized') return;
      listener.dispose();
      resolve();
    });
  });
}
