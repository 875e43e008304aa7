import {
  type Connection,
  createConnection,
  type InitializeParams,
  type InitializeResult,
  type Message,
  ProposedFeatures,
} from 'vscode-languageserver/node.js';

/** The server behind the answer: it takes over a connection that listens, and a client that was answered. */
export interface Server {
  takeOver(connection: Connection, parameters: InitializeParams): void;
}

/**
 * Serves a client the way that it asks for (--stdio, --node-ipc, --socket=<port> or --pipe=<name>): answers
 * `initialize` with what was prepared for it, and loads the server while the client reads that. What the client sends
 * meanwhile waits.
 */
export function answerFirst(result: InitializeResult, load: () => Server): void {
  let parameters: InitializeParams | undefined;
  let isServed = false;
  const waiting: (() => void)[] = [];
  const messageStrategy = {
    handleMessage(message: Message, next: (message: Message) => void) {
      if (parameters && !isServed) waiting.push(() => next(message));
      else next(message);
    },
  };
  const connection = createConnection(ProposedFeatures.all, { messageStrategy });
  connection.onInitialize((asked) => {
    parameters = asked;
    // The answer leaves in the turns of the event loop before a timer's.
    setTimeout(serve, 1);
    return result;
  });
  connection.listen();

  function serve() {
    load().takeOver(listening(connection), parameters!);
    isServed = true;
    for (const pass of waiting) pass();
  }
}

/** The same connection for whoever begins to listen to it as if nobody did yet. */
function listening(connection: Connection): Connection {
  return Object.assign(Object.create(connection) as Connection, { listen: () => {} });
}
