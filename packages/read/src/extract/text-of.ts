import { UnreadableError } from './unreadable.js';

declare const TextDecoder: new (
  encoding: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** A text file's text: UTF-8, UTF-16 with its mark, or GB 18030, in which older programs write Chinese. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes);
  try {
    return decode('utf-8', bytes);
  } catch {
    return decodeOld(bytes);
  }
}

function decodeOld(bytes: Uint8Array): string {
  try {
    return decode('gb18030', bytes);
  } catch {
    throw new UnreadableError('broken');
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
