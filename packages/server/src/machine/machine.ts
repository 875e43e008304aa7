import type { Machine } from '@fiscal/report';
import { drawingWith } from './drawing.js';

/** What this machine can do for a publication; each is looked for when it is first asked for. */
export function thisMachine(): Machine {
  return { drawing: drawingWith() };
}
