/** Where text goes: a process stream, or a buffer in tests. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything that a command may touch besides files. Results go to stdout, all else to stderr. */
export interface Io {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdout: Output;
  stderr: Output;
  /** All of standard input; undefined when it is larger than any source may be. */
  stdin(): Promise<Uint8Array | undefined>;
  now(): Date;
}

/** Nothing to complain of; findings; could not run. */
export type ExitCode = 0 | 1 | 2;
