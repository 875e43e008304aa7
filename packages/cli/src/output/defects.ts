import type { Defect } from '@fiscal/core';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';
import { relativeUri } from './place.js';
import { printText } from './print.js';

/** Says on the error stream, whole, what failed in which file: that is for whoever mends it. */
export function printDefects(defects: readonly Defect[], { cwd, stderr }: Pick<Io, 'cwd' | 'stderr'>): void {
  for (const { origin, error } of defects) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    printText(messages.notExamined(relativeUri(origin.uri, cwd), stack), stderr);
  }
}
