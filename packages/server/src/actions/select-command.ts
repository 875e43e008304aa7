import type { Command, TextEdit } from 'vscode-languageserver';
import { selectTextCommand } from '../protocol.js';
import { words } from '../words.zh.js';

/** Selects words of a change where they stand once it was made: what the author has to write over. */
export function selectAfter(uri: string, { range: { start }, newText }: TextEdit, text: string): Command {
  const before = newText.slice(0, newText.indexOf(text)).split('\n');
  const lines = before.length - 1;
  const line = start.line + lines;
  const character = before[lines]!.length + (lines === 0 ? start.character : 0);
  const selection = { start: { line, character }, end: { line, character: character + text.length } };
  return { title: words.selectReason, command: selectTextCommand, arguments: [uri, selection] };
}
