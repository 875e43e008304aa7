import type { Machine } from '@fiscal/report';
import { drawingWith } from './drawing.js';
import { startPrinter } from './printer.js';
import { findWordLayout } from './word-layout.js';

/**
 * What this machine can do for a publication; each is looked for when it is first asked for; `browser`: the one to print
 * with, whatever others there are.
 */
export function thisMachine(browser?: string): Machine {
  return {
    drawing: drawingWith(),
    printer: () => startPrinter(browser),
    wordLayout: () => findWordLayout(),
  };
}
