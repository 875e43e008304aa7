const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Most file systems allow 255 bytes; the rest is room for an ending and for the temporary name while writing. */
const longest = 200;

/** A name that is safe as one file name on every system: no path, no control character, nothing reserved or hidden. */
export function safeFileName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(reservedOnWindows, '_$1')
    .replace(/^[.\s]+/, '');
  return cutBytes(plain, longest).replace(/[.\s]+$/, '') || '_';
}

/** In UTF-8. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function cutBytes(text: string, limit: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += bytesOf(character.codePointAt(0)!);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
