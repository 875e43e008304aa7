/** The command could not run: bad usage or input/output. One clear line each for the user; exit code 2. */
export class Failure extends Error {
  readonly lines: string[];

  constructor(...lines: string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
