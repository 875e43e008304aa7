import { realpath, stat } from 'node:fs/promises';
import { decodeSource, largestSource, leadsToItsKind } from '@fiscal/language/files';
import type { URI } from 'langium';
import { NodeFileSystemProvider } from 'langium/node';
import { UnreadableFile } from './unreadable-file.js';

/** Sources and tables of this machine: ordinary files of a size that somebody typed. A pipe or a device may never end. */
export class OrdinaryFiles extends NodeFileSystemProvider {
  override async readFile(uri: URI): Promise<string> {
    if (uri.scheme !== 'file') throw new Error(`No file of this machine: ${uri.toString()}`);
    await requireOrdinary(uri.fsPath);
    const decoded = decodeSource(await super.readBinary(uri));
    if ('reason' in decoded) throw new UnreadableFile(decoded.reason);
    return decoded.text;
  }
}

async function requireOrdinary(path: string): Promise<void> {
  const real = await realpath(path);
  const status = await stat(real);
  if (!status.isFile() || !leadsToItsKind(path, real)) throw new UnreadableFile('not-ordinary');
  if (status.size > largestSource) throw new UnreadableFile('too-large');
}
