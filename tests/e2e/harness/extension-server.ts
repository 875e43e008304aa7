import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** What lets a page of another origin, and its workers, load the extension. */
const headers = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Serves an unpacked extension without its Node entry, so that VS Code runs its browser entry in a web worker. */
export class ExtensionServer {
  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async start(folder: string): Promise<ExtensionServer> {
    const server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
      const file = join(folder, path.replace(/^\/extension\//, ''));
      const isThere = file.startsWith(folder) && existsSync(file);
      response.writeHead(isThere ? 200 : 404, {
        ...headers,
        'Content-Type': types[extname(file)] ?? 'text/plain',
      });
      response.end(isThere ? contentOf(file) : undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ExtensionServer(server, (server.address() as { port: number }).port);
  }

  /** Makes every workbench that the page opens have the extension built in. */
  async addTo(page: Page): Promise<void> {
    // `localhost`, not 127.0.0.1: the only host that the worker's content policy lets in.
    const extension = { scheme: 'http', authority: `localhost:${this.port}`, path: '/extension' };
    await page.route(isWorkbench, async (route) => {
      const response = await route.fetch();
      const responseHeaders = response.headers();
      delete responseHeaders['content-security-policy'];
      const body = withBuiltin(await response.text(), extension);
      await route.fulfill({ response, headers: responseHeaders, body });
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function contentOf(file: string): Buffer | string {
  if (!file.endsWith('/package.json')) return readFileSync(file);
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  delete manifest.main;
  return JSON.stringify(manifest);
}

function isWorkbench(url: URL): boolean {
  return url.pathname === '/' && url.searchParams.has('folder');
}

const settings = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;

function withBuiltin(page: string, extension: object): string {
  return page.replace(settings, (_, start: string, written: string) => {
    const configuration = JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    configuration.additionalBuiltinExtensions = [extension];
    const changed = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `${start}${changed}"`;
  });
}
