import { type TextDocument, Uri, window } from 'vscode';
import { messages } from './messages/messages.js';

/** A file of the language, wherever it comes from. */
export function isFiscal(document: TextDocument): boolean {
  return document.languageId === 'fiscal';
}

/** The file a command is about: named by its caller (a menu, a code lens), or the one in front. */
export function sourceOf(named: unknown): Uri | undefined {
  if (named instanceof Uri) return named;
  if (typeof named === 'string') return Uri.parse(named);
  const source = activeSource();
  if (!source) void window.showInformationMessage(messages.noSource);
  return source;
}

export function activeSource(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && isFiscal(document) ? document.uri : undefined;
}

/** 报告 of …/报告.fiscal. */
export function baseName(uri: Uri): string {
  return fileName(uri).replace(/\.fiscal$/, '');
}

export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
