import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';

/** A text as read, and whether it began with a byte order mark (which no range counts). */
export interface DecodedText {
  text: string;
  byteOrderMark: boolean;
}

/** Decodes strictly: a file in another encoding is refused with the place and a guess, never read as gibberish. */
export function decodeText(bytes: Uint8Array, shownPath: string): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    throw new Failure(messages.utf16(shownPath));
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw new Failure(messages.notText(shownPath, zero + 1));
  const text = decode(bytes, 'utf-8');
  if (text === undefined) throw notUtf8(bytes, shownPath);
  return { text, byteOrderMark: startsWith(bytes, 0xef, 0xbb, 0xbf) };
}

function notUtf8(bytes: Uint8Array, shownPath: string): Failure {
  const byte = validPrefix(bytes) + 1;
  const gbk = decode(bytes, 'gb18030') !== undefined;
  return new Failure(gbk ? messages.gbk(shownPath, byte) : messages.notUtf8(shownPath, byte));
}

function decode(bytes: Uint8Array, encoding: string, partial = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: partial });
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
