import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node.js';
import type { Diagnostic, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';

export const bundle = join(import.meta.dirname, '../dist/node/server.cjs');

export type Files = Record<string, string>;

/** A client that is not VS Code: it starts the built server and speaks to it through its standard streams. */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly notifications: { method: string; params: unknown }[] = [];
  readonly complaints: string[] = [];
  configuration: Record<string, unknown> = {};
  private readonly versions = new Map<string, number>();
  private waiting: (() => void)[] = [];

  private constructor(
    readonly connection: MessageConnection,
    readonly process: ChildProcess,
    readonly folder: string,
    readonly initialized: InitializeResult,
  ) {}

  /** Starts a server on a folder with these files. */
  static async start(files: Files = {}, command = [bundle, '--stdio']): Promise<Editor> {
    const folder = folderWith(files);
    const process_ = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
    const connection = createMessageConnection(process_.stdout!, process_.stdin!);
    connection.listen();
    const root = pathToFileURL(folder).href;
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'test' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { publishDiagnostics: { relatedInformation: true } },
      },
    });
    const editor = new Editor(connection, process_, folder, initialized);
    editor.listen();
    await connection.sendNotification('initialized', {});
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
  async change(name: string, text: string, range?: unknown): Promise<void> {
    const version = this.versions.get(name)! + 1;
    this.versions.set(name, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version },
      contentChanges: [range ? { range, text } : { text }],
    });
  }

  async close(name: string): Promise<void> {
    const textDocument = { uri: this.uri(name) };
    await this.connection.sendNotification('textDocument/didClose', { textDocument });
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** What the server says of the current text of an open file. */
  async diagnostics(name: string): Promise<Diagnostic[]> {
    const version = this.versions.get(name);
    return (await this.publication(({ uri, version: of }) => uri === this.uri(name) && of === version))
      .diagnostics;
  }

  /** The next publication of that kind, or the last one if it is of that kind. */
  async publication(
    isMeant: (published: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.findLast(isMeant);
      if (found) return found;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendNotification('exit');
    this.connection.end();
    return ended;
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
  }
}

function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'fiscal-server-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
