import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node.js';
import type { Diagnostic, InitializeResult, PublishDiagnosticsParams, Range } from 'vscode-languageserver';

/** The server as one file, as it ships: made by `npm run bundle`, which `npm test` runs first. */
export const bundle = join(import.meta.dirname, '../dist/node/server.cjs');

export type Files = Record<string, string | Uint8Array>;

/** A client that is not VS Code: it starts a server and speaks to it through its standard streams. */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly notifications: { method: string; params: unknown }[] = [];
  /** What the server wrote where nobody should have to look. */
  readonly complaints: string[] = [];
  configuration: Record<string, unknown> = {};
  capabilities!: InitializeResult['capabilities'];
  private readonly versions = new Map<string, number>();
  private waiting: (() => void)[] = [];

  private constructor(
    private readonly connection: MessageConnection,
    readonly process: ChildProcess,
    readonly folder: string,
  ) {}

  /** Starts a server on a folder with these files. */
  static async start(files: Files = {}, command = [bundle, '--stdio']): Promise<Editor> {
    const server = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
    const connection = createMessageConnection(server.stdout, server.stdin);
    const editor = new Editor(connection, server, folderWith(files));
    editor.listen();
    await editor.initialize();
    return editor;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  async open(name: string, text: string): Promise<void> {
    this.versions.set(name, 1);
    const textDocument = { uri: this.uri(name), languageId: 'fiscal', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces the whole text, or what stands in a range. */
  async change(name: string, text: string, range?: Range): Promise<void> {
    const version = this.versions.get(name)! + 1;
    this.versions.set(name, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version },
      contentChanges: [range ? { range, text } : { text }],
    });
  }

  async close(name: string): Promise<void> {
    this.versions.delete(name);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: this.document(name) });
  }

  /** Writes a file, or takes it away, behind the back of the server, and tells it. */
  async write(name: string, text: string | undefined): Promise<void> {
    const path = join(this.folder, name);
    if (text === undefined) rmSync(path, { recursive: true, force: true });
    else writeFileSync(path, text);
    const changes = [{ uri: this.uri(name), type: text === undefined ? 3 : 2 }];
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** What the server says of the current text of an open file. */
  async diagnostics(name: string): Promise<Diagnostic[]> {
    const version = this.versions.get(name);
    const isCurrent = (published: PublishDiagnosticsParams) =>
      published.uri === this.uri(name) && published.version === version;
    return (await this.publication(isCurrent)).diagnostics;
  }

  /** The last publication for a file, once it is of that kind. */
  async publication(
    isMeant: (published: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.findLast(isMeant);
      if (found) return found;
      await this.nextMessage();
    }
  }

  /** The last notification of a method, once it is of that kind. */
  async notification<Params>(method: string, isMeant: (params: Params) => boolean): Promise<Params> {
    for (;;) {
      const found = this.notifications.findLast(
        (each) => each.method === method && isMeant(each.params as Params),
      );
      if (found) return found.params as Params;
      await this.nextMessage();
    }
  }

  /** Waits until the last publication for a file is of that kind. */
  async settles(name: string, isMeant: (diagnostics: Diagnostic[]) => boolean): Promise<void> {
    while (!isMeant(this.published.findLast(({ uri }) => uri === this.uri(name))?.diagnostics ?? []))
      await this.nextMessage();
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  /** A request without parameters. */
  ask<Result>(method: string): Promise<Result> {
    return this.connection.sendRequest<Result>(method);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  document(name: string): { uri: string } {
    return { uri: this.uri(name) };
  }

  /** Says goodbye; the code with which the process ends. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  private nextMessage(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async initialize(): Promise<void> {
    const rootUri = pathToFileURL(this.folder).href;
    const { capabilities } = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'test' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { publishDiagnostics: { relatedInformation: true } },
      },
    });
    this.capabilities = capabilities;
    await this.notify('initialized', {});
  }

  private listen(): void {
    this.process.stderr!.on('data', (chunk: Buffer) => this.complaints.push(chunk.toString()));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.configuration),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification((method, params) => {
      if (method === 'textDocument/publishDiagnostics') this.published.push(params as never);
      if (method === 'window/logMessage') this.complaints.push((params as { message: string }).message);
      this.notifications.push({ method, params });
      for (const resolve of this.waiting.splice(0)) resolve();
    });
    this.connection.listen();
  }
}

function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'fiscal-server-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
