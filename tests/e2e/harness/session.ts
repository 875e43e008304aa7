import { afterAll, beforeAll, beforeEach, onTestFailed } from 'vitest';
import { packedExtension, example } from './project.js';
import { type Options, RunningVSCode } from './running-vscode.js';
import { Workbench } from './workbench.js';

/** An editor with the installed extension and the leading example, in front of somebody. */
export interface Session {
  vscode: RunningVSCode;
  workbench: Workbench;
}

/**
 * One session for the tests of a file: each goes on where the last stopped. `prepare` has the workspace before the
 * editor does; what fails leaves a picture.
 */
export function openSession(
  name: string,
  taken: (session: Session) => void,
  options: Options = {},
  prepare: (vscode: RunningVSCode) => void = () => undefined,
): void {
  let session: Partial<Session> = {};

  beforeAll(async () => {
    session.vscode = await RunningVSCode.start({
      extensions: [packedExtension()],
      copies: [example.folder],
      ...options,
    });
    prepare(session.vscode);
    session.workbench = await Workbench.open();
    await session.workbench.show(session.vscode.address());
    taken(session as Session);
  });

  afterAll(async () => {
    await session.workbench?.close();
    await session.vscode?.stop();
    session = {};
  });

  beforeEach(({ task }) => {
    onTestFailed(async () => {
      await session.workbench?.picture(`failed-${name}-${task.name}`);
      console.log(session.vscode?.log().slice(-2000));
    });
  });
}
