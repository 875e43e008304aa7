import type { ExitCode } from '../io.js';

/** Starts the language server on stdin and stdout; it ends the process when its client says goodbye. */
export async function lsp(): Promise<ExitCode> {
  const { serveStdio } = await import('@fiscal/server/node');
  serveStdio();
  return 0;
}
