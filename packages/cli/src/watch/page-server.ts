import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { systemReason } from '../system-error.js';

/** Only this machine reaches it. */
const loopback = '127.0.0.1';

/** Shows one report in a browser of this machine, and shows it anew whenever it is another. */
export class PageServer {
  private html = '';
  private notice = '';
  private readonly listeners = new Set<ServerResponse>();
  private readonly nonce = randomBytes(16).toString('base64url');
  private port = 0;

  /** The address of the page. Any free port where it is 0. */
  async start(port: number): Promise<string> {
    if (port > 65_535) throw new Failure(messages.cannotListen(port, messages.noSuchPort));
    const server = createServer((request, response) => this.answer(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, loopback, resolve);
    }).catch((error: unknown) => {
      throw new Failure(messages.cannotListen(port, systemReason(error)));
    });
    this.port = (server.address() as AddressInfo).port;
    return `http://${loopback}:${this.port}/`;
  }

  /** Shows another report; without one the last stays, below the notice. */
  show(html: string | undefined, notice = ''): void {
    this.html = html ?? this.html;
    this.notice = notice;
    for (const listener of this.listeners) this.tell(listener);
  }

  private answer({ method, url, headers }: IncomingMessage, response: ServerResponse): void {
    // A page of another site that reaches this machine under a name of its own gets nothing.
    const isOwn = [loopback, 'localhost'].some((name) => headers.host === `${name}:${this.port}`);
    if (!isOwn || (method !== 'GET' && method !== 'HEAD')) return this.refuse(response, 403);
    if (url === '/events') return this.listen(response);
    if (url === '/report') return this.send(response, this.html, "frame-ancestors 'self'");
    if (url !== '/') return this.refuse(response, 404);
    const source = `'nonce-${this.nonce}'`;
    const policy = `default-src 'none'; frame-src 'self'; connect-src 'self'; script-src ${source}; style-src ${source}`;
    this.send(response, this.frame(), policy);
  }

  private listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
    this.tell(response);
  }

  private tell(listener: ServerResponse): void {
    listener.write(`data: ${JSON.stringify(this.notice)}\n\n`);
  }

  private send(response: ServerResponse, html: string, policy: string): void {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    });
    response.end(html);
  }

  private refuse(response: ServerResponse, code: number): void {
    response.writeHead(code, { 'content-type': 'text/plain; charset=utf-8' });
    response.end();
  }

  /** The report in a frame, which keeps its place when it is loaded again. */
  private frame(): string {
    return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>${messages.pageTitle}</title>
<style nonce="${this.nonce}">
html, body { margin: 0; height: 100%; } body { display: flex; flex-direction: column; }
iframe { flex: 1; border: 0; } p { margin: 0; padding: 0.5em 1em; background: #fff3cd; color: #533f03; font: 1rem/1.5 system-ui, sans-serif; }
</style>
<p hidden></p>
<iframe src="/report" title="${messages.pageTitle}"></iframe>
<script nonce="${this.nonce}">
const [notice, frame] = [document.querySelector('p'), document.querySelector('iframe')];
let isFirst = true;
new EventSource('/events').onmessage = ({ data }) => {
  notice.textContent = JSON.parse(data);
  notice.hidden = notice.textContent === '';
  if (!isFirst) frame.contentWindow.location.reload();
  isFirst = false;
};
</script>
</html>
`;
  }
}
