import type { Origin } from '../model/origin.js';
import type { Finding } from './finding.js';
import { newMessage } from './new-finding.js';

/** A defect of ours, met while something that an author wrote was looked at. */
export interface Defect {
  /** What was looked at. */
  origin: Origin;
  error: unknown;
}

/** Does a piece of work that one place answers for; undefined where a boundary holds back that it failed. */
export type Contain = <T>(origin: Origin, work: () => T) => T | undefined;

/** No boundary: a defect of ours is thrown. */
export const uncontained: Contain = (_, work) => work();

/**
 * The boundary that a face puts around each file: what fails inside it is kept, told as a finding on that file, and
 * everything else goes on.
 */
export class Defects {
  readonly met: Defect[] = [];

  readonly contain: Contain = (origin, work) => {
    try {
      return work();
    } catch (error) {
      this.met.push({ origin, error });
      return undefined;
    }
  };

  /** Z028, which nobody can accept: what was not looked at was not found to be right. */
  findings(): Finding[] {
    return this.met.map(defectFinding);
  }
}

/** Z028: a file, or a part of it, that could not be looked at. */
export function defectFinding({ origin, error }: Defect): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return newMessage('Z028', origin, 'not-examined', { reason });
}

/** The very beginning of a file: a place for what concerns it whole. */
export function startOf(uri: string): Origin {
  const start = { line: 0, character: 0 };
  return { uri, range: { start, end: start } };
}
