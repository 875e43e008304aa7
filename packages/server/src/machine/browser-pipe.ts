import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface Answer {
  id?: number;
  method?: string;
  sessionId?: string;
  result?: Record<string, unknown>;
  error?: { message: string };
}

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** A browser without windows that is told what to do through a pipe, as its developer tools tell it. */
export class BrowserPipe {
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private readonly ended: Promise<void>;
  private count = 0;
  private received = '';

  constructor(program: string, profile: string) {
    this.process = spawn(program, argumentsFor(profile), {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.ended = new Promise((resolve) => {
      this.process.on('error', (error) => resolve(this.fail(error)));
      this.process.on('close', () => resolve(this.fail(new Error('The browser has ended.'))));
    });
    const answers = this.process.stdio[4] as Readable | null;
    answers?.setEncoding('utf8').on('data', (text: string) => this.read(text));
    // What is written to a browser that is gone fails where the answer is awaited.
    this.commands?.on('error', () => undefined);
  }

  private get commands(): Writable | null {
    return this.process.stdio[3] as Writable | null;
  }

  /** One command and its answer. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.commands?.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Ends the browser, kindly at first. */
  async close(): Promise<void> {
    void this.send('Browser.close').catch(() => undefined);
    const impatience = setTimeout(() => this.process.kill('SIGKILL'), 3000);
    await this.ended;
    clearTimeout(impatience);
  }

  /** Ends it at once. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  private read(text: string): void {
    const messages = (this.received + text).split('\0');
    this.received = messages.pop()!;
    for (const message of messages) this.answer(JSON.parse(message) as Answer);
  }

  private answer({ id, result, error }: Answer): void {
    const waiting = id === undefined ? undefined : this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id!);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result ?? {});
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** A profile of its own, nothing from the network; the sandbox only where the system lets it be (not as root on Linux). */
function argumentsFor(profile: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}
