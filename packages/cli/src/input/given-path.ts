import { resolve } from 'node:path';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';

/** The absolute path of what the user named; an empty name (an unset variable) does not mean the folder. */
export function givenPath(operand: string, cwd: string): string {
  if (operand.trim() === '') throw new Failure(messages.emptyOperand);
  return resolve(cwd, operand);
}
