import type { UnreadableReason } from '@fiscal/language/files';

/** The command could not run: bad usage or input/output. One clear line each for the user; exit code 2. */
export class Failure extends Error {
  readonly lines: string[];

  constructor(...lines: string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** A file that is there and cannot be used. */
export class UnreadableFailure extends Failure {
  constructor(
    readonly reason: UnreadableReason,
    line: string,
  ) {
    super(line);
  }
}

/** A source from which there is nothing to build: rules alone, a report that names no template. */
export class NothingToBuild extends Failure {}
