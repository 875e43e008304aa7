/** Globals of browsers and of Node. */
declare const atob: (base64: string) => string;
declare const btoa: (binary: string) => string;

/** A function takes only so many parameters. */
const piece = 32_768;

/** Bytes as a message of the protocol carries them. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += piece)
    binary += String.fromCharCode(...bytes.subarray(start, start + piece));
  return btoa(binary);
}

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
}
