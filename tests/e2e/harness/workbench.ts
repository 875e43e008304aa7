import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Asked for when a page is answered by the test itself.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
];

const pictures = join(import.meta.dirname, '..', 'output');

/** VS Code in a browser, as a user sees and drives it. */
export class Workbench {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async open(): Promise<Workbench> {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: launchArguments });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    // Extensions speak Chinese; VS Code itself has no language pack here and stays English, as its own names do.
    await page.addInitScript(() => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: 'zh-cn' }));
    return new Workbench(browser, page);
  }

  /** Shows the workbench of a server, up to where it takes keys. */
  async show(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Keeps a picture of what is seen now. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  get editor(): Locator {
    return this.page.locator('.part.editor .monaco-editor[data-uri]').first();
  }

  get problems(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  get squiggles(): Locator {
    return this.page.locator('.part.editor .squiggly-error, .part.editor .squiggly-warning');
  }

  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  get hover(): Locator {
    return this.page.locator('.monaco-hover:visible').first();
  }

  get notification(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  /** An item of the status bar. */
  status(text: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  get preview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    const box = this.quickInput();
    await box.fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator(`.part.editor .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const box = this.quickInput();
    await box.fill(`>${title}`);
    const label = title.replace(/^.*: /, '');
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor into the editor, at a line and column counted from one. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const box = this.quickInput();
    await box.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await this.status(`Ln ${line}, Col ${column}`).waitFor();
  }

  /** Types as an input method hands over its result. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  quickInput(): Locator {
    return this.page.locator('.quick-input-widget input[type=text]:visible');
  }

  /** A piece of source as the editor shows it. */
  source(text: string): Locator {
    return this.editor.locator('.view-line span span', { hasText: text }).last();
  }
}
