import { baseNotification, type BaseParams } from '@fiscal/server/protocol';
import { Disposable, EventEmitter, type TextDocument, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { messages } from '../messages/messages.js';
import { isFiscal } from '../sources.js';
import { type Repository, repositoryOf, textAt } from './git.js';

/** Another version of a file, to be read and not to be written. */
export const oldScheme = 'fiscal-old';

/** The last commit, called HEAD in every repository. */
const lastCommit = 'HEAD';

interface Base {
  text: string;
  name: string;
}

/**
 * What open files are compared with: their last commit, where they have one, or what the reader chose. The server is
 * told, so that the lens above a report says how many changes there are; the preview marks them where somebody asked.
 */
export class Comparisons implements Disposable {
  private readonly bases = new Map<string, Base>();
  private readonly chosen = new Set<string>();
  private readonly marked = new Set<string>();
  private readonly watched = new Map<Repository, Disposable>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly listeners: Disposable;
  /** What files are compared with is another version now. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.listeners = Disposable.from(
      this.changed,
      workspace.onDidOpenTextDocument((document) => void this.follow(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      workspace.registerTextDocumentContentProvider(oldScheme, {
        provideTextDocumentContent: ({ query }) => this.bases.get(query)?.text,
      }),
    );
  }

  /** Files that were open before the server was. */
  followOpen(): void {
    for (const document of workspace.textDocuments) void this.follow(document);
  }

  dispose(): void {
    for (const listener of this.watched.values()) listener.dispose();
    this.listeners.dispose();
  }

  baseOf(uri: Uri): Base | undefined {
    return this.bases.get(uri.toString());
  }

  /** Where the other version can be read: under a name of its own, since both stand beside each other. */
  oldUri(uri: Uri): Uri {
    const path = uri.path.replace(/(\.fiscal)?$/i, `${messages.oldVersion}$1`);
    return uri.with({ scheme: oldScheme, authority: '', path, query: uri.toString() });
  }

  /** Compares with what the last commit has; says whether it has the file. */
  async compareWithCommit(uri: Uri): Promise<boolean> {
    this.chosen.delete(uri.toString());
    const repository = await this.repository(uri);
    const text = repository && (await textAt(repository, lastCommit, uri));
    if (text === undefined) return false;
    this.set(uri, { text, name: messages.lastCommit });
    return true;
  }

  compareWith(uri: Uri, base: Base): void {
    this.chosen.add(uri.toString());
    this.set(uri, base);
  }

  /** Whether the preview shows what is another. */
  mark(uri: Uri, isMarked: boolean): void {
    const key = uri.toString();
    if (isMarked) this.marked.add(key);
    else this.marked.delete(key);
    const base = this.bases.get(key);
    if (base) this.set(uri, base);
  }

  private async follow(document: TextDocument): Promise<void> {
    const { uri } = document;
    if (!isFiscal(document) || uri.scheme !== 'file' || this.chosen.has(uri.toString())) return;
    const repository = await this.repository(uri);
    const text = repository && (await textAt(repository, lastCommit, uri));
    if (text === undefined || this.chosen.has(uri.toString())) return;
    if (this.bases.get(uri.toString())?.text !== text) this.set(uri, { text, name: messages.lastCommit });
  }

  private async repository(uri: Uri): Promise<Repository | undefined> {
    const repository = await repositoryOf(uri);
    if (repository && !this.watched.has(repository)) this.watched.set(repository, this.watch(repository));
    return repository;
  }

  /** A commit makes another version the last one. */
  private watch({ state }: Repository): Disposable {
    let commit = state.HEAD?.commit;
    const listener = state.onDidChange(() => {
      if (state.HEAD?.commit === commit) return;
      commit = state.HEAD?.commit;
      this.followOpen();
    });
    return new Disposable(() => listener.dispose());
  }

  private forget(uri: Uri): void {
    const key = uri.toString();
    if (!this.bases.delete(key)) return;
    this.chosen.delete(key);
    this.marked.delete(key);
    this.tell({ uri: key, text: null, name: '', marks: false });
  }

  private set(uri: Uri, base: Base): void {
    const key = uri.toString();
    this.bases.set(key, base);
    this.tell({ uri: key, ...base, marks: this.marked.has(key) });
    this.changed.fire(uri);
  }

  private tell(parameters: BaseParams): void {
    void this.client.sendNotification(baseNotification, parameters);
  }
}
