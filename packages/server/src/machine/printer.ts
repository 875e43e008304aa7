import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CannotPrint, type Printer } from '@fiscal/report';
import { BrowserPipe } from './browser-pipe.js';
import { findBrowser } from './find-browser.js';

/** A browser that does not print for so long never will; a busy machine takes a minute for a long report. */
const patience = 180_000;

/** Starts a browser of this machine, or the one that was named, to print pages with. */
export async function startPrinter(named?: string): Promise<Printer> {
  const program = named ?? (await findBrowser());
  if (program === undefined) throw new CannotPrint('no-browser');
  const folder = await mkdtemp(join(tmpdir(), 'fiscal-print-'));
  const browser = new BrowserPipe(program, join(folder, 'profile'));
  const impatience = setTimeout(() => browser.kill(), patience);
  let count = 0;
  let session: Promise<string> | undefined;
  return {
    async print(html) {
      impatience.refresh();
      try {
        const page = join(folder, `page-${++count}.html`);
        await writeFile(page, html);
        session ??= openPage(browser);
        return await printPage(browser, await session, pathToFileURL(page).href);
      } catch (error) {
        throw new CannotPrint('browser-failed', program, error instanceof Error ? error.message : '');
      }
    },
    async close() {
      await browser.close();
      clearTimeout(impatience);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPage(browser: BrowserPipe): Promise<string> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  await browser.send('Emulation.setScriptExecutionDisabled', { value: true }, sessionId as string);
  return sessionId as string;
}

async function printPage(browser: BrowserPipe, session: string, url: string): Promise<Uint8Array> {
  const { errorText } = await browser.send('Page.navigate', { url }, session);
  if (errorText) throw new Error(String(errorText));
  await waitUntilLoaded(browser, session, url);
  const options = {
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    generateDocumentOutline: true,
    generateTaggedPDF: true,
  };
  const { data } = await browser.send('Page.printToPDF', options, session);
  return Buffer.from(data as string, 'base64');
}

/** The page loads nothing: once its whole tree stands, it is there. */
async function waitUntilLoaded(browser: BrowserPipe, session: string, url: string): Promise<void> {
  for (;;) {
    const { frameTree } = await browser.send('Page.getFrameTree', {}, session);
    const { result } = (await browser.send(
      'Runtime.evaluate',
      { expression: 'document.readyState' },
      session,
    )) as { result: { value?: string } };
    const { frame } = frameTree as { frame: { url: string } };
    if (frame.url === url && result.value === 'complete') return;
  }
}
