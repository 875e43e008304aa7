import type { Severity } from '@fiscal/core';
import picocolors from 'picocolors';
import type { Context } from '../context.js';
import type { Output } from '../io.js';

export type Paint = (text: string) => string;

export interface Colors {
  strong: Paint;
  faint: Paint;
  severity: Record<Severity, Paint>;
  added: Paint;
  removed: Paint;
  changed: Paint;
}

/** Colours on a terminal, unless NO_COLOR, TERM=dumb or --no-color says otherwise. */
export function colorsFor(output: Output, { io, color }: Context): Colors {
  const wanted = color && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb' && output.isTTY === true;
  const { bold, dim, red, yellow, blue, green } = picocolors.createColors(wanted);
  return {
    strong: bold,
    faint: dim,
    added: green,
    removed: red,
    changed: yellow,
    severity: { error: red, warning: yellow, information: blue, hint: dim },
  };
}
