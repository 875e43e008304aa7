import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';

const server = join(import.meta.dirname, '..', '..', 'server', 'dist', 'node-main.js');

/** What the server says that it can do. */
export async function serverCapabilities(): Promise<string[]> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const parameters = { processId: process.pid, rootUri: null, capabilities: {} };
  const { capabilities } = await connection.sendRequest<{ capabilities: object }>('initialize', parameters);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return Object.keys(capabilities);
}
