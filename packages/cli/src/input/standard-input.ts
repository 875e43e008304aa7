import { largestSource } from '@fiscal/language/files';

/** All bytes of a stream; undefined when there are more than a source may have: it need not end at all. */
export async function bytesOf(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk as Uint8Array));
    size += chunks.at(-1)!.length;
    if (size > largestSource) return undefined;
  }
  return Buffer.concat(chunks);
}
