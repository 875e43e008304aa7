import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vscodeFolder, vscodeNode } from './vscode-folder.js';

/** Quiet, without network, and without what would catch clicks. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.colorTheme': 'Default Light Modern',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // Another editor beside the one that is tested.
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 100,
  'editor.cursorBlinking': 'solid',
};

/** An empty gallery: nothing is asked of any host. */
const noGallery = JSON.stringify({
  serviceUrl: '',
  itemUrl: '',
  resourceUrlTemplate: '',
  controlUrl: '',
  recommendationsUrl: '',
  nlsBaseUrl: '',
});

export interface Options {
  /** Packed extensions to install. */
  extensions?: string[];
  /** Folders whose content the workspace begins with. */
  copies?: string[];
  /** Further files of the workspace. */
  files?: Record<string, string>;
  settings?: Record<string, unknown>;
}

/** A VS Code server with data, extensions and a workspace of its own, thrown away when it is stopped. */
export class RunningVSCode {
  private constructor(
    private readonly root: string,
    private readonly server: ChildProcess,
    readonly port: number,
  ) {}

  static async start(options: Options): Promise<RunningVSCode> {
    const root = mkdtempSync(join(tmpdir(), 'fiscal-e2e-'));
    prepare(root, options);
    for (const extension of options.extensions ?? []) installExtension(root, extension);
    const port = await freePort();
    const running = new RunningVSCode(root, launch(root, port), port);
    await running.answers();
    return running;
  }

  get workspace(): string {
    return join(this.root, 'workspace');
  }

  /** The address of the workbench with the workspace open. */
  address(query: Record<string, string> = {}): string {
    const parameters = new URLSearchParams({ folder: this.workspace, ...query });
    return `http://127.0.0.1:${this.port}/?${parameters}`;
  }

  read(path: string): string {
    return readFileSync(join(this.workspace, path), 'utf8');
  }

  log(): string {
    return readFileSync(join(this.root, 'server.log'), 'utf8');
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    if (this.server.exitCode === null) {
      // The server and the extension hosts it started.
      process.kill(-this.server.pid!, 'SIGTERM');
      await ended;
    }
    rmSync(this.root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  private async answers(): Promise<void> {
    const end = Date.now() + 60_000;
    while (!(await isAnswering(this.port))) {
      if (Date.now() > end || this.server.exitCode !== null)
        throw new Error(`VS Code did not start:\n${this.log()}`);
    }
  }
}

function prepare(root: string, { copies = [], files = {}, settings: own = {} }: Options): void {
  write(join(root, 'data', 'User', 'settings.json'), JSON.stringify({ ...settings, ...own }));
  mkdirSync(join(root, 'home'));
  mkdirSync(join(root, 'workspace'));
  for (const folder of copies) cpSync(folder, join(root, 'workspace'), { recursive: true });
  for (const [path, text] of Object.entries(files)) write(join(root, 'workspace', path), text);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function installExtension(root: string, extension: string): void {
  const output = execFileSync(vscodeNode(), [...command(root), '--install-extension', extension, '--force'], {
    env: environment(root),
    encoding: 'utf8',
  });
  if (!output.includes('successfully installed')) throw new Error(output);
}

function launch(root: string, port: number): ChildProcess {
  const log = openSync(join(root, 'server.log'), 'w');
  const parameters = [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--enable-smoke-test-driver', '--telemetry-level', 'off', '--disable-workspace-trust'],
  ];
  return spawn(vscodeNode(), [...command(root), ...parameters], {
    env: environment(root),
    stdio: ['ignore', log, log],
    detached: true,
  });
}

function command(root: string): string[] {
  const data = join(root, 'data');
  return [
    join(vscodeFolder(), 'out', 'server-main.js'),
    '--accept-server-license-terms',
    ...['--server-data-dir', data, '--user-data-dir', data],
    ...['--extensions-dir', join(root, 'extensions')],
  ];
}

/** Nothing of an editor that this may have been started from. */
function environment(root: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(inherited), HOME: join(root, 'home'), EXTENSIONS_GALLERY: noGallery };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function isAnswering(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/version`)).ok;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  }
}
