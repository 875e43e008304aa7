import type { Engine } from './engine.js';
import type { Io } from './io.js';

/** What every command is given besides its own arguments. */
export interface Context {
  io: Io;
  engine: Engine;
  /** `--no-color` was not given. */
  color: boolean;
}
