import { selectTextCommand } from '@fiscal/server/protocol';
import { commands, type Disposable, Range, Uri, window } from 'vscode';

interface Place {
  line: number;
  character: number;
}

/** Called by changes of the server that leave words to be written: those stand selected, to be written over. */
export function registerSelectText(): Disposable {
  return commands.registerCommand(
    selectTextCommand,
    async (uri: string, range: { start: Place; end: Place }) => {
      const { start, end } = range;
      const selection = new Range(start.line, start.character, end.line, end.character);
      await window.showTextDocument(Uri.parse(uri), { selection });
    },
  );
}
