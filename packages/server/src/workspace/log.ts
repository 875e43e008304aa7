import type { Connection } from 'vscode-languageserver';

/** What goes wrong in the server itself, whole, for whoever mends it: the client shows it among its output. */
export class Log {
  constructor(private readonly connection: Connection | undefined) {}

  /** A defect of ours, and the file at which it was met. */
  defect(uri: string, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection?.console.error(`${uri}\n${stack}`);
  }
}
