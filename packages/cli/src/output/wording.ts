import type { Finding } from '@fiscal/core';
import type { Context } from '../context.js';
import type { SourceFiles } from '../input/source-files.js';
import { messages } from '../messages.zh.js';

export type Wording = (finding: Finding) => string;

/** The words of findings. Why a file could not be used is known here, where files are read. */
export async function wordingOf(files: SourceFiles, { engine }: Context): Promise<Wording> {
  const { messageOf } = await engine.core();
  return (finding) => {
    const unusable = files.unusableFile(finding);
    return unusable ? messages.unusable(files.problemOf(unusable)!) : messageOf(finding);
  };
}
