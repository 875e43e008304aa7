export { main } from './main.js';
export { run } from './run.js';
export type { Engine } from './engine.js';
export type { ExitCode, Io, Output } from './io.js';
