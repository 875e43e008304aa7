import type { Unreadable } from './source-host.js';

/** A global of browsers and of Node; no other part of their libraries is used here. */
declare const TextDecoder: new (
  encoding: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array, options: { stream: boolean }): string };

/** A text as read, and whether it began with a byte order mark (which no range counts). */
export interface DecodedSource {
  text: string;
  byteOrderMark: boolean;
}

/** More than anybody types, in bytes. */
export const largestSource = 20 * 1024 * 1024;

/** Decodes strictly: another encoding is named, with the first byte that shows it, never read as gibberish. */
export function decodeSource(bytes: Uint8Array): DecodedSource | Unreadable {
  if (bytes.length > largestSource) return { reason: 'too-large' };
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return { reason: 'utf-16' };
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { reason: 'binary', byte: zero + 1 };
  const text = decode(bytes, 'utf-8');
  if (text !== undefined) return { text, byteOrderMark: startsWith(bytes, 0xef, 0xbb, 0xbf) };
  const reason = decode(bytes, 'gb18030') === undefined ? 'not-utf-8' : 'gbk';
  return { reason, byte: validPrefix(bytes) + 1 };
}

function decode(bytes: Uint8Array, encoding: string, stream = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** How many bytes are UTF-8, by bisection: a prefix of a valid prefix is valid (its last character may be cut). */
function validPrefix(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decode(bytes.subarray(0, middle), 'utf-8', true) === undefined) invalid = middle;
    else valid = middle;
  }
  return valid;
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
