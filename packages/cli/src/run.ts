import { CommanderError } from 'commander';
import { engine as installedEngine, type Engine } from './engine.js';
import { Failure } from './failure.js';
import type { ExitCode, Io } from './io.js';
import { printError } from './output/print.js';
import { makeProgram } from './usage/program.js';
import { usageError } from './usage/usage-error.js';

/**
 * Runs one command line (without `node fiscal`) and returns the exit code: 0 clean, 1 findings, 2 could not run.
 * Throws only for defects of our own.
 */
export async function run(argv: string[], io: Io, engine: Engine = installedEngine): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = makeProgram({ io, engine, color: true }, (code) => (exitCode = code));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainFailure(error, io);
  }
}

function explainFailure(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    for (const line of usageError(error)) printError(line, io);
    return 2;
  }
  if (!(error instanceof Failure)) throw error;
  for (const line of error.lines) printError(line, io);
  return 2;
}
