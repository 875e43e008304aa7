import { type DecodedSource, decodeSource, type Unreadable } from '@fiscal/language/files';
import { UnreadableFailure } from '../failure.js';
import { messages } from '../messages.zh.js';

/** Decodes strictly: a file in another encoding is refused with the place and a guess, never read as gibberish. */
export function decodeText(bytes: Uint8Array, shownPath: string): DecodedSource {
  const decoded = decodeSource(bytes);
  if ('text' in decoded) return decoded;
  throw new UnreadableFailure(decoded.reason, unreadableLine(decoded, shownPath));
}

function unreadableLine({ reason, byte = 1 }: Unreadable, path: string): string {
  switch (reason) {
    case 'utf-16':
      return messages.utf16(path);
    case 'gbk':
      return messages.gbk(path, byte);
    case 'not-utf-8':
      return messages.notUtf8(path, byte);
    case 'binary':
      return messages.notText(path, byte);
    case 'too-large':
      return messages.tooLarge(path);
    case 'not-ordinary':
      return messages.notRegular(path);
    case 'no-access':
      return messages.cannotRead(path, reason);
  }
}
