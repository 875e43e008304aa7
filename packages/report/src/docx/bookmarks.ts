/**
 * The name under which Word finds an id: letters, digits and _, forty at most. One that begins with _ does not show in
 * Word's list of bookmarks. An id that is longer or has other characters keeps apart from its like by a number made of it.
 */
export function bookmarkName(id: string): string {
  const plain = id.replace(/[^\p{L}\p{N}]/gu, '_');
  if (plain.length <= 34 && /^[\p{L}\p{N}-]*$/u.test(id)) return `_${plain}`;
  return `_${plain.slice(0, 26)}_${fingerprint(id)}`;
}

/** FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}
