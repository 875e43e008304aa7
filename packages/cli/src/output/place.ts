import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Origin } from '@fiscal/core';
import { messages } from '../messages.zh.js';

/** A path as the user would type it from the working directory; absolute when it lies on another drive. */
export function relativePath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  if (short === '') return '.';
  return isAbsolute(short) ? short : short.split(sep).join('/');
}

/** The same for a URI; what is no file (a template of the library) keeps its URI, readable. */
export function relativeUri(uri: string, cwd: string): string {
  if (!uri.startsWith('file:')) return readable(uri);
  try {
    return relativePath(fileURLToPath(uri), cwd);
  } catch {
    return uri;
  }
}

/** `path:line:column`, counted from one, as terminals and editors make links of. */
export function placeOf({ uri, range }: Origin, cwd: string): string {
  return messages.place(relativeUri(uri, cwd), range.start.line + 1, range.start.character + 1);
}

function readable(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}
